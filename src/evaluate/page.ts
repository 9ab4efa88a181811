import type { Evaluation } from './evaluate.ts';
import type { Field } from './fields.ts';
import { rankingQuality } from './reliability.ts';

/** One set of documents and how it came about. */
export interface MeasuredSet {
  name: string;
  /** Who made and who annotated it, in sentences. */
  made: string;
  /** Nobody who writes rules reads it: only totals are printed. */
  unread: boolean;
  evaluation: Evaluation;
}

/** What the fit of confidence was worth on documents that its model had not seen (`src/extract/confidence`). */
export interface FittedConfidence {
  documents: number;
  figures: number;
  scored: number;
  scoredDocuments: number;
  right: number;
  calibrationError: number;
  logLoss: number;
  logLossOfConstant: number;
  rankingQuality: number;
}

/** How far two annotators who did not see each other's work agree, on 38 real reports with 591 figures. */
const ANNOTATORS = ['two people', '591', '0.988', '0.979', '0.975', '0.88', '0.88', '0.96', '0.95', '0.75', '–'];
const OVERVIEW: readonly Field[] = ['indicator', 'subjects', 'period', 'partOf', 'place'];
const CONFUSIONS = 12;

const share = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

/** Everything measured, as a page of Markdown; `diagram` is the path of the calibration plot beside it. */
export function evaluationPage(
  version: string,
  sets: readonly MeasuredSet[],
  confidence: FittedConfidence,
  diagram: string,
): string {
  return `${[
    '# Evaluation',
    `ansinh ${version}. This page is written by one command, \`npm run evaluate -- --write\`; further folders of gold files can be named behind it. It prints numbers only, never a sentence of a text that was measured.`,
    '## At a glance',
    'The goal is what two people reach who annotate the same reports without seeing each other’s work; the first row says how far they agree.',
    overview(sets),
    HOW_COUNTED,
    '## Confidence',
    ...calibration(sets, confidence, diagram),
    ...sets.flatMap(setSection),
  ].join('\n\n')}\n`;
}

const overview = (sets: readonly MeasuredSet[]): string =>
  markdown([
    ['data', 'figures', 'detection F1', 'value + kind + unit F1', ...OVERVIEW, 'everything at once F1', 'sections F1'],
    ANNOTATORS,
    ...sets.map(({ name, evaluation }) => [
      name,
      String(evaluation.gold),
      share(evaluation.detection.F1),
      share(evaluation.core.F1),
      ...OVERVIEW.map((field) => share(evaluation.attributes[field])),
      share(evaluation.full_F1),
      outline(evaluation.sections),
    ]),
  ]);

const HOW_COUNTED = `**How it is counted.** A figure is *detected* where one is found at the number of a gold figure; the digits of the two texts are aligned, so page furniture and line breaks do not matter. *Everything at once* is value, kind, unit, comparator, role, indicator, subjects and period. The columns of single fields above give the share of the detected figures whose field is right, silence included (no indicator where there is none is right), as the annotators’ agreement is given.

The tables below are stricter. A field's **support** is how many gold figures say something in it: an indicator, a group, a place; not null, not an empty list. **Recall** is the share of these that were found with the very same value, so that a figure that was missed costs the recall of all its fields. **Precision** is the share right of all that the records say in that field, so that a spurious figure costs the precision of all of its. Subjects are right as a whole list or not at all, a part where the whole it names is the right figure. A file that cannot be read counts as empty.`;

