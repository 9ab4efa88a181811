import pg from 'pg';

export interface Locks {
  /** Whether `name` is ours from now on; false where any process on this database has it. */
  take(name: string): Promise<boolean>;
  free(name: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Names that one process at a time has: advisory locks of PostgreSQL, on a connection of their own that is opened with the
 * first. With the connection they are free again, so a killed process leaves none behind.
 */
export const openLocks = (url: string, onDrop: (error: Error) => void = () => {}): Locks => {
  let connecting: Promise<pg.Client> | null = null;
  const taken = new Set<string>();

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true });
    const drop = () => {
      connecting = null;
      taken.clear();
    };
    client.on('error', (error) => {
      drop();
      onDrop(error);
    });
    client.on('end', drop);
    await client.connect();
    return client;
  };
  const connection = (): Promise<pg.Client> => {
    connecting ??= connect().catch((error: unknown) => {
      connecting = null;
      throw error;
    });
    return connecting;
  };

  return {
    take: async (name) => {
      // PostgreSQL would give it again to the same connection.
      if (taken.has(name)) return false;
      taken.add(name);
      try {
        const client = await connection();
        const { rows } = await client.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS ours', [name]);
        if (rows[0]?.ours !== true) taken.delete(name);
        return rows[0]?.ours === true;
      } catch (error) {
        taken.delete(name);
        throw error;
      }
    },
    free: async (name) => {
      if (!taken.has(name) || !connecting) return;
      await (await connecting).query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name]);
      taken.delete(name);
    },
    close: async () => {
      await (await connecting?.catch(() => null))?.end();
    },
  };
};
