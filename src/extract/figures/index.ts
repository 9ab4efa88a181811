import { overlaps, type Span } from '../../model/index.ts';
import { type Convention, conventionOf } from '../numbers/convention.ts';
import { shift, toNumber } from '../numbers/decimal.ts';
import { type NumberToken, scanNumbers } from '../numbers/scan.ts';
import { type Layout, spanAt } from '../text/layout.ts';
import { quick } from '../text/quick.ts';
import { firstIndex } from '../text/sorted.ts';
import { comparatorOf, forecasts, opensAsEstimate, underEstimate } from './comparator.ts';
import { type Candidate, type Draft, type Quantity, quantity, type Scene } from './draft.ts';
import { shareOf } from './fraction.ts';
import { perOf } from './per.ts';
import { findQuantities } from './quantities.ts';
import { refusalOf } from './refusals.ts';
import { roleOf } from './role.ts';
import { settledBySums } from './settled.ts';
import { writtenCounts } from './written.ts';

const conventions = new WeakMap<Layout, Convention>();
/** How the writer of a text sets decimals. */
export const conventionIn = (layout: Layout): Convention => {
  const known = conventions.get(layout) ?? conventionOf(layout.text);
  conventions.set(layout, known);
  return known;
};

/** The numbers of the text that stand in a paragraph, outside every stretch of `excluded`. */
const candidatesOf = (layout: Layout, excluded: readonly Span[]): Candidate[] => {
  const taken = [...excluded].sort((a, b) => a.start - b.start);
  return scanNumbers(layout.folded, conventionIn(layout)).flatMap((token) => {
    const paragraph = spanAt(layout.paragraphs, token.span.start);
    const sentence = spanAt(layout.sentences, token.span.start);
    const hidden = overlapping(taken, token.numeral);
    return paragraph && sentence && !hidden
      ? [{ token: inside(token, paragraph), quantity: null, sentence, paragraph }]
      : [];
  });
};

/** The first words of the next paragraph count nothing here: cells of a table follow each other. */
const inside = (token: NumberToken, paragraph: Span): NumberToken =>
  token.noun && token.noun.start >= paragraph.end ? { ...token, noun: null } : token;

/** Whether a span of `spans` (ascending starts) overlaps `span`. */
const overlapping = (spans: readonly Span[], span: Span): boolean => {
  const behind = firstIndex(spans, (other) => other.start >= span.end);
  for (let i = behind - 1; i >= Math.max(0, behind - 4); i -= 1) if ((spans[i] as Span).end > span.start) return true;
  return false;
};

const joinFractions = (scene: Scene): Candidate[] => {
  const joined: Candidate[] = [];
  for (let i = 0; i < scene.candidates.length; i += 1) {
    const share = shareOf(scene, i);
    joined.push(share ?? (scene.candidates[i] as Candidate));
    if (share) i += 1;
  }
  return joined;
};

