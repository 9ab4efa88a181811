import { day, isDay, LUNAR_YEAR } from '../calendar.ts';
import { DASH, DAY, MONTH, words, YEAR } from '../pattern.ts';
import type { Parser } from '../types.ts';
import { MONTH_NAME, monthNamed } from './month.ts';
import { int, months, onDay, yearIn } from './reading.ts';

/** "thứ hai", "thứ 2", "chủ nhật"; "lần thứ hai" counts. */
const WEEKDAY =
  '(?<!(?:lần|họp|hội|năm|tháng|tuần|khóa|hạng|đứng|xếp) )thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7]),?|(?:chủ|chúa) nhật,?';
const PREFIX = '(?:ngày|hôm|sáng|chiều|tối|trưa|đêm|mùng|mồng)';
const OF_WEEK = `(?:(?:${WEEKDAY}) )?`;

/** "27/8/2021", "ngày 27-8-2021", "30.6.2023". */
export const fullDate: Parser = {
  name: 'full-date',
  pattern: words(`${OF_WEEK}(?:${PREFIX} ){0,2}(?<d>${DAY})_(?<sep>[/.-])_(?<m>${MONTH})_\\k<sep>_(?<y>${YEAR})`),
  read: ({ d, m, y }) => onDay(d, m, y),
};

/** "ngày 01 tháng 6 năm 2023"; a blank day ("ngày   tháng 6 năm 2023") is a month. */
export const writtenDate: Parser = {
  name: 'written-date',
  pattern: words(
    `${OF_WEEK}(?:${PREFIX} ){1,2}(?:(?:(?<d>${DAY}) |[.…]{1,12}_)?tháng (?<m>${MONTH})|(?<d2>${DAY}) tháng (?<n>${MONTH_NAME}))(?:,? ?năm (?<y>${YEAR})|/(?<y2>${YEAR}))?`,
  ),
  read: ({ d, m, d2, n, y, y2 }) => {
    if (n !== undefined) return onDay(d2, String(monthNamed(n)), y ?? y2);
    if (d !== undefined) return onDay(d, m, y ?? y2);
    return months('month', int(m), int(m), yearIn(y ?? y2));
  },
};

