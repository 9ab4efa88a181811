import type { NumberedEvent, Reviewing, StandingFigure, StoredReview } from '../../src/app/index.ts';
import { examined } from '../../src/app/review/examined.ts';
import { standing } from '../../src/app/standing.ts';
import { recheck } from '../../src/extract/check/again.ts';
import { BLANK_FIGURE } from '../../src/model/blank-figure.ts';
import { type Check, type Figure, type Message, NOTHING_SAID, type ReportRecord } from '../../src/model/index.ts';

export { recheck };

export const NEW_REVIEW: StoredReview = {
  state: 'extracted',
  claimed: null,
  reviewed: null,
  approved: null,
  second: null,
  version: 0,
};

/** A household count that stands at ten times its number in the text. */
export const figure = (id: string, change: Partial<Figure> = {}): Figure => ({
  ...BLANK_FIGURE,
  id,
  span: { start: Number(id.slice(1)) * 10, end: Number(id.slice(1)) * 10 + 4 },
  value: 1855,
  unit: 'household',
  unitText: 'hộ',
  topic: 'poverty_reduction',
  label: 'hộ nghèo',
  confidence: 0.9,
  rule: 'test',
  ...change,
});

export const record = (figures: Figure[], parts: { checks?: Check[]; messages?: Message[] } = {}): ReportRecord => ({
  schemaVersion: '1.0',
  extractor: { name: 'ansinh', version: '1' },
  document: {
    sha256: '0'.repeat(64),
    filename: 'a.txt',
    mediaType: 'text/plain',
    bytes: 1,
    reader: { name: 'text', version: '1' },
    encoding: 'unicode',
    ocr: null,
    pages: null,
    ...NOTHING_SAID,
  },
  text: '1855 xxxx '.repeat(100),
  pages: [],
  sections: [],
  tables: [],
  figures,
  checks: [],
  messages: [],
  ...parts,
});

let sequence = 0;
export const event = (
  figureId: string,
  field: string,
  old: unknown,
  now: unknown,
  who = 'Lan (lan)',
): NumberedEvent => {
  sequence += 1;
  return { sequence, at: '2026-01-01T00:00:00.000Z', who, figure: figureId, field, old, new: now, reason: null };
};

/** A report under review: `figures` as they stand, over the record as extracted. */
export const reviewing = (
  { figures, ...parts }: { figures: (Figure | StandingFigure)[] } & Partial<Omit<Reviewing, 'figures'>>,
  extracted: ReportRecord = record(figures.map((one) => ('figure' in one ? one.figure : one))),
): Reviewing => ({
  figures: examined({
    record: extracted,
    figures: figures.map((one) => ('figure' in one ? one : standing(one, extracted.text))),
  }),
  schemaVersion: extracted.schemaVersion,
  recognised: false,
  whole: null,
  checks: extracted.checks,
  text: extracted.text,
  record: extracted,
  deciders: new Set(),
  review: NEW_REVIEW,
  events: [],
  since: 0,
  neighbours: new Map(),
  ...parts,
});