const draftOf = (scene: Scene, candidate: Candidate & { quantity: Quantity }, i: number): Draft => {
  const { token, quantity, sentence, paragraph } = candidate;
  const ahead = scene.candidates[i - 1];
  const upper = isRange(scene, ahead, candidate);
  const magnitude = toNumber(quantity.exponent ? shift(token.value, quantity.exponent) : token.value);
  const stated = upper && ahead ? ahead.token.span : token.span;
  const behind = scene.candidates[i + 1];
  const opens = isRange(scene, candidate, behind) ? 'ge' : isRange(scene, candidate, behind, true) ? 'le' : null;
  const closes = upper ? 'le' : isRange(scene, ahead, candidate, true) ? 'ge' : null;
  const range = opens ?? closes;
  const stance = roleOf(
    scene.folded,
    { start: stated.start, end: opens && behind ? behind.token.span.end : token.span.end },
    quantity.kind,
    magnitude,
    sentence,
    range !== null,
  );
  const nounEnd = Math.max(token.span.end, quantity.noun && !quantity.implied ? quantity.noun.end : 0);
  const { role, sign } = stance;
  const own = perOf(scene.folded, token.span, opens && behind ? perEnd(behind) : nounEnd, sentence);
  const plan = role === 'actual' && ahead ? isPlanOf(scene, ahead, candidate) : false;
  const ownBound = comparatorOf(scene.folded, token.span, sentence);
  const shared = ownBound.comparator === 'eq' && ahead && sharesBound(scene, ahead, candidate);
  const around = shared ? comparatorOf(scene.folded, ahead.token.span, sentence) : ownBound;
  const bound = range ?? around.comparator;
  const estimated =
    bound === 'eq' &&
    role !== 'target' &&
    (opensAsEstimate(scene.folded, sentence, token.span) ||
      forecasts(scene.folded, sentence, token.span) ||
      underEstimate(scene.layout, paragraph));
  return {
    span: token.span,
    token,
    kind: quantity.kind,
    unit: quantity.unit,
    noun: quantity.noun,
    value: sign * magnitude,
    per: own.length === 0 && upper && ahead ? perOf(scene.folded, ahead.token.span, nounEnd, sentence) : own,
    comparator: estimated ? 'approx' : bound,
    role: plan ? 'target' : role,
    rule: quantity.rule,
    unitImplied: quantity.implied,
    doubts: token.doubt ? [token.doubt] : [],
    said: {
      comparator: range ? 'a range' : estimated ? 'the sentence opens as an estimate' : around.words,
      role: plan ? 'behind the stroke stands what was planned' : stance.words,
    },
    sentence,
    paragraph,
  };
};

