import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { HOSTILE } from '../../scripts/hostile/index.ts';
import { finished, type Harness, submit, until } from './harness.ts';

const PROGRAM = join(import.meta.dirname, '../../workers/index.ts');
const POISONED = join(import.meta.dirname, 'poisoned-worker.ts');

/** A worker of four documents at once, and what it says. */
const worker = ({ size }: Harness, program: string): { child: ChildProcess; said: string[] } => {
  const env = { ...process.env, NODE_OPTIONS: '', ...size.environment, WORKERS: '4', LOG_LEVEL: 'info' };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  child.stdout?.on('data', (chunk) => said.push(...String(chunk).split('\n').filter(Boolean)));
  return { child, said };
};

const ended = async (child: ChildProcess): Promise<number | string | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode ?? child.signalCode;
};

/** The tries that a worker's log tells of, by document. */
const tries = (said: readonly string[]): number[] =>
  said
    .filter((line) => line.includes('document extracted'))
    .map((line) => (JSON.parse(line) as { attempt: number }).attempt);

const spinning = async (): Promise<Buffer> => {
  const file = HOSTILE.PDF?.find(({ name }) => name === 'forms that fan out a milliard times.pdf');
  return Buffer.from((await file?.make({ url: 'http://127.0.0.1:9', secret: '' })) ?? '');
};

/** What worker processes promise while they die, are killed, and are replaced. */
export const workerTests = (harness: () => Harness, report: () => string): void => {
  const service = () => harness().service;
  const left = async () =>
    (
      await Promise.all(
        (['queued', 'processing'] as const).map((status) =>
          service().documents({ language: 'vi', status, limit: 500 }),
        ),
      )
    ).flatMap(({ items }) => items.map(({ id }) => id));

  test('a document that kills its worker is found out alone, and none of its neighbours fails', async () => {
    const healthy = async (count: number) => {
      const ids: string[] = [];
      for (let n = 0; n < count; n += 1) ids.push((await submit(service(), report())).id);
      return ids;
    };
    const ids = await healthy(10);
    const poison = await submit(service(), `${report()} poison`, 'poison.txt');
    ids.push(...(await healthy(20)));
    // It dies beside others, then alone; what is left of its neighbours is done in between and after.
    const deaths: string[][] = [];
    while (deaths.length < 2) {
      const { child, said } = worker(harness(), POISONED);
      expect(await ended(child)).toBe('SIGKILL');
      deaths.push(JSON.parse(said.find((line) => line.startsWith('DIES '))?.slice('DIES '.length) ?? '[]'));
    }
    expect(deaths[0]?.length).toBeGreaterThan(1);
    expect(deaths[1]).toEqual(['poison.txt']);
    // Deaths enough, and all of them alone: it is given up. Nobody else ever is, however often a worker died beside them.
    const delivery = { faults: 0, deaths: 4, deathsAlone: 3, alone: async () => {} };
    await service().process(poison.id, delivery);
    expect((await service().document(poison.id, 'vi'))?.error?.code).toBe('internal');
    const { child } = worker(harness(), PROGRAM);
    for (const id of ids)
      expect(await finished(service(), id, 120)).toMatchObject({ status: 'extracted', error: null });
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
  }, 300_000);

  test('an upgrade that rolls over running workers fails no document, and counts nothing against any', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 24; n += 1) ids.push((await submit(service(), report())).id);
    const old = worker(harness(), PROGRAM);
    await until(
      async () => tries(old.said).length,
      (count) => count > 0,
    );
    const fresh = worker(harness(), PROGRAM);
    old.child.kill('SIGTERM');
    expect(await ended(old.child)).toBe(0);
    for (const id of ids) expect((await finished(service(), id)).status).toBe('extracted');
    expect([...tries(old.said), ...tries(fresh.said)]).toEqual(ids.map(() => 1));

    // What takes longer than it may after SIGTERM is handed back.
    const { id } = await submit(service(), await spinning(), 'spinning.pdf');
    await until(left, (documents) => documents.includes(id));
    await until(
      () => service().document(id, 'vi'),
      (document) => document?.status === 'processing',
    );
    await sleep(200);
    fresh.child.kill('SIGTERM');
    expect(await ended(fresh.child)).toBe(0);
    expect(await service().document(id, 'vi')).toMatchObject({ status: 'queued', error: null });
    await service().process(id);
    expect((await service().document(id, 'vi'))?.error?.code).toBe('timed_out');
  }, 300_000);
};
