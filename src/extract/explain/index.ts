import type { Figure, Message, ReportRecord, SourceDocument, Span, Subject } from '../../model/index.ts';
import { contributions } from '../confidence/index.ts';
import type { Context } from '../context/index.ts';
import { findMentions, type Mention } from '../context/mentions.ts';
import { findCues, type TopicCue } from '../context/topic.ts';
import type { Draft } from '../figures/draft.ts';
import { conventionIn } from '../figures/index.ts';
import type { Items } from '../items.ts';
import type { Convention } from '../numbers/convention.ts';
import { toNumber } from '../numbers/decimal.ts';
import { fold } from '../text/words.ts';
import { findTimes } from '../time/index.ts';
import { anchorOf, resolve } from '../time/resolve.ts';
import { type Refused, refusedNumbers } from './refused.ts';
import { PART_BY, PERIOD_FROM, UNIT_BY } from './words.ts';

export type { Refused } from './refused.ts';

/** Why each field of a figure is what it is, in a sentence each; "" where there is nothing to say. */
export interface Reasons {
  number: string;
  unit: string;
  comparator: string;
  role: string;
  subjects: string;
  topic: string;
  indicator: string;
  period: string;
  place: string;
  partOf: string;
  confidence: string;
}

/** A record with what made it: for people, never stored. */
export interface Explained {
  record: ReportRecord;
  convention: Convention;
  /** By the figure's id. */
  reasons: ReadonlyMap<string, Reasons>;
  /** The numbers that are no figures, in reading order. */
  refused: readonly Refused[];
}

const quoted = (words: string): string => `“${words.replace(/\s+/g, ' ').trim()}”`;
const wordsAt = (text: string, span: Span): string => quoted(text.slice(span.start, span.end));

// ── The number ──────────────────────────────────────────────────────────────────────────────────────────────────

const marksOf = (numeral: string, decimals: number): string[] => {
  const last = Math.max(numeral.lastIndexOf('.'), numeral.lastIndexOf(','));
  const decimal = decimals > 0 && last >= 0 ? numeral[last] : null;
  const groups = [...new Set(numeral.replace(/\d/g, ''))].filter(
    (mark) => mark !== decimal || numeral.indexOf(mark) < last,
  );
  return [
    ...groups.map((mark) => (/\s/.test(mark) ? 'blanks group the thousands' : `“${mark}” groups the thousands`)),
    ...(decimal ? [`“${decimal}” sets off ${decimals === 1 ? 'one decimal' : `${decimals} decimals`}`] : []),
  ];
};

const powerOf = (value: number): number => Math.round(Math.log10(value));

const numberOf = (text: string, draft: Draft, messages: readonly Message[]): string => {
  const { token } = draft;
  const numeral = text.slice(token.numeral.start, token.numeral.end);
  const read = toNumber(token.value);
  const fraction = token.sign === 'percent' && text.slice(token.span.start, token.span.end).includes('/');
  const how = fraction ? ['a fraction as a share'] : token.written ? ['in words'] : marksOf(numeral, token.decimals);
  const times =
    token.exponent > 0
      ? [`× 10^${token.exponent} ${wordsAt(text, { start: token.numeral.end, end: token.span.end })}`]
      : [];
  const factor = read > 0 && draft.value !== 0 ? powerOf(Math.abs(draft.value) / read) : 0;
  const shared = factor !== 0 ? [`× 10^${factor} from where its unit comes`] : [];
  const signed = draft.value < 0 ? ['negative: a decrease'] : [];
  const doubts = messages.filter(({ span }) => span?.start === draft.span.start).map(({ code }) => `doubt: ${code}`);
  const told = [...how, ...times, ...shared, ...signed, ...doubts].join(', ');
  return `${wordsAt(text, fraction ? token.span : token.numeral)}: ${told || 'as written'}`;
};

// ── What it is of ───────────────────────────────────────────────────────────────────────────────────────────────

const unitOf = (text: string, { rule, noun, per }: Draft): string => {
  const words = noun && noun.end > noun.start ? ` ${wordsAt(text, noun)}` : '';
  return `${rule}: ${UNIT_BY[rule] ?? 'its rule says so'}${words}${per.length > 0 ? `; a rate per ${per.join(' per ')}` : ''}`;
};

/** The entry nearest to a span: in it or before it, else behind it; `entries` ascend. */
const nearest = <T extends { span: Span }>(entries: readonly T[], to: Span): T | undefined =>
  entries.findLast(({ span }) => span.end <= to.end) ?? entries.find(({ span }) => span.start >= to.end);

const within = (span: Span, { start, end }: Span): boolean => span.start >= start && span.end <= end;

const distance = (found: Span, draft: Draft): string => {
  if (within(found, draft.sentence)) return '';
  if (within(found, draft.paragraph)) return ', in its paragraph';
  return found.end <= draft.span.start ? ', above' : ', below';
};