function calibration(sets: readonly MeasuredSet[], fit: FittedConfidence, diagram: string): string[] {
  return [
    `A figure's \`confidence\` is the probability that its value, unit and indicator are all right, by a logistic regression over what speaks for and against it. \`node scripts/fit-confidence.ts\` fitted it on ${fit.figures} figures of ${fit.documents} documents. The plot shows the ${fit.scored} figures of the ${fit.scoredDocuments} documents that no rule was written on, each judged by a model fitted without its document.`,
    `![Reliability diagram: for each tenth of confidence how many figures were right, and how many there are](${diagram})`,
    markdown([
      ['cross-validated over documents', ''],
      ['figures right', share(fit.right)],
      ['calibration error, ten bins', share(fit.calibrationError)],
      ['log loss', share(fit.logLoss)],
      ['log loss of always saying the mean', share(fit.logLossOfConstant)],
      ['area under the ROC curve', share(fit.rankingQuality)],
    ]),
    'Confidence as the records give it now, by set. It is fitted to be true of new documents, so it says too little of those that the rules were written on. The sets took part in the fit: the plot is the measure, this table the use.',
    markdown([
      ['data', 'figures found', 'right', 'mean confidence', 'calibration error', 'area under the ROC curve'],
      ...sets.map(({ name, evaluation }) => {
        const judged = evaluation.documents.flatMap((document) => document.calibration);
        const mean = (of: (one: (typeof judged)[number]) => number) =>
          judged.reduce((sum, one) => sum + of(one), 0) / Math.max(1, judged.length);
        return [
          name,
          String(judged.length),
          share(mean(({ right }) => Number(right))),
          share(mean(({ confidence }) => confidence)),
          share(evaluation.calibration_error),
          share(rankingQuality(judged)),
        ];
      }),
    ]),
  ];
}

function setSection({ name, made, unread, evaluation }: MeasuredSet): string[] {
  const { detection, core, full_F1, gold, fields, sections } = evaluation;
  return [
    `## ${name[0]?.toUpperCase()}${name.slice(1)}`,
    `${made} ${evaluation.docs} documents, ${gold} figures; data set \`${evaluation.dataset.sha256.slice(0, 12)}\`.`,
    ...evaluation.failures.map(({ file, code }) => `Could not be read: ${file} (\`${code}\`).`),
    markdown([
      ['', 'precision', 'recall', 'F1', 'support'],
      ['**detection**', ...scores(detection), String(gold)],
      ['**value + kind + unit**', ...scores(core), String(gold)],
      ['**everything at once**', '', '', share(full_F1), String(gold)],
      ...entries(fields).map(([field, agreement]) => [field, ...scores(agreement), String(agreement.support)]),
      ['sections', '', '', outline(sections), String(sections.gold)],
    ]),
    folded('Documents', documents(evaluation)),
    ...confusions(evaluation, unread),
  ];
}

const documents = ({ documents, sections }: Evaluation): string =>
  markdown([
    [
      'document',
      'figures',
      'found',
      'detection F1',
      'value + kind + unit F1',
      'indicator',
      'everything at once F1',
      'sections F1',
    ],
    ...documents.map(({ name, gold, found, hits, core, full, agreed }) => [
      name,
      String(gold),
      String(found),
      ...[hits, core].map((right) => share(f1(right, gold, found))),
      share(hits === 0 ? null : agreed.indicator / hits),
      share(f1(full, gold, found)),
      share(sections.per_doc_F1[name] ?? null),
    ]),
  ]);

/** Which indicator was taken for which; of a set that is not to be read, only how many went which way. */
function confusions({ documents }: Evaluation, unread: boolean): string[] {
  const wrong = documents.flatMap((document) => document.confusions);
  if (wrong.length === 0) return [];
  const shown = (code: string | null) => (code === null ? 'none' : unread ? 'one' : `\`${code}\``);
  const counts = new Map<string, number>();
  for (const { gold, found } of wrong) {
    const pair = `${shown(gold)} | ${found !== null && gold !== null && unread ? 'another' : shown(found)}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const rows = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const rest = rows.slice(CONFUSIONS).reduce((sum, [, count]) => sum + count, 0);
  const lines = rows.slice(0, CONFUSIONS).map(([pair, count]) => [...pair.split(' | '), String(count)]);
  if (rest > 0) lines.push(['others', '', String(rest)]);
  return [folded('Wrong indicators', markdown([['gold', 'found', 'figures'], ...lines]))];
}

const f1 = (right: number, gold: number, found: number): number => (2 * right) / Math.max(1, gold + found);
const scores = ({ P, R, F1 }: { P: number; R: number; F1: number }): string[] => [P, R, F1].map(share);
const outline = (sections: Evaluation['sections']): string => share(sections.gold === 0 ? null : sections.F1);
const folded = (summary: string, content: string): string =>
  `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;

/** A table whose first row is its head; numbers stand to the right. */
export function markdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

const entries = <K extends string, V>(object: Record<K, V>): [K, V][] => Object.entries(object) as [K, V][];
