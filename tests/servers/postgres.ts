import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../src/store/embedded.ts';

export interface PostgresServer {
  /** A new, empty database on the server. */
  database(): Promise<string>;
  stop(): Promise<void>;
}

/** Losing power in a test harms nobody. */
const FAST = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

const withClient = async <T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
};

/** A PostgreSQL server of its own, on a free port and in a temporary folder: what DATABASE_URL may point to. */
export const postgres = async (): Promise<PostgresServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'ansinh-postgres-'));
  const server = await startEmbedded(folder, FAST);
  let made = 0;
  return {
    database: async () => {
      made += 1;
      const name = `test_${made}`;
      await withClient(server.url, (client) => client.query(`CREATE DATABASE ${name}`));
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      return url.href;
    },
    stop: async () => {
      await withClient(server.url, (client) =>
        client.query('SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE pid <> pg_backend_pid()'),
      );
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
