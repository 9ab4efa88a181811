/** Everything that can be wrong with a store is found, and mended where a program can. */
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import { checkStore } from '../../src/cli/check.ts';
import { type Composition, compose } from '../../src/cli/compose.ts';
import { UsageError } from '../../src/cli/exit.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { openQueue } from '../../src/queue/queue.ts';
import { migrate, openDatabase } from '../../src/store/database.ts';
import { finished, newBatch, submit, until } from '../contracts/harness.ts';
import { loseQueueInPostgres } from '../contracts/lose-queue.ts';
import { otherReport } from '../contracts/texts.ts';
import { zipOf } from '../read/zips.ts';
import { type PostgresServer, postgres, type RedisServer, redis } from '../servers/index.ts';
import { said } from './said.ts';

const log = pino({ level: 'silent' });
let dataDir: string;
let config: Config;
let server: PostgresServer;
let databaseUrl: string;
let queue: RedisServer;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ansinh-check-'));
  [server, queue] = await Promise.all([postgres(), redis()]);
  databaseUrl = await server.database();
  const environment = { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent', WORKERS: '1' };
  config = readConfig(environment);
}, 120_000);
afterAll(async () => {
  await queue.stop();
  await server.stop();
  await rm(dataDir, { recursive: true });
}, 60_000);

const check = async (options: { repair?: boolean; deep?: boolean; youngerThan?: number } = {}, by = config) => {
  const command = { repair: false, deep: false, youngerThan: 60, ...options, json: true };
  const { code, text } = await said(() => checkStore(by, command));
  const { findings, looked, found, left } = JSON.parse(text);
  return { code, looked, found, left, findings: findings as { code: string; thing: string; outcome: string }[] };
};
const query = async (sql: string, values: unknown[] = []) => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
};
const blobFile = (sha256: string) => join(dataDir, 'blobs', sha256.slice(0, 2), sha256);
const HOURS_AGO = Date.now() / 1000 - 3 * 3600;
const CLEAN = { code: 0, found: 0, left: 0, findings: [] };

describe.each(['PostgreSQL', 'Redis'])('a queue on %s', (kind) => {
  let by: Config;
  let id: string;
  beforeAll(async () => {
    by = { ...config, redisUrl: kind === 'Redis' ? queue.url : null };
    const composition = await compose(by);
    ({ id } = await submit(composition.service, otherReport(kind === 'Redis' ? 1 : 2)));
    await composition.service.recover();
    await composition.close();
  }, 60_000);

  test('nothing is found of one that holds what it should', async () => {
    expect(await check({}, by)).toMatchObject({ ...CLEAN, looked: { jobs: kind === 'Redis' ? 2 : 1 } });
  });

  test('what was lost of it is found and queued again', async () => {
    await (kind === 'Redis' ? queue.wipe() : loseQueueInPostgres(databaseUrl));
    const found = await check({}, by);
    expect(found.code).toBe(1);
    expect(found.findings).toContainEqual(expect.objectContaining({ code: 'not_queued', thing: id, outcome: 'found' }));
    const repaired = await check({ repair: true }, by);
    expect(repaired).toMatchObject({ code: 0, left: 0, found: found.found });
    expect(await check({}, by)).toMatchObject(CLEAN);
  });

  test('a job of no document is taken out of it', async () => {
    const jobs = await openQueue({ redisUrl: by.redisUrl, databaseUrl, log });
    await jobs.add({ documentId: '0193-no-such-document', run: 1 });
    await jobs.close();
    const orphan = { code: 'job_orphan', thing: '0193-no-such-document-1' };
    expect(await check({}, by)).toMatchObject({ code: 1, findings: [{ ...orphan, outcome: 'found' }] });
    expect(await check({ repair: true }, by)).toMatchObject({
      code: 0,
      findings: [{ ...orphan, outcome: 'repaired' }],
    });
    expect(await check({}, by)).toMatchObject(CLEAN);
  });
});

test('a queue that is away is told, and the rest is looked at', async () => {
  await queue.kill();
  const { code, looked, findings } = await check({}, { ...config, redisUrl: queue.url });
  expect({ code, findings }).toMatchObject({ code: 1, findings: [{ code: 'queue_away', thing: 'queue' }] });
  expect(looked.documents).toBe(2);
  await queue.revive();
}, 30_000);

