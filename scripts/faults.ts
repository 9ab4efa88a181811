/**
 * `npm run faults -- [--files N] [--times N] [--size embedded|servers] [--fault WORDS] [--short]`: back-fills under every
 * fault, and a table of what became of them. Ends with 1 where anything is not as in an undisturbed run.
 */
import { parseArgs } from 'node:util';
import { allFiles, FAULTS } from '../tests/faults/faults.ts';
import { batchOf } from '../tests/faults/files.ts';
import { type Result, runFault, undisturbedRun } from '../tests/faults/run.ts';
import { type SizeName, type Stack, startStack } from '../tests/faults/stack.ts';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '40' },
    times: { type: 'string', default: '3' },
    size: { type: 'string' },
    fault: { type: 'string', default: '' },
    short: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const count = Number(values.files);
const sizes: SizeName[] = values.size ? [values.size as SizeName] : ['embedded', 'servers'];

const COLUMNS: [string, number, (result: Result) => string][] = [
  ['fault', 46, ({ fault }) => fault],
  ['size', 9, ({ size }) => size],
  ['found', 6, ({ batch }) => String(batch.found)],
  ['done', 6, ({ batch }) => String(batch.done)],
  ['dup', 5, ({ batch }) => String(batch.duplicate)],
  ['failed', 7, ({ batch }) => String(batch.failed)],
  ['pending', 8, ({ batch }) => String(batch.pending)],
  ['equal', 8, ({ equal, of }) => `${equal}/${of}`],
  ['orphans', 8, ({ orphans }) => String(orphans.length)],
  ['seconds', 8, ({ seconds }) => seconds.toFixed(1)],
];
const line = (cells: (column: (typeof COLUMNS)[number]) => string) =>
  COLUMNS.map((column, at) => (at < 2 ? cells(column).padEnd(column[1]) : cells(column).padStart(column[1]))).join(' ');

console.log(line(([name]) => name));
let bad = 0;
for (const size of sizes) {
  const stack = await startStack(size);
  try {
    await everyFault(stack);
  } finally {
    await stack.stop(values.keep);
    if (values.keep) console.log(`The logs and data of ${size} are in ${stack.home}.`);
  }
}
console.log(bad === 0 ? '\nNothing was lost.' : `\n${bad} runs were not as an undisturbed one.`);
process.exit(bad === 0 ? 0 : 1);

async function everyFault(stack: Stack): Promise<void> {
  const files = await batchOf(count);
  const undisturbed = await undisturbedRun(stack, await allFiles(count));
  for (let time = 0; time < Number(values.times); time++) {
    for (const fault of FAULTS) {
      if (!(fault.sizes ?? sizes).includes(stack.size) || !fault.name.includes(values.fault)) continue;
      const result = await runFault(stack, fault, files, undisturbed, !values.short);
      console.log(line(([, , cell]) => cell(result)));
      for (const sentence of result.wrong) console.log(`    ${sentence}`);
      if (result.wrong.length > 0) bad += 1;
    }
  }
}
