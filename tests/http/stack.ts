import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Stack {
  url: string;
  /** Names of everything left in temporary folders: the process's own and the blobs'. */
  leftovers(): Promise<string[]>;
  /** Names of everything left of uploads in pieces, in `piecesIn`. */
  pieces(): Promise<string[]>;
  piecesIn: string;
  /** Everything the process has logged. */
  log(): string;
  /** Takes every uploaded file out of the store. */
  loseFiles(): Promise<void>;
  /** Stops the embedded PostgreSQL hard, as a crash would, and for good: its folder is gone. */
  killDatabase(): Promise<void>;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
}

const address = async (child: ChildProcess, log: string[]): Promise<string> => {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      log.push(line);
      if (line.startsWith('LISTENING ')) resolve(line.slice('LISTENING '.length));
    });
    child.once('exit', (code) => reject(new Error(`The service ended with ${code}:\n${log.join('\n')}`)));
  });
};

/** Starts the embedded service on a free port with folders of its own; `environment` is added to its own. */
export const startStack = async (environment: Record<string, string> = {}): Promise<Stack> => {
  const home = await mkdtemp(join(tmpdir(), 'ansinh-http-'));
  const [temporary, data] = [join(home, 'tmp'), join(home, 'data')];
  await mkdir(temporary);
  // PostgreSQL runs as another user where the suite runs as root.
  const env = { ...process.env, TMPDIR: temporary, DATA_DIR: data, HOST: '127.0.0.1', PORT: '0', ...environment };
  for (const name of ['NODE_OPTIONS', 'DATABASE_URL', 'REDIS_URL', 'BLOB_URL'])
    if (!(name in environment)) delete (env as NodeJS.ProcessEnv)[name];
  const program = fileURLToPath(new URL('process.ts', import.meta.url));
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const log: string[] = [];
  child.stderr.on('data', (chunk) => log.push(String(chunk)));
  let stopping = false;
  child.once('exit', (code, signal) => {
    if (!stopping) console.error(`The service died (${code ?? signal}):\n${log.slice(-30).join('\n')}`);
  });
  const url = await address(child, log);
  return {
    url,
    leftovers: async () => [...(await readdir(temporary)), ...(await readdir(join(data, 'blobs', 'incoming')))],
    pieces: () => readdir(join(data, 'blobs', 'uploads')),
    piecesIn: join(data, 'blobs', 'uploads'),
    log: () => log.join('\n'),
    loseFiles: async () => {
      const blobs = join(data, 'blobs');
      const shelves = (await readdir(blobs)).filter((name) => !['incoming', 'uploads'].includes(name));
      for (const shelf of shelves) await rm(join(blobs, shelf), { recursive: true });
    },
    killDatabase: async () => {
      const pid = Number((await readFile(join(data, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
      await rename(join(data, 'postgres'), join(data, 'postgres.gone'));
      process.kill(pid, 'SIGQUIT');
    },
    stop: async () => {
      stopping = true;
      if (child.exitCode === null) {
        const exited = once(child, 'exit');
        child.kill('SIGTERM');
        await exited;
      }
      await rm(home, { recursive: true, force: true });
      return child.exitCode;
    },
  };
};
