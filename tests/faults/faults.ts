import { execFile } from 'node:child_process';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { batchOf, longReports, sameFile } from './files.ts';
import { childrenOf } from './processes.ts';
import { type Fault, type Run, sweep } from './run.ts';
import { type Role, type Stack, until } from './stack.ts';

const command = promisify(execFile);

/** Whoever works on documents; embedded that is the API's process. */
const workersOf = ({ size }: Stack): Role[] => (size === 'servers' ? ['worker', 'worker-2'] : ['api']);

const everybody = (stack: Stack): readonly Role[] => stack.roles;

const count = async ({ sql }: Stack, where: string): Promise<number> =>
  (await sql<{ n: number }>(`SELECT count(*)::int AS n FROM documents WHERE ${where}`))[0]?.n ?? 0;

const some = (stack: Stack, where: string, atLeast = 1) =>
  until(async () => (await count(stack, where)) >= atLeast, `${atLeast} documents ${where}`);

/** Somebody waits for a lock that the test holds. */
const blocked = (stack: Stack, table: string) =>
  until(
    async () =>
      (await stack.sql('SELECT FROM pg_locks WHERE NOT granted AND relation = $1::regclass', [table])).length > 0,
    `somebody waits for ${table}`,
  );

const killWorkers = async (stack: Stack): Promise<void> => {
  for (const role of workersOf(stack)) await stack.kill(role);
};

