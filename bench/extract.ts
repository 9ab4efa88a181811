/**
 * What extraction costs, as ratios of one run: against Recognizers-Text, which finds numbers and percentages alone, against
 * one pass of the pattern of numerals, and as texts grow from one page to a thousand.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { recognizeNumber, recognizePercentage } from '@microsoft/recognizers-text-number';
import { extract } from '../src/extract/index.ts';
import { DIGITS } from '../src/extract/numbers/scan.ts';
import type { SourceDocument } from '../src/model/index.ts';
import { read } from '../src/read/index.ts';
import { inTurns, printTable } from './measure.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
/** Spanish writes 1.855 and 4,82 as Vietnamese does; Recognizers-Text has no Vietnamese numbers. */
const CULTURE = 'es-es';

const documents: SourceDocument[] = [];
for (const filename of readdirSync(FIXTURES)
  .filter((name) => name.endsWith('.txt'))
  .sort())
  documents.push(await read({ path: join(FIXTURES, filename), filename }));

const bytesOf = ({ text }: Pick<SourceDocument, 'text'>): number => Buffer.byteLength(text);
const kilobytes = documents.reduce((sum, document) => sum + bytesOf(document), 0) / 1024;
const onEach = (work: (document: SourceDocument) => unknown) => () => documents.map(work);

const medians = await inTurns({
  extract: onEach(extract),
  'Recognizers-Text': onEach(({ text }) => [recognizeNumber(text, CULTURE), recognizePercentage(text, CULTURE)]),
  'the pattern of numerals': onEach(({ text }) => [...text.matchAll(DIGITS)].length),
});
const own = medians.extract ?? Number.NaN;

printTable(`extract: five reports, ${kilobytes.toFixed(0)} KB`, [
  ['', 'ms', 'KB/s', 'extract takes'],
  ...Object.entries(medians).map(([name, ms]) => [
    name,
    ms.toFixed(2),
    ((kilobytes / ms) * 1000).toFixed(0),
    name === 'extract' ? '' : `${(own / ms).toPrecision(2)} times as long`,
  ]),
]);

/** About a page: the first paragraphs of a report. */
const PAGE = 3000;
const PAGES = [1, 10, 100, 1000];

/** A page's blocks again and again, each copy after the one before. */
function repeated(document: SourceDocument, times: number): SourceDocument {
  const blocks = document.blocks.filter(({ span }) => span.end <= PAGE);
  const page = document.text.slice(0, blocks.at(-1)?.span.end);
  const length = page.length + 2;
  const copies = Array.from({ length: times }, (_, copy) =>
    blocks.map((block) => ({
      ...block,
      span: { start: block.span.start + copy * length, end: block.span.end + copy * length },
    })),
  );
  return { ...document, text: Array(times).fill(page).join('\n\n'), blocks: copies.flat(), words: [], tables: [] };
}

const [report] = documents.sort((a, b) => bytesOf(b) - bytesOf(a));
if (report) {
  const texts = PAGES.map((pages) => [pages, repeated(report, pages)] as const);
  const grown = await inTurns(
    Object.fromEntries(texts.map(([pages, text]) => [String(pages), () => extract(text)])),
    3,
  );
  const hundred = (grown['100'] ?? Number.NaN) / 100;
  printTable('extract: from one page to a thousand', [
    ['pages', 'KB', 'ms', 'ms a page', 'a page, against one of a hundred'],
    ...texts.map(([pages, text]) => {
      const ms = grown[String(pages)] ?? Number.NaN;
      return [
        String(pages),
        (bytesOf(text) / 1024).toFixed(0),
        ms.toFixed(1),
        (ms / pages).toFixed(2),
        (ms / pages / hundred).toFixed(2),
      ];
    }),
  ]);
}
