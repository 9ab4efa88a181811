import { z } from 'zod';
import { Problem } from '../problem.ts';

const Id = z.string().regex(/^[\w.:-]{1,200}$/);

export const DocumentId = z.object({ id: Id });
export const BatchId = z.object({ id: Id });
export const AccountId = z.object({ id: Id });
export const FigureId = Id;
export const FigureAddress = z.object({ id: Id, figureId: Id });

/** The opaque `next` of the page before. */
export const Cursor = z.string().min(1).max(500);
export const Limit = z.coerce.number<string>().int().min(1).max(200);

/** The value, or Problem `not_found` where the ledger has none. */
export const found = <T>(value: T | null): T => {
  if (value === null) throw new Problem('not_found');
  return value;
};
