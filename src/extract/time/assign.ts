import type { Period, Role, Section, SourceDocument, Span } from '../../model/index.ts';
import { lowerCase } from '../text/words.ts';
import { findTimes } from './find.ts';
import { captionOf } from './govern/caption.ts';
import { dateline } from './govern/dateline.ts';
import { eventTime, isAtTheEvent, isYearSure } from './govern/event.ts';
import { headingPeriods } from './govern/headings.ts';
import { enter, type Lead } from './govern/lists.ts';
import { planOfTheYear } from './govern/plan-of-the-year.ts';
import { rubricTime } from './govern/rubric.ts';
import { begins, sceneTime } from './govern/scene.ts';
import { timeInTable } from './govern/table.ts';
import { type Sentence, within } from './govern/view.ts';
import type { Grant, Source } from './grant.ts';
import { isReposted, postedDay } from './posted.ts';
import { Reader } from './reader.ts';
import { anchorOf } from './resolve.ts';
import { type Paragraph, paragraphsOf, pointsBack } from './structure.ts';

export type TimeContext = {
  /** Date of issue as the document gives it (a year, a month or a day), or null. */
  issued: string | null;
  /** The period the document reports on, or null. */
  period: Period | null;
  /** The period that the title names where it is no report's: only what is aimed at takes it. */
  announced?: Period | null;
  sections: readonly Section[];
};

export type AssignedPeriod = {
  period: Period | null;
  /** The figure's own sentence does not give it: it comes from the paragraph, list, section or document. */
  implied: boolean;
  rule: Source;
};

/** Sources outside the figure's own sentence or table. */
const IMPLIED = new Set<Source>(['paragraph', 'list', 'caption', 'heading', 'document']);

/** The items of a sorted list that begin in a span, by walking forward: one pass over the document. */
const walker = <T extends { span: Span }>(items: readonly T[]): ((span: Span) => T[]) => {
  let at = 0;
  const skipTo = (offset: number): void => {
    while ((items[at]?.span.start ?? Number.POSITIVE_INFINITY) < offset) at++;
  };
  return (span) => {
    skipTo(span.start);
    const first = at;
    skipTo(span.end);
    return items.slice(first, at);
  };
};

/** A caption or another short line that tells neither time nor number: what goes on behind it goes on with what stood before. */
const LONGEST_BETWEEN = 160;
const isAside = ({ span, opens }: Paragraph, figures: readonly unknown[], mentions: readonly unknown[]): boolean =>
  !opens && figures.length === 0 && mentions.length === 0 && span.end - span.start <= LONGEST_BETWEEN;

const LONGEST_HEADLINE = 200;
const HEADLINES = 4;
/** What the text below a headline aims at is for the year of the headline's own goal: "Đến 2010 tạo thêm 8 triệu việc làm". */
const asHeadlineAims = (
  paragraphs: readonly Paragraph[],
  lower: string,
  figures: readonly { span: Span; role: Role }[],
  given: readonly AssignedPeriod[],
): AssignedPeriod[] => {
  const heads = paragraphs
    .slice(0, HEADLINES)
    .filter(
      ({ span }) => span.end - span.start <= LONGEST_HEADLINE && !/[.;:!]\s*$/u.test(lower.slice(span.start, span.end)),
    );
  const first = figures.findIndex(({ span }) => heads.some((head) => within(head.span, span)));
  const goal = figures[first]?.role === 'target' && given[first]?.rule !== 'document' ? given[first]?.period : null;
  if (!goal) return [...given];
  return given.map((one, i) =>
    one.period === null && figures[i]?.role === 'target' ? { period: goal, implied: true, rule: 'document' } : one,
  );
};

const HALF_A_YEAR = 183 * 24 * 3600 * 1000;

/** A day long after the period reported on is that of a web page, not of the report. */
const isOfThePage = (day: string | null, period: Period | null): boolean =>
  day !== null && period !== null && Date.parse(day) - Date.parse(period.end) > HALF_A_YEAR;

/**
 * The period each figure speaks of (spec/figures.md, row `period` and "Settled cases"), in the order of `figures`
 * (which must be sorted by span). The nearest source wins: the figure's own words, the words before it in its
 * sentence, its paragraph so far, the lead line of its list, the headings above it, the document.
 */