/** "poor_person" is named by the mention of "poor_household" too: the counted noun decides between them. */
const stem = (code: string): string => code.replace(/_(?:person|household)$/, '');

const subjectOf = (
  text: string,
  code: Subject,
  draft: Draft,
  mentions: readonly Mention[],
  title: string | null,
): string => {
  const alike = mentions.filter(({ value }) => value === code || stem(value) === stem(code));
  const own = alike.filter(({ span }) => within(span, draft.sentence));
  const found = nearest(own.length > 0 ? own : alike.filter(({ span }) => span.end <= draft.span.start), draft.span);
  if (found) return `${code} by ${wordsAt(text, found.span)}${distance(found.span, draft)}`;
  return title && findMentions(fold(title)).some(({ value }) => stem(value) === stem(code))
    ? `${code} by the title`
    : `${code} by what surrounds it`;
};

const topicOf = (text: string, { draft, topic, section }: Context, cues: readonly TopicCue[]): string => {
  const alike = cues.filter(({ value }) => value.topic === topic);
  const near = nearest(
    alike.filter(({ span }) => within(span, draft.paragraph)),
    draft.span,
  );
  if (near) return `${wordsAt(text, near.span)}${distance(near.span, draft)}`;
  if (section && findCues(fold(section.heading)).some(({ value }) => value.topic === topic))
    return `the heading ${quoted(section.heading)}`;
  return alike.length > 0 ? 'what the document as a whole speaks of' : 'its indicator, or nothing nearer';
};

const indicatorOf = ({ indicatorRule, indicator, words }: Context): string => {
  if (indicatorRule === null) return 'no rule of the catalogue fits its topic, unit, subjects and words';
  return `${indicatorRule}${indicator === null ? ' says that none fits' : ''}; its words are ${quoted(words.slice(0, 90))}`;
};

// ── When, where, part of what ───────────────────────────────────────────────────────────────────────────────────

type Time = ReturnType<typeof findTimes>[number];

const periodOf = (text: string, figure: Figure, rule: string, times: readonly Time[], record: ReportRecord): string => {
  const { period } = figure;
  if (period === null) return PERIOD_FROM.none as string;
  const { issued, period: reported } = record.document;
  const anchor = anchorOf(issued, reported);
  const year = Number(period.end.slice(0, 4));
  const saying = times.filter((time) => {
    const meant = resolve(time, anchor, year);
    return meant?.start === period.start && meant.end === period.end;
  });
  const found = nearest(
    saying.filter(({ span }) => Math.abs(span.start - figure.span.start) < 2000),
    figure.span,
  );
  return `${PERIOD_FROM[rule] ?? rule}${found && rule !== 'document' ? `: ${wordsAt(text, found.span)}` : ''}`;
};

const placeOf = (text: string, { place, span }: Figure): string => {
  if (!place) return '';
  const at = text.toLowerCase().lastIndexOf(place.name.toLowerCase(), span.start);
  return at < 0 ? 'named by its table or behind it' : `named ${span.start - at} characters before it`;
};

// ── Together ────────────────────────────────────────────────────────────────────────────────────────────────────

const signedNumber = (n: number): string => `${n < 0 ? '−' : '+'}${Math.abs(n).toFixed(2)}`;

/** What made each figure of a record, and why every other number is none. */
export const explained = (document: SourceDocument, items: Items, record: ReportRecord): Explained => {
  const { text } = document;
  const { folded } = items.layout;
  const [mentions, cues, times] = [findMentions(folded), findCues(folded), findTimes(text)];
  const byId = new Map(record.figures.map((figure) => [figure.id, figure]));
  const links = new Map(items.links.map((link) => [link.figure, link]));
  const reasons = record.figures.map((figure, i): [string, Reasons] => {
    const context = items.contexts[i] as Context;
    const draft = items.drafts[i] as Draft;
    const link = links.get(figure.id);
    const whole = link && byId.get(link.whole);
    const parts = contributions(items.evidence[i] as Items['evidence'][number]);
    return [
      figure.id,
      {
        number: numberOf(text, draft, record.messages),
        unit: unitOf(text, draft),
        comparator: draft.said?.comparator ?? '',
        role: draft.said?.role ?? '',
        subjects: context.subjects
          .map((code) => subjectOf(text, code, draft, mentions, record.document.title))
          .join('; '),
        topic: topicOf(text, { ...context, draft }, cues),
        indicator: indicatorOf(context),
        period: periodOf(text, figure, items.periods[i]?.rule ?? 'none', times, record),
        place: placeOf(text, figure),
        partOf:
          link && whole ? `${wordsAt(text, whole.span)} by ${link.rule}: ${PART_BY[link.rule] ?? 'its words'}` : '',
        confidence:
          parts.map(({ name, weight }) => `${name} ${signedNumber(weight)}`).join(', ') || 'nothing for or against',
      },
    ];
  });
  return {
    record,
    convention: conventionIn(items.layout),
    reasons: new Map(reasons),
    refused: refusedNumbers(document, items),
  };
};
