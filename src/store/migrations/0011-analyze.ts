import { type Kysely, sql } from 'kysely';

/**
 * Statistics of words look at 300,000 figures (0008-scale), more than 20 s on a busy machine: not after every tenth more,
 * as PostgreSQL would have it, but after every half. Which words are rare does not change so soon.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`ALTER TABLE figures SET (autovacuum_analyze_scale_factor = 0.5)`.execute(db);
};
