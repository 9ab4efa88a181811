/**
 * `npm run bench -- scale`: the product's own queries on 0.5, 2 and 5 million generated figures. SCALE_FIGURES="500000" makes
 * fewer, SCALE_DIR keeps the database in a folder (a second run then begins with what is there), SCALE_PLANS=FILE writes
 * EXPLAIN (ANALYZE, BUFFERS) of the last size's queries.
 */
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Indicator, Subject } from '../src/model/codes.ts';
import { migrate, openDatabase } from '../src/store/database.ts';
import { startEmbedded } from '../src/store/embedded.ts';
import { createLedger } from '../src/store/ledger.ts';
import { printTable } from './measure.ts';
import { type Query, queries } from './scale/queries.ts';
import { addDocuments, FIGURES_PER_DOCUMENT } from './scale/rows.ts';

/** What a machine of 16 GB would be given; it may lose the rows in a power cut, which saves their making most of its time. */
const SETTINGS = [
  'shared_buffers=2GB',
  'effective_cache_size=8GB',
  'random_page_cost=1.1',
  'max_wal_size=8GB',
  'wal_level=minimal',
  'max_wal_senders=0',
  'fsync=off',
  'full_page_writes=off',
  'autovacuum=off',
  'jit=off',
];

const sizes = (process.env.SCALE_FIGURES ?? '500000,2000000,5000000').split(',').map(Number);
const kept = process.env.SCALE_DIR;
const folder = kept ?? (await mkdtemp(join(tmpdir(), 'ansinh-scale-')));

const server = await startEmbedded(
  folder,
  SETTINGS.flatMap((setting) => ['-c', setting]),
);
const db = openDatabase(server.url);
await migrate(db);
const client = new pg.Client({ connectionString: server.url });
await client.connect();
const ledger = createLedger(db);

/** What the product sends to the database, as it goes through its driver. */
const sent: { text: string; values: unknown[] }[] = [];
const original = pg.Client.prototype.query;
// biome-ignore lint/suspicious/noExplicitAny: the driver's own signature is a dozen overloads
pg.Client.prototype.query = function (this: pg.Client, ...args: any[]): any {
  const [query, values] = args;
  const text = typeof query === 'string' ? query : query?.text;
  if (typeof text === 'string') sent.push({ text, values: (Array.isArray(values) ? values : query?.values) ?? [] });
  // biome-ignore lint/suspicious/noExplicitAny: as above
  return (original as any).apply(this, args);
};

/** A statement of this program's own, which is not noted. */
const directly = async <T>(text: string, values: unknown[] = []): Promise<T[]> => {
  const before = sent.length;
  const { rows } = await client.query(text, values);
  sent.length = before;
  return rows as T[];
};

const explain = async ({ name, ask }: Query): Promise<string> => {
  sent.length = 0;
  await ask(0);
  const plans: string[] = [];
  for (const { text, values } of sent.filter(({ text }) => /^\s*(select|with)/i.test(text))) {
    const rows = await directly<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS) ${text}`, values);
    plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
  }
  return `## ${name}\n\n${plans.join('\n\n')}\n`;
};

const ROUNDS = Number(process.env.SCALE_ROUNDS ?? 40);
const at = (sorted: number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

const time = async ({ ask, rounds = ROUNDS }: Query): Promise<[number, number]> => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await ask(round);
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return [at(times, 0.5), at(times, 0.95)];
};

const measured = new Map<string, string[]>();
const megabytes = async (): Promise<string[][]> => {
  const rows = await directly<{ name: string; index: boolean; total: string; size: string }>(
    `SELECT c.relname AS name, c.relkind = 'i' AS index, pg_total_relation_size(c.oid) AS total, pg_relation_size(c.oid) AS size
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'i') AND pg_relation_size(c.oid) > 1e6
     ORDER BY 3 DESC`,
  );
  return rows.map(({ name, index, total, size }) => [
    index ? `  ${name}` : name,
    (Number(size) / 1e6).toFixed(1),
    (Number(total) / 1e6).toFixed(1),
  ]);
};

const header = ['', ...sizes.flatMap((size) => [`${size / 1e6} M p50`, 'p95'])];
try {
  for (const size of sizes) {
    const documents = Math.round(size / FIGURES_PER_DOCUMENT);
    const rows = await directly<{ n: number }>('SELECT count(*)::int AS n FROM documents');
    const there = rows[0]?.n ?? 0;
    const began = performance.now();
    if (there < documents)
      await addDocuments(client, {
        from: there,
        to: documents,
        indicators: Indicator.options,
        subjects: Subject.options,
      });
    const made = (performance.now() - began) / 1000;
    process.stdout.write(
      `\n${size} figures in ${documents} documents (made in ${made.toFixed(0)} s), load ${loadavg()[0]?.toFixed(1)}\n`,
    );
    const asked = await queries(ledger, client);
    for (const query of asked) {
      const [p50, p95] = await time(query);
      measured.set(query.name, [...(measured.get(query.name) ?? []), p50.toFixed(1), p95.toFixed(1)]);
      process.stderr.write(`${query.name}: ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms\n`);
    }
    printTable(`Sizes in MB at ${size} figures: of itself, with all that belongs to it`, await megabytes());
    if (size === sizes.at(-1) && process.env.SCALE_PLANS) writeFileSync(process.env.SCALE_PLANS, await allPlans(asked));
  }
  printTable('Milliseconds', [header, ...[...measured].map(([name, cells]) => [name, ...cells])]);
} finally {
  await client.end();
  await db.destroy();
  await server.close();
  if (!kept) await rm(folder, { recursive: true, force: true });
}

async function allPlans(asked: readonly Query[]): Promise<string> {
  const plans: string[] = [];
  for (const query of asked) plans.push(await explain(query));
  return plans.join('\n');
}
