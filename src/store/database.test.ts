import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { figure, recheck, record } from '../../tests/app/reviewing.ts';
import type { Context } from '../app/index.ts';
import { extracted } from '../app/review/extracted.ts';
import { review } from '../app/review/index.ts';
import { type Decided, LOCAL_PERSON } from '../model/index.ts';
import { openBlobs } from './blobs.ts';
import { MIGRATIONS, migrate, openDatabase } from './database.ts';
import { type EmbeddedPostgres, startEmbedded } from './embedded.ts';
import { createLedger } from './ledger.ts';
import { json } from './rows.ts';

describe('the database', () => {
  let dataDir: string;
  let server: EmbeddedPostgres;
  let url: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ansinh-database-'));
    server = await startEmbedded(dataDir, ['-c', 'fsync=off']);
    url = server.url;
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await rm(dataDir, { recursive: true });
  }, 60_000);

  const using = async <T>(use: (db: ReturnType<typeof openDatabase>) => Promise<T>): Promise<T> => {
    const db = openDatabase(url);
    try {
      return await use(db);
    } finally {
      await db.destroy();
    }
  };

  test('processes that migrate at the same time wait for one another, and again changes nothing', async () => {
    await Promise.all([1, 2, 3].map(() => using(migrate)));
    await using(migrate);
    const { rows } = await using((db) => sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(db));
    expect(rows.map(({ name }) => name)).toEqual(MIGRATIONS);
  });

  test('a whole number is a number as long as that is exact, and a day is no moment', async () => {
    const one = (expression: string) =>
      using(async (db) => (await sql<{ it: unknown }>`SELECT ${sql.raw(expression)} AS it`.execute(db)).rows[0]?.it);
    expect(await one('9007199254740991::bigint')).toBe(9007199254740991);
    await expect(one('9007199254740992::bigint')).rejects.toThrow('not a safe integer');
    expect(await one("'2023-06-30'::date")).toBe('2023-06-30');
  });

  test('what JSON in PostgreSQL refuses is replaced letter for letter', async () => {
    const text = 'a\0b\ud800c \\u0000 hộ';
    const back = await using((db) => sql<{ it: string }>`SELECT ${json({ text })}::jsonb ->> 'text' AS it`.execute(db));
    expect(back.rows[0]?.it).toBe('a\ufffdb\ufffdc \\u0000 hộ');
    expect(back.rows[0]?.it).toHaveLength(text.length);
  });

  test('of documents begun again and again, only those that are not finished are given', async () => {
    await using(async (db) => {
      const ledger = createLedger(db);
      const sha256 = 'a'.repeat(64);
      await ledger.submit({
        id: 'd-1',
        sha256,
        filename: 'a.txt',
        originalName: 'a\0.txt',
        bytes: 1,
        batch: null,
        member: null,
      });
      for (const attempts of [1, 2, 3]) expect(await ledger.begin('d-1')).toMatchObject({ attempts, run: 1 });
      await ledger.fail('d-1', 'timed_out');
      expect(await ledger.begin('d-1')).toBeNull();
      await ledger.fail('d-1', 'damaged');
      expect(await ledger.document('d-1')).toMatchObject({ status: 'failed', errorCode: 'timed_out' });
      expect(await ledger.requeue('d-1')).toMatchObject({ status: 'queued', errorCode: null, attempts: 0, run: 2 });
      expect(await ledger.requeue('d-1')).toMatchObject({ run: 2 });
    });
  });

  test('an announced file whose bytes came in the same moment waits for them no longer', async () => {
    await using(async (db) => {
      const ledger = createLedger(db);
      const sha256 = 'e'.repeat(64);
      await ledger.createBatch({ id: 'race', name: 'cùng lúc', key: null, given: { place: null, year: null } });
      await ledger.announce('race', [{ path: 'a.txt', sha256, bytes: 1 }]);
      // What a transaction enters that saw no announcement yet.
      await sql`INSERT INTO documents (id, sha256, filename, original_name, bytes) VALUES ('raced', ${sha256}, 'a', 'a', 1)`.execute(
        db,
      );
      expect(await ledger.settleArrived()).toBe(1);
      expect(await ledger.settleArrived()).toBe(0);
      expect((await ledger.batch('race'))?.counts).toMatchObject([{ state: 'duplicate', count: 1 }]);
      await db.deleteFrom('batch_files').where('batch', '=', 'race').execute();
      await db.deleteFrom('documents').where('id', '=', 'raced').execute();
    });
  });

  test('how far a scan is stands while it is worked on, and no longer', async () => {
    await using(async (db) => {
      const ledger = createLedger(db);
      const progress = async () => (await ledger.document('d-9'))?.progress;
      const [third, late] = [
        { page: 3, pages: 12 },
        { page: 9, pages: 12 },
      ];
      const file = { sha256: '9'.repeat(64), filename: 'a.tif', originalName: 'a.tif', bytes: 1 };
      await ledger.submit({ id: 'd-9', ...file, batch: null, member: null });
      await ledger.progress('d-9', third);
      expect(await progress()).toBeUndefined();
      await ledger.begin('d-9');
      await ledger.progress('d-9', third);
      expect(await progress()).toEqual(third);
      await ledger.begin('d-9');
      expect(await progress()).toBeUndefined();
      await ledger.progress('d-9', third);
      await ledger.fail('d-9', 'timed_out');
      await ledger.progress('d-9', late);
      expect(await progress()).toBeUndefined();
    });
  });
});

