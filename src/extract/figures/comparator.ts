import type { Comparator, Span } from '../../model/index.ts';
import type { Layout } from '../text/layout.ts';
import { quick } from '../text/quick.ts';

/** Bounds that stand before the number, each closing the words before it; the first that fits decides. */
const BEFORE: readonly (readonly [Comparator, RegExp])[] = [
  ['approx', quick(/(?<!\p{L})trên dưới\s*$/u)],
  [
    'ge',
    quick(
      /(?<!\p{L})(?:ít nhất|tối thiểu|không (?:dưới|ít hơn|thấp hơn)|chí ít|(?:đạt|bằng)(?:,| và| hoặc) vượt)(?:\s+(?:là|đạt|có|cho|khoảng|phải|bằng|cũng|từ|được))*\s*$/u,
    ),
  ],
  [
    'le',
    quick(
      /(?<!\p{L})(?:tối đa|hỗ trợ (?:tới|đến)|không (?:(?:để|cho|được)(?: \p{L}+){0,4} )?(?:quá|vượt quá|vượt|hơn|cao hơn)|(?<=(?:mức|hỗ trợ|vay|được hưởng|trợ cấp)[^.;,]{0,40})(?:cao nhất|nhiều nhất))(?:\s+(?:là|đạt|có|cho|bằng|không quá))*\s*$/u,
    ),
  ],
  [
    'gt',
    quick(
      /(?<!\p{L})(?:trên(?: mức)?|(?<!(?:cao|thấp|kém|nhiều|ít|lớn|(?<!vừa và )nhỏ|đông|sớm|tốt)\s+)hơn|quá|vượt ngưỡng|vượt mức|vượt mốc|vượt con số)\s*$|>\s*$/u,
    ),
  ],
  [
    'lt',
    quick(
      /(?<!\p{L})(?:gần|dưới(?: mức)?|ngót|(?:chưa|không) (?:đến|tới|đầy)|xuống dưới|gần đến|suýt soát|non)\s*$|<\s*$/u,
    ),
  ],
  [
    'approx',
    quick(
      /(?<!\p{L})(?:khoảng|ước(?: tính)?(?:\s+(?:đạt|có|còn|khoảng|thực hiện|giảm còn|tăng lên|là))*|ước\s+(?:tăng|giảm)(?:\s+(?:thêm|được))?|xấp xỉ|chừng|độ chừng|tầm|vào khoảng|cỡ|ước chừng)\s*$/u,
    ),
  ],
];
const AFTER: readonly (readonly [Comparator, RegExp])[] = [
  ['ge', /^[^.;,\d]{0,24}?(?<!\p{L})trở lên(?!\p{L})/u],
  ['le', /^[^.;,\d]{0,24}?(?<!\p{L})trở xuống(?!\p{L})/u],
];
/** "trị giá từ 500.000 đồng/phần" with no upper end. */
const FROM_PRICE = quick(/(?<!\p{L})(?:trị giá|giá trị|mức|mỗi \p{L}+)(?:\s+quà)?\s+từ\s*$/u);
const UP_TO = /^[^.;,]{0,24}?(?:[-–]\s*\d|(?<!\p{L})(?:đến|tới|lên|xuống|trở)(?!\p{L}))/u;
/** "tỷ lệ hộ nghèo trên 74 huyện nghèo": in so many places, which no one would round so. */
const ON_PLACES = /^[1-9]\s*(?:tỉnh|huyện|quận|xã|phường|thôn|bản|buôn|ấp)(?!\p{L})/u;
/** "triển khai trên 100% các huyện": on all of them. */
const COVERS = /^trên\s*$/u;
const ALL_OF =
  /^100\s*%\s*(?:các\s+)?(?:số\s+)?(?:tỉnh|huyện|quận|thị xã|xã|phường|thôn|bản|buôn|ấp|địa bàn|cơ sở|trường)(?!\p{L})/u;
