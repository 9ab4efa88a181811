import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { freePort } from './free-port.ts';

const run = promisify(execFile);

const ADVICE = 'Install Redis 7 (on Debian: apt-get install redis-server) and run the tests again.';
/** One installation at a time, whoever asks: flock for the test processes, dpkg's own lock for everybody else. */
const INSTALL = [
  '/tmp/ansinh-apt.lock',
  'sh',
  '-c',
  'command -v redis-server || { apt-get update -q; apt-get -o DPkg::Lock::Timeout=300 install -y -q redis-server; }',
];

const isInstalled = (): Promise<boolean> =>
  run('redis-server', ['--version']).then(
    () => true,
    () => false,
  );

const install = async (): Promise<void> => {
  if (await isInstalled()) return;
  if (process.getuid?.() !== 0) throw new Error(`redis-server is missing, and only root may install it. ${ADVICE}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('flock', INSTALL, { env, maxBuffer: 16 * 1024 * 1024 }).catch((cause) => {
    throw new Error(`redis-server is missing and could not be installed. ${ADVICE}`, { cause });
  });
};

export interface RedisServer {
  url: string;
  /** Of its process, as it was started first. */
  pid: number;
  /** Forgets everything, as a queue that was lost. */
  wipe(): Promise<void>;
  /** Dies at once, as by a power cut; `revive` starts it on the same port with what its file holds. */
  kill(): Promise<void>;
  revive(): Promise<void>;
  /** Answers nobody until `goOn`; connections stay. */
  pause(): void;
  goOn(): void;
  /** With `noeviction` as everywhere; '0' is no limit. */
  limitMemory(bytes: string): Promise<void>;
  stop(): Promise<void>;
}

const launch = async (folder: string, port: number): Promise<ChildProcess> => {
  const settings = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--appendonly',
    'yes',
    '--save',
    '',
  ];
  const child = spawn('redis-server', settings, { stdio: 'ignore' });
  const client = new Redis(port, { retryStrategy: () => 50, maxRetriesPerRequest: 100 });
  client.on('error', () => undefined);
  try {
    await client.ping();
  } catch (cause) {
    child.kill('SIGKILL');
    throw new Error(`redis-server did not answer on port ${port}.`, { cause });
  } finally {
    client.disconnect();
  }
  return child;
};

/** Redis with its append-only file on, on a free port and in a temporary folder; installed where missing. */
export const redis = async (): Promise<RedisServer> => {
  await install();
  const folder = await mkdtemp(join(tmpdir(), 'ansinh-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let child = await launch(folder, port);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    url,
    pid: child.pid as number,
    wipe: async () => {
      const client = new Redis(url);
      await client.flushall();
      client.disconnect();
    },
    kill: () => end('SIGKILL'),
    revive: async () => {
      child = await launch(folder, port);
    },
    pause: () => {
      child.kill('SIGSTOP');
    },
    goOn: () => {
      child.kill('SIGCONT');
    },
    limitMemory: async (bytes) => {
      const client = new Redis(url);
      await client.config('SET', 'maxmemory', bytes);
      client.disconnect();
    },
    stop: async () => {
      child.kill('SIGCONT');
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
};
