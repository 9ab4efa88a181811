/** One figure of a labelled document: its inputs and whether value, unit and indicator were all right. */
export interface Example {
  document: string;
  inputs: ReadonlyMap<string, number>;
  correct: boolean;
  /** The rules were written on this document: it shows which inputs matter, not how often new documents are right. */
  tuned?: boolean;
}

/** Logistic regression over named inputs; one that the model does not know weighs nothing. */
export interface Model {
  bias: number;
  weights: Readonly<Record<string, number>>;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export const predict = ({ bias, weights }: Model, inputs: ReadonlyMap<string, number>): number => {
  let sum = bias;
  for (const [name, value] of inputs) sum += value * (weights[name] ?? 0);
  return sigmoid(sum);
};

/** How strongly a weight is drawn to 0, and one with a belief to what is believed (variance 1 and 1/8); `tuned` hardly. */
const RIDGE = { plain: 1, believed: 8, tuned: 0.05 };
const STEPS = 30;
/** Stands for "the rules were written on it": what that adds is learnt, and left out of the model. */
const TUNED = '\u0000tuned';

/**
 * Ridge regression by Newton's method (iteratively reweighted least squares). `believed` are weights to hold to
 * where examples are few.
 */
export function train(examples: readonly Example[], believed: Readonly<Record<string, number>> = {}): Model {
  const seen = examples.flatMap(({ inputs }) => [...inputs.keys()]);
  const names = [...new Set([...seen, ...Object.keys(believed), TUNED])].sort();
  const index = new Map(names.map((name, i) => [name, i + 1]));
  const rows = examples.map(({ inputs, tuned }) => [
    { at: 0, x: 1 },
    ...[...inputs].map(([name, x]) => ({ at: index.get(name) as number, x })),
    ...(tuned ? [{ at: index.get(TUNED) as number, x: 1 }] : []),
  ]);
  const centre = [0, ...names.map((name) => believed[name] ?? 0)];
  const ridgeOf = (name: string) => (name in believed ? RIDGE.believed : name === TUNED ? RIDGE.tuned : RIDGE.plain);
  const ridge = [1e-6, ...names.map(ridgeOf)];
  let c = [...centre];
  for (let step = 0; step < STEPS; step++) {
    const gradient = c.map((w, i) => (ridge[i] as number) * (w - (centre[i] as number)));
    const hessian = c.map((_, i) => c.map((_, j) => (i === j ? (ridge[i] as number) : 0)));
    rows.forEach((row, k) => {
      const p = sigmoid(row.reduce((sum, { at, x }) => sum + x * (c[at] as number), 0));
      const error = p - Number(examples[k]?.correct);
      for (const a of row) {
        gradient[a.at] = (gradient[a.at] as number) + error * a.x;
        const line = hessian[a.at] as number[];
        for (const b of row) line[b.at] = (line[b.at] as number) + p * (1 - p) * a.x * b.x;
      }
    });
    const change = solve(hessian, gradient);
    c = c.map((w, i) => w - (change[i] as number));
    if (change.every((d) => Math.abs(d) < 1e-6)) break;
  }
  const weights = names.map((name, i): [string, number] => [name, c[i + 1] as number]);
  return { bias: c[0] as number, weights: Object.fromEntries(weights.filter(([name]) => name !== TUNED)) };
}

/** Solves a·x = b for a symmetric, positive definite `a`, which is used up (Cholesky). */
function solve(a: number[][], b: readonly number[]): number[] {
  const n = b.length;
  const at = (i: number, j: number): number => (a[i] as number[])[j] as number;
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = at(i, j);
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      (a[i] as number[])[j] = i === j ? Math.sqrt(sum) : sum / at(j, j);
    }
  const x = [...b];
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] as number) - at(i, k) * (x[k] as number);
    x[i] = (x[i] as number) / at(i, i);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] = (x[i] as number) - at(k, i) * (x[k] as number);
    x[i] = (x[i] as number) / at(i, i);
  }
  return x;
}

/** Each untuned example with the probability given by a model that never saw its document. */
export function crossValidate(
  examples: readonly Example[],
  believed: Readonly<Record<string, number>> = {},
  folds = 20,
): { probability: number; correct: boolean }[] {
  const documents = [...new Set(examples.map((e) => e.document))].sort();
  const foldOf = new Map(documents.map((name, i) => [name, i % folds]));
  return Array.from({ length: Math.min(folds, documents.length) }, (_, fold) => {
    const model = train(
      examples.filter((e) => foldOf.get(e.document) !== fold),
      believed,
    );
    return examples
      .filter((e) => foldOf.get(e.document) === fold && !e.tuned)
      .map((e) => ({ probability: predict(model, e.inputs), correct: e.correct }));
  }).flat();
}

export const logLoss = (scored: readonly { probability: number; correct: boolean }[]): number =>
  scored.reduce((sum, s) => sum - Math.log(Math.max(1e-9, s.correct ? s.probability : 1 - s.probability)), 0) /
  Math.max(1, scored.length);
