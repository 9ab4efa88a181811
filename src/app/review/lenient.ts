import { BLANK_FIGURE } from '../../model/blank-figure.ts';
import { Figure, type ReportRecord } from '../../model/index.ts';

/** Codes of a list are kept as far as the catalogue still has them. */
const readable = (field: keyof Figure, stored: unknown): unknown => {
  if (!Array.isArray(stored)) return BLANK_FIGURE[field];
  return stored.filter((item) => Figure.shape[field].safeParse([item]).success);
};

/**
 * A figure as stored, by whatever version: fields that an earlier one did not have are filled in; fields that cannot be
 * shown have a stand-in and are given as they are in `unreadable`.
 */
export const readFigure = (stored: unknown): { figure: Figure; unreadable: Record<string, unknown> } => {
  const whole = Figure.safeParse(stored);
  if (whole.success) return { figure: whole.data, unreadable: {} };
  const given = Object(stored) as Record<string, unknown>;
  const unreadable: Record<string, unknown> = {};
  const fields = Object.keys(Figure.shape).map((name) => {
    const field = name as keyof Figure;
    const parsed = Figure.shape[field].safeParse(given[field]);
    if (parsed.success) return [field, parsed.data];
    if (given[field] !== undefined || field === 'value') unreadable[field] = given[field] ?? null;
    return [field, readable(field, given[field])];
  });
  return { figure: Object.fromEntries(fields) as Figure, unreadable };
};

/** A stored figure with the fields that an earlier version did not have; what cannot be shown stays as it is stored. */
export const completed = (stored: Figure): Figure => {
  const { figure, unreadable } = readFigure(stored);
  return Object.keys(unreadable).length === 0 ? figure : { ...figure, ...unreadable };
};

const LISTS = ['pages', 'sections', 'tables', 'figures', 'checks', 'messages'] as const;

/** A record of an earlier schema with the lists it did not have. */
export const readRecord = (stored: ReportRecord): ReportRecord => {
  const missing = LISTS.filter((name) => !Array.isArray(stored[name]));
  const text = typeof stored.text === 'string' ? stored.text : '';
  if (missing.length === 0 && text === stored.text) return stored;
  return { ...stored, text, ...Object.fromEntries(missing.map((name) => [name, []])) };
};
