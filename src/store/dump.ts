import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** The rows of a table as they were written: COPY's text format, compressed. */
export interface DumpedTable {
  name: string;
  columns: string[];
  rows: number;
  /** Of the rows before they were compressed. */
  sha256: string;
}

export interface Dump {
  /** The last migration of the database that was dumped. */
  schema: string;
  /** In an order in which each refers to those before it only. */
  tables: DumpedTable[];
}

const quoted = (names: string[]): string => names.map((name) => pg.escapeIdentifier(name)).join(', ');
const fileOf = (folder: string, table: string): string => join(folder, `${table}.copy.gz`);

const withClient = async <T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
};

/** All of ours but the migrator's own; columns that PostgreSQL computes are not written. */
const TABLES = `
  SELECT c.oid, c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname NOT LIKE 'kysely%'
  GROUP BY c.oid, c.relname ORDER BY c.relname`;
const REFERENCES = `SELECT conrelid AS child, confrelid AS parent FROM pg_constraint WHERE contype = 'f' AND conrelid <> confrelid`;

type Table = { oid: number; name: string; columns: string[] };

const tablesInOrder = async (client: pg.Client): Promise<Table[]> => {
  const waiting = new Map((await client.query<Table>(TABLES)).rows.map((table) => [table.oid, table]));
  const references = (await client.query<{ child: number; parent: number }>(REFERENCES)).rows;
  const ordered: Table[] = [];
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(
      ({ oid }) => !references.some(({ child, parent }) => child === oid && waiting.has(parent)),
    );
    if (free.length === 0) throw new Error('The tables refer to one another in a circle.');
    for (const table of free) waiting.delete(table.oid);
    ordered.push(...free);
  }
  return ordered;
};

/** The last migration; null of an empty database. */
export const schemaOf = (url: string): Promise<string | null> =>
  withClient(url, async (client) => {
    const { rows } = await client.query(`SELECT to_regclass('kysely_migration') AS there`);
    if (rows[0].there === null) return null;
    const found = await client.query('SELECT name FROM kysely_migration ORDER BY name DESC LIMIT 1');
    return found.rows[0]?.name ?? null;
  });

/** Whether any table holds a row. */
export const holdsRows = (url: string): Promise<boolean> =>
  withClient(url, async (client) => {
    for (const { name } of await tablesInOrder(client)) {
      const { rowCount } = await client.query(`SELECT FROM ${quoted([name])} LIMIT 1`);
      if (rowCount !== 0) return true;
    }
    return false;
  });

const hashing = (hash: Hash) =>
  async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };

/** Writes every row of one moment to files in `folder`, which others go on writing behind. */
export const dumpRows = (url: string, schema: string, folder: string): Promise<Dump> =>
  withClient(url, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables: DumpedTable[] = [];
    for (const { name, columns } of await tablesInOrder(client)) {
      const rows = client.query(copyTo(`COPY ${quoted([name])} (${quoted(columns)}) TO STDOUT`));
      const hash = createHash('sha256');
      const file = createWriteStream(fileOf(folder, name), { flags: 'wx', flush: true, mode: 0o600 });
      await pipeline(rows, hashing(hash), createGzip({ level: 3 }), file);
      tables.push({ name, columns, rows: rows.rowCount, sha256: hash.digest('hex') });
    }
    await client.query('COMMIT');
    return { schema, tables };
  });

/** Columns that count by themselves go on behind what they hold. */
const COUNTERS = `
  SELECT c.relname AS table, a.attname AS column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS sequence
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attidentity <> ''
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'`;

/**
 * Enters dumped rows into a database of the same schema that holds none: all of them or, where the files are not what
 * was written, none. The database's own triggers do not run: what they would do is among the rows.
 */
export const loadRows = (url: string, dump: Dump, folder: string): Promise<void> =>
  withClient(url, async (client) => {
    await client.query('BEGIN');
    for (const { name } of dump.tables) await client.query(`ALTER TABLE ${quoted([name])} DISABLE TRIGGER USER`);
    for (const { name, columns, rows, sha256 } of dump.tables) {
      const hash = createHash('sha256');
      const into = client.query(copyFrom(`COPY ${quoted([name])} (${quoted(columns)}) FROM STDIN`));
      await pipeline(createReadStream(fileOf(folder, name)), createGunzip(), hashing(hash), into).catch((cause) => {
        throw new Error(`The rows of "${name}" in the backup cannot be entered: ${cause.message}`, { cause });
      });
      if (into.rowCount !== rows || hash.digest('hex') !== sha256) {
        throw new Error(`The rows of "${name}" in the backup are not those that were written. Use another backup.`);
      }
    }
    for (const { table, column, sequence } of (await client.query(COUNTERS)).rows) {
      await client.query(
        `SELECT setval($1, (SELECT coalesce(max(${quoted([column])}), 0) + 1 FROM ${quoted([table])}), false)`,
        [sequence],
      );
    }
    for (const { name } of dump.tables) await client.query(`ALTER TABLE ${quoted([name])} ENABLE TRIGGER USER`);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  });
