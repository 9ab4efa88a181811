import { candidates, nameKey, provinceNames } from '../../catalogue/places/index.ts';
import type { PlaceLevel, Span } from '../../model/index.ts';
import { isOrganisation } from './organisation.ts';

/** A place that the text names. */
export interface PlaceMention {
  span: Span;
  /** With its type word, in the text's own spelling: "huyện Tây Sơn"; a province's bare name gets its word. */
  name: string;
  level: PlaceLevel;
  /** The name says whose office acts ("Công an tỉnh Phú Yên"), not where. */
  organisation: boolean;
}

/** The type words of places, their level and the abbreviations that stand for them. A city is a province or a district. */
const TYPES: [word: string, level: PlaceLevel | 'city', abbreviations: string[]][] = [
  ['tỉnh', 'province', []],
  ['thành phố', 'city', ['TP\\.?', 'Tp\\.?', 'T\\.P\\.?']],
  ['huyện', 'district', ['H\\.']],
  ['quận', 'district', ['Q\\.']],
  ['thị xã', 'district', ['TX\\.?', 'Tx\\.?']],
  ['xã', 'commune', []],
  ['phường', 'commune', ['P\\.']],
  ['thị trấn', 'commune', ['TT\\.?', 'Tt\\.']],
  ['đặc khu', 'commune', []],
  ...[
    'thôn',
    'ấp',
    'bản',
    'làng',
    'buôn',
    'bon',
    'sóc',
    'phum',
    'xóm',
    'khóm',
    'khu phố',
    'tổ dân phố',
    'khu dân cư',
    'tiểu khu',
  ].map((word): [string, PlaceLevel, string[]] => [word, 'village', word === 'tổ dân phố' ? ['TDP'] : []]),
];

const spaced = (word: string): string => word.replaceAll(' ', '\\s+');
const forms = ([word, , abbreviations]: (typeof TYPES)[number]): string[] => [
  spaced(word),
  spaced(word.charAt(0).toUpperCase() + word.slice(1)),
  spaced(word.replace(/(?<=^| )./gu, (letter) => letter.toUpperCase())),
  spaced(word.toUpperCase()),
  ...abbreviations,
];

const QUALITY =
  '(?:\\s+(?:nghèo|miền\\s+núi|vùng\\s+cao|vùng\\s+sâu|biên\\s+giới|đảo|đặc\\s+biệt\\s+khó\\s+khăn|ĐBKK|điểm|bãi\\s+ngang|ven\\s+biển|an\\s+toàn\\s+khu))?';
