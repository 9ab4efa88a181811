/** Every schema that was released goes forward with data in each of its tables. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { createAudit } from '../audit.ts';
import { type Database, MIGRATIONS, migrate, openDatabase } from '../database.ts';
import { type EmbeddedPostgres, startEmbedded } from '../embedded.ts';
import { createLedger } from '../ledger.ts';

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

/** A database of its own at the schema of `name`. */
async function databaseAt(name: string, database = `at_${name.replaceAll('-', '_')}`): Promise<Database> {
  const admin = openDatabase(server.url);
  await sql`CREATE DATABASE ${sql.id(database)}`.execute(admin);
  await admin.destroy();
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  const db = openDatabase(url.href);
  await migrate(db, name);
  return db;
}

const TEXT = 'có 12 hộ nghèo, giảm 3 hộ';
const span = (start: number, end: number) => ({ start, end });
const figure = (id: string, value: number, at: { start: number; end: number }) => ({
  id,
  value,
  span: at,
  kind: 'count',
  unit: 'household',
  role: 'actual',
  per: [],
  purpose: null,
  partOf: null,
  confidence: 0.9,
});
const FIGURES = [figure('f1', 12, span(3, 5)), figure('f2', 3, span(21, 22))];
const CHECK = { rule: 'change', status: 'fail', figures: ['f1', 'f2'], expected: 9, actual: 12, message: 'x' };
const WORDS = [{ start: 3, end: 5, x: 1.5, y: 2, width: 30, height: 12 }];
const RECORD = JSON.stringify({
  schemaVersion: '1.0',
  document: { reader: { name: 'text', version: '0.1.0' }, ocr: null },
  text: TEXT,
  pages: [{ number: 1, start: 0, end: TEXT.length, width: 595, height: 842 }],
  figures: FIGURES,
  checks: [CHECK],
  messages: [{ code: 'doubtful', severity: 'warning', message: 'x', span: span(3, 5) }],
});
const ARCHIVE = JSON.stringify({
  schemaVersion: '1.0',
  document: { reader: { name: 'zip', version: '0.1.0' }, ocr: null },
  text: 'một.txt\nhai.txt',
  pages: [],
  figures: [],
  checks: [],
  messages: [],
});
const decided = FIGURES.map((one) => (one.id === 'f2' ? { ...one, value: 4 } : one));

