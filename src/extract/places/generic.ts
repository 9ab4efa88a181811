import type { PlaceLevel, Span } from '../../model/index.ts';

/** A word for a place that names none: "toàn huyện", "trên địa bàn tỉnh", "cả nước". */
export interface GenericMention {
  span: Span;
  level: PlaceLevel;
  /** It speaks of the whole unit ("toàn tỉnh"), not of its government. */
  whole: boolean;
}

const UNITS: [PlaceLevel, string][] = [
  ['province', 'tỉnh'],
  ['district', 'huyện|thị xã|quận'],
  ['commune', 'xã(?! hội| h[oò]a)|phường|thị trấn'],
];
const CITY = 'thành phố|TP';
/** "quà của tỉnh", "ngân sách huyện": what a government gives; its figures are of where it is given. */
const GIVES =
  /(?:quà|ngân sách|kinh phí|nguồn|nguồn vốn|vốn|quỹ|hỗ trợ|phân bổ|trợ cấp|chỉ tiêu|kế hoạch|chủ trương)\s+(?:của\s+)?$/iu;
/** "các xã", "ngoài huyện", "cấp tỉnh", "chỉ đạo của huyện": not the unit itself, or its office only. */
const NOT_UNIT =
  /(?:các|những|mỗi|từng|ngoài|cấp|nhiều|một số|liên|hợp tác|\d|ở|và|(?:chỉ đạo|hướng dẫn|thông báo|lãnh đạo|kế hoạch|cán bộ|quy định|chủ trương|văn bản|công văn) của)\s+$/iu;

const patternOf = (words: string): RegExp => {
  const either = words.replace(/(?<=^|\|)\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
  const whole = '[Tt]oàn|[Cc]ả|trong|[Tt]rên địa bàn(?: toàn)?|của(?: toàn)?|khắp';
  const end = '(?![\\p{L}\\p{M}]|\\s+\\p{Lu})';
  return new RegExp(
    `(?<![\\p{L}\\p{M}])(?:(?<whole>(?:${whole})\\s+)(?:${either})${end}(?!(?<=uận|hường)\\s*\\d)|(?:${either})${end}(?!\\s*\\d))`,
    'gu',
  );
};

const PATTERNS = UNITS.map(([level, words]) => [level, patternOf(words)] as const);
const CITY_PATTERN = patternOf(CITY);
/** The country: `whole` where something is said of it, and not only "đại biểu toàn quốc". */
const NATIONAL =
  /(?<![\p{L}\p{M}])(?:(?<whole>(?:(?:trên )?[Cc]ả nước|[Tt]oàn quốc|(?<=(?:^|[.;!?]\s+|\n)(?:Hiện,?\s+)?)Việt Nam)(?=,?\s+(?:có|còn|hiện|đã|đạt|ước|mỗi năm|giảm|tăng)(?![\p{L}\p{M}]))|(?<=(?:ở|tại)\s+)Việt Nam(?!\s+\p{Lu}))|(?:trên )?[Cc]ả nước|[Tt]oàn quốc|chuẩn quốc gia)(?![\p{L}\p{M}])/gu;

/** A department that opens a sentence speaks for its province, an office for its district. */
const OFFICES: [PlaceLevel, RegExp][] = [
  ['province', /(?<=^|[.;!?]\s+|\n[-–+•*\s]*)Sở(?=\s+\p{Lu})/gu],
  ['district', /(?<=^|[.;!?]\s+|\n[-–+•*\s]*)Phòng(?=\s+\p{Lu})/gu],
];

/** Places that `text` names by their kind alone, in order. `own` is the level a bare "thành phố" stands for. */
export function genericPlaces(text: string, own: PlaceLevel | null): GenericMention[] {
  const found: GenericMention[] = [];
  const collect = (level: PlaceLevel, pattern: RegExp) => {
    for (const match of text.matchAll(pattern)) {
      const word = match.groups?.whole ?? '';
      const whole = word !== '';
      const ahead = text.slice(Math.max(0, match.index - 24), match.index) + (word.startsWith('của') ? word : '');
      if ((!whole || word.startsWith('của')) && (NOT_UNIT.test(ahead) || GIVES.test(ahead))) continue;
      found.push({ span: { start: match.index, end: match.index + match[0].length }, level, whole });
    }
  };
  for (const [level, pattern] of PATTERNS) collect(level, pattern);
  collect(own === 'district' ? 'district' : 'province', CITY_PATTERN);
  for (const [level, pattern] of OFFICES) collect(level, pattern);
  for (const match of text.matchAll(NATIONAL)) {
    found.push({
      span: { start: match.index, end: match.index + match[0].length },
      level: 'country',
      whole: match.groups?.whole !== undefined,
    });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
