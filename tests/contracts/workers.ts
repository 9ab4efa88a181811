import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { HOSTILE } from '../../scripts/hostile/index.ts';
import { shipped } from '../shipped.ts';
import { finished, type Harness, submit, until } from './harness.ts';

const PROGRAM = shipped('workers/index');
const POISONED = join(import.meta.dirname, 'poisoned-worker.ts');

/** A worker of four documents at once, and what it says. */
const worker = ({ size }: Harness, program: string): Worker => {
  const env = { ...process.env, NODE_OPTIONS: '', ...size.environment, WORKERS: '4', LOG_LEVEL: 'info' };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  createInterface({ input: child.stdout as Readable }).on('line', (line) => said.push(line));
  const ended = new Promise<number | string | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  return { child, said, ended };
};

/** `ended`: the exit code, or the signal it died of, once all that it said has been heard. */
type Worker = { child: ChildProcess; said: string[]; ended: Promise<number | string | null> };

/** Documents that a worker's log tells the extraction of, with the number of the try. */
const extractions = (said: readonly string[]): { document: string; attempt: number }[] =>
  said
    .filter((line) => line.includes('document extracted'))
    .map((line) => {
      const { document, attempt } = JSON.parse(line) as { document: string; attempt: number };
      return { document, attempt };
    });

const spinning = async (): Promise<Buffer> => {
  const file = HOSTILE.PDF?.find(({ name }) => name === 'forms that fan out a milliard times.pdf');
  return Buffer.from((await file?.make({ url: 'http://127.0.0.1:9', secret: '' })) ?? '');
};

/** A delivery after deaths enough, and all of them alone: the document is given up. */
const DEATHS_ENOUGH = { faults: 0, deaths: 4, deathsAlone: 3, alone: async () => {} };

/** What worker processes promise while they die, are killed, and are replaced. */
export const workerTests = (harness: () => Harness, report: () => string): void => {
  const service = () => harness().service;
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
      const { said, ended } = worker(harness(), POISONED);
      expect(await ended).toBe('SIGKILL');
      deaths.push(JSON.parse(said.find((line) => line.startsWith('DIES '))?.slice('DIES '.length) ?? '[]'));
    }
    expect(deaths[0]?.length).toBeGreaterThan(1);
    expect(deaths[1]).toEqual(['poison.txt']);
    // It is given up. Nobody else ever is, however often a worker died beside them.
    await service().process(poison.id, DEATHS_ENOUGH);
    expect((await service().document(poison.id, 'vi'))?.error?.code).toBe('internal');
    const { child, ended } = worker(harness(), PROGRAM);
    for (const id of ids)
      expect(await finished(service(), id, 120)).toMatchObject({ status: 'extracted', error: null });
    child.kill('SIGTERM');
    // What its predecessors left may be nothing: then the signal comes while it still starts, with nothing in hand.
    expect([0, 'SIGTERM']).toContain(await ended);
  }, 300_000);

  test('an upgrade that rolls over running workers fails no document, and counts nothing against any', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 24; n += 1) ids.push((await submit(service(), report())).id);
    const old = worker(harness(), PROGRAM);
    await until(
      async () => extractions(old.said).length,
      (count) => count > 0,
    );
    const fresh = worker(harness(), PROGRAM);
    old.child.kill('SIGTERM');
    expect(await old.ended).toBe(0);
    for (const id of ids) expect((await finished(service(), id)).status).toBe('extracted');
    const told = () => [...extractions(old.said), ...extractions(fresh.said)];
    // The ledger knows it before the last line of a log has come.
    await until(
      async () => told().length,
      (count) => count >= ids.length,
    );
    expect(told()).toEqual(expect.arrayContaining(ids.map((document) => ({ document, attempt: 1 }))));

    // What takes longer than it may after SIGTERM is handed back.
    const { id } = await submit(service(), await spinning(), 'spinning.pdf');
    await until(
      () => service().document(id, 'vi'),
      (document) => document?.status === 'processing',
    );
    await sleep(200);
    fresh.child.kill('SIGTERM');
    expect(await fresh.ended).toBe(0);
    expect(await service().document(id, 'vi')).toMatchObject({ status: 'queued', error: null });
    // Nobody is to spin for it once more.
    await service().process(id, DEATHS_ENOUGH);
    expect((await service().document(id, 'vi'))?.status).toBe('failed');
  }, 300_000);
};
