import { quick } from '../../text/quick.ts';
import type { TimeMention } from '../types.ts';
import { type DatedFigure, figureAfter, figureBefore, leftOf, type Sentence } from './view.ts';

/** What follows makes the time the opening of the next figure: "… và năm 2022 có 17.946 hộ". */
const OPENS_NEXT =
  /^[^\S\n]*(?:là|có|đạt|còn|ước|chiếm|:|đã|được|toàn|tỉnh|huyện|cả nước|thành phố|trên|tổng|số|thì|bố trí|hỗ trợ|giải quyết|tạo)(?![\p{L}\p{M}])/u;
const JOINED = /(?:[,:;]|(?:và|còn|nhưng|thì|song|đến|sang|mà))[^\S\n]*$/u;
export const CHANGE_FROM = /từ(?: mức| khoảng| trên| gần| hơn| tỷ lệ)*[^\S\n]*$/u;

/**
 * The figure whose own words a time behind it is ("59,1% năm 2022", "13.600 suất quà trong dịp Tết 2017"),
 * or null where the time opens what follows.
 */
export const figureOf = (m: TimeMention, s: Sentence, dated: readonly TimeMention[]): DatedFigure | null => {
  const left = figureBefore(m.span.start, s);
  if (left === undefined) return null;
  const gap = s.lower.slice(left.span.end, m.span.start);
  const only = dated.length === 1 && s.figures.length === 1;
  if (gap.includes(';') || gap.length > (only ? 240 : 120)) return null;
  const next = figureAfter(m.span.end, s);
  const rest = s.lower.slice(m.span.end, next?.span.start ?? s.span.end);
  const bracket = gap.lastIndexOf('(');
  if (bracket > gap.lastIndexOf(')'))
    return /^[^\S\n]*\)/u.test(rest) && !/[,;]/u.test(gap.slice(0, bracket)) ? left : null;
  if (m.kind === 'now') return null;
  if (CHANGE_FROM.test(leftOf(left.span.start, s, 30)) && !/[,;]/u.test(gap)) return left;
  const closes = /^[^\S\n]*(?:$|[.;)\n])/u.test(rest);
  if (JOINED.test(gap) && !(closes && only) && !(closes && !/(?:và|còn|sang|đến)[^\S\n]*$/u.test(gap))) return null;
  const opensNext = next !== undefined && !/[,;(]/u.test(rest) && OPENS_NEXT.test(rest);
  if (opensNext) return null;
  const first = !dated.some((other) => other.span.end <= left.span.start);
  return !gap.includes(',') || first ? left : null;
};

/** "Trước năm 2010, xã có 500 hộ nghèo": an open stretch of time, no period; of a plan it is the last day. */
export const isOpenEnded = (m: TimeMention, s: Sentence): boolean =>
  m.kind === 'year' &&
  !s.figures.some(({ role }) => role === 'target') &&
  /(?<![\p{L}\p{M}])(?:trước|sau)[^\S\n]+$/u.test(leftOf(m.span.start, s, 10));

const percent = ({ span }: DatedFigure, s: Sentence): boolean => s.lower.slice(span.start, span.end).includes('%');

const OF_THE_BASE = /^[^\S\n]*\([^\S\n]*(?:(?:là|có|đạt|chỉ|với|khoảng|trên|gần|hơn)[^\S\n]+){0,2}$/u;

/** "59.177 người so với cùng kỳ năm 2019 (55.317 người)": the figure of the year compared with, after a change "giảm 30 hộ so với năm 2012 là 90 hộ". */
export const figureOfTheBase = (m: TimeMention, s: Sentence): DatedFigure | null => {
  const next = figureAfter(m.span.end, s);
  const left = figureBefore(m.span.start, s);
  if (next === undefined || next.role === 'change' || next.role === 'achievement') return null;
  const gap = s.lower.slice(m.span.end, next.span.start);
  const alike = left !== undefined && percent(left, s) && percent(next, s);
  if (left?.role !== 'change' || alike) return OF_THE_BASE.test(gap) ? next : null;
  return /^[^\S\n]*là[^\S\n]+$/u.test(gap) ? next : null;
};

/** "Con số này của năm 2021 là 25,91%": an earlier figure told for comparison; its time dates nothing beside it. */
const COMPARED = quick(/(?<![\p{L}\p{M}])so (?:với |sánh với |cùng )?[^,;.()\p{N}]{0,40}$/u);
export const comparedWith = (m: TimeMention, s: Sentence): DatedFigure | null =>
  /(?:con số|tỷ lệ|tỉ lệ|mức|số) (?:này|đó)(?: của| ở| vào| trong| hồi)?[^\S\n]*$/u.test(leftOf(m.span.start, s, 30))
    ? (figureAfter(m.span.end, s) ?? null)
    : COMPARED.test(leftOf(m.span.start, s, 60))
      ? figureOfTheBase(m, s)
      : null;
