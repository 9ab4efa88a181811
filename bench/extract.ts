/** Extraction must grow with the text, not with its square: one report, and the same report many times over. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../src/extract/index.ts';
import type { SourceDocument } from '../src/model/index.ts';
import { read } from '../src/read/index.ts';
import { inTurns, printTable } from './measure.ts';

const REPORT = join(import.meta.dirname, '../fixtures/001_401ea66197704b5d.txt');
const TIMES = [1, 2, 4, 8];

const document = await read({ path: REPORT, filename: 'report.txt' });

/** The same blocks again and again, each copy after the one before. */
function repeated(times: number): SourceDocument {
  const length = document.text.length + 2;
  const copies = Array.from({ length: times }, (_, copy) =>
    document.blocks.map((block) => ({
      ...block,
      span: { start: block.span.start + copy * length, end: block.span.end + copy * length },
    })),
  );
  return { ...document, text: Array(times).fill(document.text).join('\n\n'), blocks: copies.flat() };
}

const medians = await inTurns(
  Object.fromEntries(
    TIMES.map((times) => {
      const long = repeated(times);
      return [String(times), () => extract(long)];
    }),
  ),
  3,
);

const one = medians['1'] ?? Number.NaN;
const kilobytes = readFileSync(REPORT).length / 1024;
printTable('extract: one report of 30 KB, and the same many times over', [
  ['copies', 'ms', 'ms per KB', 'time per copy, against one'],
  ...TIMES.map((times) => {
    const ms = medians[String(times)] ?? Number.NaN;
    return [String(times), ms.toFixed(1), (ms / times / kilobytes).toFixed(2), (ms / times / one).toFixed(2)];
  }),
]);
