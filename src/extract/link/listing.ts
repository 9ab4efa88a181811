import type { Unit } from '../../model/codes.ts';
import type { Span } from '../../model/span.ts';
import { matches, quick } from '../text/quick.ts';
import { canBeWhole, fits, isChange, isFallIn, kindred, lead, setApart } from './component.ts';
import { compare, exact, sum } from './exact.ts';
import { around, figuresIn, indexOf, type Linkable, parenthesisAround, placeOf, type Scene } from './scene.ts';
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
    const seen = around === null || (inside !== null && around.start === inside.start) || restates(s, around);
    return !isBaseOfPair(s, f) && seen;
  });
  const nearestFirst = visible.reverse();
  return [...nearestFirst.filter(canBeWhole), ...nearestFirst.filter(isChange)];
}

/** "chiếm 11% (tương đương 669 hộ). Trong đó …": the parenthesis says the share in numbers. */
function restates(s: Scene, { start, end }: Span): boolean {
  const [only, other] = figuresIn(s, start, end);
  const share = only && s.figures[indexOf(s, only) - 1];
  return (
    !other &&
    only?.role !== 'target' &&
    share?.kind === 'percentage' &&
    start - share.span.end < 40 &&
    !/[.,;:]/.test(s.text.slice(share.span.end, start))
  );
}

const BACK = words(
  '(?:số|khoản|nguồn)(?: (?:tiền|kinh phí|vốn|quà|hộ|người|gạo))? (?:trên|nói trên|này|ấy)|đây (?:đều )?là (?:những|các|số)',
  'iu',
);

/** "Số tiền trên được ủng hộ …; trong đó cấp tỉnh 4 tỷ đồng": the whole stands in a sentence before. */
const refersBack = (s: Scene, start: number, anchor: number): boolean =>
  BACK.test(s.text.slice(start, anchor)) && figuresIn(s, start, anchor).length === 0;

/** The 21 of "18/21 xã": what follows divides the 18. */
const isBaseOfPair = (s: Scene, f: Linkable): boolean => /\d\s*\/\s*$/.test(s.text.slice(0, f.span.start).slice(-6));

const opening = (alternatives: string): RegExp =>
  new RegExp(`[,;.]\\s+(?:và\\s+)?(?=(?:${alternatives})(?![\\p{L}\\p{M}\\p{N}]))`, 'giu');
const TURN = opening(TURNS);
/** "…, tăng 5% so với cùng kỳ; …": told of the part itself, the listing may go on behind the semicolon. */
const OF_THE_PART = /^,\s+(?=(?:tăng|giảm|vượt|so với)(?![\p{L}\p{M}]))/iu;
const TURN_OR_DEED = opening(`${TURNS}|${DEEDS}`);
/** "trong đó, Quỹ đã phối hợp phẫu thuật cho 51 em; hỗ trợ trực tiếp 70 em". */
const LISTS_DEEDS = new RegExp(`^[\\s:,]*(?:\\p{Lu}[^,.;:\\d]{1,40}?\\s)?(?:${DEEDS})(?![\\p{L}\\p{M}\\p{N}])`, 'iu');

/** Where a listing that begins at `start` meets a statement of its own, or `end`. */
export function statementEnd(s: Scene, start: number, end: number): number {
  const body = s.text.slice(start, end);
  const first = figuresIn(s, start, end)[0];
  for (const match of matches(LISTS_DEEDS.test(body) ? TURN : TURN_OR_DEED, body)) {
    const position = start + match.index;
    if (OF_THE_PART.test(body.slice(match.index, match.index + 12)) && /;|\.\s/.test(body.slice(match.index))) continue;
    const ends = match[0].startsWith(',') ? first !== undefined && position > first.span.end : true;
    if (ends && parenthesisAround(s, position) === null) return position;
  }
  return end;
}

/** "1,9 triệu lượt lao động …: 312.460 lao động tự do": people among turns of people. */
const TURNS_OF: Partial<Record<Unit, Unit>> = { person: 'person_turn', household: 'household_turn' };

