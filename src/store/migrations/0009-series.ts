import { type Kysely, sql } from 'kysely';

/**
 * Which figures say the same of the same place, each of its time: `series`, a number made of what they have in common. The
 * place is the figure's or, where it names none, its document's. Reports of one place that speak of the same time are found
 * by neither the place nor the indicator alone without reading all of them.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  // Of 53 bits, which JavaScript holds; null where it has no place or no indicator. `rest`: kind, unit, role, purpose or '', and what it is per.
  await sql`
    CREATE FUNCTION series_of(place text, indicator text, subjects text[], rest text[]) RETURNS bigint
    LANGUAGE sql STRICT STABLE PARALLEL SAFE
    RETURN hashtextextended(
      array_to_string(ARRAY[place, indicator, array_to_string(subjects, ','), array_to_string(rest, ',')], '|'), 0
    ) >> 11`.execute(db);
  await sql`ALTER TABLE figures ADD COLUMN series bigint`.execute(db);
  await sql`
    UPDATE figures f SET series = series_of(
      coalesce(f.place_code, CASE WHEN f.place_name IS NULL THEN d.place_code END), f.indicator, f.subjects,
      ARRAY[f.figure ->> 'kind', f.figure ->> 'unit', f.figure ->> 'role', coalesce(f.figure ->> 'purpose', '')]
        || ARRAY(SELECT jsonb_array_elements_text(
          CASE WHEN jsonb_typeof(f.figure -> 'per') = 'array' THEN f.figure -> 'per' ELSE '[]' END))
    )
    FROM documents d
    WHERE d.id = f.document AND f.indicator IS NOT NULL`.execute(db);
  await sql`CREATE INDEX figures_of_series ON figures (series, period_end) WHERE series IS NOT NULL`.execute(db);
  await sql`DROP INDEX figures_by_place_and_indicator`.execute(db);
};
