import type { ConfidenceFeatures, Weights } from './features.ts';
import { INPUTS, inputs } from './features.ts';
import { predict } from './logistic.ts';
import weights from './weights.json' with { type: 'json' };

export { type ConfidenceFeatures, featuresOf } from './features.ts';

const { bias, ...by }: Weights = weights.weights;
const coefficients = [bias, ...INPUTS.map((name) => by[name])];

/** The probability, 0 to 1, that value, unit and indicator of a figure are all right; two decimals. */
export const confidence = (features: ConfidenceFeatures): number =>
  Math.round(100 * predict(coefficients, inputs(features))) / 100;

/** What speaks for and against a figure, in the model's own terms (log-odds), the strongest first. */
export const contributions = (features: ConfidenceFeatures): { name: string; weight: number }[] =>
  inputs(features)
    .map((value, i) => ({ name: INPUTS[i] as string, weight: value * by[INPUTS[i] as (typeof INPUTS)[number]] }))
    .filter(({ weight }) => Math.abs(weight) >= 0.005)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
