import { randomBytes } from 'node:crypto';
import { chown, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Account, type Binaries, findBinaries, type Start, serverAccount, startAs } from './postgres-binaries.ts';

export interface EmbeddedPostgres {
  url: string;
  /** From now on starts the server again, at the same address, when it has died; `onDeath` hears of each try. */
  keepRunning(onDeath: (failure: unknown) => void): void;
  /** Stops the server, unless another process still uses it: the last one out turns off the light. */
  close(): Promise<void>;
}

const USER = 'ansinh';
const DATABASE = 'ansinh';
/** Recovery after a crash may take a while on a slow disk. */
const PATIENCE_MS = 60_000;

interface Cluster {
  binaries: Binaries;
  account: Account;
  start: Start;
  /** PostgreSQL's own folder. */
  folder: string;
  password: string;
  settings: string[];
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const urlOf = ({ password }: Cluster, port: number, database: string): string =>
  `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;

const query = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

/** Made beside and renamed, so that a half-made cluster is never taken for a whole one. */
const initialise = async ({ binaries, account, start, folder, password }: Cluster): Promise<void> => {
  const fresh = await mkdtemp(`${folder}.new-`);
  const passwordFile = `${fresh}.password`;
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (account) for (const path of [fresh, passwordFile]) await chown(path, account.uid, account.gid);
    const args = ['--pgdata', fresh, '--username', USER, '--pwfile', passwordFile, '--auth=scram-sha-256'];
    await start(binaries.initdb, [...args, '--encoding=UTF8', '--locale=C', '--no-instructions']);
    await rename(fresh, folder).catch((error: NodeJS.ErrnoException) => {
      // A process beside us was faster: its cluster is as good.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(passwordFile, { force: true });
    await rm(fresh, { recursive: true, force: true });
  }
};

type Running = { pid: number; port: number };

/** Lines of postmaster.pid (miscadmin.h): 1 the process, 4 the port. */
const readPidFile = async (folder: string): Promise<Running | null> => {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port } : null;
};

/** After a crash the number may belong to anybody: on Linux we look whether it is a postgres. */
const isPostgres = async (pid: number): Promise<boolean> => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') return true;
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  return name.trim() === 'postgres';
};

/** The server somebody left running (a process of ours that was killed, or one beside us), if it answers. */
const findRunning = async (cluster: Cluster): Promise<Running | null> => {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const running = await readPidFile(cluster.folder);
    if (!running) return null;
    if (!(await isPostgres(running.pid))) {
      await rm(join(cluster.folder, 'postmaster.pid'), { force: true });
      return null;
    }
    const answer = await query(urlOf(cluster, running.port, 'postgres'), 'SELECT 1').catch((error: unknown) => error);
    if (Array.isArray(answer)) return running;
    if (Date.now() > deadline) {
      throw new Error(
        `The PostgreSQL in ${cluster.folder} (process ${running.pid}) does not answer. Stop it and start again.`,
        { cause: answer },
      );
    }
    await sleep(200);
  }
};

const launch = async ({ binaries, start, folder, settings }: Cluster, port: number): Promise<void> => {
  const options = ['-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', "unix_socket_directories=''"];
  const log = join(folder, 'server.log');
  const args = ['-D', folder, '-l', log, '-w', '-t', String(PATIENCE_MS / 1000), '-s'];
  await start(binaries.pg_ctl, [...args, '-o', [...options, ...settings].join(' '), 'start']).catch(async (cause) => {
    const lines = (await readFile(log, 'utf8').catch(() => '')).trim().split('\n').slice(-5).join('\n');
    throw new Error(`The embedded PostgreSQL in ${folder} did not start:\n${lines}`, { cause });
  });
};

/** The port of the last start, out of the arguments that PostgreSQL notes: a server that died is expected where it was. */
const lastPort = async (folder: string): Promise<number | null> => {
  const written = await readFile(join(folder, 'postmaster.opts'), 'utf8').catch(() => '');
  return Number(/"-p" "(\d+)"/u.exec(written)?.[1] ?? 0) || null;
};

const ATTEMPTS = 3;

/** Another process may start the same server, or take the port, between looking and starting. */
const ensureRunning = async (cluster: Cluster): Promise<Running> => {
  for (let attempt = 1; ; attempt += 1) {
    const running = await findRunning(cluster);
    if (running) return running;
    const known = attempt < ATTEMPTS ? await lastPort(cluster.folder) : null;
    try {
      await launch(cluster, known ?? (await freePort()));
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
};

const ensureDatabase = async (url: string): Promise<void> => {
  const found = await query(url, `SELECT 1 FROM pg_database WHERE datname = '${DATABASE}'`);
  if (found.length > 0) return;
  await query(url, `CREATE DATABASE ${DATABASE}`).catch((error: { code?: string }) => {
    // duplicate_database, unique_violation: a process beside us was faster
    if (error.code !== '42P04' && error.code !== '23505') throw error;
  });
};

const readPassword = async (file: string): Promise<string> => {
  const fresh = randomBytes(24).toString('base64url');
  await writeFile(file, fresh, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return (await readFile(file, 'utf8')).trim();
};

const LOOK_MS = 1_000;

/** The name of the advisory lock below, in the database `postgres`. */
const IN_USE = 0x616e73;

/** That this process uses the server, whether or not it is just asking it something. */
interface Hold {
  isLost(): boolean;
  /** Lets go; `last` is done first, where nobody else has hold of the server and nobody can get it. */
  letGo(last: () => Promise<unknown>): Promise<void>;
}

/** A shared advisory lock on a connection of its own: it goes with the process, however that ends. */
const hold = async (url: string): Promise<Hold> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
  let isLost = false;
  const lose = () => {
    isLost = true;
  };
  client.on('error', lose).on('end', lose);
  await client.connect();
  // Waits while the last one stops the server, and fails with it.
  await client.query('SELECT pg_advisory_lock_shared($1)', [IN_USE]);
  const isLast = async (): Promise<boolean> => {
    await client.query('SELECT pg_advisory_unlock_shared($1)', [IN_USE]);
    return (await client.query('SELECT pg_try_advisory_lock($1) AS alone', [IN_USE])).rows[0].alone;
  };
  return {
    isLost: () => isLost,
    letGo: async (last) => {
      try {
        // A server that does not answer is not ours to stop.
        if (!isLost && (await isLast().catch(() => false))) await last();
      } finally {
        await client.end().catch(() => undefined);
      }
    },
  };
};

/** Another process may stop the server, as its last user, between our finding it and our taking hold of it. */
const holdRunning = async (cluster: Cluster): Promise<{ port: number; held: Hold }> => {
  for (let attempt = 1; ; attempt += 1) {
    const { port } = await ensureRunning(cluster);
    try {
      return { port, held: await hold(urlOf(cluster, port, 'postgres')) };
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
};

/** Not by `pg_ctl stop`: it waits until nothing runs, and another process may start the next server at once. */
const stop = async ({ binaries, start, folder }: Cluster): Promise<void> => {
  const running = await readPidFile(folder);
  if (!running) return;
  // A fast shutdown (https://www.postgresql.org/docs/18/server-shutdown.html).
  await start(binaries.pg_ctl, ['kill', 'INT', String(running.pid)]);
  const deadline = Date.now() + PATIENCE_MS;
  while ((await readPidFile(folder))?.pid === running.pid) {
    if (Date.now() > deadline) throw new Error(`The PostgreSQL in ${folder} (process ${running.pid}) does not stop.`);
    await sleep(20);
  }
};

/**
 * A real PostgreSQL under `<path>/postgres`, on 127.0.0.1 and a free port, with a password of its own.
 * Made once; a server that outlived a killed process is used on. `settings`: further server arguments.
 */
export const startEmbedded = async (path: string, settings: string[] = []): Promise<EmbeddedPostgres> => {
  const dataDir = resolve(path);
  await mkdir(dataDir, { recursive: true });
  const folder = join(dataDir, 'postgres');
  const binaries = await findBinaries();
  const account = await serverAccount();
  const start = await startAs(account, [binaries.postgres, folder]);
  const password = await readPassword(join(dataDir, 'postgres.password'));
  const cluster: Cluster = { binaries, account, start, folder, password, settings };
  if (!(await exists(join(folder, 'PG_VERSION')))) await initialise(cluster);
  const { port, held: first } = await holdRunning(cluster);
  await ensureDatabase(urlOf(cluster, port, 'postgres'));

  let held = first;
  const restart = async (onDeath: (failure: unknown) => void): Promise<void> => {
    const running = await readPidFile(folder);
    const isDead = !(running && (await isPostgres(running.pid)));
    try {
      const found = await holdRunning(cluster);
      if (found.port !== port) {
        await found.held.letGo(async () => undefined);
        throw new Error(`It now listens on ${found.port}, not on ${port}. Start ansinh again.`);
      }
      held = found.held;
      if (isDead) onDeath(null);
    } catch (error) {
      onDeath(error);
    }
  };
  let looking: Promise<void> | null = null;
  let watch: NodeJS.Timeout | undefined;
  return {
    url: urlOf(cluster, port, DATABASE),
    keepRunning: (onDeath) => {
      watch = setInterval(() => {
        if (held.isLost()) looking ??= restart(onDeath).finally(() => (looking = null));
      }, LOOK_MS).unref();
    },
    close: async () => {
      clearInterval(watch);
      await looking;
      await held.letGo(() => stop(cluster));
    },
  };
};