/** The links of one listing. `taken` holds figures that a listing inside this one has linked already. */
export function resolve(s: Scene, listing: Listing, taken: ReadonlySet<string>, limit: number): Link[] {
  const wholes = listing.whole ? [listing.whole] : wholesBefore(s, listing.anchor);
  const candidates = listing.items.flatMap((item, _, all) => {
    const inside = figuresIn(s, item.start, Math.min(item.end, limit, item.start + LONGEST_LISTING));
    return all.length > 1 ? firstOfUnit(inside) : inside;
  });
  if (limit < Infinity) {
    const beyond = exactBeyond(s, listing, wholes, limit, taken);
    if (beyond) return beyond;
  }
  const untaken = candidates.filter((f) => !taken.has(f.id));
  const falls = fallsOf(listing, wholes, untaken);
  if (falls.length > 0) return falls;
  const free = untaken.filter((f) => {
    const before = candidates[candidates.indexOf(f) - 1];
    if (isCostOfAll(s, listing, f, untaken) || isOfOtherTime(s, listing, f)) return false;
    return (!setApart(s, f) || addsUp(f, untaken, wholes)) && !isRateOf(s, f, before);
  });
  const links: Link[] = [];
  const few: Link[][] = [];
  for (const unit of new Set(free.map((f) => f.unit))) {
    const exactly = wholes.filter((w) => w.unit === unit);
    const same = exactly.length > 0 ? exactly : wholes.filter((w) => w.unit === TURNS_OF[unit]);
    for (const { wholes: ofGroup, members } of byGroup(
      same,
      free.filter((f) => f.unit === unit),
    )) {
      const found = partsOf(s, listing, ofGroup, members);
      const made = found.parts.map((part) => ({ figure: part.id, whole: found.whole?.id ?? '', rule: listing.rule }));
      if (found.few) few.push(made);
      else links.push(...made);
    }
  }
  if (few.length >= TWINS) links.push(...few.flat());
  return [...links, ...strangers(s, listing, free, wholes, links)];
}

/** A listing inside another goes on behind its semicolon where two or more parts then make its whole exactly. */
function exactBeyond(
  s: Scene,
  { rule, items: [own] }: Listing,
  [whole]: readonly Linkable[],
  limit: number,
  taken: ReadonlySet<string>,
): Link[] | null {
  if (!own || !whole) return null;
  const sentence = around(s.sentences, limit).end;
  const members = figuresIn(s, own.start, Math.min(own.end, sentence)).filter(
    (f) => f.unit === whole.unit && !taken.has(f.id),
  );
  const parts = exactPrefix(members, whole);
  return parts?.map((part) => ({ figure: part.id, whole: whole.id, rule })) ?? null;
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

const OTHER_TIME = /^\s*(?:\d+ tháng|năm|quý|cùng kỳ|kế hoạch|KH)(?![\p{L}\p{M}])/iu;

/** "17.600 lao động nữ (6 tháng đầu năm 17.590 lao động)": an aside about another time. */
function isOfOtherTime(s: Scene, { anchor }: Listing, f: Linkable): boolean {
  const aside = parenthesisAround(s, f.span.start);
  return aside !== null && aside.start > anchor + 1 && OTHER_TIME.test(s.text.slice(aside.start, f.span.start));
}

const COST = /(?:^|\s)(?:với|trị giá|kinh phí|giá trị)(?![\p{L}\p{M}])/iu;

/** "11 công trình, gồm 6 giếng nước, 3 bể nước và 2 nhà với trị giá 388 triệu đồng": of all of them. */
const isCostOfAll = (s: Scene, { rule }: Listing, f: Linkable, members: readonly Linkable[]): boolean =>
  rule === 'comprises' &&
  f.kind === 'money' &&
  f === members.at(-1) &&
  members.length > 2 &&
  members.filter(({ kind }) => kind === 'money').length === 1 &&
  COST.test(lead(s, f));

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

/** `few`: two parts where the words alone ask for more; counts and their money together are enough. */
type Parts = { whole: Linkable | null; parts: Linkable[]; few?: boolean };
const TWINS = 2;

function partsOf(s: Scene, listing: Listing, wholes: Linkable[], members: Linkable[]): Parts {
  for (const whole of wholes) {
    const parts = exactPrefix(members, whole);
    if (parts) return { whole, parts };
  }
  const first = members[0];
  const bar = listing.adjoining ? lastSeparator(s, wholes, listing.anchor) : -1;
  const near = wholes.filter((w) => w.span.end > bar);
  const whole = first && !listing.onlyExact ? wholeFor(s, listing, first, near) : undefined;
  if (!whole) return { whole: null, parts: [] };
  const reach =
    listing.closed || listing.items.length > 1
      ? Infinity
      : statementEnd(s, listing.items[0]?.start ?? 0, sentenceEnd(s, listing));
  const own = members.filter((m) => fits(m, whole) && m.span.start < reach);
  const parts = withinReason(own, whole);
  if (parts.length >= (listing.least ?? 1)) return { whole, parts };
  return parts.length === 2 ? { whole, parts, few: true } : { whole: null, parts: [] };
}

/**
 * The nearest whole a part fits, unless one further off is of its own group: "932 hộ nghèo và 1.788 hộ cận nghèo; trong
 * đó hộ nghèo dân tộc thiểu số …". Behind "163 suất …, 114 suất … và 21 suất …. Trong đó" it is open which is meant.
 */
function wholeFor(s: Scene, listing: Listing, part: Linkable, wholes: readonly Linkable[]): Linkable | undefined {
  const fitting = wholes.filter((w) => fits(part, w));
  const [nearest] = fitting;
  if (!nearest) return undefined;
  const whole = isOfOther(part, nearest) ? (fitting.find((w) => isOfSame(part, w)) ?? nearest) : nearest;
  return whole === nearest && listing.rule === 'among' && isLastOfSeveral(s, listing, nearest) ? undefined : whole;
}

const isOfSame = (part: Linkable, whole: Linkable): boolean =>
  whole.subjects.some((code) => part.subjects.includes(code));
const isOfOther = (part: Linkable, whole: Linkable): boolean =>
  whole.subjects.length > 0 && part.subjects.length > 0 && !isOfSame(part, whole);

const JOINED = /^[^.;\n]*\svà(?:\s+có)?\s*$/u;

function isLastOfSeveral(s: Scene, { anchor }: Listing, whole: Linkable): boolean {
  const sentence = around(s.sentences, whole.span.start);
  if (anchor < sentence.end) return false;
  const like = figuresIn(s, sentence.start, whole.span.start).filter((f) => f.unit === whole.unit && canBeWhole(f));
  const before = like.at(-1);
  return like.length > 1 && before !== undefined && JOINED.test(s.text.slice(before.span.end, whole.span.start));
}

/** The last comma, semicolon or colon between these wholes and `anchor`, or −1. */
function lastSeparator(s: Scene, wholes: readonly Linkable[], anchor: number): number {
  const from = Math.min(...wholes.map((w) => w.span.end));
  for (let i = anchor - 1; i >= from; i--) if (',;:'.includes(s.text.charAt(i))) return i;
  return -1;
}

const HEAD = /^\s*:?\s*((?:\p{L}+\s+){2}\p{L}+)/u;

/** The end of its sentence, or of the ones behind that open with the words of its first item: "Số người tham gia …". */
function sentenceEnd(s: Scene, { items: [own] }: Listing): number {
  const start = own?.start ?? 0;
  const sentence = around(s.sentences, start);
  const head = HEAD.exec(s.text.slice(start, start + 60))?.[1]?.toLowerCase();
  const paragraph = around(s.paragraphs, start);
  let end = sentence.end;
  for (let i = placeOf(s.sentences, sentence) + 1; head && i < s.sentences.length; i++) {
    const next = s.sentences[i] as Span;
    const alike = s.text
      .slice(next.start, next.start + 60)
      .trimStart()
      .toLowerCase()
      .startsWith(head);
    if (next.start >= paragraph.end || !alike) break;
    end = next.end;
  }
  return end;
}

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
      f.kind === 'percentage'
        ? wholeOfShare(s, f, free, wholes)
        : (main ?? wholes.find((w) => kindred(w.unit, f.unit)));
    const apt =
      f.kind === 'percentage'
        ? whole?.kind === 'count' || whole?.kind === 'money'
        : whole &&
          (isBare(lead(s, f)) || (f === free[0] && main === undefined)) &&
          kindred(f.unit, whole.unit) &&
          fits(f, whole);
    if (whole && apt && (f.kind === 'percentage' || !wholes.some((w) => w.unit === f.unit)))
      found.push({ figure: f.id, whole: whole.id, rule: listing.rule });
  }
  return found;
}

