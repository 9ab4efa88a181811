import type { Moment, Refiner, TimeMention } from '../types.ts';
import { before, chain } from './neighbours.ts';

const EDGED = new Set(['year', 'month', 'quarter', 'relative', 'half', 'months', 'range']);
const EDGE = /(?:^|[^\p{L}\p{M}\p{N}])((đầu|giữa|cuối|hết)(?: của)?[^\S\n]+)$/u;

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

/** "tính đến 31/12/2021", "đến năm 2025": the last day named. */
export const until: Refiner = {
  name: 'until',
  refine: (mentions, lower) =>
    mentions.map((m) => {
      if (!BOUND.has(m.kind)) return m;
      const found = UNTIL.exec(before(m, lower));
      if (found === null) return m;
      const span = { start: m.span.start - (found[1] ?? '').length, end: m.span.end };
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
