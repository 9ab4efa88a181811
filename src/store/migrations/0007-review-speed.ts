import { type Kysely, sql } from 'kysely';

/**
 * What a decision on a few figures looks at stands beside those figures, so that nothing else of the report is read: how they
 * were extracted where they stand otherwise, what the record says of their text, whether something is left to decide, and
 * the checks that they are in.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  // `extracted`: null where the figure stands as extracted, JSON null where it was not, else {figure, words, place}.
  await sql`
    ALTER TABLE figures
      ADD COLUMN extracted jsonb,
      ADD COLUMN messages jsonb,
      ADD COLUMN undecided boolean NOT NULL DEFAULT true,
      ADD COLUMN doubtful boolean NOT NULL DEFAULT false`.execute(db);
  await sql`
    ALTER TABLE records
      ADD COLUMN schema_version text,
      ADD COLUMN recognised boolean NOT NULL DEFAULT false`.execute(db);
  await sql`
    CREATE TABLE checks (
      document text COLLATE "C" NOT NULL REFERENCES documents,
      position int NOT NULL,
      figures text[] NOT NULL,
      content jsonb NOT NULL,
      PRIMARY KEY (document, position)
    )`.execute(db);
  await sql`
    UPDATE records SET schema_version = record ->> 'schemaVersion',
      recognised = coalesce(jsonb_typeof(record #> '{document,ocr}') = 'object', false)`.execute(db);
  await sql`
    INSERT INTO checks (document, position, figures, content)
    SELECT r.document, c.position - 1,
      ARRAY(SELECT jsonb_array_elements_text(c.content -> 'figures')), c.content
    FROM records r
    CROSS JOIN LATERAL jsonb_array_elements(
      CASE WHEN jsonb_typeof(r.record -> 'checks') = 'array' THEN r.record -> 'checks' ELSE '[]' END
    ) WITH ORDINALITY c (content, position)
    WHERE jsonb_typeof(c.content -> 'figures') = 'array'`.execute(db);
  await sql`
    UPDATE figures f SET messages = found.messages
    FROM (
      SELECT f.document, f.id, jsonb_agg(m.message ORDER BY m.position) AS messages
      FROM records r
      CROSS JOIN LATERAL jsonb_array_elements(
        CASE WHEN jsonb_typeof(r.record -> 'messages') = 'array' THEN r.record -> 'messages' ELSE '[]' END
      ) WITH ORDINALITY m (message, position)
      JOIN figures f ON f.document = r.document
        AND f.start < (m.message #>> '{span,end}')::int
        AND (f.figure #>> '{span,end}')::int > (m.message #>> '{span,start}')::int
      GROUP BY f.document, f.id
    ) found
    WHERE f.document = found.document AND f.id = found.id`.execute(db);
  await sql`
    UPDATE figures f SET extracted = coalesce(e.extracted, 'null')
    FROM (
      SELECT f.document, f.id,
        CASE WHEN x.figure IS NOT NULL
          THEN jsonb_build_object('figure', x.figure, 'words', f.words, 'place', f.place_name) END AS extracted,
        x.figure IS NOT DISTINCT FROM f.figure AS same
      FROM figures f
      JOIN records r ON r.document = f.document
      LEFT JOIN LATERAL (
        SELECT figure FROM jsonb_array_elements(
          CASE WHEN jsonb_typeof(r.record -> 'figures') = 'array' THEN r.record -> 'figures' ELSE '[]' END
        ) figure
        WHERE figure ->> 'id' = f.id
        LIMIT 1
      ) x ON true
      WHERE EXISTS (SELECT FROM decisions d WHERE d.document = f.document AND d.figure = f.id)
    ) e
    WHERE f.document = e.document AND f.id = e.id AND NOT e.same`.execute(db);
  await sql`
    UPDATE figures f SET undecided = false
    WHERE EXISTS (
      SELECT FROM decisions d WHERE d.document = f.document AND d.figure = f.id AND d.layer = 'first'
    )`.execute(db);
  await sql`
    UPDATE figures f SET doubtful = true
    WHERE undecided AND (
      (figure ->> 'confidence')::float < 0.6
      OR EXISTS (
        SELECT FROM checks c
        WHERE c.document = f.document AND c.content ->> 'status' = 'fail' AND f.id = ANY (c.figures)
      )
    )`.execute(db);
  // Neighbouring years are asked for a few figures at a time.
  await sql`CREATE INDEX figures_by_place_and_indicator ON figures (place_code, indicator)`.execute(db);
  await sql`DROP INDEX figures_by_place_code`.execute(db);
  // Whoever searches is asked whether they review some report blindly.
  await sql`
    CREATE INDEX documents_by_second ON documents ((review #>> '{second,who}'))
      WHERE review #>> '{second,who}' IS NOT NULL`.execute(db);
};
