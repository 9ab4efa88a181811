/**
 * How long reading takes, against the libraries it stands on: our reader in this process, and the whole `read` with its
 * child process, next to pdf-parse's getText and mammoth's extractRawText on the same files. Ratios of one run hold;
 * absolute times do not travel between machines.
 *
 * usage: node bench/read.ts [RUNS]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { PDFParse } from 'pdf-parse';
import { readBytes } from '../src/read/bytes.ts';
import { read } from '../src/read/index.ts';

const RUNS = Number(process.argv[2] ?? 5);
const FIXTURES = join(import.meta.dirname, '../fixtures');

type Alone = (bytes: Buffer) => Promise<unknown>;
const FORMS: [folder: string, extension: string, library: string, alone: Alone][] = [
  ['pdf', '.pdf', 'pdf-parse', pdfParse],
  ['pdf-one-font', '.pdf', 'pdf-parse', pdfParse],
  ['docx', '.docx', 'mammoth', (buffer) => mammoth.extractRawText({ buffer })],
];

async function pdfParse(bytes: Buffer): Promise<unknown> {
  // Two versions of pdfjs must not share one worker (see src/read/pdf/second-opinion.ts).
  Reflect.deleteProperty(globalThis, 'pdfjsWorker');
  const parser = new PDFParse({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    return await parser.getText();
  } finally {
    await parser.destroy();
    Reflect.deleteProperty(globalThis, 'pdfjsWorker');
  }
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Medians of the three ways, taken in turns so that a slow spell of the machine strikes all alike. */
async function measure(path: string, alone: Alone) {
  const bytes = readFileSync(path);
  const times: Record<'library' | 'reader' | 'whole', number[]> = { library: [], reader: [], whole: [] };
  for (let run = -1; run < RUNS; run++) {
    const library = await milliseconds(() => alone(bytes));
    const reader = await milliseconds(() => readBytes(bytes, { maxPages: 1000 }));
    const whole = await milliseconds(() => read({ path, filename: path }));
    // The first run loads and warms up.
    if (run < 0) continue;
    times.library.push(library);
    times.reader.push(reader);
    times.whole.push(whole);
  }
  return { library: median(times.library), reader: median(times.reader), whole: median(times.whole) };
}

const ms = (value: number): string => `${value.toFixed(0)} ms`.padStart(9);
const ratio = (value: number, base: number): string => `${(value / base).toFixed(2)}x`.padStart(8);

console.log(`Reading, median of ${RUNS} runs; ratios to the library alone`);
console.log(`${'file'.padEnd(34)}${'library'.padStart(20)}${'reader'.padStart(17)}${'with process'.padStart(17)}`);
for (const [folder, extension, library, alone] of FORMS) {
  const ratios: { reader: number; whole: number }[] = [];
  for (const name of readdirSync(join(FIXTURES, folder)).filter((file) => file.endsWith(extension))) {
    const time = await measure(join(FIXTURES, folder, name), alone);
    ratios.push({ reader: time.reader / time.library, whole: time.whole / time.library });
    const cells = [time.reader, time.whole].map((value) => ms(value) + ratio(value, time.library)).join('');
    console.log(`${join(folder, name).slice(0, 34).padEnd(34)}${library.padStart(11)}${ms(time.library)}${cells}`);
  }
  const summary = [ratios.map((r) => r.reader), ratios.map((r) => r.whole)].map((r) => `${median(r).toFixed(2)}x`);
  console.log(`${folder}: median ratio ${summary[0]} in process, ${summary[1]} with its process\n`);
}