/** "12 tháng 10 năm 2017" where a line or a phrase begins; elsewhere the 12 may count what stands before it. */
export const dateWithoutWord: Parser = {
  name: 'date-without-word',
  pattern: words(`(?<d>${DAY}) tháng (?<m>${MONTH}),? ?năm (?<y>${YEAR})`),
  read: ({ d, m, y }, { before }) => (/(?:^|[\n,(–-])[^\S\n]*$/u.test(before) ? onDay(d, m, y) : null),
};

/** "2024-03-15", as machines write it. */
export const isoDate: Parser = {
  name: 'iso-date',
  pattern: words(`(?:ngày )?(?<y>${YEAR})-(?<m>0[1-9]|1[0-2])-(?<d>0[1-9]|[12][0-9]|3[01])`),
  read: ({ d, m, y }) => onDay(d, m, y),
};

/** "3/9/91", "27/8/21": the century is the one nearer to today. */
export const shortYear: Parser = {
  name: 'short-year',
  pattern: words(`${OF_WEEK}(?:${PREFIX} ){0,2}(?<d>${DAY})(?<sep>[/.-])(?<m>${MONTH})\\k<sep>(?<y>[0-9]{2})`),
  read: ({ d, m, y, sep }, { before, after }) => {
    const announced = /\p{L}[^\S\n]*$/u.test(before) || sep === '/';
    if (!announced || !NOT_A_NOUN.test(after)) return null;
    return onDay(d, m, String(int(y) + (int(y) < 60 ? 2000 : 1900)));
  },
};

/** "ngày 19/1", "tối 20-10", "ngày 12.7". */
export const dayAndMonth: Parser = {
  name: 'day-month',
  pattern: words(`${OF_WEEK}(?:${PREFIX} ){1,2}(?<d>${DAY})_[/.-]_(?<m>${MONTH})`),
  read: ({ d, m }) => onDay(d, m),
};

/** "hôm nay 15/9", "sáng nay (15/9)", "chiều qua, 14/9". */
export const todayAndMonth: Parser = {
  name: 'today-month',
  pattern: words(
    `(?:hôm|sáng|trưa|chiều|tối) (?:nay|qua)_[,(]?_(?:ngày )?(?<d>${DAY})[/-](?<m>${MONTH})(?:[/-](?<y>${YEAR}))?`,
  ),
  read: ({ d, m, y }) => onDay(d, m, y),
};

/** "hôm nay", "chiều nay": the day of writing. */
export const today: Parser = {
  name: 'today',
  pattern: words('(?:ngày )?(?:hôm|sáng|trưa|chiều|tối) nay'),
  read: () => ({ kind: 'date', start: 'now', end: 'now' }),
};

/** "từ ngày 01 đến ngày 15/6/2023", "ngày 10-15/6", "3 ngày 12, 13 và 14/6". */
export const dayRange: Parser = {
  name: 'day-range',
  pattern: words(
    `(?:từ )?(?:[2-9] )?(?:ngày |mùng )(?<a>${DAY})(?:_,_${DAY}){0,6}(?:${DASH}| đến | tới | và |_,_)(?:ngày |hết ngày |mùng )?(?<b>${DAY})(?:[/.-]| tháng )(?<m>${MONTH})(?:(?:[/.-]| năm )(?<y>${YEAR}))?`,
  ),
  read: ({ a, b, m, y }) => {
    const year = yearIn(y);
    return int(a) < int(b) && isDay(int(b), int(m), year ?? 2000)
      ? { kind: 'range', start: day(year, int(m), int(a)), end: day(year, int(m), int(b)) }
      : null;
  },
};

/** "từ 12 đến 14/10": without the word for day only where no counted noun follows. */
export const bareDayRange: Parser = {
  name: 'bare-day-range',
  pattern: words(`từ (?<a>${DAY}) (?:đến|tới) (?<b>${DAY})/(?<m>${MONTH})(?:/(?<y>${YEAR}))?`),
  read: ({ a, b, m, y }, { after }) => {
    const year = yearIn(y);
    return int(a) < int(b) && isDay(int(b), int(m), year ?? 2000) && NOT_A_NOUN.test(after)
      ? { kind: 'range', start: day(year, int(m), int(a)), end: day(year, int(m), int(b)) }
      : null;
  },
};

/** "17/10 - 18/11/2021", "từ 17.10 đến 18.11.2021": the year stands once. */
export const dayMonthRange: Parser = {
  name: 'day-month-range',
  pattern: words(
    `(?:ngày )?(?<d>${DAY})(?<sep>[/.-])(?<m>${MONTH})(?:${DASH}| (?:đến|tới)(?: hết)?(?: ngày)? )(?<d2>${DAY})\\k<sep>(?<m2>${MONTH})\\k<sep>(?<y>${YEAR})`,
  ),
  read: ({ d, m, d2, m2, y }) => {
    if (!isDay(int(d), int(m)) || !isDay(int(d2), int(m2), int(y))) return null;
    const over = int(m) > int(m2) ? int(y) - 1 : int(y);
    return { kind: 'range', start: day(over, int(m), int(d)), end: day(int(y), int(m2), int(d2)) };
  },
};

/** "ngày 15" where the month comes later ("từ ngày 01 đến ngày 15/6/2023"), "mùng 10". */
export const dayAlone: Parser = {
  name: 'day-alone',
  pattern: words(
    `(?:ngày|mùng|mồng) (?<d>0?[1-9]|[12][0-9]|3[01])(?: tháng giêng| tháng chạp| tết(?! nguyên đán| cổ truyền| ${LUNAR_YEAR}))?`,
  ),
  read: (_, { after }) => (/^[^\S\n]*(?:người|hộ|công|lao động|tỷ|triệu|%)/u.test(after) ? null : { kind: 'date' }),
};

const BEFORE = '(?:từ|đến|tới|trước|sau|kể từ|bắt đầu từ|hết|nhân|dịp|quà|lễ|mừng|chào mừng|kỷ niệm|tết)';
const NOT_A_NOUN =
  /^(?:[^\S\n]*(?:$|[\n,.;:)"”“\]…–-])|[^\S\n]+(?:đến|tới|và|năm|này|vừa|qua|hằng|hàng|tại|ở|là|của|cho|thì|với|trên|theo|do|được|đã|sẽ|các|huyện|tỉnh|ubnd|trao|tặng|thăm|hội|mới|chỉ|có|còn|đạt|toàn|cả nước|ước))/u;

/** "tính đến 6.2", "kể từ 15.3": with a dot only where no number could stand. */
export const dottedDayAndMonth: Parser = {
  name: 'dotted-day-month',
  pattern: words(`(?:tính đến|tính tới|kể từ|dịp)(?: hết)? (?<d>${DAY})[.](?<m>${MONTH})`),
  read: ({ d, m }, { after }) => (NOT_A_NOUN.test(after) ? onDay(d, m) : null),
};

/** A bare "1/10" after a word that asks for a date, where no counted noun follows ("từ 18/21 xã" is no date). */
export const bareDayAndMonth: Parser = {
  name: 'bare-day-month',
  pattern: words(`${BEFORE} (?<d>${DAY})(?<sep>[/-])(?<m>${MONTH})`),
  read: ({ d, m }, { after }) => (NOT_A_NOUN.test(after) && !/^[-,.]\p{N}/u.test(after) ? onDay(d, m) : null),
};
