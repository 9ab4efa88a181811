/**
 * What extraction costs, as ratios of one run: against Recognizers-Text, which finds numbers and percentages alone, at three
 * sizes; against one pass of the pattern of numbers, in digits or words; and as texts grow from one page to a thousand.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { recognizeNumber, recognizePercentage } from '@microsoft/recognizers-text-number';
import { extract } from '../src/extract/index.ts';
import { DIGITS, WRITTEN } from '../src/extract/numbers/scan.ts';
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

/** Numerals or numbers in words: the two patterns that the scan runs, as one. */
const NUMBERS = new RegExp(`${DIGITS.source}|${WRITTEN.source}`, 'gu');

const bytesOf = ({ text }: Pick<SourceDocument, 'text'>): number => Buffer.byteLength(text);
const kilobytes = documents.reduce((sum, document) => sum + bytesOf(document), 0) / 1024;
const onEach = (work: (document: SourceDocument) => unknown) => () => documents.map(work);

const medians = await inTurns({
  extract: onEach(extract),
  'Recognizers-Text': onEach(({ text }) => [recognizeNumber(text, CULTURE), recognizePercentage(text, CULTURE)]),
  'the pattern of numbers': onEach(({ text }) => [...text.toLowerCase().matchAll(NUMBERS)].length),
  'its digits alone': onEach(({ text }) => [...text.matchAll(DIGITS)].length),
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

/** The blocks of a text again and again, each copy after the one before. */
function copied(document: SourceDocument, times: number): SourceDocument {
  const length = document.text.length + 2;
  const blocks = Array.from({ length: times }, (_, copy) =>
    document.blocks.map((block) => ({
      ...block,
      span: { start: block.span.start + copy * length, end: block.span.end + copy * length },
    })),
  );
  return {
    ...document,
    text: Array(times).fill(document.text).join('\n\n'),
    blocks: blocks.flat(),
    words: [],
    tables: [],
  };
}

/** How many times each report is repeated: the sizes at which both are timed. */
const TIMES = [1, 4, 14];
const sizes = TIMES.map((times) => [times, documents.map((document) => copied(document, times))] as const);
const atSizes = await inTurns(
  Object.fromEntries(
    sizes.flatMap(([times, texts]) => [
      [`extract ${times}`, () => texts.map((text) => extract(text))],
      [
        `Recognizers-Text ${times}`,
        () => texts.map(({ text }) => [recognizeNumber(text, CULTURE), recognizePercentage(text, CULTURE)]),
      ],
    ]),
  ),
  1,
);
printTable('extract and Recognizers-Text as the reports are repeated', [
  ['KB', 'extract, ms', 'Recognizers-Text, ms', 'its time, of ours'],
  ...TIMES.map((times) => {
    const [ours, theirs] = ['extract', 'Recognizers-Text'].map((name) => atSizes[`${name} ${times}`] ?? Number.NaN) as [
      number,
      number,
    ];
    return [(kilobytes * times).toFixed(0), ours.toFixed(0), theirs.toFixed(0), (theirs / ours).toPrecision(2)];
  }),
]);

/** About a page: the first paragraphs of a report. */
const PAGE = 3000;
const PAGES = [1, 10, 100, 1000];

/** The first page of a document, repeated. */
function repeated(document: SourceDocument, times: number): SourceDocument {
  const blocks = document.blocks.filter(({ span }) => span.end <= PAGE);
  return copied({ ...document, blocks, text: document.text.slice(0, blocks.at(-1)?.span.end) }, times);
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
