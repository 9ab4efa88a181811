import type { Evaluation } from './evaluate.ts';
import type { ScoredError } from './score.ts';

const share = (value: number): string => value.toFixed(4);

/** The evaluation as text for a terminal, with the first `errors` things that were got wrong. */
export function report(evaluation: Evaluation, errors = 0): string {
  const { detection, core, sections, dataset } = evaluation;
  const lines = [
    `ansinh ${evaluation.version} on ${dataset.directory} (data set ${dataset.sha256.slice(0, 12)})`,
    `documents ${evaluation.docs}, failed ${evaluation.failures.length}; figures: gold ${evaluation.gold}, found ${evaluation.found}`,
    ...evaluation.failures.map(({ file, code, message }) => `  failed: ${file}: ${code}: ${message}`),
    '',
    ...table([
      ['figures', 'precision', 'recall', 'F1'],
      ['detection', share(detection.P), share(detection.R), share(detection.F1)],
      ['value + kind + unit', share(core.P), share(core.R), share(core.F1)],
      ['all fields that place it', '', '', share(evaluation.full_F1)],
    ]),
    '',
    ...table([
      ['field', 'accuracy', 'support'],
      ...entries(evaluation.attributes).map(([field, accuracy]) => [
        field,
        share(accuracy),
        String(evaluation.support[field]),
      ]),
    ]),
    '',
    ...table([
      ['document', 'F1 (value + kind + unit)', 'F1 (sections)'],
      ...entries(evaluation.per_doc_core_F1).map(([name, f1]) => [
        name,
        share(f1),
        name in sections.per_doc_F1 ? share(sections.per_doc_F1[name] as number) : '–',
      ]),
      ['mean', share(evaluation.macro_core_F1), ''],
    ]),
    '',
    sections.gold === 0
      ? 'sections: the gold names none'
      : `sections F1 ${share(sections.F1)}, level right ${share(sections.level)} (gold ${sections.gold}, found ${sections.found})`,
    `calibration error ${evaluation.calibration_error === null ? '–' : share(evaluation.calibration_error)}`,
    ...evaluation.errors.slice(0, errors).map(errorLine),
  ];
  return `${lines.join('\n')}\n`;
}

/** One row per evaluation, for the README. */
export function markdownTable(rows: { name: string; evaluation: Evaluation }[]): string {
  const header = [
    'data',
    'figures',
    'detection F1',
    'value + kind + unit F1',
    'indicator',
    'period',
    'subjects',
    'sections F1',
    'failed',
  ];
  const cells = rows.map(({ name, evaluation }) => [
    name,
    String(evaluation.gold),
    share(evaluation.detection.F1),
    share(evaluation.core.F1),
    share(evaluation.attributes.indicator),
    share(evaluation.attributes.period),
    share(evaluation.attributes.subjects),
    evaluation.sections.gold === 0 ? '–' : share(evaluation.sections.F1),
    String(evaluation.failures.length),
  ]);
  return [header, header.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

const errorLine = ({ document, kind, context, fields, value }: ScoredError): string => {
  const detail =
    kind === 'field'
      ? entries(fields)
          .map(([field, { found, gold }]) => `${field} ${say(found)}, not ${say(gold)}`)
          .join('; ')
      : say(value);
  return `  ${document}  ${kind}  “${context}”  ${detail}`;
};

const say = (value: unknown): string => JSON.stringify(value) ?? 'null';

/** Columns wide enough for their cells; the first one to the left, numbers to the right. */
function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const cell = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(cell).join('  ').trimEnd());
}

/** `Object.entries` that keeps the names of the keys. */
const entries = <K extends string, V>(object: Partial<Record<K, V>>): [K, V][] => Object.entries(object) as [K, V][];
