import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Service } from '../../src/app/index.ts';
import { type Composition, compose } from '../../src/cli/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { DocumentView, SubmittedDocument } from '../../src/model/index.ts';
import { shipped } from '../shipped.ts';

/** One way to run the service: its environment, and how its queue is lost. */
export interface Size {
  environment: Record<string, string>;
  loseQueue(): Promise<void>;
  stop(): Promise<void>;
}

export interface Harness {
  size: Size;
  composition: Composition;
  service: Service;
  dataDir: string;
  stop(): Promise<void>;
}

/** Composes the service of a size in a folder of its own. Workers are started by the tests. */
export const start = async (open: (dataDir: string) => Promise<Size>): Promise<Harness> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'ansinh-contract-'));
  const size = await open(dataDir);
  const environment = { DATA_DIR: dataDir, LOG_LEVEL: 'silent', WORKERS: '2', MAX_UPLOAD_MB: '1', ...size.environment };
  size.environment = environment;
  const composition = await compose(readConfig(environment));
  return {
    size,
    composition,
    service: composition.service,
    dataDir,
    stop: async () => {
      await composition.close();
      await size.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

export const submit = (
  service: Service,
  content: string | Buffer,
  filename = 'báo cáo.txt',
  batch: string | null = null,
): Promise<SubmittedDocument> => service.submit({ filename, content: Readable.from([Buffer.from(content)]), batch });

/** The id of a new batch. */
export const newBatch = async (service: Service, name: string): Promise<string> =>
  (await service.createBatch({ name }, 'vi')).batch.id;

/** Asks until `done` says so; fails with what it last saw. */
export const until = async <T>(ask: () => Promise<T>, done: (value: T) => boolean, seconds = 60): Promise<T> => {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const value = await ask();
    if (done(value)) return value;
    if (Date.now() > deadline) throw new Error(`Not within ${seconds} s: ${JSON.stringify(value)}`);
    await sleep(25);
  }
};

const ENDS = ['extracted', 'reviewed', 'failed'];

export const finished = async (service: Service, id: string, seconds = 60): Promise<DocumentView> =>
  (await until(
    () => service.document(id, 'vi'),
    (document) => document !== null && ENDS.includes(document.status),
    seconds,
  )) as DocumentView;

const WORKER = shipped('workers/index');

export interface WorkerProcess {
  child: ChildProcess;
  /** The exit code, or the signal it died of. */
  ended: Promise<number | string>;
}

/** A worker as a process (and a process group) of its own, one document at a time. */
export const workerProcess = ({ size }: Harness): WorkerProcess => {
  const env = { ...process.env, NODE_OPTIONS: '', ...size.environment, WORKERS: '1' };
  const child = spawn(process.execPath, [WORKER], { env, stdio: ['ignore', 'ignore', 'inherit'], detached: true });
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  return { child, ended };
};