/** Stops the processes that read files for the workers where they are; answers how they go on. */
const freezeReaders = async (stack: Stack): Promise<() => void> => {
  const readers: number[] = [];
  await until(async () => {
    for (const role of workersOf(stack)) readers.push(...(await childrenOf(stack.running(role).pid)));
    return readers.length > 0;
  }, 'a reader reads');
  const all = (signal: NodeJS.Signals) => {
    for (const pid of readers) {
      try {
        process.kill(pid, signal);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }
  };
  all('SIGSTOP');
  return () => all('SIGCONT');
};

/** Keeps the queue from answering: Redis sleeps, or its table in PostgreSQL is locked. */
const holdQueue = async ({ redis, hold }: Stack): Promise<() => Promise<void>> => {
  if (!redis) return hold('LOCK TABLE bullmq.job IN ACCESS EXCLUSIVE MODE');
  redis.pause();
  return async () => redis.goOn();
};

const whileReading = async ({ stack, begin }: Run): Promise<void> => {
  begin();
  await some(stack, "status = 'processing'");
  const goOn = await freezeReaders(stack);
  await killWorkers(stack);
  goOn();
};

/** Nothing outside tells that a worker extracts: it is killed at one moment after another. */
const whileExtracting = async ({ stack, begin }: Run): Promise<void> => {
  begin();
  for (const moment of [0, 150, 300, 600]) {
    await some(stack, "status = 'processing'");
    await sleep(moment);
    await killWorkers(stack);
    await stack.ensure();
    if ((await count(stack, "status IN ('queued', 'processing')")) === 0) break;
  }
};

const beforeFinish = async ({ stack, begin }: Run): Promise<void> => {
  const release = await stack.hold('LOCK TABLE records IN ACCESS EXCLUSIVE MODE');
  begin();
  await blocked(stack, 'records');
  await killWorkers(stack);
  await release();
};

const beforeAcknowledged = async ({ stack, begin }: Run): Promise<void> => {
  const release = await stack.hold('LOCK TABLE records IN ACCESS EXCLUSIVE MODE');
  begin();
  await blocked(stack, 'records');
  const releaseQueue = await holdQueue(stack);
  await release();
  await some(stack, "status = 'extracted'");
  await sleep(200);
  await killWorkers(stack);
  await releaseQueue();
};

const apiWithBytesOnly = async ({ stack, send }: Run): Promise<void> => {
  const release = await stack.hold('LOCK TABLE documents IN ACCESS EXCLUSIVE MODE');
  const sending = send();
  await blocked(stack, 'documents').catch(() => sending);
  await stack.kill('api');
  await release();
  await stack.ensure();
};

const apiWithRowOnly = async (run: Run): Promise<void> => {
  const { stack, begin } = run;
  const releaseQueue = await holdQueue(stack);
  begin();
  await some(stack, 'true', 2);
  await stack.kill('api');
  await releaseQueue();
  await stack.ensure();
};

const redisKilled = async (run: Run): Promise<void> => {
  const { stack, begin } = run;
  begin();
  await some(stack, "status = 'extracted'");
  await stack.redis?.kill();
  await sleep(run.patient ? 5_000 : 500);
  await stack.redis?.revive();
  await run.send();
  await sweep(run);
};

const databaseKilled = async ({ stack, begin, patient }: Run): Promise<void> => {
  begin();
  await some(stack, "status = 'extracted'");
  await stack.killDatabase();
  await sleep(patient ? 5_000 : 500);
  // Embedded, bringing it back is the service's own affair.
  if (stack.proxy) await stack.reviveDatabase();
};

const queueEmptied = async (run: Run): Promise<void> => {
  const { stack, begin } = run;
  begin();
  await some(stack, "status = 'extracted'");
  if (stack.redis) await stack.redis.wipe();
  else await stack.sql('TRUNCATE bullmq.job CASCADE');
  await run.send();
  await sweep(run);
};

const redisAbsentAtStart = async (run: Run): Promise<void> => {
  const { stack, begin, patient } = run;
  for (const role of everybody(stack)) await stack.running(role).end();
  await stack.redis?.kill();
  for (const role of everybody(stack)) stack.start(role);
  begin();
  await sleep(patient ? 8_000 : 2_500);
  await stack.redis?.revive();
  await run.send();
  await sweep(run);
};

const redisFull = async (run: Run): Promise<void> => {
  const { stack, begin, patient } = run;
  begin();
  await some(stack, 'true', 2);
  await stack.redis?.limitMemory('1');
  await run.send();
  await sleep(patient ? 8_000 : 1_500);
  await stack.redis?.limitMemory('0');
  await sweep(run);
};

const databaseSlowAndCut = async ({ stack, begin, patient }: Run): Promise<void> => {
  stack.proxy?.delay(15);
  begin();
  for (let cuts = 0; cuts < (patient ? 20 : 5); cuts++) {
    await sleep(400);
    stack.proxy?.cut();
  }
  stack.proxy?.delay(0);
};

/** Fills a file system with a file; answers how it is taken away. */
const fill = async (folder: string): Promise<() => Promise<void>> => {
  const ballast = join(folder, 'ballast');
  const { bsize, bavail } = await statfs(folder);
  await writeFile(ballast, Buffer.alloc(Math.max(0, bsize * (bavail - 1)), 1)).catch(() => undefined);
  return () => rm(ballast, { force: true });
};

/** The folder becomes a file system of its own, of this size, and is full for a while. */
const diskFull =
  (folder: (stack: Stack) => string, megabytes: number) =>
  async ({ stack, send, patient }: Run): Promise<void> => {
    const at = folder(stack);
    for (const role of everybody(stack)) await stack.running(role).end();
    await command('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', at]);
    try {
      await stack.ensure();
      const sending = send();
      await some(stack, 'true', 2);
      const empty = await fill(at);
      await sleep(patient ? 6_000 : 1_500);
      await empty();
      await sending;
      await until(async () => (await count(stack, "status IN ('queued', 'processing')")) === 0, 'the batch ends', 120);
    } finally {
      for (const role of everybody(stack)) await stack.running(role).end();
      await command('cp', ['-a', `${at}/.`, `${at}.kept`]);
      await command('umount', [at]);
      await command('cp', ['-a', `${at}.kept/.`, at]);
      await rm(`${at}.kept`, { recursive: true });
    }
  };

