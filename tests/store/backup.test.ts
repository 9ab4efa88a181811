/** A store is backed up while it works, and comes back as it was, on either size and from one to the other. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Service } from '../../src/app/index.ts';
import { backupStore, MANIFEST } from '../../src/cli/backup.ts';
import { checkStore } from '../../src/cli/check.ts';
import { compose } from '../../src/cli/compose.ts';
import { UsageError } from '../../src/cli/exit.ts';
import { restoreStore } from '../../src/cli/restore.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { migrate, openDatabase } from '../../src/store/database.ts';
import { finished, newBatch, submit, until } from '../contracts/harness.ts';
import { LAN } from '../contracts/people.ts';
import { otherReport, TAY_SON } from '../contracts/texts.ts';
import { zipOf } from '../read/zips.ts';
import { type PostgresServer, postgres, type RedisServer, redis, type S3Server, s3 } from '../servers/index.ts';
import { said } from './said.ts';

let folder: string;
let database: PostgresServer;
let queue: RedisServer;
let bucket: S3Server;
const before = { ...process.env };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ansinh-backup-'));
  [database, queue, bucket] = await Promise.all([postgres(), redis(), s3()]);
  Object.assign(process.env, bucket.keys);
}, 120_000);
afterAll(async () => {
  process.env = before;
  await Promise.all([database.stop(), queue.stop(), bucket.stop()]);
  await rm(folder, { recursive: true });
}, 60_000);

let stores = 0;
const embedded = async (): Promise<Config> => {
  stores += 1;
  return readConfig({ DATA_DIR: join(folder, `store-${stores}`), LOG_LEVEL: 'silent', WORKERS: '1' });
};
const servers = async (): Promise<Config> => {
  stores += 1;
  return readConfig({
    DATA_DIR: join(folder, `store-${stores}`),
    DATABASE_URL: await database.database(),
    REDIS_URL: queue.url,
    BLOB_URL: bucket.url(),
    LOG_LEVEL: 'silent',
    WORKERS: '1',
  });
};

const withService = async <T>(config: Config, use: (service: Service) => Promise<T>, work = false): Promise<T> => {
  const composition = await compose(config);
  try {
    if (work) await composition.startWorkers();
    return await use(composition.service);
  } finally {
    await composition.close();
  }
};

/** Reports, an archive, a decision in a batch; then one that waits. Answers with its id. */
const fill = async (config: Config): Promise<string> => {
  await withService(
    config,
    async (service) => {
      const batch = await newBatch(service, 'Bình Định');
      const { id } = await submit(service, TAY_SON, 'Tây Sơn.txt', batch);
      const files = [1, 2].map((n) => ({ name: `xã ${n}.txt`, content: otherReport(n) }));
      await submit(service, zipOf(files), 'các xã.zip', batch);
      await submit(service, 'không phải báo cáo', 'rỗng.pdf');
      await finished(service, id);
      await until(
        () => service.documents({ language: 'vi' }),
        ({ items }) => items.length === 5 && items.every(({ status }) => !['queued', 'processing'].includes(status)),
      );
      const record = await service.record(id);
      const figureId = record?.value.figures[0]?.id as string;
      const figure = await service.figure(id, figureId);
      await service.correct(id, figureId, figure?.etag as string, { value: 1_856, reason: 'gõ nhầm' }, LAN);
    },
    true,
  );
  return withService(config, async (service) => (await submit(service, otherReport(9), 'chờ.txt')).id);
};

/** Everything a service says of what it holds. */
const told = (config: Config) =>
  withService(config, async (service) => {
    const { items } = await service.documents({ language: 'vi', limit: 100 });
    return Promise.all(
      items.map(async ({ id, ...document }) => ({
        id,
        document,
        record: await service.record(id),
        history: await service.history(id, LAN),
        file: Buffer.concat((await (await service.file(id))?.content.toArray()) ?? []).toString('base64'),
        members: await service.members(id, { language: 'vi' }),
        batch: document.batch && (await service.batch(document.batch, 'vi')),
      })),
    );
  });

const clean = async (config: Config) => {
  const command = { repair: false, deep: true, json: true, youngerThan: 0 };
  const { text } = await said(() => checkStore(config, command));
  return JSON.parse(text).findings;
};

