import type { Span, Subject, Unit } from '../../model/index.ts';
import { within } from '../text/dictionary.ts';
import { codesOf, type Mention } from './mentions.ts';
import type { Stated } from './statements.ts';

export interface Subjects {
  codes: Subject[];
  /** Taken from the statement or sentence around it, not from the figure's own words. */
  implied: boolean;
}

/** A count of places or offices has no subjects unless its own words name them (spec/figures.md). */
const PLACES: ReadonlySet<Unit> = new Set([
  'province',
  'district',
  'commune',
  'village',
  'organisation',
  'facility',
  'school',
  'event',
  'document',
  'works',
  'model',
  'dossier',
]);
/** General words for people name a group only where the figure is a share of all, or counts all. */
const WEAK: ReadonlySet<Subject> = new Set(['general_population', 'official']);
/** A share's base stands behind it: "100% con em hộ nghèo" but not "94,79% dân số". */
const RATE_BEFORE = /(?:t[ỷỉ] lệ|chiếm|tương đương|tăng|giảm|xuống|lên|là|:)[^.;]{0,24}$/u;
const NOUN_ITSELF: Partial<Record<Unit, readonly Subject[]>> = {
  household: ['general_population'],
  person: ['general_population'],
};

const strong = (mentions: readonly Mention[]): Mention[] => mentions.filter((mention) => !WEAK.has(mention.value));

/** The last run of groups in a stretch: those named together, nearest to its end. */
const nearestRun = (folded: string, mentions: readonly Mention[]): Mention[] => {
  const run: Mention[] = [];
  for (let i = mentions.length - 1; i >= 0; i -= 1) {
    const here = mentions[i] as Mention;
    const next = run[0];
    const gap = next ? folded.slice(here.span.end, next.span.start) : '';
    if (next && (gap.length > 40 || /[.;:]|(?<!\p{L})(?:cho vay|đã|được|với|góp phần|nhằm)(?!\p{L})/u.test(gap))) break;
    run.unshift(here);
  }
  return run;
};

/** The groups that a figure's own words name. */
const ownMentions = (folded: string, stated: Stated, mentions: readonly Mention[]): Mention[] => {
  const { draft, lead, tail } = stated;
  const named = (span: Span) => {
    const all = within(mentions, span);
    const some = strong(all);
    return some.length
      ? some
      : all.filter((m) => draft.kind === 'percentage' || NOUN_ITSELF[draft.unit]?.includes(m.value));
  };
  const before = named(lead);
  const after = named(tail);
  if (draft.kind === 'percentage' && RATE_BEFORE.test(folded.slice(lead.start, lead.end)) && before.length)
    return nearestRun(folded, before);
  if (draft.kind === 'percentage' && RATE_BEFORE.test(folded.slice(lead.start, lead.end)) && stated.follows !== null)
    return [];
  if (strong(after).length) return after;
  if (strong(before).length) return nearestRun(folded, strong(before));
  return after.length ? after : before;
};

/** The groups each figure is about: its own words, else those of its statement, else the nearest before it in its sentence. */
export const subjectsOf = (folded: string, stated: readonly Stated[], mentions: readonly Mention[]): Subjects[] => {
  const own = stated.map((one) => ownMentions(folded, one, mentions));
  return stated.map((one, i) => {
    const direct = own[i] as Mention[];
    if (direct.length) return { codes: codesOf(direct), implied: false };
    if (PLACES.has(one.draft.unit)) return { codes: [], implied: false };
    for (let at = one.follows; at !== null; at = (stated[at] as Stated).follows) {
      if ((own[at] as Mention[]).length) return { codes: codesOf(own[at] as Mention[]), implied: true };
    }
    for (let at = i + 1; at < stated.length && (stated[at] as Stated).follows === at - 1; at += 1) {
      if ((own[at] as Mention[]).length) return { codes: codesOf(own[at] as Mention[]), implied: true };
    }
    const opening = strong(within(mentions, { start: one.clause.start, end: one.lead.start }));
    const run = nearestRun(folded, opening);
    return { codes: codesOf(run), implied: true };
  });
};
