import { type ConfidenceFeatures, inputs } from './features.ts';
import { predict } from './logistic.ts';
import weights from './weights.json' with { type: 'json' };

export { type ConfidenceFeatures, weigher } from './features.ts';

/** Fitted by `scripts/fit-confidence.ts`. What no example had weighs nothing. */
const model: { bias: number; weights: Readonly<Record<string, number>> } = weights;

/** The probability, 0 to 1, that value, unit and indicator of a figure are all right; two decimals. */
export const confidence = (features: ConfidenceFeatures): number =>
  Math.round(100 * predict(model, inputs(features))) / 100;

/** What speaks for and against a figure, in the model's own terms (log-odds), the strongest first. */
export const contributions = (features: ConfidenceFeatures): { name: string; weight: number }[] =>
  [...inputs(features)]
    .map(([name, value]) => ({ name, weight: value * (model.weights[name] ?? 0) }))
    .filter(({ weight }) => Math.abs(weight) >= 0.005)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