/** A ledger as version 0002 left it, with what people had decided in it. */
const OLDER = [
  `INSERT INTO documents (id, sha256, filename, original_name, bytes, status, counts) VALUES
    ('d-1', 'a', 'a.pdf', 'a.pdf', 1, 'reviewed', '{"pages": 1, "sections": 0, "figures": 3, "failedChecks": 1}'),
    ('d-2', 'b', 'b.pdf', 'b.pdf', 1, 'extracted', '{"pages": 1, "sections": 0, "figures": 1, "failedChecks": 0}'),
    ('d-3', 'c', 'c.pdf', 'c.pdf', 1, 'failed', NULL)`,
  `INSERT INTO records (document, record) VALUES
    ('d-1', '{"checks": [{"status": "fail", "figures": ["f2"]}, {"status": "pass", "figures": ["f3"]}]}'),
    ('d-2', '{"checks": []}')`,
  `INSERT INTO figures (document, id, start, figure, etag, found, subjects, words) VALUES
    ('d-1', 'f1', 1, '{"id": "f1", "confidence": 0.1}', 'e1', true, '{}', ''),
    ('d-1', 'f2', 2, '{"id": "f2", "confidence": 0.9}', 'e2', true, '{}', ''),
    ('d-1', 'f3', 3, '{"id": "f3", "confidence": 0.9, "value": "mười", "unit": "furlong", "subjects": ["gone"],
      "period": {"start": "2023-12-31", "end": "x"}}', 'e3', true, '{}', ''),
    ('d-2', 'f1', 1, '{"id": "f1", "confidence": 0.5}', 'e4', true, '{}', '')`,
  `INSERT INTO decisions (document, figure, who, field, old, new) VALUES
    ('d-1', 'f1', 'anonymous', 'value', '1', '2')`,
];

