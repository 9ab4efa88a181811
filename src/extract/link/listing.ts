import type { Span } from '../../model/span.ts';
import { canBeWhole, fits, isChange, isFallIn, kindred, lead, setApart } from './component.ts';
import { compare, exact, sum } from './exact.ts';
import { around, figuresIn, type Linkable, parenthesisAround, placeOf, type Scene } from './scene.ts';
import { BOUND, DEEDS, TURNS, words } from './words.ts';

/** `figure` is a part of `whole`; both are ids. `rule` names the rule that saw it. */
export type Link = { figure: string; whole: string; rule: string };

/** A place where the text lists parts. */
export type Listing = {
  rule: string;
  /** Where the words that open the listing begin: wholes stand before it. */
  anchor: number;
  /** The whole, where the words name it; else it is sought before the anchor. */
  whole?: Linkable;
  /** Where parts may stand. Several spans: one item each, of which the first figure of a unit counts. */
  items: Span[];
  /** The listing ends where its punctuation says, so parts that exceed the whole stay parts (a check will tell). */
  closed: boolean;
  /** Without an exact sum, only a whole whose own phrase the listing ends counts: no comma between. */
  adjoining?: boolean;
  /** Words that often open something else: fewer parts than this prove nothing. */
  least?: number;
  /** The words alone do not prove it: link only where two or more parts make the whole exactly. */
  onlyExact: boolean;
};

const LOOK_BACK = 3;
/** No listing within a paragraph is longer. */
const LONGEST_LISTING = 2000;

/**
 * Figures that may be the whole of a listing opened at `anchor`, best first: those of its own sentence or, where it
 * opens a sentence, of the sentences before. What changed ("giảm 2.310 hộ, trong đó …") comes after what is.
 */
export function wholesBefore(s: Scene, anchor: number): Linkable[] {
  const sentence = around(s.sentences, anchor);
  const opensSentence = s.text.slice(sentence.start, anchor).trim() === '';
  const own = placeOf(s.sentences, sentence);
  const looksBack = opensSentence || refersBack(s, sentence.start, anchor);
  const start = looksBack ? (s.sentences[Math.max(0, own - LOOK_BACK)]?.start ?? 0) : sentence.start;
  const inside = parenthesisAround(s, anchor);
  const visible = figuresIn(s, start, anchor).filter((f) => {
    const around = parenthesisAround(s, f.span.start);
    return !isBaseOfPair(s, f) && (around === null || (inside !== null && around.start === inside.start));
  });
  const nearestFirst = visible.reverse();
  return [...nearestFirst.filter(canBeWhole), ...nearestFirst.filter(isChange)];
}

const BACK = words('(?:số|khoản|nguồn)(?: (?:tiền|kinh phí|vốn|quà|hộ|người|gạo))? (?:trên|nói trên|này|ấy)', 'iu');

/** "Số tiền trên được ủng hộ …; trong đó cấp tỉnh 4 tỷ đồng": the whole stands in a sentence before. */
const refersBack = (s: Scene, start: number, anchor: number): boolean =>
  BACK.test(s.text.slice(start, anchor)) && figuresIn(s, start, anchor).length === 0;

/** The 21 of "18/21 xã": what follows divides the 18. */
const isBaseOfPair = (s: Scene, f: Linkable): boolean => /\d\s*\/\s*$/.test(s.text.slice(0, f.span.start).slice(-6));

const opening = (alternatives: string): RegExp =>
  new RegExp(`[,;.]\\s+(?:và\\s+)?(?=(?:${alternatives})(?![\\p{L}\\p{M}\\p{N}]))`, 'giu');
const TURN = opening(TURNS);
const TURN_OR_DEED = opening(`${TURNS}|${DEEDS}`);
const LISTS_DEEDS = new RegExp(`^[\\s:,]*(?:${DEEDS})(?![\\p{L}\\p{M}\\p{N}])`, 'iu');

/** Where a listing that begins at `start` meets a statement of its own, or `end`. */
export function statementEnd(s: Scene, start: number, end: number): number {
  const body = s.text.slice(start, end);
  const first = figuresIn(s, start, end)[0];
  for (const match of body.matchAll(LISTS_DEEDS.test(body) ? TURN : TURN_OR_DEED)) {
    const position = start + match.index;
    const ends = match[0].startsWith(',') ? first !== undefined && position > first.span.end : true;
    if (ends && parenthesisAround(s, position) === null) return position;
  }
  return end;
}

