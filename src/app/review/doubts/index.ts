import { agreeing, failedCheck } from './checks.ts';
import { lowConfidence, SURE } from './confidence.ts';
import { periodReversed, unknownCode, unknownWhole, valueNotANumber } from './data.ts';
import { extractorDisagrees, noLongerFound } from './extractor.ts';
import type { Look, Rule, Said, Seen } from './look.ts';
import { outlier } from './outlier.ts';
import { repairedText } from './repaired.ts';

/** What is wrong with the data itself, or is news to who decided; said until it is settled. */
const ALWAYS: readonly Rule[] = [
  valueNotANumber,
  periodReversed,
  unknownCode,
  unknownWhole,
  extractorDisagrees,
  noLongerFound,
];

/** What a person answers by accepting the figure. */
const UNTIL_ACCEPTED: readonly Rule[] = [failedCheck, outlier, lowConfidence, repairedText];

/** Why a figure is worth a look, the gravest first; a rejected one is not. */
export const doubtsOf = (seen: Seen, look: Look): Said[] => {
  if (seen.verdict === 'rejected') return [];
  const rules = seen.verdict === 'accepted' ? ALWAYS : [...ALWAYS, ...UNTIL_ACCEPTED];
  return rules.flatMap((rule) => rule(seen, look) ?? []);
};

/** It agrees with a sum or rate, nothing speaks against it, and the extractor is all but certain. */
export const isSure = (seen: Seen, doubts: readonly Said[], look: Look): boolean =>
  doubts.length === 0 &&
  seen.verdict !== 'rejected' &&
  seen.found &&
  seen.figure.confidence > SURE &&
  agreeing(seen.figure.id, look).length > 0;

const NEWS = new Set<Said['code']>(['extractor_disagrees', 'no_longer_found']);

/** Nobody has decided on it, or the latest extraction speaks against what they decided. */
export const isOpen = ({ verdict, decided }: Seen, doubts: readonly Said[]): boolean =>
  (verdict === null && decided.length === 0) || doubts.some(({ code }) => NEWS.has(code));
