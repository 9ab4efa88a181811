import { type Kysely, sql } from 'kysely';

/** Of a scan that is being recognised: the page at hand, of how many. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`ALTER TABLE documents ADD COLUMN progress jsonb`.execute(db);
};
