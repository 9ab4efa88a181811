/**
 * What a scanned page costs: the whole of `read`, against the `tesseract` program alone on the same pictures, as many at
 * once. Ratios of one run hold; absolute times do not travel between machines.
 *
 * usage: node bench/ocr.ts [ROUNDS]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { jpegOf, pdfOf, scanPages } from '../scripts/renditions/scan.ts';
import { read } from '../src/read/index.ts';
import { engineFor } from '../src/read/ocr/serve.ts';
import { turnsOf } from '../src/read/turns.ts';
import { type Cost, costsInTurns, printTable } from './measure.ts';

const ROUNDS = Number(process.argv[2] ?? 3);
const PAGES = [1, 2, 3, 4];
const ALONE = 'tesseract alone';
const SCAN = { dpi: 200, skew: 0.4, noise: 4, quality: 75, turn: 0 };

const source = readFileSync(join(import.meta.dirname, '../fixtures/pdf-one-font/001_401ea66197704b5d.pdf'));
const folder = mkdtempSync(join(tmpdir(), 'ansinh-bench-'));
try {
  const rasters = await scanPages(source, SCAN, PAGES);
  const path = join(folder, 'scan.pdf');
  writeFileSync(path, pdfOf(rasters, SCAN));
  const pictures = rasters.map((raster, i) => {
    const picture = join(folder, `${i}.jpg`);
    writeFileSync(picture, jpegOf(raster, SCAN.quality, SCAN.dpi));
    return picture;
  });
  const takeTurns = turnsOf(availableParallelism());
  const alone = (picture: string) =>
    new Promise<void>((resolve, reject) => {
      const options = [picture, 'stdout', '-l', 'vie', '--psm', '4'];
      const child = spawn('tesseract', options, { stdio: 'ignore', env: { ...process.env, OMP_THREAD_LIMIT: '1' } });
      child.on('error', reject);
      child.on('close', () => resolve());
    });
  const native = (await engineFor('native')) !== null;
  const costs = await costsInTurns(
    {
      ...(native && {
        [ALONE]: () => Promise.all(pictures.map((picture) => takeTurns(() => alone(picture)))),
        'read, with tesseract': () => read({ path, filename: path }, { ocr: 'native' }),
      }),
      'read, with WebAssembly': () => read({ path, filename: path }, { ocr: 'wasm' }),
    },
    ROUNDS,
  );
  const seconds = (ms: number): string => (ms / 1000 / PAGES.length).toFixed(2);
  const ratio = (cost: Cost, kind: keyof Cost): string =>
    costs[ALONE] ? `${(cost[kind] / costs[ALONE][kind]).toFixed(2)}x` : '';
  printTable(`Recognition of ${PAGES.length} pages of 200 dpi, seconds a page, ${ROUNDS} rounds in turns`, [
    ['', 'by the clock', 'ratio', 'of processor', 'ratio'],
    ...Object.entries(costs).map(([name, cost]) => [
      name,
      ...(['wall', 'cpu'] as const).flatMap((kind) => [seconds(cost[kind]), ratio(cost, kind)]),
    ]),
  ]);
} finally {
  rmSync(folder, { recursive: true });
}