const stopped = async ({ stack, begin, patient }: Run): Promise<void> => {
  begin();
  for (let times = 0; times < (patient ? 4 : 1); times++) {
    await some(stack, "status IN ('processing', 'extracted')", times + 1);
    const codes = await Promise.all(everybody(stack).map((role) => stack.running(role).end()));
    if (codes.some((code) => code !== 0)) throw new Error(`ended with ${codes.join(', ')}`);
    await stack.ensure();
  }
};

const powerCut = async ({ stack, begin }: Run): Promise<void> => {
  begin();
  await some(stack, "status = 'extracted'");
  await Promise.all([...everybody(stack).map((role) => stack.kill(role)), stack.redis?.kill(), stack.killDatabase()]);
  await stack.redis?.revive();
  if (stack.proxy) await stack.reviveDatabase();
};

const HOUR = 3_600_000;

/** A worker that is killed while its clock runs ahead leaves moments behind that have not come yet. */
const clockJumps = async ({ stack, begin }: Run): Promise<void> => {
  const [first, second] = [stack.roles[0] as Role, stack.roles[1] ?? 'api'];
  await stack.setClock(first, HOUR);
  if (second !== first) await stack.setClock(second, -HOUR);
  begin();
  await some(stack, "status = 'processing'");
  const goOn = await freezeReaders(stack);
  await killWorkers(stack);
  goOn();
  await stack.ensure();
  for (const offset of [-HOUR, 2 * HOUR, 0]) {
    await some(stack, 'true');
    for (const role of stack.roles) await stack.setClock(role, role === first ? offset : -offset);
  }
};

const twice = async ({ send, sendToo }: Run): Promise<void> => {
  await Promise.all([send(), sendToo()]);
};

/** Every fault of the suite. A run sends its files through it, and then everything must be as if it had not been. */
export const FAULTS: readonly Fault[] = [
  { name: 'worker killed while reading', disturb: whileReading },
  { name: 'worker killed while extracting', files: () => longReports(3), disturb: whileExtracting },
  { name: 'worker killed before finish', short: ['servers'], disturb: beforeFinish },
  { name: 'worker killed before its job is acknowledged', short: ['embedded'], disturb: beforeAcknowledged },
  { name: 'API killed between bytes and row', short: ['embedded'], disturb: apiWithBytesOnly },
  { name: 'API killed between row and queue', short: ['servers'], disturb: apiWithRowOnly },
  { name: 'Redis killed', sizes: ['servers'], disturb: redisKilled },
  { name: 'PostgreSQL killed', short: ['embedded', 'servers'], disturb: databaseKilled },
  { name: 'queue emptied', short: ['servers'], disturb: queueEmptied },
  { name: 'Redis absent at start', sizes: ['servers'], disturb: redisAbsentAtStart },
  { name: 'Redis full', sizes: ['servers'], short: ['servers'], disturb: redisFull },
  { name: 'PostgreSQL slow and cut', sizes: ['servers'], short: ['servers'], disturb: databaseSlowAndCut },
  { name: 'disk of the files full', short: ['embedded'], disturb: diskFull(({ blobs }) => blobs, 2) },
  {
    name: 'fifty times the same file',
    short: ['embedded', 'servers'],
    files: () => sameFile(50),
    disturb: async ({ send }) => {
      await send({ concurrency: 50 });
    },
  },
  { name: 'two back-fills of the same files at once', short: ['servers'], disturb: twice },
  { name: 'stopped under load', short: ['embedded'], disturb: stopped },
  { name: 'everything killed at once', disturb: powerCut },
  { name: 'clocks an hour apart and jumping', short: ['embedded', 'servers'], disturb: clockJumps },
];

/** Every file that some fault sends, for the undisturbed run. */
export const allFiles = async (count: number) => [...(await batchOf(count)), ...sameFile(1), ...longReports(3)];
