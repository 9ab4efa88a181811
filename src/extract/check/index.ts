import type { Check } from '../../model/record.ts';
import type { Link } from '../link/listing.ts';
import { type Linkable, scene } from '../link/scene.ts';
import { type Equation, type Evidence, evidenceOf, judge } from './equation.ts';
import { achievement } from './rules/achievement.ts';
import { average } from './rules/average.ts';
import { breakdown } from './rules/breakdown.ts';
import { change } from './rules/change.ts';
import { rate } from './rules/rate.ts';
import { repeated } from './rules/repeated.ts';

/** Where a report's figures bear on one another. */
const RULES: readonly ((evidence: Evidence) => Equation[])[] = [
  breakdown,
  rate,
  change,
  average,
  achievement,
  repeated,
];

/**
 * Checks the figures of a report against one another. `expected` is what the others make of the figure whose
 * stated value is `actual`, both in its base unit and without sign. Silence means no evidence, not agreement. In a
 * `recognised` text (OCR) a misfit may be a digit taken for another.
 */
export function checks(
  text: string,
  figures: readonly Linkable[],
  links: readonly Link[],
  recognised = false,
): Check[] {
  const evidence = evidenceOf(scene(text, figures), links);
  return RULES.flatMap((rule) => settle(rule(evidence).map((equation) => judge(evidence.paper, equation, recognised))));
}

/** Of several readings of one stated figure a pass speaks for itself and silences the fails of the others. */
function settle(all: readonly (Check | null)[]): Check[] {
  const found = all.filter((c) => c !== null);
  const stated = (c: Check): string => `${c.rule} ${c.rule === 'breakdown' ? c.figures[0] : c.figures.at(-1)}`;
  const passed = new Set(found.filter((c) => c.status === 'pass').map(stated));
  return found.filter((c) => c.status === 'pass' || !passed.has(stated(c)));
}