/** The links of one listing. `taken` holds figures that a listing inside this one has linked already. */
export function resolve(s: Scene, listing: Listing, taken: ReadonlySet<string>, limit: number): Link[] {
  const wholes = listing.whole ? [listing.whole] : wholesBefore(s, listing.anchor);
  const candidates = listing.items.flatMap((item, _, all) => {
    const inside = figuresIn(s, item.start, Math.min(item.end, limit, item.start + LONGEST_LISTING));
    return all.length > 1 ? firstOfUnit(inside) : inside;
  });
  const untaken = candidates.filter((f) => !taken.has(f.id));
  const falls = fallsOf(listing, wholes, untaken);
  if (falls.length > 0) return falls;
  const free = untaken.filter((f) => {
    const before = candidates[candidates.indexOf(f) - 1];
    return (!setApart(s, f) || addsUp(f, untaken, wholes)) && !isRateOf(s, f, before);
  });
  const links: Link[] = [];
  for (const unit of new Set(free.map((f) => f.unit))) {
    const same = wholes.filter((w) => w.unit === unit);
    for (const { wholes: ofGroup, members } of byGroup(
      same,
      free.filter((f) => f.unit === unit),
    )) {
      const found = partsOf(s, listing, ofGroup, members);
      for (const part of found.parts) links.push({ figure: part.id, whole: found.whole?.id ?? '', rule: listing.rule });
    }
  }
  return [...links, ...strangers(s, listing, free, wholes, links)];
}

/**
 * "12.310 hộ nghèo; 8.115 hộ cận nghèo. Trong đó, huyện A có 3.223 hộ nghèo, 2.038 hộ cận nghèo": where the wholes and
 * the parts measure the same two or more things, each part belongs to its own; else all share one whole.
 */
function byGroup(wholes: Linkable[], members: Linkable[]): { wholes: Linkable[]; members: Linkable[] }[] {
  const told = new Set(members.flatMap((m) => m.indicator ?? []));
  const kinds = [...told].filter((code) => wholes.some((w) => w.indicator === code));
  if (kinds.length < 2 || members.some((m) => m.indicator === null || !kinds.includes(m.indicator)))
    return [{ wholes, members }];
  const of = (all: Linkable[], code: string): Linkable[] => all.filter((f) => f.indicator === code);
  return kinds.map((code) => ({ wholes: of(wholes, code), members: of(members, code) }));
}

/** "trong đó giảm 1.000 hộ …" right behind "giảm 2.000 hộ". */
function fallsOf(listing: Listing, wholes: readonly Linkable[], members: readonly Linkable[]): Link[] {
  const [first] = members;
  const whole = first && wholes.find((w) => isFallIn(first, w));
  return first && whole && !listing.onlyExact ? [{ figure: first.id, whole: whole.id, rule: listing.rule }] : [];
}

/** "trong đó: tổng số hộ nghèo 6.184, tổng số hộ cận nghèo 6.234" of 12.418: what adds up is not set apart by its words. */
const addsUp = (f: Linkable, members: readonly Linkable[], wholes: readonly Linkable[]): boolean =>
  wholes.some(
    (w) =>
      w.unit === f.unit &&
      exactPrefix(
        members.filter((m) => m.unit === f.unit),
        w,
      )?.includes(f),
  );

const firstOfUnit = (all: Linkable[]): Linkable[] => {
  const seen = new Set<string>();
  return all.filter(({ unit }) => !seen.has(unit) && seen.add(unit));
};

/** "…, chiếm 5%" after a counted part is that part's rate, not a further part. */
function isRateOf(s: Scene, f: Linkable, before: Linkable | undefined): boolean {
  return (
    f.kind === 'percentage' &&
    before !== undefined &&
    before.kind !== 'percentage' &&
    !/[;.]/.test(s.text.slice(before.span.end, f.span.start))
  );
}

type Parts = { whole: Linkable | null; parts: Linkable[] };

function partsOf(s: Scene, listing: Listing, wholes: Linkable[], members: Linkable[]): Parts {
  for (const whole of wholes) {
    const parts = exactPrefix(members, whole);
    if (parts) return { whole, parts };
  }
  const first = members[0];
  const bar = listing.adjoining ? lastSeparator(s, wholes, listing.anchor) : -1;
  const near = wholes.filter((w) => w.span.end > bar);
  const whole = first && !listing.onlyExact ? near.find((w) => fits(first, w)) : undefined;
  if (!whole) return { whole: null, parts: [] };
  const reach =
    listing.closed || listing.items.length > 1
      ? Infinity
      : statementEnd(s, listing.items[0]?.start ?? 0, sentenceEnd(s, listing));
  const own = members.filter((m) => fits(m, whole) && m.span.start < reach);
  const parts = withinReason(own, whole);
  return parts.length < (listing.least ?? 1) ? { whole: null, parts: [] } : { whole, parts };
}

