import { candidates } from '../../catalogue/places/index.ts';
import type { PlaceLevel, Span } from '../../model/index.ts';
import { finder } from '../text/dispatch.ts';
import { BEFORE } from '../text/words.ts';
import { bareMentions, namedElsewhere } from './bare.ts';
import { listedMentions } from './lists.ts';
import type { PlaceMention } from './mention.ts';
import { isOrganisation } from './organisation.ts';
import { knownName, NAME, NUMBER, SPACE, TYPE_PATTERN, type TypeLevel, typeOf } from './types.ts';

export type { PlaceMention };

const QUALITY =
  '(?:\\s+(?:nghèo|miền\\s+núi|vùng\\s+cao|vùng\\s+sâu|biên\\s+giới|đảo|đặc\\s+biệt\\s+khó\\s+khăn|ĐBKK|điểm|bãi\\s+ngang|ven\\s+biển|an\\s+toàn\\s+khu|kết\\s+nghĩa|số(?=\\s+\\d)))?';
const typedIn = finder(
  new RegExp(
    `${BEFORE}(?<type>${TYPE_PATTERN})${QUALITY}${SPACE}*(?<=[\\s.]|TP|Tp|TX|TT)(?<name>${NAME}|${NUMBER})`,
    'gu',
  ),
);

/** Capitalised words behind "xã", "tỉnh" … that name an office, a title, a date or an institution instead. */
const NOT_A_NAME =
  /^(?:Hội|Đoàn|Đảng|Ủy|Uỷ|UBND|HĐND|MTTQ|UBMTTQ|Sở|Phòng|Ban|Bộ|Công\s+(?:an|đoàn|ty|tác|trình)|Chi\s+(?:bộ|hội|cục|nhánh)|Chủ\s+tịch|Phó|Bí\s+thư|Giám\s+đốc|Trưởng|Ông|Bà|Đồng\s+chí|Văn\s+(?:hóa|hoá|phòng)|Nghị|Quyết|Kế\s+hoạch|Thông\s+tư|Chỉ\s+thị|Luật|Trong|Năm|Tính|Đến|Theo|Tại|Từ|Các|Nông\s+thôn|NTM|LĐ|XH|BHYT|BHXH|CSXH|Tuy|Ngoài|Nhờ|Qua|Với|Để|Là|Có|Đã|Hiện|Việt\s+Nam|DTTS|ĐBKK|Thương\s+binh|Lao\s+động|SOS|Hữu\s+nghị|Trẻ\s+em|Nghề|GDTX|GDNN|GTVL|DVVL|YTDP|CTXH)(?![\p{L}\p{M}])/iu;
/** Words that end a name where no comma does: "xã Hòa Bình Chủ tịch …". */
const ENDS_NAME =
  /\s+[-–]?\s*(?:Chủ|Phó|Bí|Giám|Trưởng|Ông|Bà|Công\s+ty|UBND|HĐND|Trong|Năm|Đến|Theo|Từ|Các|Tại|Đã|Số|BHYT|BHXH|MTTQ|Ủy|Uỷ|Sở|Phòng|Ban|Hội|Đảng|Ảnh|CỘNG|Độc|GIAI|NĂM|TRONG|VÀ|VỀ)(?![\p{L}\p{M}]).*$/u;
/** "văn bản", "chăm sóc", "Nhật Bản": no village. */
const OTHER_WORD = /(?:văn|cơ|biên|kịch|xuất|căn|ấn|phiên|bài|chăm|săn|nhật|hợp tác|dân|cồng|vàng)\s+$/iu;

const titleCase = (name: string): string =>
  /\p{Ll}/u.test(name) || !/\p{L}{2}/u.test(name)
    ? name
    : name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());

/** The longest beginning of `words` that the catalogue knows, else all of them up to a word that ends a name. */
function nameOf(word: string, words: string, level: TypeLevel): { name: string; level: PlaceLevel } | null {
  const whole = words.replace(ENDS_NAME, '');
  if (level === 'village') return { name: whole, level };
  const known = knownName(word, whole, level);
  if (known) return known;
  return level === 'province' || level === 'city' ? null : { name: whole, level };
}

/** "huyện Từ Liêm", "xã Tuy Lộc": a unit's name may open with such a word, if it goes on. */
const isLongName = ({ word, level }: { word: string; level: TypeLevel }, words: string): boolean =>
  level !== 'village' && /\s/.test(knownName(word, words, level)?.name ?? '');