/** "đạt và vượt 11/11 chỉ tiêu": all of them were reached. */
const ACHIEVED = /vượt\s*$/u;
const OF_AS_MANY = /^\d+\s*(?:\/\s*\d+)?\s*chỉ tiêu(?!\p{L})/u;
/** "đã vượt 16 triệu người" */
const PASSED = quick(/(?<!\p{L})vượt\s*$/u);
const OF_PLAN = quick(/(?<!\p{L})(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán|so với|nghị quyết|kh|định mức)(?!\p{L})/u);
/** "Ước tính đến ngày 30/6/2023, …" estimates every figure of its sentence that takes that date. */
const ESTIMATES =
  /(?:^[\s\-+•*]*|[:"“]\s*)(?:(?:trong|đến|tính đến|hết)\s[^,;]{0,40},\s*)?(?:theo\s+)?ước(?!\s+(?:mơ|muốn|nguyện|vọng|lượng|ao|định|chừng))\s+\p{L}/u;

/** A bound and the words that state it; "" where none do. */
export interface Bound {
  comparator: Comparator;
  words: string;
}

/** The words before a number; those of the line above where nothing closes it and the number opens its own. */
const ahead = (folded: string, number: Span, sentence: Span): string => {
  const own = folded.slice(Math.max(sentence.start, number.start - 40), number.start);
  const line = own.trim() === '' ? folded.slice(Math.max(0, sentence.start - 24), sentence.start) : '';
  return (/^[^\n]*\n\s*$/.test(line) ? line : '') + own;
};

/** The bound that the words around a number state. */
export const comparatorOf = (folded: string, number: Span, sentence: Span): Bound => {
  const before = ahead(folded, number, sentence);
  const wider = folded.slice(Math.max(sentence.start, number.start - 200), number.start);
  const after = folded.slice(number.end, Math.min(sentence.end, number.end + 48));
  for (const [comparator, pattern] of BEFORE) {
    const words = pattern.exec(before);
    if (words && COVERS.test(words[0]) && ALL_OF.test(folded.slice(number.start, number.end + 24))) break;
    if (
      words &&
      comparator === 'ge' &&
      ACHIEVED.test(words[0]) &&
      OF_AS_MANY.test(folded.slice(number.start, number.end + 24))
    )
      break;
    if (words && !(/^trên\s*$/u.test(words[0]) && ON_PLACES.test(folded.slice(number.end - 1, number.end) + after)))
      return { comparator, words: words[0].trim() };
  }
  for (const [comparator, pattern] of AFTER) {
    const words = pattern.exec(after);
    if (words) return { comparator, words: words[0].trim() };
  }
  if (FROM_PRICE.test(before) && !UP_TO.test(after)) return { comparator: 'ge', words: 'từ' };
  if (PASSED.test(before) && !/%\s*$/.test(folded.slice(number.start, number.end)) && !OF_PLAN.test(wider + after))
    return { comparator: 'gt', words: 'vượt' };
  return { comparator: 'eq', words: '' };
};

/** "…, ước đến cuối năm 2020 giảm còn 2,6%": from there on the clause estimates. */
const FORECASTS = quick(
  /(?<!\p{L})ước\s+(?:(?:tính|thực hiện|đạt|trong|vào|đến|hết|tới|cuối|cả)\s+)*(?:năm|tháng|quý|ngày|cuối|hết)(?!\p{L})(?!.*;)/su,
);
export const forecasts = (folded: string, sentence: Span, number: Span): boolean =>
  FORECASTS.test(folded.slice(Math.max(sentence.start, number.start - 300), number.start));

/** Whether a sentence, or the part of it behind a colon, opens as an estimate. */
export const opensAsEstimate = (folded: string, sentence: Span, number: Span): boolean =>
  ESTIMATES.test(folded.slice(Math.max(sentence.start, number.start - 600), number.start));

const LIST_LINE = /^[\s]*[-+•–*]\s/u;
const LEADS_ESTIMATE = /^[\s\-+•*\p{N}.)]*ước\s[^\n]{0,80}:\s*$/u;
/** The paragraphs of a layout that are items of a list led by an estimate, by their starts. */
const estimatedLists = new WeakMap<Layout, ReadonlySet<number>>();
const listsUnderEstimates = ({ folded, paragraphs }: Layout): ReadonlySet<number> => {
  const under = new Set<number>();
  let led = false;
  for (const { start, end } of paragraphs) {
    const line = folded.slice(start, Math.min(end, start + 120));
    if (LEADS_ESTIMATE.test(line)) led = true;
    else if (!LIST_LINE.test(line)) led = false;
    else if (led) under.add(start);
  }
  return under;
};

/** Whether a paragraph is an item of a list whose lead line estimates: "Ước cuối năm 2017:". */
export const underEstimate = (layout: Layout, paragraph: Span): boolean => {
  const known = estimatedLists.get(layout) ?? listsUnderEstimates(layout);
  estimatedLists.set(layout, known);
  return known.has(paragraph.start);
};
