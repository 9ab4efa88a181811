import type { Moment, Refiner, TimeMention } from '../types.ts';
import { before, chain } from './neighbours.ts';

const EDGED = new Set(['year', 'month', 'quarter', 'relative', 'half', 'months', 'range']);
const EDGE = /(?:^|[^\p{L}\p{M}\p{N}])((đầu|giữa|cuối|hết|kết thúc)(?: của)?[^\S\n]+)$/u;

const middle = (m: TimeMention): Moment | null =>
  m.start !== null && m.start !== 'now' && m.kind !== 'month' ? { year: m.start.year, month: 6, day: 30 } : m.start;

/** "đầu năm 2018" is its first day, "cuối năm 2022" and "hết quý I" the last (spec/figures.md, row `period`). */
export const edge: Refiner = {
  name: 'edge',
  refine: (mentions, lower) =>
    mentions.map((m) => {
      if (!EDGED.has(m.kind)) return m;
      const found = EDGE.exec(before(m, lower));
      if (found === null) return m;
      const at = found[2] === 'đầu' ? m.start : found[2] === 'giữa' ? middle(m) : m.end;
      const span = { start: m.span.start - (found[1] ?? '').length, end: m.span.end };
      return { ...m, kind: 'point', span, start: at, end: at, rule: chain(m.rule, 'edge') };
    }),
};

const BOUND = new Set([
  'date',
  'month',
  'quarter',
  'year',
  'point',
  'relative',
  'half',
  'months',
  'range',
  'school_year',
]);
const UNTIL = /(?:^|[^\p{L}\p{M}\p{N}])((?:(?:ước |tạm )?tính )?(?:đến|tới)(?: thời điểm| hết| ngày)*[^\S\n]+)$/u;

/** "đến hết tháng 10, các cơ sở đã mở 134 lớp": what was done since the year began, where a month of it bounds. */
const DONE =
  /^,?(?:[^\S\n]+[^,.;:\n\p{N}]{0,60})?[^\S\n](?:đã|mới) (?:mở|tổ chức|giải quyết|hỗ trợ|cấp|trao|tặng|xây|đưa|đào tạo|dạy|tạo|cho vay|giải ngân|chi|vận động|huy động|thực hiện|tuyển|tư vấn|tiếp nhận|thu hút|hoàn thành|giúp)(?![\p{L}\p{M}])/u;
const wholeMonths = (m: TimeMention, words: string, after: string): boolean =>
  (m.kind === 'month' || m.rule.startsWith('month')) && /hết/u.test(words) && DONE.test(after);

/** "tính đến 31/12/2021", "đến năm 2025": the last day named. */
export const until: Refiner = {
  name: 'until',
  refine: (mentions, lower) =>
    mentions.map((m) => {
      if (!BOUND.has(m.kind)) return m;
      const found = UNTIL.exec(before(m, lower));
      if (found === null) return m;
      const span = { start: m.span.start - (found[1] ?? '').length, end: m.span.end };
      const words = lower.slice(span.start, m.span.end);
      if (m.end !== null && m.end !== 'now' && wholeMonths(m, words, lower.slice(m.span.end, m.span.end + 90)))
        return { ...m, kind: 'months', span, start: { ...m.end, month: 1, day: 1 }, rule: chain(m.rule, 'done-until') };
      return { ...m, kind: 'until', span, start: m.end, end: m.end, rule: chain(m.rule, 'until') };
    }),
};

const SINCE = /(?:^|[^\p{L}\p{M}\p{N}])((?:kể |bắt đầu |tính )?từ[^\S\n]+)$/u;

/** "từ năm 2016" with no end named runs to the day of the report. */
export const since: Refiner = {
  name: 'since',
  refine: (mentions, lower) =>
    mentions.map((m) => {
      if (!BOUND.has(m.kind) || m.kind === 'range') return m;
      const found = SINCE.exec(before(m, lower));
      if (found === null) return m;
      const span = { start: m.span.start - (found[1] ?? '').length, end: m.span.end };
      return { ...m, kind: 'since', span, end: 'now', rule: chain(m.rule, 'since') };
    }),
};
