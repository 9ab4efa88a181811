/** Every schema that was released goes forward with its data in it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Migrator, sql } from 'kysely';
import { type Database, migrate, openDatabase } from '../database.ts';
import { type EmbeddedPostgres, startEmbedded } from '../embedded.ts';
import * as ledger from './0001-ledger.ts';
import * as archives from './0002-archives.ts';

let dataDir: string;
let server: EmbeddedPostgres;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ansinh-forward-'));
  server = await startEmbedded(dataDir, ['-c', 'fsync=off']);
}, 120_000);
afterAll(async () => {
  await server.close();
  await rm(dataDir, { recursive: true });
}, 60_000);

const RELEASED = { '0001-ledger': ledger, '0002-archives': archives };
type Name = keyof typeof RELEASED;

/** A database of its own at the schema of `name`. */
async function databaseAt(name: Name): Promise<Database> {
  const admin = openDatabase(server.url);
  const database = `at_${name.replace('-', '_')}`;
  await sql`CREATE DATABASE ${sql.id(database)}`.execute(admin);
  await admin.destroy();
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  const db = openDatabase(url.href);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => RELEASED } });
  const { error } = await migrator.migrateTo(name);
  if (error) throw error;
  return db;
}

const DATA = `
  INSERT INTO batches (id, name) VALUES ('b1', 'Bình Định 2022');
  INSERT INTO documents (id, sha256, filename, original_name, bytes, status, error_code, batch) VALUES
    ('d1', repeat('a', 64), 'một.pdf', 'một.pdf', 10, 'extracted', NULL, 'b1'),
    ('d2', repeat('b', 64), 'hai.docx', 'hai.docx', 20, 'failed', 'damaged', NULL);
  INSERT INTO batch_files (batch, document, filename) VALUES ('b1', 'd1', 'một.pdf');
  INSERT INTO records (document, record) VALUES ('d1', '{"text": "có 12 hộ nghèo"}');
  INSERT INTO figures (document, id, start, figure, etag, found, subjects, words)
    VALUES ('d1', 'f1', 3, '{"value": 12}', 'e', true, '{poor_household}', 'có 12 hộ nghèo');`;

test.each(Object.keys(RELEASED) as Name[])('from %s', async (name) => {
  const db = await databaseAt(name);
  try {
    await sql.raw(DATA).execute(db);
    await migrate(db);
    const rows = async (query: string) => (await sql.raw(query).execute(db)).rows;
    expect(
      await rows('SELECT id, filename, status, error_code, batch, archive, root FROM documents ORDER BY id'),
    ).toEqual([
      { id: 'd1', filename: 'một.pdf', status: 'extracted', error_code: null, batch: 'b1', archive: null, root: 'd1' },
      {
        id: 'd2',
        filename: 'hai.docx',
        status: 'failed',
        error_code: 'damaged',
        batch: null,
        archive: null,
        root: 'd2',
      },
    ]);
    expect(await rows('SELECT record FROM records')).toEqual([{ record: { text: 'có 12 hộ nghèo' } }]);
    expect(await rows("SELECT id, figure FROM figures WHERE search @@ to_tsquery('simple', 'nghèo')")).toEqual([
      { id: 'f1', figure: { value: 12 } },
    ]);
    expect(await rows('SELECT batch, document FROM batch_files')).toEqual([{ batch: 'b1', document: 'd1' }]);
    expect(await rows('SELECT * FROM members')).toEqual([]);
    await migrate(db);
  } finally {
    await db.destroy();
  }
}, 60_000);
