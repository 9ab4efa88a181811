import { iso } from '../calendar.ts';
import type { Paragraph } from '../structure.ts';
import type { TimeKind, TimeMention } from '../types.ts';
import { afterAgency } from './agency.ts';

const LEADS = 4;
/** "Ngày 7/8, …", "Trao đổi với báo chí sáng 12/5, …": the day opens the report or dates who speaks in it. */
const OPENS = /^[^.;:\d]{0,60}$/u;
const SPEAKS = /(?:trao đổi|cho biết|phát biểu|trả lời|tại (?:buổi|cuộc|hội nghị|phiên)|phóng viên|báo chí)/u;
const DAYPART = /(?:sáng|trưa|chiều|tối|ngày)\s*$/u;
/** A year that lies ahead or belongs to a programme says nothing of the day of writing. */
const AHEAD =
  /(?:đến|tới|hết|dự báo|mục tiêu|giai đoạn|nhiệm kỳ|phấn đấu)(?:\s+(?:hết|cuối|đầu))?(?:\s+năm)?\s*$|(?:phương hướng|nhiệm vụ)(?![\p{L}\p{M}])[^,.;:\p{N}]{0,30}$/u;

const yearOf = (mention: TimeMention): number | null => {
  const moment = mention.kind === 'since' ? mention.start : (mention.end ?? mention.start);
  return moment !== null && moment !== 'now' && typeof moment.year === 'number' ? moment.year : null;
};

const COME = new Set<TimeKind>(['year', 'date', 'month', 'since', 'quarter', 'half', 'months']);

/** The latest year that the text speaks of as come. */
export const latestYear = (mentions: readonly TimeMention[], lower: string): number | null => {
  const years = mentions
    .filter(({ kind }) => COME.has(kind))
    .filter(({ span }) => !AHEAD.test(lower.slice(Math.max(0, span.start - 50), span.start)))
    .flatMap((mention) => yearOf(mention) ?? []);
  return years.length > 0 ? years.reduce((a, b) => Math.max(a, b)) : null;
};

const SUMS_UP = /(?<![\p{L}\p{M}])tổng kết(?![\p{L}\p{M}])[^.;\p{N}]{0,60}$/u;
const SPRING = 4;
/** "Ngày 22/1, Bộ tổ chức hội nghị tổng kết năm 2014": a year is summed up when it is over. */
const yearOfWriting = (
  { start }: TimeMention,
  beside: readonly TimeMention[],
  latest: number | null,
  lower: string,
): number | null => {
  const early = start !== null && start !== 'now' && typeof start.month === 'number' && start.month <= SPRING;
  const over = beside.some(
    (m) =>
      m.kind === 'year' &&
      yearOf(m) === latest &&
      SUMS_UP.test(lower.slice(Math.max(0, m.span.start - 80), m.span.start)),
  );
  return latest !== null && early && over ? latest + 1 : latest;
};

/** A day and whether its words or its sentence give its year. */
export type Dateline = { day: string; sure: boolean };

/**
 * The day a news text was written, where no date of issue is known: the day that one of its first paragraphs opens
 * with or gives for who speaks, in the latest year that has come; sure where its own words or its sentence name that year.
 */
export const dateline = (
  paragraphs: readonly Paragraph[],
  mentions: readonly TimeMention[],
  lower: string,
): Dateline | null => {
  for (const { span, sentences } of paragraphs.slice(0, LEADS)) {
    const mention = mentions.find((m) => m.span.start >= span.start && m.span.end <= span.end && m.kind === 'date');
    if (!mention || mention.start === null || mention.start === 'now' || mention.start.day === 'last') continue;
    const before = afterAgency(lower.slice(span.start, mention.span.start));
    const opens = !/[\p{L}\p{N}]/u.test(before.replace(DAYPART, ''));
    if (!opens && !(OPENS.test(before) && SPEAKS.test(before))) continue;
    const sentence = sentences.find((s) => s.start <= mention.span.start && mention.span.end <= s.end) ?? span;
    const beside = mentions.filter((m) => sentence.start <= m.span.start && m.span.end <= sentence.end);
    const latest = yearOfWriting(mention, beside, latestYear(mentions, lower), lower);
    const year = mention.start.year ?? latest;
    if (typeof year !== 'number') continue;
    return {
      day: iso({ ...mention.start, year }),
      sure: mention.start.year !== null || latestYear(beside, lower) === latestYear(mentions, lower),
    };
  }
  return null;
};

