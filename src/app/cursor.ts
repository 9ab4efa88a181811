import { z } from 'zod';
import { RefusedRequest } from './errors.ts';

/** Opaque to callers: base64url of the JSON of the last row's key. */
export const encodeCursor = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** Throws RefusedRequest `invalid_cursor` for anything `encodeCursor` did not make for this list. */
export const decodeCursor = <T extends z.ZodType>(schema: T, cursor: string): z.infer<T> => {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new RefusedRequest('invalid_cursor');
  }
};

/** A page of `rows`, of which one more than `limit` was asked for, and the cursor of the next. */
export const page = <T>(rows: T[], limit: number, key: (row: T) => unknown): { items: T[]; next: string | null } => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null };
};

const MAX_PAGE = 500;
export const pageSize = (limit = 50): number => Math.min(Math.max(Math.trunc(limit), 1), MAX_PAGE);

export const DocumentCursor = z.tuple([z.string().max(64), z.string().max(64)]);
export const MemberCursor = z.tuple([z.int()]);
export const BatchCursor = z.tuple([z.string().max(64)]);
export const BatchFileCursor = z.tuple([z.int()]);
export const HistoryCursor = z.tuple([z.int()]);
export const FigureCursor = z.tuple([z.string().max(64), z.int(), z.string().max(200)]);
export const QueueCursor = z.tuple([z.int(), z.string().max(64)]);
