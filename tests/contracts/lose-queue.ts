import pg from 'pg';

/** Every job gone, the tables left: what a queue restored from nothing looks like. */
export const loseQueueInPostgres = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('TRUNCATE bullmq.job CASCADE');
  } finally {
    await client.end();
  }
};
