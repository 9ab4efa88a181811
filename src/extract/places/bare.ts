import { nameKey, provinceNames } from '../../catalogue/places/index.ts';
import type { PlaceLevel, Span } from '../../model/index.ts';
import { matchAt, wordsBeginningWith } from '../text/dispatch.ts';
import { quick } from '../text/quick.ts';
import type { PlaceMention } from './mention.ts';
import { isOrganisation } from './organisation.ts';
import { SPACE, typeWordOf } from './types.ts';

type Unit = { name: string; level: PlaceLevel };

const BEFORE = '(?<![\\p{L}\\p{M}\\p{N}])';
/** No capitalised word goes on behind: "Thái Bình Dương" is no province. */
const AFTER = `(?![\\p{L}\\p{M}\\p{N}]|${SPACE}+\\p{Lu}|${SPACE}*[-–]${SPACE}?\\p{Lu}\\p{Ll})`;
/** A capitalised word right before makes it a person's or another name: "Nguyễn Hà Giang". */
const PART_OF_NAME = quick(
  /(?<![\p{L}\p{M}])(?!(?:Tại|Ở|Từ|Và|Riêng|Với|Còn|Theo|Trong|Đến|Tới|Như|Ngoài|Về|Của|Cho|Do|Khi|Sau|Trước|Hiện|Gồm|Cả|TẠI|CỦA|VÀ|Ở)\s)\p{Lu}[\p{L}\p{M}]*\s+$/u,
);
const HONORIFIC = quick(
  /(?<![\p{L}\p{M}])(?:[Ôô]ng|[Bb]à|[Cc]hị|[Aa]nh|[Ee]m|[Cc]ô|[Cc]hú|[Bb]ác|[Cc]ụ|[Bb]é|[Cc]háu|[Đđ]\/c|đồng chí|PV|[Nn]hà báo|[Tt]ác giả|[Bb]ác sĩ|[Ll]iệt sĩ|[Nn]ghệ sĩ|Mẹ|[Tt]hầy|[Hh]ọc sinh)\s+$/u,
);
/** Streets, rivers, works, wares and papers that bear a place's name. */
const NAMED_AFTER = quick(
  /(?<![\p{L}\p{M}])(?:đường|phố|đại lộ|cầu|sông|núi|hồ|vịnh|đèo|cảng|sân bay|chợ|khách sạn|nhà hàng|thủy điện|thuỷ điện|chè|trận|chiến dịch|chiến thắng|chiến trường|hiệp định|công viên|bến xe|nhà ga|xổ số(?: kiến thiết)?|kênh|[Đđ]ại học|[Cc]ao đẳng|nhà máy|nhà xuất bản)\s+$/iu,
);
const AFTER_BODY =
  /(?:[uủ][ỷy]|Sở(?:\s+[\p{L}-]+){1,6}|động|hội|chính|tế|dục|LĐTBXH|CSXH|MTTQ|UBND|HĐND|[Cc]ông an|Ngân hàng|báo|Báo|Đài|PTTH)[^\S\n]+$/u;

const sourceOf = (name: string): string =>
  name
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s*[-–]\s*/g, '\\s*[-–]\\s*')
    .replace(/ /g, `${SPACE}+`);

/** The letter a name begins with and its next one, if that is a letter: what is behind may be written otherwise. */
const headOf = (name: string): string => name.slice(0, ' –-'.includes(name.charAt(1)) ? 1 : 2);

const LARGEST = 1000;
const PATTERNS = new Map<string, RegExp>();
const patternOf = (names: readonly string[]): RegExp => {
  const key = names.join('|');
  const pattern = PATTERNS.get(key) ?? new RegExp(`${BEFORE}(?:${names.map(sourceOf).join('|')})${AFTER}`, 'uy');
  if (PATTERNS.size >= LARGEST) PATTERNS.clear();
  PATTERNS.set(key, pattern);
  return pattern;
};

/** Where `names` stand in the text, the longest at each place; each is looked for where its first letters are. */
function namesIn(text: string, names: readonly string[]): RegExpExecArray[] {
  const heads = Map.groupBy(
    [...names].sort((a, b) => b.length - a.length),
    headOf,
  );
  const found: RegExpExecArray[] = [];
  let end = 0;
  const first = new Set(names.map((name) => name.charCodeAt(0)));
  for (const start of wordsBeginningWith(text, first)) {
    if (start < end) continue;
    for (const head of [text.slice(start, start + 2), text.slice(start, start + 1)]) {
      const group = heads.get(head);
      const match = group ? matchAt(patternOf(group), text, start) : null;
      if (!match) continue;
      end = start + match[0].length;
      found.push(match);
      break;
    }
  }
  return found;
}

/** Names without their type word, outside the stretches `taken` (ascending): provinces', and those of `elsewhere`. */
export function bareMentions(text: string, elsewhere: Map<string, Unit>, taken: readonly Span[]): PlaceMention[] {
  const names = new Map([...provinceNames(), ...elsewhere]);
  let byKey: Map<string, Unit> | null = null;
  const unitOf = (written: string): Unit | undefined => {
    const exact = names.get(written.replace(/\s+/g, ' '));
    if (exact) return exact;
    byKey ??= new Map([...names].reverse().map(([name, unit]) => [nameKey(name), unit]));
    return byKey.get(nameKey(written));
  };
  const mentions: PlaceMention[] = [];
  let next = 0;
  for (const match of namesIn(text, [...names.keys()])) {
    const span = { start: match.index, end: match.index + match[0].length };
    while (next < taken.length && (taken[next] as Span).end <= span.start) next++;
    if ((taken[next]?.start ?? Infinity) < span.end) continue;
    const before = text.slice(Math.max(0, span.start - 140), span.start);
    const organisation = isOrganisation(before) || AFTER_BODY.test(before);
    if (HONORIFIC.test(before) || NAMED_AFTER.test(before) || (PART_OF_NAME.test(before) && !organisation)) continue;
    const unit = unitOf(match[0]);
    if (unit) mentions.push({ span, name: unit.name, level: unit.level, organisation });
  }
  return mentions;
}

/** Bare names that are units because the text calls them so elsewhere: "Vĩnh Tường" beside "huyện Vĩnh Tường". */
export function namedElsewhere(mentions: readonly PlaceMention[]): Map<string, Unit> {
  const names = new Map<string, Unit>();
  const order: PlaceLevel[] = ['province', 'district', 'commune'];
  for (const { name, level } of [...mentions].sort((a, b) => order.indexOf(b.level) - order.indexOf(a.level))) {
    const bare = name.slice(typeWordOf(name).length + 1);
    if (level !== 'village' && /\p{L}/u.test(bare) && bare.includes(' ')) names.set(bare, { name, level });
  }
  return names;
}
