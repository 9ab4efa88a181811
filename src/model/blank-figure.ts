// Without zod: the pages load it too (see person.ts).
import type { Figure } from './figure.ts';

/** A figure of which nothing is known. */
export const BLANK_FIGURE: Figure = {
  id: '',
  span: { start: 0, end: 0 },
  boxes: [],
  kind: 'count',
  value: 0,
  unit: 'item',
  unitText: '',
  per: [],
  comparator: 'eq',
  role: 'actual',
  indicator: null,
  subjects: [],
  topic: 'other',
  purpose: null,
  period: null,
  place: null,
  partOf: null,
  section: null,
  label: '',
  confidence: 0,
  rule: '',
  implied: [],
  cell: null,
};