export const assignPeriods = (
  document: Pick<SourceDocument, 'text' | 'blocks' | 'tables'>,
  context: TimeContext,
  figures: readonly { span: Span; role: Role }[],
): AssignedPeriod[] => {
  const lower = lowerCase(document.text);
  const mentions = findTimes(document.text);
  const paragraphs = paragraphsOf(document.text, lower, document.blocks);
  const posted = context.issued ?? postedDay(document);
  const stated = isOfThePage(posted, context.period) ? null : posted;
  const read = posted === null ? dateline(paragraphs, mentions, lower) : null;
  const written = read === null || isReposted(document, read.day) ? stated : read.day;
  const anchor = anchorOf(written, context.period, read !== null && !read.sure);
  const headingPeriod = headingPeriods(context.sections, anchor);
  const headings = new Set(context.sections.map((section) => section.span.start));

  const found = new Map<Span, { grant: Grant; rule: Source }>();
  const byItsBase = new Map<Span, Period>();
  const underRubric = new Map<Span, Period>();
  const reader = new Reader(lower, anchor, mentions);
  const mentionsIn = walker(mentions);
  const figuresIn = walker(figures);
  const mentionsOf = walker(mentions);
  const figuresOf = walker(figures);
  const leads: Lead[] = [];
  let carried: Grant | null = null;
  let rubric: Grant | null = null;
  let event: Grant | null = null;
  /** What was in force before a caption broke in. */
  let paused: Grant | null = null;
  let scene: Period | null | undefined;
  for (const [i, p] of paragraphs.entries()) {
    const table = document.tables.find((t) => within(p.span, t.span));
    if (table !== undefined) {
      const timeOf = timeInTable(table, lower, mentionsIn(p.span));
      const caption = captionOf(paragraphs.slice(Math.max(0, i - 2), i), lower, mentions);
      for (const f of figuresIn(p.span)) {
        const time = timeOf(f.span);
        const grant = time === null ? null : reader.grantOf(time);
        const over = caption === null ? null : reader.grantOf(caption);
        if (grant !== null) found.set(f.span, { grant, rule: 'table' });
        else if (over !== null) found.set(f.span, { grant: over, rule: 'caption' });
      }
      carried = null;
      continue;
    }
    enter(leads, p, headings.has(p.span.start));
    const before: Grant | null = carried;
    if (!p.continues) carried = null;
    else if (paused !== null && pointsBack(lower.slice(p.span.start, p.span.end))) carried = paused;
    paused = null;
    const lead = leads.findLast((l) => l.grant !== null)?.grant ?? null;
    reader.paragraph(p.continues || lead !== null);
    if (headings.has(p.span.start) && !/^\s*\p{N}/u.test(document.text.slice(p.span.start, p.span.end))) rubric = null;
    for (const span of p.sentences) {
      const s: Sentence = { span, lower, mentions: mentionsIn(span), figures: figuresIn(span) };
      carried = reader.sentence(s, carried, (f, grant, rule) => {
        if (rule !== 'base') found.set(f.span, { grant, rule });
        else if (grant.period !== null) byItsBase.set(f.span, grant.period);
      });
      if (scene === undefined && begins(s)) {
        const time = sceneTime(s);
        scene = time === null ? null : (reader.grantOf(time)?.period ?? null);
      }
      const held = eventTime(s);
      if (held !== null) event = isYearSure(held, s, anchor) ? reader.grantOf(held) : null;
      if (event !== null && isAtTheEvent(s))
        for (const f of s.figures) if (!found.has(f.span)) found.set(f.span, { grant: event, rule: 'paragraph' });
      const over = i > 0 && p.sentences.length === 1 ? rubricTime(p, s) : null;
      if (over !== null) rubric = reader.grantOf(over);
      if (rubric?.period) for (const f of s.figures) underRubric.set(f.span, rubric.period);
      for (const f of s.figures)
        if (lead !== null && !found.has(f.span) && (!lead.forTargets || f.role === 'target'))
          found.set(f.span, { grant: lead, rule: 'list' });
    }
    const next = paragraphs[i + 1]?.mark ?? null;
    const leadsOn =
      p.opens || (next !== null && next !== p.mark && !leads.some((l) => l.items === next || l.mark === next));
    if (leadsOn) leads.push({ mark: p.mark, items: undefined, grant: carried });
    if (!headings.has(p.span.start) && isAside(p, figuresOf(p.span), mentionsOf(p.span))) paused = before;
  }

  const periodOf = (f: { span: Span; role: Role }): AssignedPeriod => {
    const own = found.get(f.span);
    if (own !== undefined && own.grant.period !== null)
      return { period: own.grant.period, implied: IMPLIED.has(own.rule), rule: own.rule };
    const heading = own === undefined ? (headingPeriod(f.span) ?? underRubric.get(f.span) ?? null) : null;
    if (heading !== null) return { period: heading, implied: true, rule: 'heading' };
    if (context.period !== null) {
      const { start, end } = context.period;
      return { period: { start, end }, implied: true, rule: 'document' };
    }
    if (context.announced && own === undefined && f.role === 'target') {
      const { start, end } = context.announced;
      return { period: { start, end }, implied: true, rule: 'document' };
    }
    if (scene && own === undefined) return { period: scene, implied: true, rule: 'document' };
    const base = own === undefined ? byItsBase.get(f.span) : undefined;
    if (base !== undefined) return { period: base, implied: true, rule: 'base' };
    return { period: null, implied: false, rule: 'none' };
  };
  const given = figures.map((f) => {
    const told = periodOf(f);
    return { ...told, period: planOfTheYear(f, lower, told.period) };
  });
  return asHeadlineAims(paragraphs, lower, figures, given);
};
