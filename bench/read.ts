/**
 * What reading costs, in milliseconds a page, against those who only read: pdf-parse's getText, mammoth's extractRawText
 * and the program `pdftotext`, each alone on the same file. Ours is the reader in a warm process, the whole way to the
 * record (reader and extraction) in a warm process, and the same with the child process that every file is read in.
 * The goal is of the second kind, on a long file, by processor time: at most 1.3 times pdf-parse and 1.5 times mammoth.
 *
 * Ratios of one run hold; times do not travel between machines.
 *
 * usage: node bench/read.ts [ROUNDS]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { PDFParse } from 'pdf-parse';
import { extract } from '../src/extract/index.ts';
import { readBytes } from '../src/read/bytes.ts';
import { read } from '../src/read/index.ts';
import { type Cost, costsInTurns, printTable } from './measure.ts';
import { repeatDocx, repeatPdf } from './repeat.ts';

const ROUNDS = Number(process.argv[2] ?? 7);
const FIXTURES = join(import.meta.dirname, '../fixtures');
const LONG = 50;

type Library = { name: string; alone: (bytes: Buffer) => Promise<unknown>; goal: number };
const PDF_PARSE: Library = { name: 'pdf-parse alone', alone: pdfParse, goal: 1.3 };
const MAMMOTH: Library = { name: 'mammoth alone', alone: (buffer) => mammoth.extractRawText({ buffer }), goal: 1.5 };

async function pdfParse(bytes: Buffer): Promise<{ total: number }> {
  // Two versions of pdfjs must not share one worker.
  Reflect.deleteProperty(globalThis, 'pdfjsWorker');
  const parser = new PDFParse({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    return await parser.getText();
  } finally {
    await parser.destroy();
    Reflect.deleteProperty(globalThis, 'pdfjsWorker');
  }
}

const run = (program: string, parameters: string[]) =>
  new Promise<boolean>((resolve) => {
    const child = spawn(program, parameters, { stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });

const hasPdftotext = await run('pdftotext', ['-v']);

type Sample = { name: string; path: string; pages: number };

async function wholly(bytes: Buffer, filename: string): Promise<unknown> {
  const reading = await readBytes(bytes, { maxPages: 1000 });
  return extract({ sha256: '', filename, bytes: bytes.length, encoding: 'unicode', ocr: null, ...reading });
}

/** Every way through these files, one after the other. */
function waysOf(samples: readonly Sample[], library: Library): Record<string, () => Promise<void>> {
  const files = samples.map((sample) => ({ ...sample, bytes: readFileSync(sample.path) }));
  const onEach = (work: (file: (typeof files)[number]) => unknown) => async () => {
    for (const file of files) await work(file);
  };
  return {
    [library.name]: onEach(({ bytes }) => library.alone(bytes)),
    ...(hasPdftotext && library === PDF_PARSE && { pdftotext: onEach(({ path }) => run('pdftotext', [path, '-'])) }),
    'our reader': onEach(({ bytes }) => readBytes(bytes, { maxPages: 1000 })),
    'reader and extraction': onEach(({ bytes, name }) => wholly(bytes, name)),
    'the same, with its process': onEach(async ({ path, name }) => extract(await read({ path, filename: name }))),
  };
}

async function compare(title: string, samples: readonly Sample[], library: Library): Promise<void> {
  const pages = samples.reduce((sum, sample) => sum + sample.pages, 0);
  const ways = waysOf(samples, library);
  const costs = await costsInTurns(ways, ROUNDS);
  const cells = (of: keyof Cost, name: string): string[] => {
    const [ms, base] = [costs[name]?.[of] ?? Number.NaN, costs[library.name]?.[of] ?? Number.NaN];
    return [(ms / pages).toFixed(2), `${(ms / base).toFixed(2)}x`];
  };
  printTable(`${title}: ${pages} pages`, [
    ['ms a page', 'by the clock', 'ratio', 'of processors', 'ratio'],
    ...Object.keys(ways).map((name) => [name, ...cells('wall', name), ...cells('cpu', name)]),
  ]);
}

const filesOf = (folder: string, extension: string): string[] =>
  readdirSync(join(FIXTURES, folder))
    .filter((file) => file.endsWith(extension))
    .sort();

/** A DOCX has no pages of its own: its report's are counted in the PDF. */
async function pagesOf(name: string): Promise<number> {
  return (await pdfParse(readFileSync(join(FIXTURES, 'pdf-one-font', name.replace(/\.\w+$/, '.pdf'))))).total;
}

const folder = mkdtempSync(join(tmpdir(), 'ansinh-bench-'));
try {
  console.log(`Medians of ${ROUNDS} rounds in turns; the goal is "reader and extraction" on the long file.`);
  for (const [form, extension, library, repeat] of [
    ['pdf', '.pdf', PDF_PARSE, repeatPdf],
    ['pdf-one-font', '.pdf', PDF_PARSE, repeatPdf],
    ['docx', '.docx', MAMMOTH, repeatDocx],
  ] as const) {
    const samples: Sample[] = [];
    for (const name of filesOf(form, extension))
      samples.push({ name, path: join(FIXTURES, form, name), pages: await pagesOf(name) });
    await compare(`${form}, ${samples.length} reports`, samples, library);
    const longest = samples.reduce((a, b) => (a.pages >= b.pages ? a : b));
    const times = Math.ceil(LONG / longest.pages);
    const path = join(folder, `long${extension}`);
    writeFileSync(path, await repeat(readFileSync(longest.path), times));
    await compare(
      `${form}, one report ${times} times over (goal: ${library.goal}x)`,
      [{ name: `long${extension}`, path, pages: longest.pages * times }],
      library,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