/** What was written from one schema on, and up to another. */
const SEEDS: { from: string; to?: string; rows: string }[] = [
  {
    from: '0001-ledger',
    rows: `
      INSERT INTO batches (id, name) VALUES ('b1', 'Bình Định 2022');
      INSERT INTO documents (id, sha256, filename, original_name, bytes, status, error_code, batch, counts) VALUES
        ('d1', repeat('a', 64), 'một.pdf', 'một.pdf', 10, 'reviewed', NULL, 'b1', '{"figures": 2}'),
        ('d2', repeat('b', 64), 'hai.docx', 'hai.docx', 20, 'failed', 'damaged', NULL, NULL),
        ('d3', repeat('c', 64), 'ba.docx', 'ba.docx', 30, 'queued', NULL, 'b1', NULL);
      INSERT INTO records (document, record) VALUES ('d1', '${RECORD}');
      INSERT INTO figures (document, id, start, figure, etag, found, subjects, words) VALUES
        ${decided
          .map((one) => `('d1', '${one.id}', ${one.span.start}, '${JSON.stringify(one)}', 'e', true, '{}', '${TEXT}')`)
          .join(', ')};
      INSERT INTO decisions (document, figure, who, field, old, new, reason)
        VALUES ('d1', 'f2', 'Lan', 'value', '3', '4', 'gõ nhầm');`,
  },
  {
    from: '0001-ledger',
    to: '0005-progress',
    rows: `
      INSERT INTO batch_files (batch, document, filename, duplicate, error_code) VALUES
        ('b1', 'd1', 'một.pdf', false, NULL), ('b1', 'd1', 'một (2).pdf', true, NULL),
        ('b1', 'd3', 'ba.docx', false, NULL), ('b1', NULL, 'lớn.pdf', false, 'too_large');`,
  },
  {
    from: '0002-archives',
    rows: `
      INSERT INTO documents (id, sha256, filename, original_name, bytes, status, counts)
        VALUES ('z1', repeat('d', 64), 'xã.zip', 'xã.zip', 40, 'extracted', '{"figures": 0}');
      INSERT INTO records (document, record) VALUES ('z1', '${ARCHIVE}');
      INSERT INTO documents (id, sha256, filename, original_name, bytes, status, error_code, archive, archive_path)
        VALUES ('z2', repeat('e', 64), 'một.txt', 'một.txt', 4, 'failed', 'empty', 'z1', 'một.txt');
      INSERT INTO members (archive, position, path, document, error_code)
        VALUES ('z1', 0, 'một.txt', 'z2', NULL), ('z1', 1, 'hai.txt', NULL, 'encrypted');`,
  },
  {
    from: '0003-review',
    rows: `
      INSERT INTO page_words (document, number, words) VALUES ('d1', 1, '${JSON.stringify(WORDS)}');
      UPDATE figures SET verdict = 'accepted' WHERE id = 'f1';
      INSERT INTO decisions (document, figure, who, field, old, new, layer) VALUES
        ('d1', 'f1', 'Lan', 'verdict', 'null', '"accepted"', 'first'),
        ('d1', NULL, 'Minh', 'state', '"in_review"', '"approved"', 'second');`,
  },
  {
    from: '0004-accounts',
    rows: `
      INSERT INTO accounts (id, name, email, role) VALUES ('a1', 'Lan', 'lan@example.vn', 'reviewer');
      INSERT INTO sessions (id, token, "userId", "expiresAt") VALUES ('s1', 't', 'a1', now());
      INSERT INTO credentials (id, "accountId", "providerId", "userId", password)
        VALUES ('c1', 'a1', 'credential', 'a1', 'hash');
      INSERT INTO verifications (id, identifier, value, "expiresAt") VALUES ('v1', 'i', 'v', now());
      INSERT INTO attempts (id, key, count, "lastRequest") VALUES ('t1', 'k', 1, 1);
      INSERT INTO secrets (name, value) VALUES ('auth', 'secret');`,
  },
  { from: '0005-progress', rows: `UPDATE documents SET progress = '{"page": 1, "pages": 9}' WHERE id = 'd3';` },
  {
    from: '0006-batches',
    rows: `
      INSERT INTO batch_files (batch, document, path, state, error_code, settled) VALUES
        ('b1', 'd1', 'một.pdf', 'done', NULL, now()), ('b1', 'd1', 'một (2).pdf', 'duplicate', NULL, now()),
        ('b1', 'd3', 'ba.docx', 'pending', NULL, NULL), ('b1', NULL, 'lớn.pdf', 'failed', 'too_large', now());
      INSERT INTO uploads (id, document, duplicate, bytes) VALUES ('u1', 'd1', false, 10);`,
  },
  {
    // A place of its own, and the document's.
    from: '0003-review',
    to: '0008-scale',
    rows: `
      UPDATE documents SET place_code = '52', place_name = 'tinh binh dinh' WHERE id = 'd1';
      UPDATE figures SET indicator = 'poor_households', subjects = '{poor}' WHERE document = 'd1';
      UPDATE figures SET place_code = '540', place_name = 'quy nhon' WHERE id = 'f2';`,
  },
  {
    from: '0009-series',
    rows: `
      UPDATE documents SET place_code = '52', place_name = 'tinh binh dinh' WHERE id = 'd1';
      UPDATE figures SET indicator = 'poor_households', subjects = '{poor}',
        series = series_of('52', 'poor_households', '{poor}', '{count,household,actual,""}') WHERE id = 'f1';
      UPDATE figures SET place_code = '540', place_name = 'quy nhon', indicator = 'poor_households', subjects = '{poor}',
        series = series_of('540', 'poor_households', '{poor}', '{count,household,actual,""}') WHERE id = 'f2';`,
  },
  {
    from: '0007-review-speed',
    rows: `
      UPDATE records SET schema_version = '1.0';
      INSERT INTO checks (document, position, figures, content)
        VALUES ('d1', 0, '{f1,f2}', '${JSON.stringify(CHECK)}');`,
  },
];

