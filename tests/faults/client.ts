import { setTimeout as sleep } from 'node:timers/promises';
import type { Batch } from '../../src/model/batch.ts';
import type { BatchFile } from './files.ts';

/** A back-fill as a person's computer runs it: it knows its folder, and asks again whatever is not answered. */
export interface BackfillOptions {
  url: string;
  files: readonly BatchFile[];
  key: string;
  /** Files under way at once. */
  concurrency?: number;
  seconds?: number;
}

const PAUSE_MS = 150;

/** Asks until there is an answer of any kind but "not now". */
const ask = async (deadline: number, url: string, init: () => RequestInit): Promise<Response> => {
  let last = 'nothing was tried';
  while (Date.now() < deadline) {
    try {
      const response = await fetch(url, { ...init(), signal: AbortSignal.timeout(20_000) });
      if (response.status < 500 && response.status !== 429) return response;
      last = `${response.status} ${(await response.text()).slice(0, 300)}`;
    } catch (error) {
      last = String((error as Error).cause ?? error);
    }
    await sleep(PAUSE_MS);
  }
  throw new Error(`${url} gave no answer in time: ${last}`);
};

const json = (body: unknown) => () => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const form =
  (batch: string, { path, bytes }: BatchFile) =>
  () => {
    const body = new FormData();
    body.set('batch', batch);
    body.append('file', new Blob([new Uint8Array(bytes)]), path);
    return { method: 'POST', body };
  };

const parsed = async <T>(response: Response, wanted: number[]): Promise<T> => {
  const text = await response.text();
  if (!wanted.includes(response.status)) throw new Error(`${response.url} answered ${response.status}: ${text}`);
  return JSON.parse(text) as T;
};

/** Announces every file and sends those that are awaited; resolves to the batch's id when each has been answered. */
export const backfill = async ({
  url,
  files,
  key,
  concurrency = 4,
  seconds = 120,
}: BackfillOptions): Promise<string> => {
  const deadline = Date.now() + seconds * 1000;
  const api = `${url}/api/v1`;
  const { id } = await parsed<Batch>(await ask(deadline, `${api}/batches`, json({ name: key, key })), [200, 201]);
  const announced = files.map(({ path, sha256, bytes }) => ({ path, sha256, bytes: bytes.length }));
  const answer = await ask(deadline, `${api}/batches/${id}/files`, json({ files: announced }));
  const { files: known } = await parsed<{ files: { path: string; awaited: boolean }[] }>(answer, [200]);
  const awaited = new Set(known.filter(({ awaited }) => awaited).map(({ path }) => path));
  const left = files.filter(({ path }) => awaited.has(path));
  const one = async (): Promise<void> => {
    for (let file = left.shift(); file; file = left.shift()) {
      const sent = await ask(deadline, `${api}/documents`, form(id, file));
      await sent.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  return id;
};

/** Null while it is not answered. */
export const batchOf = async (url: string, id: string): Promise<Batch | null> => {
  try {
    const response = await fetch(`${url}/api/v1/batches/${id}`, { signal: AbortSignal.timeout(5_000) });
    return response.ok ? ((await response.json()) as Batch) : null;
  } catch {
    return null;
  }
};
