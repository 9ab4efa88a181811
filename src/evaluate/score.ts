import type { Figure, ReportRecord } from '../model/index.ts';
import { type Alignment, align } from './align.ts';
import { CORE, FIELDS, type Field, FULL } from './fields.ts';
import type { Gold, GoldFigure } from './gold.ts';

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
  /** Of each figure that gave a confidence: was it right in value, kind, unit and indicator? */
  calibration: { confidence: number; right: boolean }[];
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
  const precisionRecall = (right: number): PrecisionRecall => ({
    P: ratio(right, found),
    R: ratio(right, gold),
    F1: ratio(2 * right, found + gold),
  });
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

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Expected calibration error over ten bins of confidence (Naeini et al. 2015); null where nothing was found. */
function calibrationError(points: DocumentScore['calibration']): number | null {
  if (points.length === 0) return null;
  const bins = Map.groupBy(points, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)));
  let gap = 0;
  for (const bin of bins.values()) {
    const confidence = bin.reduce((sum, point) => sum + point.confidence, 0);
    const right = bin.filter((point) => point.right).length;
    gap += Math.abs(confidence - right);
  }
  return gap / points.length;
}