const MAKES_UP = quick(/(?<![\p{L}\p{M}])chiếm(?![\p{L}\p{M}])/iu);

const PLACES: ReadonlySet<Unit> = new Set(['village', 'commune', 'district', 'province']);
/** "2 xã gồm xã An 14,4% và xã Hòa 24,6%": a rate of each, no share of how many there are. */
const OF_ONE_PLACE = /(?:thôn|ấp|bản|xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)\s+\p{Lu}[^,;]*$/u;

/** A share belongs to the count or the money just before, if it opens the listing or an item of its own: "; nữ chiếm 40%". */
function wholeOfShare(s: Scene, f: Linkable, free: Linkable[], wholes: Linkable[]): Linkable | undefined {
  const ofItsOwn = free[0]?.kind === 'percentage' || MAKES_UP.test(lead(s, f));
  if (!ofItsOwn || f.value > 100 || f.role !== 'actual') return undefined;
  const [nearest] = wholes;
  if (
    nearest?.kind === 'money' &&
    MAKES_UP.test(lead(s, f)) &&
    f.subjects.every((code) => nearest.subjects.includes(code))
  )
    return nearest;
  const counts = wholes.filter((w) => w.kind === 'count');
  const [count] = counts;
  if (count && PLACES.has(count.unit) && OF_ONE_PLACE.test(lead(s, f))) return undefined;
  return count && isOfOther(f, count) ? (counts.find((w) => isOfSame(f, w)) ?? count) : count;
}
