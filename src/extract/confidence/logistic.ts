/** One figure of a labelled document: its inputs and whether value, unit and indicator were all right. */
export type Example = {
  document: string;
  inputs: readonly number[];
  correct: boolean;
  /** The rules were written on this document: it shows which inputs matter, not how often new documents are right. */
  tuned?: boolean;
};

/** Logistic regression: the bias first, then a coefficient an input. */
export type Coefficients = readonly number[];

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export const predict = (c: Coefficients, inputs: readonly number[]): number =>
  sigmoid(inputs.reduce((total, x, i) => total + x * (c[i + 1] ?? 0), c[0] ?? 0));

const STEPS = 2000;
const RATE = 0.5;

/** Coefficients from all documents, then the bias that the untuned ones bear out. */
export function train(examples: readonly Example[], ridge = 0.03, prior: Coefficients = []): Coefficients {
  const [bias = 0, ...rest] = descend(examples, ridge, prior);
  const fresh = examples.filter((e) => !e.tuned);
  if (fresh.length === 0 || fresh.length === examples.length) return [bias, ...rest];
  const right = fresh.filter((e) => e.correct).length;
  let shifted = bias;
  for (let step = 0; step < 50; step++) {
    const given = fresh.map((e) => predict([shifted, ...rest], e.inputs));
    const slope = given.reduce((sum, p) => sum + p * (1 - p), 0);
    shifted -= (given.reduce((sum, p) => sum + p, 0) - right) / Math.max(1e-6, slope);
  }
  return [shifted, ...rest];
}

/** Gradient descent on the log loss; `ridge` draws every coefficient but the bias to its prior (0 if none). */
function descend(examples: readonly Example[], ridge: number, prior: Coefficients): Coefficients {
  const kinds = counted(examples);
  let c = new Array<number>((examples[0]?.inputs.length ?? 0) + 1).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = c.map((w, i) => (i === 0 ? 0 : ridge * (w - (prior[i] ?? 0))));
    for (const { inputs, share, right } of kinds) {
      const error = share * predict(c, inputs) - right;
      gradient[0] = (gradient[0] ?? 0) + error;
      inputs.forEach((x, i) => {
        if (x !== 0) gradient[i + 1] = (gradient[i + 1] ?? 0) + error * x;
      });
    }
    c = c.map((w, i) => w - RATE * (gradient[i] ?? 0));
  }
  return c;
}

/** Figures of equal inputs weigh as one: their share of all examples, and the share of all that is right among them. */
function counted(examples: readonly Example[]): { inputs: readonly number[]; share: number; right: number }[] {
  const kinds = new Map<string, { inputs: readonly number[]; share: number; right: number }>();
  for (const { inputs, correct } of examples) {
    const kind = kinds.get(inputs.join()) ?? { inputs, share: 0, right: 0 };
    kind.share += 1 / examples.length;
    kind.right += Number(correct) / examples.length;
    kinds.set(inputs.join(), kind);
  }
  return [...kinds.values()];
}

/** Each untuned example with the probability given by a model that never saw its document. */
export function crossValidate(
  examples: readonly Example[],
  prior: Coefficients = [],
  folds = 20,
): { probability: number; correct: boolean }[] {
  const documents = [...new Set(examples.map((e) => e.document))].sort();
  const foldOf = new Map(documents.map((name, i) => [name, i % folds]));
  return Array.from({ length: Math.min(folds, documents.length) }, (_, fold) => {
    const model = train(
      examples.filter((e) => foldOf.get(e.document) !== fold),
      undefined,
      prior,
    );
    return examples
      .filter((e) => foldOf.get(e.document) === fold && !e.tuned)
      .map((e) => ({ probability: predict(model, e.inputs), correct: e.correct }));
  }).flat();
}

/** Expected calibration error over ten equal bins, as the reference scorer counts it. */
export function calibrationError(scored: readonly { probability: number; correct: boolean }[]): number {
  const bins = Array.from({ length: 10 }, () => [] as (typeof scored)[number][]);
  for (const s of scored) bins[Math.min(9, Math.floor(s.probability * 10))]?.push(s);
  const gap = (bin: typeof scored): number =>
    Math.abs(bin.reduce((sum, s) => sum + s.probability - Number(s.correct), 0));
  return bins.reduce((sum, bin) => sum + gap(bin), 0) / Math.max(1, scored.length);
}

export const logLoss = (scored: readonly { probability: number; correct: boolean }[]): number =>
  scored.reduce((sum, s) => sum - Math.log(Math.max(1e-9, s.correct ? s.probability : 1 - s.probability)), 0) /
  Math.max(1, scored.length);
