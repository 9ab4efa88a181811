/**
 * Labelled examples for `scripts/fit-confidence.ts`, one JSON line a figure:
 *
 *     node scripts/confidence-examples.ts [--tuned=TEXT]… GOLD.gold.json… | node scripts/fit-confidence.ts > weights.json
 *
 * Documents whose path holds a TEXT are marked as those that rules were written on.
 * A figure is right where value, unit and indicator are those of the gold; a spurious one never is.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { recordOf } from '../src/cli/record-of.ts';
import { align } from '../src/evaluate/align.ts';
import { Gold } from '../src/evaluate/gold.ts';
import { featuresOf } from '../src/extract/confidence/index.ts';
import type { Figure } from '../src/model/index.ts';

const OPTION = '--tuned=';
const tunedTexts = process.argv.filter((a) => a.startsWith(OPTION)).map((a) => a.slice(OPTION.length));

for (const path of process.argv.slice(2).filter((a) => !a.startsWith('--'))) {
  const tuned = tunedTexts.some((text) => path.includes(text));
  const gold = Gold.parse(JSON.parse(await readFile(path, 'utf8')));
  const textPath = path.replace('.gold.json', '.txt');
  const record = await recordOf(textPath);
  const { pairs, spurious } = align(gold, await readFile(textPath, 'utf8'), record);
  const print = (figure: Figure, correct: boolean): void => {
    const features = featuresOf(figure, record.text, record.checks, record.messages);
    process.stdout.write(`${JSON.stringify({ document: basename(path), features, correct, tuned })}\n`);
  };
  for (const { gold: g, figure: f } of pairs)
    print(
      f,
      Math.abs(f.value - g.value) < 1e-9 * Math.max(1, Math.abs(g.value)) &&
        f.unit === g.unit &&
        f.indicator === g.indicator,
    );
  for (const figure of spurious) print(figure, false);
}