const STAMP_LINES = { first: 8, last: 4 };
const LONGEST_STAMP = 120;
const POSTED =
  /(?:(?:đăng|cập nhật|xuất bản|phát hành|số ra|số báo|phát sóng)(?: lúc| vào| tin| bài)*[^\S\n]*[:,]?[^\S\n]*(?:\p{N}{1,2}(?:h|:|giờ)\p{N}{0,2}(?: phút)?[^\S\n]*[,|-]?[^\S\n]*)?(?:(?:thứ|chủ)[^\S\n]\p{L}+,?[^\S\n]*)?(?:ngày)?[^\S\n]*|gmt|(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),?[^\S\n]*)$/u;
/** "Phù Cát, ngày 10 tháng 01 năm 2018", alone on its line. */
const PLACE_AND_DAY = /^[^\S\n]*[\p{L}\p{M}.\s-]{2,40},[^\S\n]*$/u;
/** "(Dân trí) - 20/10/2010": hardly more than the day. */
const FEW_LETTERS = 20;

/** The day a page was posted or a paper signed, on a short line of its own at the head or the foot; null without one. */
export const stamp = (
  paragraphs: readonly Paragraph[],
  mentions: readonly TimeMention[],
  lower: string,
): string | null => {
  const lines = [
    ...paragraphs.slice(0, STAMP_LINES.first),
    ...paragraphs.slice(STAMP_LINES.first).slice(-STAMP_LINES.last),
  ];
  for (const { span } of lines) {
    if (span.end - span.start > LONGEST_STAMP) continue;
    const found = mentions.find((m) => m.span.start >= span.start && m.span.end <= span.end && m.kind === 'date');
    const day = found?.start;
    if (!found || !day || day === 'now' || typeof day.year !== 'number') continue;
    const before = lower.slice(span.start, found.span.start);
    const after = lower.slice(found.span.end, span.end);
    const letters = (before + after).match(/\p{L}/gu)?.length ?? 0;
    const bare = letters <= FEW_LETTERS && !/(?:đến|từ|kỳ|họp|sinh|hết|trước|sau)/u.test(before);
    const placed = PLACE_AND_DAY.test(before) && !/\p{L}/u.test(after);
    if (POSTED.test(before) || bare || placed) return iso({ ...day, year: day.year });
  }
  return null;
};

const TOLD_NOW = new Set<TimeKind>(['half', 'months', 'quarter']);
const OPENS_OR_IN = /(?:^|[\n.;:(]|(?<![\p{L}\p{M}])(?:trong|cả))[^\S\n]*$/u;
const YEARS_BETWEEN = 2;

/**
 * Whether a page was put up (again) years after its text was written: the times it tells as its own, "9 tháng đầu
 * năm 2010" under a stamp of 2021, all lie years before.
 */
export const postedLater = (day: string, mentions: readonly TimeMention[], lower: string): boolean => {
  const years = mentions.flatMap((m) => yearOf(m) ?? []).filter((year) => `${year}` !== day.slice(0, 4));
  const told = mentions
    .filter(
      ({ kind, span }) =>
        TOLD_NOW.has(kind) ||
        (kind === 'year' && OPENS_OR_IN.test(lower.slice(Math.max(0, span.start - 12), span.start))),
    )
    .flatMap((m) => yearOf(m) ?? []);
  const posted = Number(day.slice(0, 4));
  const again = mentions.filter((m) => yearOf(m) === posted).length > 1;
  return told.length > 0 && !again && years.every((year) => posted - year >= YEARS_BETWEEN);
};
