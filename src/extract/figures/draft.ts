import type { Comparator, Kind, Role, Span, Unit } from '../../model/index.ts';
import type { UnitNoun } from '../numbers/nouns.ts';
import type { NumberToken } from '../numbers/scan.ts';
import type { Layout } from '../text/layout.ts';

/** What a quantity rule says of a number. */
export interface Quantity {
  kind: Kind;
  unit: Unit;
  /** Where the counted noun stands, null where no word names it. */
  noun: Span | null;
  rule: string;
  /** The unit was not written beside the number but taken from a neighbour or the words before. */
  implied: boolean;
  /** Power of ten taken over from the other end of a range ("12-16 triệu"). */
  exponent?: number;
}

/** A number on its way to become a figure. */
export interface Candidate {
  token: NumberToken;
  quantity: Quantity | null;
  /** The sentence that holds it. */
  sentence: Span;
  paragraph: Span;
}

/** What every rule may look at. */
export interface Scene {
  layout: Layout;
  folded: string;
  candidates: readonly Candidate[];
}

/** A figure's own fields, before context gives it topic, subjects, period and the rest. */
export interface Draft {
  span: Span;
  token: NumberToken;
  kind: Kind;
  unit: Unit;
  noun: Span | null;
  value: number;
  per: string[];
  comparator: Comparator;
  role: Role;
  rule: string;
  unitImplied: boolean;
  doubts: string[];
  /** The words that gave comparator and role; absent where none did, as in tables. */
  said?: { comparator: string; role: string };
  sentence: Span;
  paragraph: Span;
}

export const quantity = (
  kind: Kind,
  unit: Unit,
  noun: UnitNoun | Span | null,
  rule: string,
  implied = false,
): Quantity => ({ kind, unit, noun: noun && { start: noun.start, end: noun.end }, rule, implied });
