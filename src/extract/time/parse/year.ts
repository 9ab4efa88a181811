import { firstOf, lastOf } from '../calendar.ts';
import { COUNT } from '../numerals.ts';
import { DASH, words, YEAR } from '../pattern.ts';
import type { Parser } from '../types.ts';
import { int, years } from './reading.ts';
import { YEAR_WORD, yearOf } from './year-word.ts';

const COUNTED_NOUN =
  /^(?:[^\S\n]*(?:%|\/[^\S\n]*\p{N})|[^\S\n]+(?:lượt |tổng |hơn |trên )?(?:hộ|người|lao động|đối tượng|trường hợp|suất|phần|triệu|tỷ|tỉ|đồng|vn[đd]|đ|thẻ|em|học sinh|sinh viên|cháu|con|căn|nhà|ha|lớp|khẩu|nhân khẩu|học viên|hồ sơ|trẻ|cụ|lượt|cán bộ|hội viên|đoàn viên|sổ|giấy|km|m2|tấn|kg|cơ sở|doanh nghiệp|công trình|mô hình|đơn vị|đại biểu|thành viên|gia đình|cây|bộ(?! (?:lao động|y tế|tài|nội vụ|giáo dục|quốc phòng|công an|nông nghiệp|xây dựng|văn hóa|chính trị|tư pháp|khoa học|thông tin|kế hoạch|công thương|dân tộc|máy))|cái|chiếc|xã|thôn|ngôi|tổ|chỗ|vị trí|usd|nghìn|ngàn|vạn|hợp đồng|việc làm|chỉ tiêu|bệnh nhân|cuộc|buổi|tờ|quyển|văn bản|vụ))(?![\p{L}\p{M}])/u;

/** "năm 2022", run together "năm2022". */
export const year: Parser = {
  name: 'year',
  pattern: words(`năm_(?<y>${YEAR})`),
  read: ({ y }) => years('year', int(y), int(y)),
};

/** "tăng lên 26% năm 2009 và năm 2011 đạt 31%": the first year closes its figure, the second opens the next. */
const FIGURE = /\p{N}(?:[^\S\n]*%|(?:[^\S\n]+\p{L}+){1,3})[^\S\n]+$/u;
const COMES_TO = /^[^\S\n]*(?:đạt|là|còn|có|tăng|giảm|chiếm|ước)(?![\p{L}\p{M}])/u;

export const partsFigures = (before: string, after: string): boolean => FIGURE.test(before) && COMES_TO.test(after);

/** "các năm 2020, 2021 và 2022"; the first and the last bound it. */
export const yearList: Parser = {
  name: 'year-list',
  pattern: words(
    `(?:các |những |${COUNT} )?năm:? (?<a>${YEAR})(?:_[,;]_(?:năm )?${YEAR}){0,8}(?:_[,;]_| và | & )(?:năm )?(?<b>${YEAR})`,
  ),
  read: ({ a, b }, { before, after }) =>
    COUNTED_NOUN.test(after) || partsFigures(before, after) ? null : years('range', int(a), int(b)),
};

const PERIOD_WORD = '(?:giai đoạn|thời kỳ|thời kì|những năm|các năm|năm|vụ)';

/** "giai đoạn 2021 - 2025", "2 năm 2014-2015", "2 năm (2021, 2022)", "từ năm 2011 đến 2013", "năm 2013 -2014". */
export const yearRange: Parser = {
  name: 'year-range',
  pattern: words(
    `(?:(?:${PERIOD_WORD}|${COUNT} năm) ?[(]?(?:từ )?(?:năm )?|từ (?:năm |đầu năm )?)(?<a>${YEAR})(?:${DASH}|/| đến | tới | đến hết | đến cuối )(?:năm |hết năm )?(?<b>${YEAR})`,
  ),
  read: ({ a, b }) => years('range', int(a), int(b)),
};

/** "2021-2025" standing alone, where no counted noun follows. */
export const bareYearRange: Parser = {
  name: 'bare-year-range',
  pattern: words(`(?<a>${YEAR})${DASH}(?<b>${YEAR})`),
  read: ({ a, b }, { after }) => (COUNTED_NOUN.test(after) ? null : years('range', int(a), int(b))),
};

const CUE =
  /(?:(?:bình quân|đầu|cuối|giữa|hè|hết|trước|sau|thu|đông|xuân|seagames|quỹ|từ|đến|tới|so với|trung ương|niên vụ|mùa|vụ mùa|lễ|kế hoạch|covid|thứ|năm|và|so sánh)[^\S\n]+|[(/–-])$/u;

/** A column head: a year alone between tabs or line ends. */
const aloneInItsCell = (before: string, after: string): boolean =>
  /(?:^|[\t\n])[^\S\n\t]*$/u.test(before) && /^[^\S\n\t]*(?:$|[\t\n])/u.test(after) && /[\t]/u.test(before + after);

/** "năm 2012: 10%; 2013: 8%": the head of one more item. */
const headsAnItem = (before: string, after: string): boolean =>
  /[;,][^\S\n]*$/u.test(before) && /^[^\S\n]*:[^\S\n]*\p{N}/u.test(after);

/** A bare "2008" where a year is asked for ("đến 2020", "(2019)"): no noun may follow it. */
export const bareYear: Parser = {
  name: 'bare-year',
  pattern: words(`(?<y>${YEAR})`),
  read: ({ y }, { before, after }) =>
    (CUE.test(before) || aloneInItsCell(before, after) || headsAnItem(before, after)) &&
    !COUNTED_NOUN.test(after) &&
    (!/[(]$/u.test(before) || /^[^\S\n]*[),;:]/u.test(after)) &&
    !/[/–-]$/u.test(before)
      ? years('year', int(y), int(y))
      : null,
};

const SEVERAL = /(?:những|nhiều|các|mấy|vài|một số|\p{N})[^\S\n]+$/u;

/** "năm nay", "năm ngoái", "năm trước". */
export const relativeYear: Parser = {
  name: 'relative-year',
  pattern: words(`(?<w>${YEAR_WORD})`),
  read: ({ w }, { before }) =>
    SEVERAL.test(before)
      ? null
      : { kind: 'relative', start: firstOf(yearOf(undefined, w)), end: lastOf(yearOf(undefined, w)) },
};

/** "trong năm", "cả năm": the year of the report. */
export const thisYear: Parser = {
  name: 'this-year',
  pattern: words('(?:trong|cả|toàn) năm'),
  read: (_, { after }) =>
    /^[^\S\n]*(?:[,.;:)]|(?:đã|có|là|toàn|huyện|tỉnh|thành phố|ước|đạt|ubnd)[^\S\n])/u.test(after)
      ? { kind: 'relative', start: firstOf({ ago: 0 }), end: lastOf({ ago: 0 }) }
      : null,
};

/** "năm qua", "năm vừa qua": the last whole year. */
export const pastYear: Parser = {
  name: 'past-year',
  pattern: words('(?:trong |một )?năm (?:vừa )?qua'),
  read: (_, { before }) => (SEVERAL.test(before) ? null : { kind: 'past', count: 1, unit: 'year' }),
};
