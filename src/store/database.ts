import { Kysely, Migrator, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import * as ledger from './migrations/0001-ledger.ts';
import * as archives from './migrations/0002-archives.ts';
import * as review from './migrations/0003-review.ts';
import * as accounts from './migrations/0004-accounts.ts';
import * as progress from './migrations/0005-progress.ts';
import * as batches from './migrations/0006-batches.ts';
import * as reviewSpeed from './migrations/0007-review-speed.ts';
import * as scale from './migrations/0008-scale.ts';
import * as series from './migrations/0009-series.ts';
import * as packedWords from './migrations/0010-packed-words.ts';
import * as analyze from './migrations/0011-analyze.ts';
import type { Tables } from './schema.ts';

export type Database = Kysely<Tables>;

const { builtins } = pg.types;
const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** A bigint within what a JavaScript number holds exactly; anything else is an error, never a rounded value. */
const parseBigint = (text: string): number => {
  const value = BigInt(text);
  if (value > SAFE || value < -SAFE) throw new RangeError(`bigint ${text} is not a safe integer`);
  return Number(value);
};

/** Dates stay the text they are: a Date would move them by the time zone. */
const parsers: Partial<Record<number, (text: string) => unknown>> = {
  [builtins.INT8]: parseBigint,
  [builtins.DATE]: (text) => text,
};

const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    parsers[id] ?? pg.types.getTypeParser(id, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

/** Kysely over a pool. A connection that drops, idle or in use, is replaced at the next query: `onDrop` only tells. */
export const openDatabase = (url: string, onDrop: (error: Error) => void = () => {}): Database => {
  const pool = new pg.Pool({ connectionString: url, types, max: 10, connectionTimeoutMillis: 10_000, keepAlive: true });
  pool.on('error', onDrop);
  pool.on('connect', (client) => client.on('error', onDrop));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
};

/** Forward only, in this order; processes that start together wait for one another. */
const migrations = {
  '0001-ledger': ledger,
  '0002-archives': archives,
  '0003-review': review,
  '0004-accounts': accounts,
  '0005-progress': progress,
  '0006-batches': batches,
  '0007-review-speed': reviewSpeed,
  '0008-scale': scale,
  '0009-series': series,
  '0010-packed-words': packedWords,
  '0011-analyze': analyze,
};

export const MIGRATIONS = Object.keys(migrations);

/** Brings a database to this version, or (for tests of what came after) to an earlier one. */
export const migrate = async (db: Database, version = MIGRATIONS.at(-1) as string): Promise<void> => {
  await sql`SELECT 1`.execute(db).catch((cause: NodeJS.ErrnoException) => {
    const sentence = `The database does not answer (${cause.code ?? cause.message}).`;
    throw new Error(`${sentence} Check that PostgreSQL runs and that DATABASE_URL names it.`, { cause });
  });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateTo(version);
  if (error) throw new Error('The database could not be brought to this version.', { cause: error });
};