const SPACE = '[^\\S\\n]';
const NAME_WORD = "\\p{Lu}[\\p{L}\\p{M}'’]*";
const NUMBER = '\\d{1,3}[A-ZĐ]?(?![\\p{L}\\d]|[.,/]\\d|\\s*%)';
const NAME = `${NAME_WORD}(?:(?:${SPACE}*[-–]${SPACE}*|${SPACE}+)${NAME_WORD}){0,5}(?:${SPACE}+${NUMBER})?|${NUMBER}`;
const TYPED = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?<type>${TYPES.flatMap(forms)
    .sort((a, b) => b.length - a.length)
    .join('|')})${QUALITY}${SPACE}*(?<=[\\s.]|TP|Tp|TX|TT)(?<name>${NAME})`,
  'gu',
);

/** Capitalised words behind "xã", "tỉnh" … that name an office, a title or a date instead. */
const NOT_A_NAME =
  /^(?:Hội|Đoàn|Đảng|Ủy|Uỷ|UBND|HĐND|MTTQ|UBMTTQ|Sở|Phòng|Ban|Bộ|Công\s+(?:an|đoàn|ty|tác|trình)|Chi\s+(?:bộ|hội|cục|nhánh)|Chủ\s+tịch|Phó|Bí\s+thư|Giám\s+đốc|Trưởng|Ông|Bà|Đồng\s+chí|Văn\s+(?:hóa|hoá|phòng)|Nghị|Quyết|Kế\s+hoạch|Thông\s+tư|Chỉ\s+thị|Luật|Trong|Năm|Tính|Đến|Theo|Tại|Từ|Các|Nông\s+thôn|NTM|LĐ|XH|BHYT|BHXH|CSXH|Tuy|Ngoài|Nhờ|Qua|Với|Để|Là|Có|Đã|Hiện|Việt\s+Nam|DTTS|ĐBKK|Thương\s+binh|Lao\s+động)(?![\p{L}\p{M}])/u;
/** Words that end a name where no comma does: "xã Hòa Bình Chủ tịch …". */
const ENDS_NAME =
  /\s+[-–]?\s*(?:Chủ|Phó|Bí|Giám|Trưởng|Ông|Bà|Công\s+ty|UBND|HĐND|Trong|Năm|Đến|Theo|Từ|Các|Tại|Đã|Số|BHYT|BHXH|MTTQ|Ủy|Uỷ|Sở|Phòng|Ban|Hội|Đảng|Ảnh|CỘNG|Độc|GIAI|NĂM|TRONG|VÀ|VỀ)(?![\p{L}\p{M}]).*$/u;
/** "văn bản", "cơ bản", "biên bản": no village. */
const OTHER_WORD = /(?:văn|cơ|biên|kịch|xuất|căn|ấn|phiên|bài|Văn|Cơ|Biên|hợp tác|Hợp tác)\s+$/u;

const titleCase = (name: string): string =>
  /\p{Ll}/u.test(name) || !/\p{L}{2}/u.test(name)
    ? name
    : name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());

const KNOWN = new Map<string, boolean>();
function isKnown(name: string, level: PlaceLevel): boolean {
  const key = `${level} ${name}`;
  const known = KNOWN.get(key) ?? candidates(name, level).length > 0;
  KNOWN.set(key, known);
  return known;
}

/** The longest beginning of `words` that the catalogue knows, else all of them up to a word that ends a name. */
function nameOf(word: string, words: string, level: PlaceLevel | 'city'): { name: string; level: PlaceLevel } | null {
  const whole = words.replace(ENDS_NAME, '');
  if (level === 'village') return { name: whole, level };
  const parts = whole.split(/(?=\s*[-–]|[^\S\n]+(?![-–]))/u);
  const levels: PlaceLevel[] = level === 'city' ? ['province', 'district'] : [level];
  for (let count = parts.length; count > 0; count--) {
    const name = parts.slice(0, count).join('');
    const at = levels.find((each) => isKnown(`${word} ${name}`, each));
    if (at) return { name, level: at };
  }
  if (level === 'province' || level === 'city') return null;
  return { name: whole, level };
}

const NUMBERED_UNIT = /^(?:quận|phường|thôn|ấp|bản|làng|buôn|xóm|khóm|khu phố|tổ dân phố|khu dân cư|tiểu khu)$/u;
const COUNTED =
  /^\d+[A-ZĐ]?\s*(?:,\d|%|(?:hộ|người|nhà|căn|suất|triệu|tỷ|nghìn|ngàn|đồng|thẻ|tháng|năm|ngày|đối|trường hợp|em|cháu|lượt|xã|huyện|thôn|đơn vị|phần|con|ha|km|kg|tấn|mô hình|công trình|lớp|giường|cơ sở)(?![\p{L}\p{M}]))/u;

/** "phường 12", "tổ dân phố 5": the number is a name, and no count of what follows ("3 thôn 12 hộ"). */
const isNumbered = (word: string, before: string, behind: string): boolean =>
  NUMBERED_UNIT.test(word) && !COUNTED.test(behind) && !/(?:\d|các|những|mỗi|từng|một|hai|nhiều)\s+$/iu.test(before);

const WHOLE_TYPES = TYPES.map((entry) => ({ entry, pattern: new RegExp(`^(?:${forms(entry).join('|')})$`, 'u') }));
const wordOf = (type: string): (typeof TYPES)[number] | undefined =>
  WHOLE_TYPES.find(({ pattern }) => pattern.test(type))?.entry;

function typedMentions(text: string): PlaceMention[] {
  const mentions: PlaceMention[] = [];
  for (const match of text.matchAll(TYPED)) {
    const { type = '', name: words = '' } = match.groups ?? {};
    const before = text.slice(Math.max(0, match.index - 140), match.index);
    const [word, level] = wordOf(type) ?? [];
    if (!word || !level || (level === 'village' && OTHER_WORD.test(before))) continue;
    const nameStart = match.index + match[0].length - words.length;
    const behind = text.slice(nameStart, nameStart + 60);
    if (NOT_A_NAME.test(behind) || (/^\d/.test(words) && !isNumbered(word, before, behind))) continue;
    const found = nameOf(word, words, level);
    if (!found) continue;
    const short = /^H\.?C\.?M$/i.test(found.name) ? 'Hồ Chí Minh' : titleCase(found.name.replace(/\s+/g, ' '));
    mentions.push({
      span: { start: match.index, end: nameStart + found.name.length },
      name: `${word} ${short}`,
      level: found.level,
      organisation: isOrganisation(before),
    });
  }
  return mentions;
}

const BEFORE = '(?<![\\p{L}\\p{M}\\p{N}])';
/** No capitalised word goes on behind: "Thái Bình Dương" is no province. */
const AFTER = `(?![\\p{L}\\p{M}\\p{N}]|${SPACE}+\\p{Lu}|${SPACE}*[-–]${SPACE}?\\p{Lu}\\p{Ll})`;
/** A capitalised word right before makes it a person's or another name: "Nguyễn Hà Giang". */
const PART_OF_NAME = /\p{Lu}[\p{L}\p{M}]*\s+$/u;
const HONORIFIC =
  /(?<![\p{L}\p{M}])(?:[Ôô]ng|[Bb]à|[Cc]hị|[Aa]nh|[Ee]m|[Cc]ô|[Cc]hú|[Cc]ụ|[Đđ]\/c|đồng chí|PV|[Tt]ác giả)\s+$/u;
const AFTER_BODY =
  /(?:[uủ][ỷy]|Sở(?:\s+[\p{L}-]+){1,6}|động|hội|chính|tế|dục|LĐTBXH|CSXH|MTTQ|UBND|HĐND|[Cc]ông an|Ngân hàng|báo|Báo|Đài|PTTH)[^\S\n]+$/u;

function bareMentions(
  text: string,
  names: Map<string, { name: string; level: PlaceLevel }>,
  taken: Span[],
): PlaceMention[] {
  if (names.size === 0) return [];
  const alternatives = [...names.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) =>
      name
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/\s*[-–]\s*/g, '\\s*[-–]\\s*')
        .replace(/ /g, `${SPACE}+`),
    );
  const pattern = new RegExp(`${BEFORE}(?:${alternatives.join('|')})${AFTER}`, 'gu');
  const byKey = new Map([...names].reverse().map(([name, unit]) => [nameKey(name), unit]));
  const mentions: PlaceMention[] = [];
  let next = 0;
  for (const match of text.matchAll(pattern)) {
    const span = { start: match.index, end: match.index + match[0].length };
    while (next < taken.length && (taken[next] as Span).end <= span.start) next++;
    if ((taken[next]?.start ?? Infinity) < span.end) continue;
    const before = text.slice(Math.max(0, span.start - 140), span.start);
    const organisation = isOrganisation(before) || AFTER_BODY.test(before);
    if (HONORIFIC.test(before) || (PART_OF_NAME.test(before) && !organisation)) continue;
    const unit = names.get(match[0].replace(/\s+/g, ' ')) ?? byKey.get(nameKey(match[0]));
    if (unit) mentions.push({ span, name: unit.name, level: unit.level, organisation });
  }
  return mentions;
}

/** Bare names that are units because the text calls them so elsewhere: "Vĩnh Tường" beside "huyện Vĩnh Tường". */
function namedElsewhere(mentions: PlaceMention[]): Map<string, { name: string; level: PlaceLevel }> {
  const names = new Map<string, { name: string; level: PlaceLevel }>();
  const order: PlaceLevel[] = ['province', 'district', 'commune'];
  for (const { name, level } of [...mentions].sort((a, b) => order.indexOf(b.level) - order.indexOf(a.level))) {
    const word = TYPES.find(([type]) => name.startsWith(`${type} `))?.[0] ?? '';
    const bare = name.slice(word.length + 1);
    if (level !== 'village' && /\p{L}/u.test(bare) && bare.includes(' ')) names.set(bare, { name, level });
  }
  return names;
}

/**
 * Every place named in `text`, in order: with a type word ("xã Tuân Chính", "TX. An Nhơn", "tổ dân phố 5"), provinces
 * by their bare name, and other units by their bare name where the text gives their type elsewhere.
 */
export function findPlaces(text: string): PlaceMention[] {
  const typed = typedMentions(text);
  const names = new Map([...provinceNames(), ...namedElsewhere(typed)]);
  return [
    ...typed,
    ...bareMentions(
      text,
      names,
      typed.map((mention) => mention.span),
    ),
  ].sort((a, b) => a.span.start - b.span.start);
}
