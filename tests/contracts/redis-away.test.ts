import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RedisServer, redis } from '../servers/index.ts';
import { finished, type Harness, start, submit } from './harness.ts';
import { otherReport } from './texts.ts';

let harness: Harness;
let queue: RedisServer;
beforeAll(async () => {
  queue = await redis();
  harness = await start(async () => ({
    environment: { REDIS_URL: queue.url },
    loseQueue: queue.wipe,
    stop: queue.stop,
  }));
  await harness.composition.startWorkers();
}, 120_000);
afterAll(() => harness.stop(), 60_000);

test('while Redis is away documents are taken all the same, and done when it is back', async () => {
  const { service } = harness;
  await queue.kill();
  const began = performance.now();
  const document = await submit(service, otherReport(1));
  expect(document).toMatchObject({ status: 'queued', duplicate: false });
  expect(await service.health()).toEqual({ database: true, queue: false, blobs: true });
  expect(performance.now() - began).toBeLessThan(10_000);
  await queue.revive();
  expect(await service.recover()).toBe(1);
  expect((await finished(service, document.id)).status).toBe('extracted');
  expect((await service.health()).queue).toBe(true);
});
