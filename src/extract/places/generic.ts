import type { PlaceLevel, Span } from '../../model/index.ts';
import { finders } from '../text/dispatch.ts';
import { quick } from '../text/quick.ts';

/** A word for a place that names none: "toàn huyện", "trên địa bàn tỉnh", "cả nước". */
export interface GenericMention {
  span: Span;
  level: PlaceLevel;
  /** It speaks of the whole unit ("toàn tỉnh"), not of its government. */
  whole: boolean;
}

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

const NATIONAL = quick(
  /(?<![\p{L}\p{M}])(?:(?:trên )?[Cc]ả nước|[Tt]oàn quốc|chuẩn quốc gia|Việt Nam)(?![\p{L}\p{M}])/gu,
);
/** Something is said of the country, unlike in "đại biểu toàn quốc". */
const IS_SAID = /^,?\s{1,2}(?:có|còn|hiện|đã|đạt|ước|mỗi năm|giảm|tăng)(?![\p{L}\p{M}])/u;
const IN = /(?:ở|tại)\s{1,2}$/iu;
const NAME_GOES_ON = /^\s{1,2}\p{Lu}/u;

/** A department that opens a sentence speaks for its province, an office for its district. */
const OFFICE = quick(/(?<![\p{L}\p{M}])(?:Sở|Phòng)(?=\s{1,2}\p{Lu})/gu);
const wordsIn = finders({
  province: patternOf('tỉnh'),
  district: patternOf('huyện|thị xã|quận'),
  commune: patternOf('xã(?! hội| h[oò]a)|phường|thị trấn'),
  city: patternOf('thành phố|TP'),
  office: OFFICE,
  national: NATIONAL,
});

// What stands before a word is looked at only where the word is found: a pattern that opens with it would walk back
// over every run of spaces from each of them.
const OPENS = /(?:^|[.;!?]\s{1,2}|\n)(?:[-–+•*]\s{0,2})?(?:Hiện,?\s)?$/u;

/** Places that `text` names by their kind alone, in order. `own` is the level a bare "thành phố" stands for. */
export function genericPlaces(text: string, own: PlaceLevel | null): GenericMention[] {
  const found: GenericMention[] = [];
  const words = wordsIn(text);
  const collect = (level: PlaceLevel, matches: readonly RegExpExecArray[]) => {
    for (const match of matches) {
      const word = match.groups?.whole ?? '';
      const whole = word !== '';
      const ahead = text.slice(Math.max(0, match.index - 24), match.index) + (word.startsWith('của') ? word : '');
      if ((!whole || word.startsWith('của')) && (NOT_UNIT.test(ahead) || GIVES.test(ahead))) continue;
      found.push({ span: { start: match.index, end: match.index + match[0].length }, level, whole });
    }
  };
  for (const level of ['province', 'district', 'commune'] as const) collect(level, words[level]);
  collect(own === 'district' ? 'district' : 'province', words.city);
  for (const { index, 0: word } of words.office) {
    if (!opensAt(text, index)) continue;
    const level = word === 'Sở' ? 'province' : 'district';
    found.push({ span: { start: index, end: index + word.length }, level, whole: false });
  }
  for (const { index, 0: word } of words.national) {
    const span = { start: index, end: index + word.length };
    const said = isSaidOfCountry(text, span, word);
    if (said || word !== 'Việt Nam') found.push({ span, level: 'country', whole: said });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Whether a sentence or an item begins at an offset. */
const opensAt = (text: string, offset: number): boolean =>
  OPENS.test(offset < 12 ? text.slice(0, offset) : `·${text.slice(offset - 12, offset)}`);

function isSaidOfCountry(text: string, { start, end }: Span, word: string): boolean {
  const behind = text.slice(end, end + 16);
  if (word !== 'Việt Nam') return word !== 'chuẩn quốc gia' && IS_SAID.test(behind);
  if (IN.test(text.slice(Math.max(0, start - 6), start))) return !NAME_GOES_ON.test(behind);
  return IS_SAID.test(behind) && opensAt(text, start);
}
