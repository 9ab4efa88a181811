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
  const twice = Promise.withResolvers<void>();
  async function* source() {
    await twice.promise;
    yield { id: '1', event: 'open', data: 1 };
  }
  const got: string[] = [];
  for await (const chunk of eventStream(source(), new AbortController().signal, 5)) {
    got.push(chunk);
    if (got.filter((part) => part.startsWith(':')).length === 2) twice.resolve();
  }
  expect(got.at(-1)).toBe('id: 1\nevent: open\ndata: 1\n\n');
});

test('an abort ends the stream at once and lets go of the source', async () => {
  const stop = new AbortController();
  const released = Promise.withResolvers<void>();
  async function* source() {
    try {
      yield { id: '1', event: 'open', data: 1 };
      await sleep(600_000, undefined, { signal: stop.signal }).catch(() => undefined);
    } finally {
      released.resolve();
    }
  }
  setTimeout(() => stop.abort(), 30);
  expect(await all(eventStream(source(), stop.signal))).toHaveLength(2);
  await released.promise;
});

test('an error of the source is an error of the stream', async () => {
  async function* source() {
    yield { id: '1', event: 'open', data: 1 };
    throw new Error('the ledger is gone');
  }
  await expect(all(eventStream(source(), new AbortController().signal))).rejects.toThrow('the ledger is gone');
});
