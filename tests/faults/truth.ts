import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { alive } from './processes.ts';
import type { Stack } from './stack.ts';

/** What a document has become: everything that `GET record` and its pages are made of, as the ledger keeps it. */
const CONTENT = `
  SELECT d.sha256, jsonb_build_object(
    'status', d.status, 'code', d.error_code, 'filename', d.filename, 'bytes', d.bytes, 'media', d.media_type,
    'metadata', d.metadata, 'counts', d.counts, 'record', r.record,
    'figures', (
      SELECT jsonb_agg(to_jsonb(f) - 'document' ORDER BY f.start, f.id) FROM figures f WHERE f.document = d.id
    ),
    'words', (SELECT jsonb_agg(w.words ORDER BY w.number) FROM page_words w WHERE w.document = d.id)
  )::text AS content
  FROM documents d
  LEFT JOIN records r ON r.document = d.id`;

/** By hash of the bytes; ids are left out, everything else is as it stands. */
export const contents = async (stack: Stack): Promise<Map<string, string>> => {
  const rows = await stack.sql<{ sha256: string; content: string }>(CONTENT);
  return new Map(rows.map(({ sha256, content }) => [sha256, content]));
};

const SHA256 = /^[0-9a-f]{64}$/;
/** Documents are named by UUIDs of version 7, and jobs by documents. */
const JOB = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}-\d+/;

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));

/** Bytes without a row, rows without their bytes, and what uploads left behind. */
const ofBlobs = async ({ blobs, sql }: Stack): Promise<string[]> => {
  const files = await filesIn(blobs);
  const rows = await sql<{ sha256: string; bytes: number }>('SELECT sha256, bytes::int AS bytes FROM documents');
  const named = new Map(files.map((file) => [file.split('/').at(-1) as string, file]));
  const known = new Set(rows.map(({ sha256 }) => sha256));
  const lost = await Promise.all(
    rows.map(async ({ sha256, bytes }) => {
      const file = named.get(sha256);
      const size = file === undefined ? -1 : (await stat(join(blobs, file))).size;
      return size === bytes ? [] : [`row without its bytes: ${sha256} (${size} of ${bytes})`];
    }),
  );
  const strange = files.filter((file) => !known.has(file.split('/').at(-1) as string));
  return [
    ...lost.flat(),
    ...strange.map((file) =>
      SHA256.test(file.split('/').at(-1) as string) ? `blob without a row: ${file}` : `part: ${file}`,
    ),
  ];
};

const jobsInRedis = async (url: string): Promise<string[]> => {
  const client = new Redis(url);
  try {
    return (await client.keys('*')).filter((key) => JOB.test(key));
  } finally {
    client.disconnect();
  }
};

const ofQueue = async ({ redis, sql }: Stack): Promise<string[]> => {
  const jobs = redis
    ? await jobsInRedis(redis.url)
    : (await sql<{ id: string }>('SELECT id::text FROM bullmq.job')).map(({ id }) => id);
  return jobs.map((job) => `job: ${job}`);
};

const ofTemporary = async ({ temporary }: Stack): Promise<string[]> =>
  (await filesIn(temporary)).map((file) => `temporary: ${file}`);

const ofProcesses = async ({ orphans }: Stack): Promise<string[]> =>
  (await alive(orphans)).map((pid) => `process: ${pid}`);

/** Everything that nobody needs any more and that is still there. */
export const orphans = async (stack: Stack): Promise<string[]> =>
  (await Promise.all([ofBlobs, ofQueue, ofTemporary, ofProcesses].map((look) => look(stack)))).flat();
