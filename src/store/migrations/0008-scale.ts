import { type Kysely, sql } from 'kysely';

/**
 * Indexes in the order in which pages are shown (docs/scale.md): the first page of what is frequent is then read, not sorted.
 * `IF NOT EXISTS`, so that on a large ledger they can be made beforehand, CONCURRENTLY.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    CREATE INDEX IF NOT EXISTS figures_of_indicator ON figures (indicator, document DESC, start, id)
      WHERE indicator IS NOT NULL`.execute(db);
  await sql`
    CREATE INDEX IF NOT EXISTS figures_at_code ON figures (place_code, document DESC, start, id)
      WHERE place_code IS NOT NULL`.execute(db);
  await sql`
    CREATE INDEX IF NOT EXISTS figures_at_name ON figures (place_name, document DESC, start, id)
      WHERE place_name IS NOT NULL`.execute(db);
  await sql`DROP INDEX figures_by_place`.execute(db);
  await sql`CREATE INDEX IF NOT EXISTS figures_by_period ON figures (period_end, period_start)`.execute(db);
  await sql`CREATE INDEX IF NOT EXISTS documents_at_code ON documents (place_code, id DESC)`.execute(db);
  await sql`DROP INDEX documents_by_place_code`.execute(db);
  await sql`CREATE INDEX IF NOT EXISTS documents_at_name ON documents (place_name, id DESC)`.execute(db);
  await sql`DROP INDEX documents_by_place`.execute(db);
  await sql`
    CREATE INDEX IF NOT EXISTS documents_by_claimed ON documents ((review #>> '{claimed,who}'))
      WHERE review #>> '{claimed,who}' IS NOT NULL`.execute(db);
  // Whether a word is rare decides how its figures are found; by default the rarer half of the language is guessed at.
  await sql`ALTER TABLE figures ALTER COLUMN search SET STATISTICS 1000`.execute(db);
};