describe.each([
  ['embedded', 'PostgreSQL, Redis and S3', embedded, servers],
  ['PostgreSQL, Redis and S3', 'embedded', servers, embedded],
])('from %s to %s', (_from, _to, openSource, openTarget) => {
  let source: Config;
  let target: Config;
  let waiting: string;
  let dir: string;
  beforeAll(async () => {
    [source, target] = [await openSource(), await openTarget()];
    dir = join(folder, `backup-${stores}`);
    waiting = await fill(source);
  }, 180_000);

  test('what is backed up comes back byte for byte, its queue too, and goes on', async () => {
    expect(await said(() => backupStore(source, dir))).toMatchObject({
      code: 0,
      text: expect.stringMatching(/^6 documents of .* are backed up in .*: 6 files copied, 0 there already\.\n$/),
    });
    const backedUp = await told(source);
    await rm(source.dataDir, { recursive: true, force: true });
    await queue.wipe();
    expect(await said(() => restoreStore(target, dir))).toMatchObject({
      code: 0,
      text: expect.stringMatching(/^6 documents of .* are restored with 6 files; 1 of them wait in the queue\.\n$/),
    });
    expect(await clean(target)).toEqual([]);
    expect(await told(target)).toEqual(backedUp);
    await withService(
      target,
      async (service) => {
        expect((await finished(service, waiting)).status).toBe('extracted');
        const added = await submit(service, otherReport(77), 'mới.txt', await newBatch(service, 'sau'));
        expect((await finished(service, added.id)).status).toBe('extracted');
      },
      true,
    );
    expect(await clean(target)).toEqual([]);
  }, 180_000);

  test('the next backup copies what is new, and leaves one set of rows', async () => {
    expect((await said(() => backupStore(target, dir))).text).toMatch(
      /^7 documents .*: 1 files copied, 6 there already/,
    );
    const names = (await readdir(dir)).sort();
    expect(names).toEqual(['blobs', MANIFEST, expect.stringMatching(/^rows-/)]);
  }, 60_000);

  test('a store that holds something is not restored over', async () => {
    await expect(restoreStore(target, dir)).rejects.toThrow('There is a store already');
  }, 60_000);
});

describe('a backup', () => {
  let source: Config;
  let dir: string;
  beforeAll(async () => {
    source = await servers();
    dir = join(folder, 'backup');
    await withService(source, (service) => submit(service, otherReport(1)));
    expect((await said(() => backupStore(source, dir))).code).toBe(0);
  }, 60_000);

  const copy = async () => {
    stores += 1;
    const other = join(folder, `copy-${stores}`);
    await cp(dir, other, { recursive: true });
    const manifest = JSON.parse(await readFile(join(other, MANIFEST), 'utf8'));
    return { other, manifest, rows: join(other, manifest.rows, 'documents.copy.gz') };
  };
  const documentsOf = async ({ databaseUrl }: Config): Promise<number> => {
    const client = new pg.Client({ connectionString: databaseUrl as string });
    await client.connect();
    const { rows } = await client.query('SELECT count(*)::int AS count FROM documents');
    await client.end();
    return rows[0].count;
  };

  test('that broke off is none, and the one before it stands', async () => {
    const { other, manifest } = await copy();
    await cp(join(other, manifest.rows), join(other, 'rows-20261123-broken'), { recursive: true });
    await writeFile(join(other, 'rows-20261123-broken.json'), '{"format": 1, "sch');
    const target = await servers();
    expect((await said(() => restoreStore(target, other))).code).toBe(0);
    expect(await documentsOf(target)).toBe(1);
    await rm(join(other, MANIFEST));
    await expect(restoreStore(await servers(), other)).rejects.toThrow('no complete backup');
  }, 60_000);

  test('whose rows are not those that were written enters none of them, and another can be restored after it', async () => {
    const { other, rows } = await copy();
    const text = gunzipSync(await readFile(rows)).toString();
    await writeFile(rows, gzipSync(text.replace('queued', 'failed')));
    const target = await servers();
    await expect(restoreStore(target, other)).rejects.toThrow('not those that were written');
    expect(await documentsOf(target)).toBe(0);
    await writeFile(rows, gzipSync(text).subarray(0, 60));
    await expect(restoreStore(target, other)).rejects.toThrow('"documents"');
    expect((await said(() => restoreStore(target, dir))).code).toBe(0);
    expect(await documentsOf(target)).toBe(1);
  }, 60_000);

  test('of a version that is not known yet, or into a database of another, is refused in a sentence', async () => {
    const { other, manifest } = await copy();
    await writeFile(join(other, MANIFEST), JSON.stringify({ ...manifest, schema: '9999-tomorrow' }));
    await expect(restoreStore(await servers(), other)).rejects.toThrow(UsageError);
    const target = await servers();
    const db = openDatabase(target.databaseUrl as string);
    await migrate(db, '0003-review');
    await db.destroy();
    await expect(restoreStore(target, dir)).rejects.toThrow('The database is at 0003-review and the backup at');
  }, 60_000);

  test('of a store whose bytes are gone says so, and so does what is restored from damaged bytes', async () => {
    const { other } = await copy();
    const blobs = join(other, 'blobs');
    const [shelf = ''] = (await readdir(blobs)).filter((name) => name.length === 2);
    const [name = ''] = await readdir(join(blobs, shelf));
    await writeFile(join(blobs, shelf, name), 'other bytes');
    const target = await servers();
    expect((await said(() => restoreStore(target, other))).code).toBe(1);
    const lost = { ...source, blobUrl: bucket.url() };
    await rm(join(blobs, shelf, name));
    expect(await said(() => backupStore(lost, other))).toMatchObject({ code: 1 });
  }, 60_000);
});
