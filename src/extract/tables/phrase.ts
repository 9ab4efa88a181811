import type { Role } from '../../model/index.ts';
import { quick } from '../text/quick.ts';
import { fold } from '../text/words.ts';
import { UNIT_LINE } from './measure.ts';

/** Units and formulas in brackets, times and marks at the ends say nothing of what is counted. */
const BRACKETS = /\s*[([][^()[\]]*[)\]]/gu;
const TIME = quick(
  /(?<!\p{L})(?:(?:đến|tính đến|hết|tại|trong|của)\s+)?(?:(?:thời điểm|cuối|đầu|cả)\s+)?(?:ngày\s+\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2}\/\d{1,2}\/\d{4}|(?:\d{1,2}\s+)?tháng(?:\s+(?:đầu|cuối))?(?:\s+\d{1,2})?(?:[\s/]+(?:năm\s+)?(?:19|20)\d\d)|(?:năm|nk|giai đoạn)\s+\d{4}(?:\s*[-–]\s*\d{4})?|(?:19|20)\d\d)(?!\d)/giu,
);
const EDGES = /^[\s,;:.–\-+*•/]+|[\s,;:.–\-+*•/]+$/gu;

/** A heading without its unit, its time and its marks. */
export const bare = (text: string): string =>
  text
    .replace(/\(([^()]*\p{L}{4}[^()]*)\)/gu, (whole, inside: string) =>
      /^\s*(?:DTTS|BTXH|TNXP)\b/.test(inside) ? ` ${inside}` : whole,
    )
    .replace(BRACKETS, '')
    .replace(UNIT_LINE, '')
    .replace(TIME, ' ')
    .replace(/%/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(EDGES, '')
    .replace(/^trong đó(?:\s+có)?(?!\p{L})[\s:]*/iu, '');

const PLAN = '(?:kế hoạch|chỉ tiêu|kh|dự toán|nghị quyết|mục tiêu|nq)';
const ROLES: readonly (readonly [Role, RegExp])[] = [
  [
    'achievement',
    new RegExp(
      `(?:%|(?<!\\p{L})(?:t[ỷỉ] lệ|đạt|so(?: với)?|hoàn thành|th(?:ực hiện)?\\s*/)).*(?<!\\p{L})${PLAN}(?!\\p{L})|${PLAN}.*%|(?<!\\p{L})(?:t[ỷỉ] lệ|%|mức độ) (?:hoàn thành|thực hiện|đạt)(?:\\s*\\(?%?\\)?)?$`,
      'u',
    ),
  ],
  ['change', /(?<!\p{L})(?:tăng|giảm|chênh lệch|biến động)(?!\p{L}|\s+nghèo)|[+]\s*[,;/]\s*[-–]|±/u],
  ['target', new RegExp(`^${PLAN}(?!\\p{L}|\\s+phân bổ vốn)|(?<!\\p{L})(?:giao|phấn đấu|dự kiến)(?: năm| đến|$)`, 'u')],
  ['actual', /^(?:thực hiện|kết quả|th|đạt được|ước thực hiện|ước th|thực tế)(?!\p{L})/u],
];

/** What a heading says its numbers are; null where it says nothing of plan and outcome. */
export const roleIn = (text: string): Role | null => {
  const folded = fold(text).trim();
  return ROLES.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
};

/** "giảm" over numbers without a sign makes them decreases; "tăng, giảm" leaves it to the numbers. */
export const isDecrease = (text: string): boolean => {
  const folded = fold(text);
  return /(?<!\p{L})giảm(?!\p{L}|\s+nghèo)/u.test(folded) && !/(?<!\p{L})tăng(?!\p{L})/u.test(folded);
};

/** Headings that only sort: nothing is named by them. */
const SORTING =
  /^(?:trong đó|gồm|bao gồm|chia ra|cụ thể|số liệu|kết quả|so sánh|thực hiện|ước thực hiện|ước|th|kh|kế hoạch(?: giao)?|chỉ tiêu(?: giao)?|đạt|đạt kh|so với kh|so với kế hoạch|th\/kh|năm|giá trị|cùng kỳ|so với cùng kỳ|so cùng kỳ|(?:tăng|giảm|tăng,? giảm|chênh lệch)(?: so(?: với)?(?: năm trước| cùng kỳ)?)?|lũy kế|diễn biến(?: trong năm)?|đơn vị|số lượng thực hiện|kỳ này|kỳ trước)$/u;
/** A heading that opens with what is measured: those around it say of whom. */
const HEAD =
  /^(?:tổng số|tổng cộng|tổng|cộng|số lượng|số|t[ỷỉ] lệ|t[ỷỉ] trọng|kinh phí|số tiền|nhân khẩu|khẩu|dư nợ|doanh số|mức|trị giá|thành tiền|nguồn vốn|vốn)(?!\p{L})/u;

const lowerFirst = (text: string): string =>
  /^\p{Lu}{2}|^\p{Lu}\p{L}*\s+\p{Lu}\p{Ll}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** "Số hộ" + "hộ nghèo" is "số hộ nghèo"; "nhân khẩu" + "hộ nghèo" is "nhân khẩu thuộc hộ nghèo". */
const join = (head: string, next: string): string => {
  const rest = lowerFirst(next.replace(/^(?:tổng số|tổng|số lượng|số)\s+(?=\p{L})/iu, ''));
  const said = fold(head).split(' ');
  const words = fold(rest).split(' ');
  for (let n = Math.min(said.length, words.length); n > 0; n -= 1)
    if (said.slice(-n).join(' ') === words.slice(0, n).join(' ')) return [head, ...rest.split(' ').slice(n)].join(' ');
  const noun = words[0] as string;
  if (said[0] === noun && /^(?:hộ|người|trẻ)$/u.test(noun)) return [head, ...rest.split(' ').slice(1)].join(' ');
  const people = /(?:khẩu|người|đối tượng|lao động|trẻ em|học sinh)$/u.test(fold(head));
  return people && /^hộ (?:cận |mới thoát |thoát )?nghèo/u.test(fold(rest))
    ? `${head} thuộc ${rest}`
    : `${head} ${rest}`;
};

/** A heading that sorts, or gives only a time or a unit: "Kế hoạch năm 2023", "2019", "(%)". */
export const isSorting = (text: string): boolean =>
  bare(text) === '' ||
  SORTING.test(fold(bare(text))) ||
  roleIn(text) === 'achievement' ||
  /^so (?:với|sánh)/iu.test(text);

/** Totals and amounts that name nothing: what they count, the caption says. */
export const isUnnamed = (phrase: string): boolean =>
  /^(?:tổng số|tổng cộng|tổng|cộng|số lượng|số liệu)?$/u.test(fold(phrase).trim());

/** What a caption is about: without its number, its time and its capitals. */
export const captionCore = (caption: string): string => {
  const core = bare(
    caption.replace(/^(?:(?:biểu|bảng|phụ lục|phụ biểu|mẫu)(?: số)?\s*[\dIVX.]*(?!\p{L})\s*[:.\-–]?\s*)+/iu, ''),
  );
  const capitals = !/\p{Ll}/u.test(core);
  return capitals ? core.charAt(0) + core.slice(1).toLowerCase() : core;
};

/** Headings that measure something of the column before them. */
export const isBareMeasure = (text: string): boolean =>
  /^(?:t[ỷỉ] lệ|t[ỷỉ] trọng|số tiền|thành tiền|kinh phí)?$/u.test(fold(bare(text))) && !isSortingWord(text);
const isSortingWord = (text: string): boolean => SORTING.test(fold(bare(text))) || !/\p{L}|%/u.test(text);

/**
 * One noun phrase from the headings over a cell (outermost first) and what its row is named by: the heading that
 * says what is measured comes first, those that say of whom follow. "Hộ nghèo / Tỷ lệ (%)" is "tỷ lệ hộ nghèo".
 */
export const phraseOf = (path: readonly string[], row: readonly string[]): string => {
  const names = [...path, ...row].filter((text) => !isSorting(text)).map(bare);
  const distinct = names.filter((text, i) => names.findIndex((other) => fold(other) === fold(text)) === i);
  const isHead = (text: string): boolean => HEAD.test(fold(text));
  const heads = distinct.filter(isHead).reverse();
  const [first, ...others] = heads;
  const rest = [...others.reverse().filter((text) => !isUnnamed(text)), ...distinct.filter((text) => !isHead(text))];
  const parts = first === undefined ? rest : [first, ...rest];
  const phrase = parts.reduce((said, next) => (said === '' ? next : join(said, next)), '');
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
};