describe('ledger and blobs', () => {
  let composition: Composition;
  let report: string;
  let archive: string;
  let batch: string;
  beforeAll(async () => {
    composition = await compose(config);
    await composition.startWorkers();
    const { service } = composition;
    batch = await newBatch(service, 'xã');
    report = (await submit(service, otherReport(3), 'báo cáo.txt', batch)).id;
    const files = [4, 5].map((n) => ({ name: `xã ${n}.txt`, content: otherReport(n) }));
    archive = (await submit(service, zipOf(files), 'các xã.zip', batch)).id;
    for (const { id } of await query('SELECT id FROM documents')) await finished(service, id);
    await until(settled, (all) => all);
  }, 180_000);
  afterAll(() => composition.close(), 60_000);

  const settled = async () => {
    const [row] = await query("SELECT count(*) AS left FROM documents WHERE status IN ('queued', 'processing')");
    return row.left === '0';
  };
  const shaOf = async (id: string): Promise<string> =>
    (await query('SELECT sha256 FROM documents WHERE id = $1', [id]))[0].sha256;

  test('nothing is found where all is as it should be', async () => {
    expect(await check({ deep: true, youngerThan: 0 })).toMatchObject({ ...CLEAN, looked: { documents: 6, blobs: 6 } });
  });

  /** What is broken, what is found of it, and whether checking it again after a repair finds nothing. */
  const BROKEN: [string, { code: string; thing: () => Promise<string> | string }, () => Promise<unknown>][] = [
    [
      'a record is gone',
      { code: 'record_missing', thing: () => report },
      () => query('DELETE FROM records WHERE document = $1', [report]),
    ],
    [
      'figures are gone',
      { code: 'figures_missing', thing: () => report },
      () =>
        query('DELETE FROM figures WHERE document = $1 AND id = (SELECT min(id) FROM figures WHERE document = $1)', [
          report,
        ]),
    ],
    [
      'a figure lies behind the text',
      { code: 'figure_outside', thing: () => report },
      () =>
        query(`UPDATE figures SET figure = jsonb_set(figure, '{span,end}', '999999') WHERE document = $1`, [report]),
    ],
    [
      'a member of an archive is gone',
      { code: 'members_differ', thing: () => archive },
      () => query('DELETE FROM members WHERE archive = $1 AND position = 1', [archive]),
    ],
    [
      'a decision speaks of a figure that is gone',
      { code: 'decision_lost', thing: () => report },
      async () => {
        await query(
          `INSERT INTO decisions (document, figure, who, field, old, new)
            SELECT document, id, 'Lan', 'label', to_jsonb('a'::text), to_jsonb('b'::text) FROM figures
            WHERE document = $1 ORDER BY start DESC LIMIT 1`,
          [report],
        );
        await query(
          `DELETE FROM figures WHERE document = $1 AND id IN (SELECT figure FROM decisions WHERE document = $1)`,
          [report],
        );
        await query(`UPDATE documents SET counts = jsonb_set(counts, '{figures}', '0') WHERE id = $1`, [report]);
      },
    ],
    [
      'a file of a batch says something else than its document',
      { code: 'file_untrue', thing: async () => `${batch}/${(await query(FILE, [report]))[0].sequence}` },
      () => query(`UPDATE batch_files SET state = 'pending', settled = NULL WHERE document = $1`, [report]),
    ],
    [
      'the sums of a batch are off',
      { code: 'batch_sum', thing: () => batch },
      () =>
        query(
          `UPDATE batch_counts SET count = count + 7 WHERE ctid = (SELECT min(ctid) FROM batch_counts WHERE batch = $1)`,
          [batch],
        ),
    ],
    [
      'bytes belong to no document',
      { code: 'blob_orphan', thing: () => 'e'.repeat(64) },
      async () => {
        await mkdir(join(dataDir, 'blobs', 'ee'), { recursive: true });
        await writeFile(blobFile('e'.repeat(64)), 'of nobody');
        await utimes(blobFile('e'.repeat(64)), HOURS_AGO, HOURS_AGO);
      },
    ],
    [
      'a part of an upload was left',
      { code: 'part_left', thing: () => join(dataDir, 'blobs', 'incoming', 'part') },
      async () => {
        await writeFile(join(dataDir, 'blobs', 'incoming', 'part'), 'half');
        await utimes(join(dataDir, 'blobs', 'incoming', 'part'), HOURS_AGO, HOURS_AGO);
      },
    ],
  ];
  const FILE = 'SELECT sequence FROM batch_files WHERE document = $1';

  test.each(BROKEN)(
    '%s: found, mended, and then found no more',
    async (_, { code, thing }, breakIt) => {
      await breakIt();
      const expected = { code, thing: await thing() };
      const found = await check();
      expect(found.findings).toContainEqual(expect.objectContaining({ ...expected, outcome: 'found' }));
      expect(found).toMatchObject({ code: 1, found: found.findings.length, left: found.findings.length });
      expect((await check({ repair: true })).findings).toContainEqual(
        expect.objectContaining({ ...expected, outcome: 'repaired' }),
      );
      await until(settled, (all) => all);
      expect(await check()).toMatchObject(CLEAN);
    },
    60_000,
  );

  test('what was put aside is not lost', async () => {
    expect(await readFile(join(dataDir, 'blobs', 'quarantine', 'e'.repeat(64)), 'utf8')).toBe('of nobody');
  });

  test('what is young may be under way', async () => {
    await writeFile(blobFile('e'.repeat(64)), 'just put');
    await writeFile(join(dataDir, 'blobs', 'incoming', 'going-on'), 'half');
    expect(await check()).toMatchObject(CLEAN);
    expect((await check({ repair: true, youngerThan: 0 })).findings.map(({ code }) => code).sort()).toEqual([
      'blob_orphan',
      'part_left',
    ]);
  });

  test('bytes that are others than their name says are put aside, until the true ones are uploaded again', async () => {
    const sha256 = await shaOf(report);
    const text = await readFile(blobFile(sha256));
    await writeFile(blobFile(sha256), Buffer.from(text).fill('x'));
    expect(await check()).toMatchObject(CLEAN);
    expect(await check({ deep: true, repair: true })).toMatchObject({
      code: 0,
      findings: [{ code: 'blob_damaged', thing: report, outcome: 'repaired' }],
    });
    expect(await readdir(join(dataDir, 'blobs', 'quarantine'))).toContain(`${sha256}.damaged`);
    expect(await check({ repair: true })).toMatchObject({
      code: 1,
      left: 1,
      findings: [{ code: 'blob_missing', thing: report, outcome: 'not_repaired' }],
    });
    expect(await submit(composition.service, text)).toMatchObject({ id: report, duplicate: true });
    expect(await check({ deep: true })).toMatchObject(CLEAN);
  });

  test('for people it is sentences', async () => {
    const command = { repair: false, deep: false, json: false, youngerThan: 60 };
    expect(await said(() => checkStore(config, command))).toEqual({
      code: 0,
      text: '6 documents, 6 blobs and 0 jobs looked at: all is as it should be.\n',
    });
    await writeFile(join(dataDir, 'blobs', 'ee', 'Thumbs.db'), 'x');
    expect(await said(() => checkStore(config, command))).toEqual({
      code: 1,
      text: `foreign_file\t${join(dataDir, 'blobs', 'ee', 'Thumbs.db')}
    It lies among the blobs and is none. Move it somewhere else.
6 documents, 6 blobs and 0 jobs looked at: 1 findings, 1 left.\n`,
    });
  });
});

test('where there is no store, or one of another version, a sentence says so', async () => {
  const nowhere = { ...config, databaseUrl: null, dataDir: join(dataDir, 'nowhere') };
  await expect(check({}, nowhere)).rejects.toThrow(UsageError);
  expect(await readdir(dataDir)).not.toContain('nowhere');
  const empty = await server.database();
  await expect(check({}, { ...config, databaseUrl: empty })).rejects.toThrow('holds no store');
  const db = openDatabase(empty);
  await migrate(db, '0003-review');
  await db.destroy();
  await expect(check({}, { ...config, databaseUrl: empty })).rejects.toThrow('Run "ansinh migrate" first');
});
