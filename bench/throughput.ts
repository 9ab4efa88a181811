/**
 * What the service adds to the pipeline it runs: generated reports (text, DOCX, PDF; 1 to 20 pages) a second
 * - of the bare pipeline, read and extracted in one process for each processor, with no service around it,
 * - and through upload, queue, extraction and ledger, embedded and on PostgreSQL with Redis, on the same processors;
 * what a second worker process adds; whether memory stays, and whether a document costs more as the ledger grows.
 *
 * By the clock, and by the processor time of all processes taken together, which others on the machine hardly move.
 *
 * usage: node bench/throughput.ts [REPORTS] [DOCUMENTS IN THE LEDGER]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { printTable } from './measure.ts';
import { growTo } from './throughput/grow.ts';
import { writeReports } from './throughput/reports.ts';
import { embedded, type Running, servers } from './throughput/service.ts';
import { processorTime, residentMb } from './throughput/usage.ts';

const REPORTS = Number(process.argv[2] ?? 90);
const LEDGER = Number(process.argv[3] ?? 2_000);
const SMALL_LEDGER = Math.min(1_000, LEDGER);
const PROCESSORS = availableParallelism();
/** Reports before each measurement, until code is compiled. */
const WARM = 24;

/** Documents a second by the clock, and processor time of each in milliseconds by who used it. */
type Measured = { perSecond: number; cpu: Record<string, number> };

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const cpuOf = ({ cpu }: Measured): number => sum(Object.values(cpu));

const folder = mkdtempSync(join(tmpdir(), 'ansinh-reports-'));
let made = 0;
/** Reports that have not been before: the ledger knows those that have. */
async function reports(count: number): Promise<string[]> {
  made += count;
  return writeReports(folder, made - count, made);
}

async function bare(files: readonly string[], warm: readonly string[]): Promise<Measured> {
  const results = await Promise.all(
    Array.from({ length: PROCESSORS }, async (_, n) => {
      const own = files.filter((_, i) => i % PROCESSORS === n);
      const child = spawn(process.execPath, [join(import.meta.dirname, 'throughput/bare.ts')], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      child.stdin.end(JSON.stringify({ warm, files: own }));
      return JSON.parse(await text(child.stdout)) as { seconds: number; cpu: number };
    }),
  );
  const seconds = Math.max(...results.map((result) => result.seconds));
  const cpu = sum(results.map((result) => result.cpu));
  return { perSecond: files.length / seconds, cpu: { pipeline: (cpu * 1000) / files.length } };
}

type Memory = { done: number; mb: Record<string, number> };

/** Uploads the files and waits until they are done. */
async function through(service: Running, files: readonly string[], memory: Memory[] = []): Promise<Measured> {
  const [began, before] = [performance.now(), processorTime(service.roots)];
  let uploaded = false;
  const uploads = service.upload(files).then(() => {
    uploaded = true;
  });
  const look = (left: number): void => {
    if (!uploaded) return;
    const mb = Object.fromEntries(Object.entries(service.roots).map(([role, pid]) => [role, residentMb(pid)]));
    memory.push({ done: files.length - left, mb });
  };
  await Promise.all([uploads, uploads.then(() => service.until(0, look))]);
  const seconds = (performance.now() - began) / 1000;
  const after = processorTime(service.roots);
  const cpu = Object.keys(after).map((role) => [
    role.replace(/ \d+$/, ''),
    (((after[role] ?? 0) - (before[role] ?? 0)) * 1000) / files.length,
  ]);
  return { perSecond: files.length / seconds, cpu: Object.fromEntries(cpu) };
}

/** Documents a second of so many worker processes, one document at a time each, on a queue that is full. */
async function drained(service: Running, processes: number, count: number): Promise<number> {
  const files = await reports(count + WARM * processes);
  await service.upload(files);
  const stops = await Promise.all(Array.from({ length: processes }, () => service.startWorker(1)));
  await service.until(count);
  const [began, from] = [performance.now(), await service.left()];
  await service.until(processes);
  const rate = (from - (await service.left())) / ((performance.now() - began) / 1000);
  await service.until(0);
  for (const stop of stops) await stop();
  return rate;
}

const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1] ?? Number.NaN;