const WITH_PLACE = /^\s*\([^()\d]{3,60}\)\s*(?:,|và|;)\s*$/u;
/** "xuống dưới 10% (thành thị), 5% (nông thôn)": one bound for both. */
const sharesBound = (scene: Scene, a: Candidate, b: Candidate): boolean =>
  a.quantity?.kind === 'percentage' &&
  b.quantity?.kind === 'percentage' &&
  a.sentence === b.sentence &&
  WITH_PLACE.test(scene.folded.slice(a.token.span.end, b.token.span.start)) &&
  /^\s*\(/.test(scene.folded.slice(b.token.span.end, b.token.span.end + 3));

/** The lower end of a range is per what the upper end is: "12-16 triệu đồng/tháng". */
const perEnd = ({ token, quantity }: Candidate): number =>
  Math.max(token.span.end, quantity?.noun && !quantity.implied ? quantity.noun.end : 0);

/** "215/200 lao động": what was done before the stroke, what was planned behind it. */
const isPlanOf = (scene: Scene, done: Candidate, planned: Candidate): boolean =>
  done.quantity?.unit === planned.quantity?.unit &&
  /^\s*\p{L}*\s*\/\s*$/u.test(scene.folded.slice(done.token.span.end, planned.token.span.start)) &&
  toNumber(done.token.value) > toNumber(planned.token.value);

const TO = /^(?:\s*\/\s*\p{L}+){0,3}\s*(?:[-–—÷~]|đến|tới)\s*$/u;
const BETWEEN = quick(/(?<!\p{L})(?:trong khoảng|ở giữa|giữa)\s+$/u);

/** "từ 2.000 đến 2.500", "2.000 - 2.500", "giữa 2.000 và 2.500". */
const joins = (folded: string, low: Candidate, high: Candidate): boolean => {
  const words = folded.slice(low.token.noun?.end ?? low.token.span.end, high.token.span.start);
  const before = folded.slice(Math.max(low.sentence.start, low.token.span.start - 16), low.token.span.start);
  return TO.test(words) || (/^\s*và\s*$/u.test(words) && BETWEEN.test(before));
};

const sizeOf = ({ token, quantity }: Candidate): number => toNumber(shift(token.value, quantity?.exponent ?? 0));

/**
 * Two numbers of one unit with "đến" or a dash between them, the lower first; or, where it `descends`, the lower last
 * ("ở khoảng 4,68 - 3,25 triệu đồng"), which only a dash and a shared unit tell from two levels.
 */
const isRange = (scene: Scene, a: Candidate | undefined, b: Candidate | undefined, descends = false): boolean =>
  !!a?.quantity &&
  !!b?.quantity &&
  a.quantity.unit === b.quantity.unit &&
  joins(scene.folded, a, b) &&
  (descends
    ? a.quantity.rule === 'range' &&
      sizeOf(a) > sizeOf(b) &&
      /^\s*[-–—]\s*$/.test(scene.folded.slice(a.token.span.end, b.token.span.start))
    : sizeOf(a) < sizeOf(b));

/** Nothing but the counted noun, its group and a comma or "và" between two numbers of one verb. */
const ALSO = /^(?!.*(?<!\p{L})(?:so với|còn|có|xuống|lên|đạt|được)(?!\p{L}))[\s\p{L}]{2,40}(?:,|(?<!\p{L})và)\s+$/su;

/** "Ý Yên tăng 15 tỷ đồng, Trực Ninh 14 tỷ đồng, Nam Trực tăng 5,8 tỷ đồng": one of a list of changes. */
const AMID = /^\s*[,;]\s+(?:\p{L}+\s+){1,5}$/u;
const NEXT_CHANGES = /^\s*[,;]\s+(?:\p{L}+\s+){1,5}tăng\s+(?:\p{L}+\s+){0,2}$/u;

/**
 * "tăng thêm 13 hộ nghèo, 52 hộ cận nghèo": the second is a change as the first is; so is the 667 of "giảm 612 hộ nghèo,
 * giảm 2,3% và 667 hộ cận nghèo, giảm 2,5%".
 */
const changedTogether = (folded: string, drafts: readonly Draft[]): Draft[] => {
  const told: Draft[] = [];
  for (const draft of drafts) {
    const before = told.at(-1);
    const goesOn =
      before?.role === 'change' &&
      draft.role === 'actual' &&
      draft.kind === 'count' &&
      before.unit === draft.unit &&
      before.sentence === draft.sentence &&
      ALSO.test(folded.slice(before.span.end, draft.span.start));
    const next = drafts[told.length + 1];
    const amid =
      before?.role === 'change' &&
      draft.role === 'actual' &&
      next?.role === 'change' &&
      [before, next].every(
        (other) => other.unit === draft.unit && other.sentence === draft.sentence && other.value > 0,
      ) &&
      AMID.test(folded.slice(before.span.end, draft.span.start)) &&
      NEXT_CHANGES.test(folded.slice(draft.span.end, next.span.start));
    if (amid) {
      told.push({ ...draft, role: 'change' });
      continue;
    }
    const first = told.at(-2);
    const again =
      first !== undefined &&
      before?.role === first.role &&
      before.kind === 'percentage' &&
      before.value < 0 &&
      first.value < 0 &&
      draft.value > 0 &&
      first.unit === draft.unit &&
      first.sentence === draft.sentence &&
      /^\s*(?:,|và|;)\s*$/u.test(folded.slice(before.span.end, draft.span.start)) &&
      /^[\s\p{L}]{2,40},\s*giảm\s/u.test(folded.slice(draft.span.end, draft.span.end + 60));
    if (again) {
      told.push({ ...draft, role: first.role, value: -draft.value });
      continue;
    }
    told.push(goesOn ? { ...draft, role: 'change', value: before.value < 0 ? -draft.value : draft.value } : draft);
  }
  return told;
};

const AS_PLANNED = 0.06;
const STROKE = /^\s*(?:\p{L}+\s*){0,3}\/\s*$/u;
/** "8/10 căn nhà, đạt 80% kế hoạch": the share says that all of them are what was planned. */
const plansOfPairs = (folded: string, drafts: readonly Draft[]): Draft[] =>
  drafts.map((draft, i) => {
    const top = drafts[i - 1];
    const share = drafts[i + 1];
    const said =
      top?.unit === draft.unit &&
      share?.role === 'achievement' &&
      share.sentence === draft.sentence &&
      draft.role === 'actual' &&
      STROKE.test(folded.slice(top.span.end, draft.span.start)) &&
      Math.abs((top.value * 100) / draft.value - share.value) < AS_PLANNED;
    return said ? { ...draft, role: 'target' } : draft;
  });

/** "606/608 lớp với 16.561/17.013 học viên, đạt 97,34% kế hoạch": the pairs of one statement were planned together. */
const plannedTogether = (folded: string, drafts: readonly Draft[]): Draft[] => {
  const told = [...plansOfPairs(folded, drafts)];
  for (let i = told.length - 1; i > 0; i -= 1) {
    const [draft, top] = [told[i] as Draft, told[i - 1] as Draft];
    const next = told[i + 2];
    const paired = top.unit === draft.unit && STROKE.test(folded.slice(top.span.end, draft.span.start));
    const beside = next?.role === 'target' && next.sentence === draft.sentence && drafts[i + 2]?.role === 'actual';
    const close = next && !/[.;,]\s/.test(folded.slice(draft.span.end, next.span.start));
    if (paired && beside && close && draft.role === 'actual') told[i] = { ...draft, role: 'target' };
  }
  return told;
};

/** What a number is whose words do not say it: millions are money, the rest counts something. */
const unsaid = ({ token }: Candidate): Quantity =>
  token.exponent >= MILLION
    ? quantity('money', 'VND', null, 'marked', true)
    : quantity('count', 'item', null, 'marked', true);

/** Millions: a power of ten. */
const MILLION = 6;

/** A number of the text that is no figure, and why. */
export interface Refused {
  span: Span;
  name: string;
  because: string;
}
const ARTICLE = { name: 'article', because: 'the word is an article or part of a name here, not a count' };
const UNCOUNTED = { name: 'nothing_counted', because: 'nothing says what it counts' };

/**
 * Finds the figures of a text: numbers → refusals → quantities → drafts with value, unit, per, comparator and role.
 * `excluded` are stretches whose digits are no figures: times, furniture, section numbers. `refused` hears of every
 * other number that is none. `marked`: a person says that the number there is a figure, so that no rule refuses it.
 */
export const findFigures = (
  layout: Layout,
  excluded: readonly Span[],
  refused: (number: Refused) => void = () => {},
  marked: Span | null = null,
): Draft[] => {
  const isMarked = ({ token }: Candidate): boolean => marked !== null && overlaps(token.span, marked);
  const all: Scene = { layout, folded: layout.folded, candidates: candidatesOf(layout, excluded) };
  const whole: Scene = { ...all, candidates: joinFractions(all) };
  const counts = writtenCounts(whole);
  const stands = (candidate: Candidate): boolean => {
    const reason = isMarked(candidate) ? null : (refusalOf(whole, candidate) ?? (counts(candidate) ? null : ARTICLE));
    if (reason) refused({ span: candidate.token.span, name: reason.name, because: reason.because });
    return reason === null;
  };
  const kept: Scene = { ...whole, candidates: whole.candidates.filter(stands) };
  const candidates = findQuantities(kept).map((candidate) =>
    isMarked(candidate) && !candidate.quantity ? { ...candidate, quantity: unsaid(candidate) } : candidate,
  );
  for (const { token, quantity } of candidates) if (!quantity) refused({ span: token.span, ...UNCOUNTED });
  const scene: Scene = { ...kept, candidates };
  const drafts = candidates.flatMap((candidate, i) =>
    candidate.quantity ? [draftOf(scene, candidate as Candidate & { quantity: Quantity }, i)] : [],
  );
  return plannedTogether(layout.folded, changedTogether(layout.folded, settledBySums(layout.folded, drafts)));
};