const TABLES = `
  SELECT relname AS name FROM pg_class
  WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname NOT LIKE 'kysely%'`;

describe.each(MIGRATIONS)('from %s', (name) => {
  let db: Database;
  beforeAll(async () => {
    db = await databaseAt(name);
  }, 60_000);
  afterAll(() => db.destroy());

  const rows = async <T = Record<string, unknown>>(query: string) => (await sql.raw<T>(query).execute(db)).rows;

  test('with data in each table', async () => {
    for (const { from, to = name, rows: seed } of SEEDS) if (from <= name && name <= to) await rows(seed);
    for (const table of await rows<{ name: string }>(TABLES)) {
      expect([table.name, (await rows(`SELECT FROM "${table.name}" LIMIT 1`)).length]).toEqual([table.name, 1]);
    }
    await migrate(db);
    await migrate(db);
  });

  test('documents, figures, decisions and the batch are what they were', async () => {
    expect(
      await rows(`SELECT id, filename, status, error_code, batch FROM documents WHERE id < 'e' ORDER BY id`),
    ).toEqual([
      { id: 'd1', filename: 'một.pdf', status: 'reviewed', error_code: null, batch: 'b1' },
      { id: 'd2', filename: 'hai.docx', status: 'failed', error_code: 'damaged', batch: null },
      { id: 'd3', filename: 'ba.docx', status: 'queued', error_code: null, batch: 'b1' },
    ]);
    expect(
      await rows(`SELECT id, figure FROM figures WHERE search @@ to_tsquery('simple', 'nghèo') ORDER BY id`),
    ).toEqual(decided.map((one) => ({ id: one.id, figure: one })));
    expect(await rows(`SELECT who, field, old, new, reason FROM decisions WHERE figure = 'f2'`)).toEqual([
      { who: 'Lan', field: 'value', old: 3, new: 4, reason: 'gõ nhầm' },
    ]);
    const ledger = createLedger(db);
    if (name >= '0003-review') {
      expect(await ledger.wordsAt('d1', [span(3, 5)])).toEqual(new Map([[1, WORDS]]));
    }
    expect((await ledger.record('d1'))?.figures.map((one) => one.figure.value)).toEqual([12, 4]);
    expect((await ledger.unfinished({ limit: 10 })).map(({ id }) => id)).toEqual(['d3']);
    expect(
      await rows(`SELECT path, state, error_code FROM batch_files WHERE archive IS NULL ORDER BY sequence`),
    ).toEqual([
      { path: 'một.pdf', state: 'done', error_code: null },
      { path: 'một (2).pdf', state: 'duplicate', error_code: null },
      { path: 'ba.docx', state: 'pending', error_code: null },
      { path: 'lớn.pdf', state: 'failed', error_code: 'too_large' },
    ]);
  });

  test('figures that say the same of a place know it', async () => {
    const same = (place: string, rest: string) => `series_of('${place}', 'poor_households', '{poor}', '${rest}')`;
    expect(
      await rows(`SELECT series = ${same('52', '{count,household,actual,""}')} AS same FROM figures WHERE id = 'f1'
        UNION ALL SELECT series = ${same('540', '{count,household,actual,""}')} FROM figures WHERE id = 'f2'`),
    ).toEqual(name < '0003-review' ? [{ same: null }, { same: null }] : [{ same: true }, { same: true }]);
  });

  test('and checking finds nothing', async () => {
    const audit = createAudit(db);
    const page = { after: '', limit: 10 };
    expect(await audit.untrueBatches()).toEqual([]);
    expect(await audit.untrueFiles({ after: 0, limit: 10 })).toEqual([]);
    expect(await audit.lostDecisions(page)).toEqual([]);
    expect(await audit.unlistedMembers(page)).toEqual([]);
    const archived = name >= '0002-archives' ? [{ id: 'z1', members: 2, counted: 0, figures: 0 }] : [];
    expect(await audit.extractions(page)).toMatchObject([
      { id: 'd1', members: null, counted: 2, figures: 2, text: TEXT },
      ...archived,
    ]);
  });
});

