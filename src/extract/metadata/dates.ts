import { quick } from '../text/quick.ts';

const day = (year: string, month: string, date?: string): string | null => {
  const m = Number(month);
  const d = date ? Number(date) : 1;
  if (m < 1 || m > 12 || d < 1 || d > 31) return null;
  return [year, month.padStart(2, '0'), ...(date ? [date.padStart(2, '0')] : [])].join('-');
};

/** "Tây Sơn, ngày … tháng 6 năm 2023": day and month may have been left blank for the pen. */
const LETTERHEAD = quick(
  /(?<![\p{L}])ngày\s*(?<day>\d{1,2})?[\s.…_]*tháng\s*(?<month>\d{1,2})?[\s.…_]*năm\s*(?<year>(?:19|20)\d{2})/iu,
);
const SLASHED = quick(/(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*((?:19|20)\d{2})(?!\d)/u);

/** The date of a letterhead line, to the precision it gives ("2023-06"), or null. */
export function letterheadDate(line: string): string | null {
  const { day: date, month, year } = LETTERHEAD.exec(line)?.groups ?? {};
  if (!year) return null;
  return month ? day(year, month, date) : year;
}

/** The day in a time stamp ("Thứ hai, 12/03/2018, 10:05 GMT+7"), or null. */
export function stampDate(line: string): string | null {
  const [, date, month, year] = SLASHED.exec(line) ?? [];
  return date && month && year ? day(year, month, date) : null;
}