/** Memory of the first and the last tenth of the documents, of each process. */
function growth(memory: readonly Memory[], count: number): string[][] {
  const tenth = count / 10;
  const [first, last] = [
    memory.filter(({ done }) => done >= tenth && done <= 2 * tenth),
    memory.filter(({ done }) => done >= count - tenth),
  ];
  return Object.keys(memory[0]?.mb ?? {})
    .filter((role) => /api|worker/.test(role))
    .map((role) => {
      const [early, late] = [first, last].map((some) => median(some.map(({ mb }) => mb[role] ?? Number.NaN))) as [
        number,
        number,
      ];
      return [
        role.replace(/ \d+$/, ''),
        early.toFixed(0),
        late.toFixed(0),
        `${((late / early - 1) * 100).toFixed(1)} %`,
      ];
    });
}

const shown = (name: string, measured: Measured, base: Measured): string[] => [
  name,
  measured.perSecond.toFixed(2),
  (measured.perSecond / base.perSecond).toFixed(2),
  cpuOf(measured).toFixed(0),
  (cpuOf(base) / cpuOf(measured)).toFixed(2),
  Object.entries(measured.cpu)
    .map(([role, ms]) => `${role} ${ms.toFixed(0)}`)
    .join(', '),
];

async function main(): Promise<void> {
  const said = () =>
    loadavg()
      .map((load) => load.toFixed(1))
      .join(' ');
  console.log(`${REPORTS} reports, ${PROCESSORS} processors; load before: ${said()}`);
  const warm = await reports(WARM);
  const files = await reports(REPORTS);
  const base = await bare(files, warm);
  const rows = [shown('bare pipeline', base, base)];
  const memories: string[][] = [];
  const measure = async (name: string, service: Running): Promise<void> => {
    const memory: Memory[] = [];
    await through(service, warm);
    rows.push(shown(name, await through(service, files, memory), base));
    memories.push(...growth(memory, files.length).map(([role, ...cells]) => [`${name}: ${role}`, ...cells]));
  };

  const local = await embedded(PROCESSORS);
  await measure('embedded', local);
  await local.stop();

  const many = await servers();
  const stop = await many.startWorker(PROCESSORS);
  await measure('PostgreSQL + Redis', many);
  printTable('documents a second, and processor time of a document in milliseconds (ratio wanted: 0.70)', [
    ['', 'a second', 'ratio', 'ms', 'ratio', 'of which'],
    ...rows,
  ]);
  printTable('memory in MB: the second tenth of the documents, the last tenth (wanted: within 10 %)', [
    ['', 'second', 'last', 'more'],
    ...memories,
  ]);

  const sizes: string[][] = [];
  for (const size of [...new Set([SMALL_LEDGER, LEDGER])]) {
    await growTo(many, size);
    const { perSecond, cpu } = await through(many, await reports(REPORTS));
    const { api = 0, worker = 0, postgres = 0, redis = 0 } = cpu;
    sizes.push([String(size), perSecond.toFixed(2), ...[api + worker, postgres, redis].map((ms) => ms.toFixed(1))]);
  }
  printTable('a document as the ledger grows: processor time in milliseconds', [
    ['documents', 'a second', 'service and readers', 'PostgreSQL', 'Redis'],
    ...sizes,
  ]);
  await stop();

  const count = Math.max(30, Math.round(REPORTS / 2));
  const one = await drained(many, 1, count);
  const two = await drained(many, 2, count);
  printTable('worker processes (wanted: 1.7)', [
    ['processes', 'a second', 'ratio'],
    ['1', one.toFixed(2), ''],
    ['2', two.toFixed(2), (two / one).toFixed(2)],
  ]);
  await many.stop();
  console.log(`\nload after: ${said()}`);
}

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
