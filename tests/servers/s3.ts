import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const BUCKET = 'ansinh';
/** What s3rver takes, and nobody else. */
const KEYS = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };

/**
 * It signs the path of a bucket without the last slash that AWS's client sends: such a request would be refused. It
 * makes the tokens of its listings with DES, which OpenSSL calls legacy.
 */
const PROGRAM = `
  const S3rver = require('@20minutes/s3rver');
  const [port, directory] = process.argv.slice(1);
  const options = { silent: true, vhostBuckets: false, allowMismatchedSignatures: true };
  new S3rver({ ...options, port: Number(port), address: '127.0.0.1', directory }).run();
`;

export interface S3Server {
  /** What BLOB_URL may be: a prefix of its own each time. */
  url(): string;
  /** What the environment of whoever uses it must have. */
  keys: Record<string, string>;
  /** The bucket's files on disk. */
  folder: string;
  /** Ends at once; `revive` starts it again on the same port with what it held. */
  kill(): Promise<void>;
  revive(): Promise<void>;
  stop(): Promise<void>;
}

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );

const launch = async (port: number, folder: string): Promise<ChildProcess> => {
  const env = { ...process.env, NODE_OPTIONS: '' };
  const child = spawn(process.execPath, ['--openssl-legacy-provider', '--eval', PROGRAM, String(port), folder], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
  });
  for (let tries = 0; tries < 400; tries += 1) {
    if (await answers(port)) return child;
    await sleep(50);
  }
  child.kill('SIGKILL');
  throw new Error(`The S3 server did not answer on port ${port}.`);
};

/** An S3 server (s3rver) with one bucket, on a free port and in a temporary folder. */
export const s3 = async (): Promise<S3Server> => {
  const folder = await mkdtemp(join(tmpdir(), 'ansinh-s3-'));
  await mkdir(join(folder, BUCKET));
  const port = await freePort();
  let child = await launch(port, folder);
  let made = 0;
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return {
    url: () => {
      made += 1;
      return `s3://${BUCKET}/store-${made}?endpoint=http://127.0.0.1:${port}`;
    },
    keys: KEYS,
    folder: join(folder, BUCKET),
    kill,
    revive: async () => {
      child = await launch(port, folder);
    },
    stop: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
