import type { Figure, ReportRecord } from '../model/index.ts';
import { type Alignment, align } from './align.ts';
import { CORE, FIELDS, type Field, FULL, says } from './fields.ts';
import type { Gold, GoldFigure } from './gold.ts';
import { calibrationError, type Judged } from './reliability.ts';

/** One thing that a record got wrong, with the words around it. */
export interface ScoredError {
  document: string;
  kind: 'field' | 'spurious' | 'missed';
  context: string;
  /** For a wrong field: what the record says and what the gold says. */
  fields: Partial<Record<Field, { found: unknown; gold: unknown }>>;
  value: number;
}

/** The scores of one document; `record` is null where it could not be read. */
export interface DocumentScore {
  name: string;
  gold: number;
  found: number;
  hits: number;
  core: number;
  full: number;
  agreed: Record<Field, number>;
  /** How often a field says something at all, and how often both say the same. */
  statements: Record<Field, { gold: number; found: number; right: number }>;
  /** Of each pair whose indicators differ: what the gold says and what was found. */
  confusions: { gold: string | null; found: string | null }[];
  /** Of each figure that gave a confidence: was it right in value, kind, unit and indicator? */
  calibration: Judged[];
  errors: ScoredError[];
}

export interface PrecisionRecall {
  P: number;
  R: number;
  F1: number;
}

/** The names are those of the reference scorer (`score.py --json`). */
export interface Scores {
  docs: number;
  without_record: string[];
  gold: number;
  found: number;
  detection: PrecisionRecall;
  core: PrecisionRecall;
  full_F1: number;
  macro_core_F1: number;
  per_doc_core_F1: Record<string, number>;
  /** Share of the figures found whose field is right. */
  attributes: Record<Field, number>;
  /** How many figures each of those shares is taken over. */
  support: Record<Field, number>;
  calibration_error: number | null;
}

const fieldNames = Object.keys(FIELDS) as Field[];
const perField = <T>(value: (field: Field) => T) =>
  Object.fromEntries(fieldNames.map((field) => [field, value(field)])) as Record<Field, T>;

/** Scores one record against its gold; no record at all counts as nothing found. */
export function scoreDocument(
  name: string,
  gold: Gold,
  goldText: string,
  record: Pick<ReportRecord, 'text' | 'figures'> | null,
): DocumentScore {
  const alignment = align(gold, goldText, record ?? { text: '', figures: [] });
  const score: DocumentScore = {
    name,
    gold: gold.figures.length,
    found: alignment.pairs.length + alignment.spurious.length,
    hits: alignment.pairs.length,
    core: 0,
    full: 0,
    agreed: perField(() => 0),
    statements: perField((field) => ({
      gold: gold.figures.filter((figure) => says(figure, field)).length,
      found: (record?.figures ?? []).filter((figure) => says(figure, field)).length,
      right: 0,
    })),
    confusions: [],
    calibration: [],
    errors: [],
  };
  const goldIds = new Map(alignment.pairs.map(({ gold, figure }) => [figure.id, gold.id]));
  for (const pair of alignment.pairs) scorePair(score, pair, alignment, goldIds);
  for (const figure of alignment.spurious) {
    score.calibration.push({ confidence: figure.confidence, right: false });
    score.errors.push(wrong(name, 'spurious', around(record?.text ?? '', figure.span, 40, 30), figure.value));
  }
  for (const figure of alignment.missed) {
    score.errors.push(wrong(name, 'missed', around(alignment.text, figure, 50, 40), figure.value));
  }
  return score;
}

function scorePair(
  score: DocumentScore,
  { gold, figure }: { gold: GoldFigure; figure: Figure },
  alignment: Alignment,
  goldIds: ReadonlyMap<string, string>,
): void {
  const right = perField((field) => FIELDS[field](figure, gold, (id) => goldIds.get(id) ?? null));
  for (const field of fieldNames) if (right[field]) score.agreed[field]++;
  for (const field of fieldNames) if (right[field] && says(gold, field)) score.statements[field].right++;
  if (!right.indicator) score.confusions.push({ gold: gold.indicator, found: figure.indicator });
  const isCore = CORE.every((field) => right[field]);
  if (isCore) score.core++;
  if (FULL.every((field) => right[field])) score.full++;
  score.calibration.push({ confidence: figure.confidence, right: isCore && right.indicator });
  const wrongFields = fieldNames.filter((field) => !right[field]);
  if (wrongFields.length === 0) return;
  score.errors.push({
    ...wrong(score.name, 'field', around(alignment.text, gold, 50, 40), gold.value),
    fields: Object.fromEntries(wrongFields.map((field) => [field, { found: figure[field], gold: gold[field] }])),
  });
}

const wrong = (document: string, kind: ScoredError['kind'], context: string, value: number): ScoredError => ({
  document,
  kind,
  context,
  fields: {},
  value,
});

const around = (text: string, span: { start: number; end: number }, before: number, after: number): string =>
  text.slice(Math.max(0, span.start - before), span.end + after).replaceAll('\n', ' ');

/** Adds up the documents; `withoutRecord` names those that could not be read. */
export function total(documents: readonly DocumentScore[], withoutRecord: readonly string[]): Scores {
  const sum = (count: (document: DocumentScore) => number) => documents.reduce((n, d) => n + count(d), 0);
  const gold = sum((d) => d.gold);
  const found = sum((d) => d.found);
  const hits = sum((d) => d.hits);
  const precisionRecall = (right: number): PrecisionRecall => agreement({ gold, found, right });
  const perDocument = Object.fromEntries(documents.map((d) => [d.name, ratio(2 * d.core, d.found + d.gold)]));
  return {
    docs: documents.length,
    without_record: [...withoutRecord],
    gold,
    found,
    detection: precisionRecall(hits),
    core: precisionRecall(sum((d) => d.core)),
    full_F1: precisionRecall(sum((d) => d.full)).F1,
    macro_core_F1: ratio(
      Object.values(perDocument).reduce((a, b) => a + b, 0),
      documents.length,
    ),
    per_doc_core_F1: perDocument,
    attributes: perField((field) =>
      ratio(
        sum((d) => d.agreed[field]),
        hits,
      ),
    ),
    support: perField(() => hits),
    calibration_error: calibrationError(documents.flatMap((d) => d.calibration)),
  };
}

/** What of the found is right, what of the gold was found, and their harmonic mean. */
const agreement = (n: { gold: number; found: number; right: number }): PrecisionRecall => ({
  P: ratio(n.right, n.found),
  R: ratio(n.right, n.gold),
  F1: ratio(2 * n.right, n.found + n.gold),
});

/**
 * Precision and recall of each field over its statements: the figures whose field says something. One is right where
 * its figure was found and both say the same; a spurious figure's costs precision, a missed one's recall.
 */
export const totalFields = (
  documents: readonly DocumentScore[],
): Record<Field, PrecisionRecall & { support: number }> =>
  perField((field) => {
    const sum = (of: 'gold' | 'found' | 'right') => documents.reduce((n, d) => n + d.statements[field][of], 0);
    return { ...agreement({ gold: sum('gold'), found: sum('found'), right: sum('right') }), support: sum('gold') };
  });

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
