import { firstIndex } from '../text/sorted.ts';
import type { Link, Listing } from './listing.ts';
import { resolve } from './listing.ts';
import { again } from './rules/again.ts';
import { alike } from './rules/alike.ts';
import { among } from './rules/among.ts';
import { bullets } from './rules/bullets.ts';
import { companions } from './rules/companions.ts';
import { comprises } from './rules/comprises.ts';
import { foremost } from './rules/foremost.ts';
import { hundred } from './rules/hundred.ts';
import { namely } from './rules/namely.ts';
import { ofThem } from './rules/of-them.ts';
import { outOf } from './rules/out-of.ts';
import { pair } from './rules/pair.ts';
import { parenthesis } from './rules/parenthesis.ts';
import { places } from './rules/places.ts';
import { qualified } from './rules/qualified.ts';
import { rateOfPair } from './rules/rate-of-pair.ts';
import { rates } from './rules/rates.ts';
import { remainder } from './rules/remainder.ts';
import { restated } from './rules/restated.ts';
import { shareOfThem } from './rules/share-of-them.ts';
import { sums } from './rules/sums.ts';
import { around, type Linkable, type Scene, scene } from './scene.ts';

export type { Link } from './listing.ts';
export type { Linkable } from './scene.ts';

/** Rules that see two figures and the words between them. */
const PAIRS: readonly ((s: Scene) => Link[])[] = [pair, ofThem, qualified];

/** Rules that see where a listing opens; its parts are then found in one way for all. */
const LISTINGS: readonly ((s: Scene) => Listing[])[] = [among, comprises, outOf, parenthesis, bullets, namely];

/** Rules that build on the links found so far. */
const SEQUELS: readonly ((s: Scene, links: readonly Link[]) => Link[])[] = [
  sums,
  places,
  foremost,
  shareOfThem,
  remainder,
  again,
  alike,
  companions,
  rates,
  rateOfPair,
  restated,
  hundred,
];

/**
 * Which figures are parts of which (spec: the `partOf` row and the settled cases).
 * A figure has at most one whole; a whole stands before its parts, except in "18/21 xã".
 */
export function partOf(text: string, figures: readonly Linkable[]): Link[] {
  const s = scene(text, figures.map(inTonnes));
  const links: Link[] = [];
  const linkOf = new Map<string, Link>();
  const linked = new Set<string>();
  const add = (found: readonly Link[]): void => {
    for (const link of found) {
      if (linkOf.has(link.figure) || wouldCircle(linkOf, link)) continue;
      links.push(link);
      linkOf.set(link.figure, link);
      linked.add(link.figure);
    }
  };
  for (const rule of PAIRS) add(rule(s));
  const listings = LISTINGS.flatMap((rule) => rule(s));
  const isInside = nesting(listings);
  for (const listing of innermostFirst(listings)) add(resolve(s, listing, linked, endInside(s, listing, isInside)));
  for (const rule of SEQUELS) add(rule(s, links));
  return s.figures.flatMap((f) => linkOf.get(f.id) ?? []);
}

/** Kilograms by the thousand are parts of tonnes; "15 kg mỗi khẩu" is not. */
const inTonnes = (figure: Linkable): Linkable =>
  figure.unit === 'kg' && figure.value >= 1000 ? { ...figure, unit: 'tonne', value: figure.value / 1000 } : figure;

/** Listings the words state come before those that only their sums show; an inner one before the one around it. */
const innermostFirst = (listings: readonly Listing[]): Listing[] =>
  [...listings].sort((a, b) => Number(a.onlyExact) - Number(b.onlyExact) || b.anchor - a.anchor);

/** A listing without end of its own inside another ends at the other's next semicolon. */
function endInside(s: Scene, listing: Listing, isInside: (listing: Listing) => boolean): number {
  const own = listing.items[0];
  if (listing.closed || !own || opensSentence(s, listing) || !isInside(listing)) return Infinity;
  const stop = s.text.slice(own.start, own.end + 1).search(/;|\.\s|\n/);
  return stop < 0 ? Infinity : own.start + stop;
}

const opensSentence = (s: Scene, { anchor }: Listing): boolean =>
  s.text.slice(around(s.sentences, anchor).start, anchor).trim() === '';

/**
 * Answers whether a listing begins inside another one that the words state. Items in the order in which they come
 * to lie behind both their listing's anchor and their own start; how far they reach so far tells for all of them.
 */
function nesting(all: readonly Listing[]): (listing: Listing) => boolean {
  const items = all
    .filter((o) => !o.onlyExact)
    .flatMap((o) => o.items.map(({ start, end }) => ({ from: Math.max(o.anchor + 1, start), reach: end })))
    .sort((a, b) => a.from - b.from);
  for (const [i, item] of items.entries()) item.reach = Math.max(item.reach, items[i - 1]?.reach ?? 0);
  return ({ anchor, items: [own] }) => {
    const last = items[firstIndex(items, (item) => item.from > anchor) - 1];
    return own !== undefined && last !== undefined && last.reach >= own.start;
  };
}

function wouldCircle(linkOf: ReadonlyMap<string, Link>, link: Link): boolean {
  let whole: string | undefined = link.whole;
  while (whole !== undefined && whole !== link.figure) whole = linkOf.get(whole)?.whole;
  return whole === link.figure;
}
