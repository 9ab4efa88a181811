import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { migrate, openDatabase } from './database.ts';
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
    expect(rows).toEqual([{ name: '0001-ledger' }, { name: '0002-archives' }]);
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
});

test('a database that is not there is told in a sentence', async () => {
  const db = openDatabase('postgres://ansinh@127.0.0.1:1/ansinh');
  await expect(migrate(db)).rejects.toThrow('The database does not answer (ECONNREFUSED). Check that PostgreSQL runs');
  await db.destroy();
});