/** The last comma, semicolon or colon between these wholes and `anchor`, or −1. */
function lastSeparator(s: Scene, wholes: readonly Linkable[], anchor: number): number {
  const from = Math.min(...wholes.map((w) => w.span.end));
  for (let i = anchor - 1; i >= from; i--) if (',;:'.includes(s.text.charAt(i))) return i;
  return -1;
}

const sentenceEnd = (s: Scene, listing: Listing): number => around(s.sentences, listing.items[0]?.start ?? 0).end;

/** Far above what adding doubles loses, far below the last place of any sum in a report. */
const ROUNDING = 1e-9;

/** Two or more of the members that fit, from the first on, that make the whole exactly. */
export function exactPrefix(members: readonly Linkable[], whole: Linkable): Linkable[] | null {
  const goal = Math.abs(whole.value);
  const parts: Linkable[] = [];
  let total = 0;
  for (const member of members) {
    if (!fits(member, whole)) continue;
    parts.push(member);
    total += member.value;
    if (total < goal * (1 - ROUNDING) || parts.length < 2) continue;
    if (total > goal * (1 + ROUNDING)) return null;
    const order = compare(sum(parts.map((p) => exact(p.value))), exact(goal));
    if (order === 0) return parts;
    if (order > 0) return null;
  }
  return null;
}

/** Groups may overlap ("nữ 600, dân tộc thiểu số 500" of 1.000), but not without limit: beyond, a new subject began. */
function withinReason(members: readonly Linkable[], whole: Linkable): Linkable[] {
  const parts: Linkable[] = [];
  let total = 0;
  for (const member of members) {
    total += member.value;
    if (total > Math.abs(whole.value) * 1.5) break;
    parts.push(member);
  }
  return parts;
}

const NOTHING = new RegExp(`^\\s*[:,;]?\\s*(?:và\\s+|có\\s+|cho\\s+|là\\s+|(?:${BOUND})\\s+)*$`, 'iu');
const CUE = words('trong đó|bao gồm|gồm|gồm có|cụ thể|chia ra');

/** Nothing but bounding words between the last separator or "và" and the number. */
const isBare = (words: string): boolean => NOTHING.test(words.replace(/^.*\s(?=và\s)/u, '').replace(CUE, ''));

/**
 * Items of a kindred unit in a listing: "trong đó … 6.800 người hưởng …, 4.900 gia đình liệt sỹ", and a share
 * right after the opening words, "trong đó hơn 50% là …".
 */
function strangers(s: Scene, listing: Listing, free: Linkable[], wholes: Linkable[], links: Link[]): Link[] {
  if (listing.onlyExact || listing.least || listing.adjoining) return [];
  const linked = new Set(links.map((l) => l.figure));
  const main = s.byId.get(links[0]?.whole ?? '');
  const reach = listing.closed ? Infinity : statementEnd(s, listing.items[0]?.start ?? 0, sentenceEnd(s, listing));
  const found: Link[] = [];
  for (const f of free) {
    if (linked.has(f.id) || f.span.start >= reach) continue;
    const whole =
      f.kind === 'percentage' ? wholeOfShare(f, free, wholes) : (main ?? wholes.find((w) => kindred(w.unit, f.unit)));
    const apt =
      f.kind === 'percentage'
        ? whole?.kind === 'count'
        : whole &&
          (isBare(lead(s, f)) || (f === free[0] && main === undefined)) &&
          kindred(f.unit, whole.unit) &&
          fits(f, whole);
    if (whole && apt && (f.kind === 'percentage' || !wholes.some((w) => w.unit === f.unit)))
      found.push({ figure: f.id, whole: whole.id, rule: listing.rule });
  }
  return found;
}

/** A share belongs to the count just before, if it opens the listing and no percentage could hold it. */
function wholeOfShare(f: Linkable, free: Linkable[], wholes: Linkable[]): Linkable | undefined {
  const opens = free[0]?.kind === 'percentage';
  return opens && f.value <= 100 && f.role === 'actual' ? wholes.find((w) => w.kind === 'count') : undefined;
}
