import { type Kysely, sql } from 'kysely';

/** The words of a page are kept as packed bytes (store/packed-words.ts), which reads what was stored as JSON too. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`ALTER TABLE page_words ALTER COLUMN words TYPE bytea USING convert_to(words::text, 'UTF8')`.execute(db);
};