test('a database of an earlier version comes to this one with all that was decided in it', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'ansinh-older-'));
  const server = await startEmbedded(dataDir, ['-c', 'fsync=off']);
  const db = openDatabase(server.url);
  try {
    await migrate(db, '0002-archives');
    for (const statement of OLDER) await sql.raw(statement).execute(db);
    await migrate(db);
    const ledger = createLedger(db);
    const left = async (id: string) => {
      const { doubtful, undecided } = await db
        .selectFrom('documents')
        .select(['doubtful', 'undecided'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return [doubtful, undecided];
    };
    expect([await left('d-1'), await left('d-2'), await left('d-3')]).toEqual([
      [1, 2],
      [1, 1],
      [0, 0],
    ]);
    expect(await ledger.document('d-1')).toMatchObject({
      status: 'reviewed',
      counts: { figures: 3, doubtful: 1 },
      review: { state: 'in_review', claimedBy: null },
    });
    expect(await ledger.document('d-2')).toMatchObject({ review: { state: 'extracted', claimedBy: null } });
    expect((await ledger.document('d-3'))?.review).toBeUndefined();
    expect(await ledger.history('d-1', { figure: 'f1', layers: ['first'], limit: 9 })).toMatchObject([
      { who: 'anonymous', figure: 'f1', field: 'value', old: 1, new: 2 },
    ]);
    expect(await ledger.figure('d-1', 'f1')).toMatchObject({ verdict: null, etag: 'e1' });
    const queue = await ledger.queue({ states: ['extracted', 'in_review'], who: 'Lan (lan)', mine: false, limit: 9 });
    expect(queue.map(({ id }) => id)).toEqual(['d-1', 'd-2']);

    // Such a record lacks most of what this version writes.
    const blobs = await openBlobs(pathToFileURL(join(dataDir, 'blobs')).href);
    const context = { ledger, blobs, recheck } as unknown as Context;
    const desk = await review(context).desk('d-1', LOCAL_PERSON, { layer: 'first', language: 'vi' });
    expect(desk?.notices.map(({ code }) => code)).toEqual(['older_schema', 'file_missing']);
    expect(desk?.figures.map(({ figure, doubts }) => [figure.id, doubts[0]?.code])).toEqual([
      ['f1', 'value_not_a_number'],
      ['f2', 'value_not_a_number'],
      ['f3', 'value_not_a_number'],
    ]);

    // It is decided on as any other; what a person does not touch stays as it was stored.
    const decide = (figure: string, patch: object) => {
      const etag = desk?.figures.find((one) => one.figure.id === figure)?.etag ?? '';
      return review(context).decide('d-1', { changes: [{ figure, etag, patch }], layer: 'first' }, LOCAL_PERSON, 'vi');
    };
    expect(await decide('f2', { verdict: 'accepted' })).toMatchObject({ outcome: 'done' });
    const { decided } = (await decide('f3', { value: 10 })) as { decided: Decided };
    expect(decided.figures).toMatchObject([
      { figure: { value: 10, unit: 'item' }, unreadable: { unit: 'furlong', subjects: ['gone'] } },
    ]);
    expect(decided.figures[0]?.doubts.map(({ code }) => code)).toEqual(['unknown_code']);
    expect(await ledger.figure('d-1', 'f3')).toMatchObject({
      figure: { value: 10, unit: 'furlong', subjects: ['gone'], period: { start: '2023-12-31', end: 'x' } },
      extracted: { figure: { value: 'mười' } },
    });
    expect((await ledger.history('d-1', { figure: 'f3', layers: ['first'], limit: 9 })).at(-1)).toMatchObject({
      field: 'value',
      old: 'mười',
      new: 10,
    });

    // Extracted again it is of this version; what was decided is kept.
    const now = record([figure('f1'), figure('f2'), figure('f9')]);
    await ledger.finish('d-1', extracted({ recheck }, now));
    const later = await review(context).desk('d-1', LOCAL_PERSON, { layer: 'first', language: 'vi' });
    expect(later?.notices.map(({ code }) => code)).toEqual(['file_missing']);
    const stands = new Map(later?.figures.map((one) => [one.figure.id, one]));
    expect(stands.get('f3')).toMatchObject({ figure: { value: 10 }, found: false });
    expect(stands.get('f2')).toMatchObject({ verdict: 'accepted' });
    expect(stands.get('f9')).toMatchObject({ found: true, figure: { value: 1855 } });
  } finally {
    await db.destroy();
    await server.close();
    await rm(dataDir, { recursive: true });
  }
}, 60_000);

test('a database that is not there is told in a sentence', async () => {
  const db = openDatabase('postgres://ansinh@127.0.0.1:1/ansinh');
  await expect(migrate(db)).rejects.toThrow('The database does not answer (ECONNREFUSED). Check that PostgreSQL runs');
  await db.destroy();
});
