import { anchorOf, findTimes, resolve } from '../../../../src/extract/typed.ts';
import type { Period } from '../../../../src/model/index.ts';
import { formatDate, formatPeriod } from '../../format.ts';

export type ReadPeriod = { period: Period } | { wrong: 'reversed' | 'unreadable' };

const DATE = /(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})/gu;
const BETWEEN = /^(từ\s+)?(ngày\s+)?§\s*(?:-|–|—|→|đến|tới)\s*(hết\s+)?(ngày\s+)?§$/u;

const iso = (day: number, month: number, year: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
};

/** Two days with a dash or "đến" between them. */
function fromTo(words: string): ReadPeriod | null {
  const dates = [...words.matchAll(DATE)];
  if (dates.length !== 2 || !BETWEEN.test(words.replace(DATE, '§'))) return null;
  const [start, end] = dates.map(([, d, m, y]) => iso(Number(d), Number(m), Number(y)));
  if (!start || !end) return { wrong: 'unreadable' };
  return start <= end ? { period: { start, end } } : { wrong: 'reversed' };
}

/** "2019–2018": a span of years the wrong way round. */
const isReversedYears = (words: string): boolean => {
  const [, from, to] =
    /^(?:giai đoạn\s+)?(?:từ\s+)?(?:năm\s+)?(\d{4})\s*(?:-|–|—|đến)\s*(?:năm\s+)?(\d{4})$/u.exec(words) ?? [];
  return from !== undefined && to !== undefined && Number(from) > Number(to);
};

/**
 * The period that somebody means who types "quý I/2019", "2015", "9 tháng đầu năm 2016", "cuối năm 2022" or two days.
 * What the words leave open ("6 tháng đầu năm") is filled in from the report's own period.
 */
export function readPeriod(typed: string, report: Period | null = null): ReadPeriod {
  const words = typed.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  const days = fromTo(words);
  if (days) return days;
  if (isReversedYears(words)) return { wrong: 'reversed' };
  const said = /^\d{4}$/.test(words)
    ? `năm ${words}`
    : /^\d{4}\s*[-–]\s*\d{4}$/.test(words)
      ? `giai đoạn ${words}`
      : words;
  const [mention, ...more] = findTimes(said);
  if (!mention || more.length > 0) return { wrong: 'unreadable' };
  const rest = said.slice(0, mention.span.start) + said.slice(mention.span.end);
  if (/[\p{L}\p{N}]/u.test(rest.replace(/^(trong|vào|đến|tính đến|ngày|kỳ)\s*/u, ''))) return { wrong: 'unreadable' };
  const period = resolve(mention, anchorOf(null, report), null);
  return period ? { period } : { wrong: 'unreadable' };
}

/** A period as it can be typed again. */
export function typedPeriod(period: Period): string {
  const shown = formatPeriod(period, 'vi');
  const again = readPeriod(shown);
  const isSame = 'period' in again && again.period.start === period.start && again.period.end === period.end;
  return isSame ? shown : `${formatDate(period.start)} – ${formatDate(period.end)}`;
}