const NUMBERED_UNIT = /^(?:quận|phường|thôn|ấp|bản|làng|buôn|xóm|khóm|khu phố|tổ dân phố|khu dân cư|tiểu khu)$/u;
const COUNTED =
  /^\d+[A-ZĐ]?\s*(?:,\d|%|(?:hộ|người|nhà|căn|suất|triệu|tỷ|nghìn|ngàn|đồng|thẻ|tháng|năm|ngày|đối|trường hợp|em|cháu|lượt|xã|huyện|thôn|đơn vị|phần|con|ha|km|kg|tấn|mô hình|công trình|lớp|giường|cơ sở)(?![\p{L}\p{M}]))/u;

/** "phường 12", "tổ dân phố 5": the number is a name, and no count of what follows ("3 thôn 12 hộ"). */
const isNumbered = (word: string, before: string, behind: string): boolean =>
  NUMBERED_UNIT.test(word) && !COUNTED.test(behind) && !/(?:\d|các|những|mỗi|từng|một|hai|nhiều)\s+$/iu.test(before);

/** In initials ("D.P.H.") a letter with a dot abbreviates a name, no type word. */
const INITIALS = /\p{Lu}\.\s?$/u;

function typedMentions(text: string): PlaceMention[] {
  const mentions: PlaceMention[] = [];
  for (const match of typedIn(text)) {
    const { type = '', name: words = '' } = match.groups ?? {};
    const before = text.slice(Math.max(0, match.index - 140), match.index);
    const told = typeOf(type);
    if (!told || (told.level === 'village' && OTHER_WORD.test(before))) continue;
    const { word, level, short } = told;
    const nameStart = match.index + match[0].length - words.length;
    const behind = text.slice(nameStart, nameStart + 60);
    if (
      (NOT_A_NAME.test(behind) && !isLongName(told, words)) ||
      (/^\d/.test(words) && !isNumbered(word, before, behind))
    )
      continue;
    if (short && (INITIALS.test(before) || (level !== 'village' && !knownName(word, words, level)))) continue;
    const found = nameOf(word, words, level);
    if (!found) continue;
    const full = /^H\.?C\.?M$/i.test(found.name) ? 'Hồ Chí Minh' : titleCase(found.name.replace(/\s+/g, ' '));
    mentions.push({
      span: { start: match.index, end: nameStart + found.name.length },
      name: `${word} ${full}`,
      level: found.level,
      organisation: isOrganisation(before),
    });
  }
  return mentions;
}

const IN_BRACKETS = new RegExp(`\\s?\\((?<name>${NAME})(?=\\s*[,)])`, 'uy');

/** "xã Bình Trị (Bình Sơn)", "các xã A, B (Nghĩa Hành, Quảng Ngãi)": the district around communes, by its bare name. */
function enclosing(text: string, mentions: readonly PlaceMention[]): PlaceMention[] {
  const taken = new Set(mentions.map(({ span }) => span.start));
  return mentions.flatMap(({ span, level }): PlaceMention[] => {
    IN_BRACKETS.lastIndex = span.end;
    const words = level === 'commune' ? IN_BRACKETS.exec(text)?.groups?.name : undefined;
    const start = IN_BRACKETS.lastIndex - (words?.length ?? 0);
    if (!words || taken.has(start) || !/\s/.test(words)) return [];
    const types = new Set(candidates(words, 'district').map(({ type }) => type));
    const [type] = types;
    return type
      ? [
          {
            span: { start, end: start + words.length },
            name: `${type} ${words}`,
            level: 'district',
            organisation: false,
          },
        ]
      : [];
  });
}

const inOrder = (mentions: PlaceMention[]): PlaceMention[] => mentions.sort((a, b) => a.span.start - b.span.start);
const spansOf = (mentions: PlaceMention[]): Span[] => mentions.map(({ span }) => span);

/** The text read last with its places: the document's own place and those of its figures are sought one after the other. */
let latest: { text: string; places: readonly PlaceMention[] } = { text: '', places: [] };

/**
 * Every place named in `text`, in order: with a type word ("xã Tuân Chính", "TX. An Nhơn", "tổ dân phố 5"), under the
 * type word of a list ("các xã A, B và C"), provinces by their bare name, and other units by their bare name where the
 * text gives their type elsewhere.
 */
export function findPlaces(text: string): readonly PlaceMention[] {
  if (latest.text !== text) {
    const typed = typedMentions(text);
    const communes = inOrder([...typed, ...listedMentions(text, typed)]);
    const named = inOrder([...communes, ...enclosing(text, communes)]);
    latest = { text, places: inOrder([...named, ...bareMentions(text, namedElsewhere(named), spansOf(named))]) };
  }
  return latest.places;
}
