import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { eventStream } from './event-stream.ts';

const all = async (chunks: AsyncIterable<string>): Promise<string[]> => {
  const got: string[] = [];
  for await (const chunk of chunks) got.push(chunk);
  return got;
};

test('events are written as the standard has them, and the stream ends with its source', async () => {
  async function* source() {
    yield { id: '1.0', event: 'open', data: { name: 'Tây Sơn\nquý 1' } };
    yield { id: '1.1', event: 'finished', data: { done: 1 } };
  }
  expect(await all(eventStream(source(), new AbortController().signal))).toEqual([
    'retry: 2000\n\n',
    'id: 1.0\nevent: open\ndata: {"name":"Tây Sơn\\nquý 1"}\n\n',
    'id: 1.1\nevent: finished\ndata: {"done":1}\n\n',
  ]);
});

test('silence is broken by comments, and no event is lost meanwhile', async () => {
  async function* source() {
    await sleep(70);
    yield { id: '1', event: 'open', data: 1 };
  }
  const got = await all(eventStream(source(), new AbortController().signal, 20));
  expect(got.filter((chunk) => chunk.startsWith(':')).length).toBeGreaterThanOrEqual(2);
  expect(got.at(-1)).toBe('id: 1\nevent: open\ndata: 1\n\n');
});

test('an abort ends the stream at once and lets go of the source', async () => {
  const stop = new AbortController();
  let released = false;
  async function* source() {
    try {
      yield { id: '1', event: 'open', data: 1 };
      await sleep(10_000, undefined, { signal: stop.signal }).catch(() => undefined);
    } finally {
      released = true;
    }
  }
  setTimeout(() => stop.abort(), 30);
  const started = performance.now();
  expect(await all(eventStream(source(), stop.signal))).toHaveLength(2);
  expect(performance.now() - started).toBeLessThan(2000);
  await sleep(10);
  expect(released).toBe(true);
});

test('an error of the source is an error of the stream', async () => {
  async function* source() {
    yield { id: '1', event: 'open', data: 1 };
    throw new Error('the ledger is gone');
  }
  await expect(all(eventStream(source(), new AbortController().signal))).rejects.toThrow('the ledger is gone');
});
