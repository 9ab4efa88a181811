/**
 * Fits the weights of `confidence`:
 *
 *     node scripts/fit-confidence.ts < examples.jsonl > src/extract/confidence/weights.json
 *
 * Each line is `{"document": name, "features": ConfidenceFeatures, "correct": boolean, "tuned": boolean}`, one
 * extracted figure each, spurious ones among them (never correct); `tuned` marks documents that rules were written on. What the model is worth is printed on standard error, measured on
 * documents that the model had not seen.
 */
import { type ConfidenceFeatures, INPUTS, inputs, PRIOR } from '../src/extract/confidence/features.ts';
import { calibrationError, crossValidate, type Example, logLoss, train } from '../src/extract/confidence/logistic.ts';

type Line = { document: string; features: ConfidenceFeatures; correct: boolean; tuned?: boolean };

const lines: string[] = [];
for await (const chunk of process.stdin.setEncoding('utf8')) lines.push(String(chunk));
const examples: Example[] = lines
  .join('')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Line)
  .map(({ document, features, correct, tuned }) => ({ document, inputs: inputs(features), correct, tuned }));

const documents = new Set(examples.map((e) => e.document)).size;
if (documents < 2) {
  process.stderr.write('Examples of at least two documents are needed, one JSON object a line on standard input.\n');
  process.exit(2);
}

const round = (x: number): number => Math.round(x * 1000) / 1000;
const prior = [0, ...INPUTS.map((name) => PRIOR[name] ?? 0)];
const scored = crossValidate(examples, prior);
const right = scored.filter((e) => e.correct).length / scored.length;
const constant = scored.map((e) => ({ probability: right, correct: e.correct }));
const measured = {
  documents,
  figures: examples.length,
  scored: scored.length,
  right: round(right),
  calibrationError: round(calibrationError(scored)),
  logLoss: round(logLoss(scored)),
  logLossOfConstant: round(logLoss(constant)),
};
process.stderr.write(`${JSON.stringify(measured)}\n`);

const [bias = 0, ...rest] = train(examples, undefined, prior);
const weights = { bias: round(bias), ...Object.fromEntries(INPUTS.map((name, i) => [name, round(rest[i] ?? 0)])) };
process.stdout.write(`${JSON.stringify({ fitted: measured, weights }, null, 2)}\n`);