const COUNTED = 'SELECT batch, state, sum(count)::int AS count FROM batch_counts GROUP BY 1, 2 ORDER BY 1, 2';

/** A member of its own, one that was known, one that is waiting and one that could not be unpacked. */
const ARCHIVE_OF_BATCH = `
  INSERT INTO batches (id, name) VALUES ('b2', 'tệp nén');
  INSERT INTO documents (id, sha256, filename, original_name, bytes, status, error_code, batch, archive, archive_path)
  VALUES
    ('d1', repeat('a', 64), 'một.pdf', 'một.pdf', 10, 'extracted', NULL, NULL, NULL, NULL),
    ('z1', repeat('c', 64), 'z.zip', 'z.zip', 10, 'extracted', NULL, 'b2', NULL, NULL),
    ('z2', repeat('d', 64), 'x.pdf', 'x.pdf', 10, 'failed', 'no_text', 'b2', 'z1', 'x.pdf'),
    ('z3', repeat('e', 64), 'y.pdf', 'y.pdf', 10, 'queued', NULL, 'b2', 'z1', 'y.pdf');
  INSERT INTO batch_files (batch, document, filename) VALUES ('b2', 'z1', 'z.zip');
  INSERT INTO members (archive, position, path, document, error_code) VALUES
    ('z1', 0, 'x.pdf', 'z2', NULL),
    ('z1', 1, 'một.pdf', 'd1', NULL),
    ('z1', 2, 'y.pdf', 'z3', NULL),
    ('z1', 3, 'khoá.pdf', NULL, 'encrypted');`;

test('the members of archives become files of their batches, and go on being counted', async () => {
  const db = await databaseAt('0005-progress', '_with_archive');
  try {
    await sql.raw(ARCHIVE_OF_BATCH).execute(db);
    await migrate(db);
    const rows = async (query: string) => (await sql.raw<Record<string, unknown>>(query).execute(db)).rows;
    expect(
      await rows(`SELECT path, state, error_code, stage, archive, position FROM batch_files
        WHERE batch = 'b2' ORDER BY sequence`),
    ).toEqual([
      { path: 'z.zip', state: 'done', error_code: null, stage: null, archive: null, position: null },
      { path: 'z.zip/x.pdf', state: 'failed', error_code: 'no_text', stage: 'read', archive: 'z1', position: 0 },
      { path: 'z.zip/một.pdf', state: 'duplicate', error_code: null, stage: null, archive: 'z1', position: 1 },
      { path: 'z.zip/y.pdf', state: 'pending', error_code: null, stage: null, archive: 'z1', position: 2 },
      { path: 'z.zip/khoá.pdf', state: 'failed', error_code: 'encrypted', stage: 'read', archive: 'z1', position: 3 },
    ]);
    expect(await rows("SELECT id, hold FROM documents WHERE status = 'queued'")).toEqual([{ id: 'z3', hold: 'b2' }]);
    await sql`UPDATE documents SET status = 'extracted' WHERE id = 'z3'`.execute(db);
    expect((await rows(COUNTED)).filter(({ batch, count }) => batch === 'b2' && count !== 0)).toEqual([
      { batch: 'b2', state: 'done', count: 2 },
      { batch: 'b2', state: 'duplicate', count: 1 },
      { batch: 'b2', state: 'failed', count: 2 },
    ]);
  } finally {
    await db.destroy();
  }
}, 60_000);
