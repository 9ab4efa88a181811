import { type Kysely, sql } from 'kysely';

/**
 * Review: verdicts on figures, the way of a report through people's hands, a second reviewer's layer, the words of pages.
 * What was decided before stays decided: such a report is in review, in nobody's hand. How many figures are doubtful is
 * counted from what the record itself says, until the next extraction or decision counts them in full.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    ALTER TABLE figures
      ADD COLUMN verdict text COLLATE "C" CHECK (verdict IN ('accepted', 'rejected'))`.execute(db);
  await sql`
    ALTER TABLE decisions
      ALTER COLUMN figure DROP NOT NULL,
      ADD COLUMN layer text COLLATE "C" NOT NULL DEFAULT 'first' CHECK (layer IN ('first', 'second'))`.execute(db);
  await sql`CREATE INDEX decisions_by_figure ON decisions (document, figure, sequence)`.execute(db);
  // `since`: the last decision before the extraction, so that what a newer one disagrees with can be told.
  await sql`ALTER TABLE records ADD COLUMN since bigint NOT NULL DEFAULT 0`.execute(db);
  await sql`
    ALTER TABLE documents
      ADD COLUMN review jsonb NOT NULL DEFAULT
        '{"state": "extracted", "claimed": null, "reviewed": null, "approved": null, "second": null, "version": 0}',
      ADD COLUMN doubtful int NOT NULL DEFAULT 0,
      ADD COLUMN undecided int NOT NULL DEFAULT 0`.execute(db);
  await sql`
    UPDATE documents SET review = jsonb_set(review, '{state}', '"in_review"') WHERE status = 'reviewed'`.execute(db);
  await sql`
    UPDATE documents d SET undecided = n.undecided, doubtful = n.doubtful
    FROM (
      SELECT f.document, count(*) AS undecided,
        count(*) FILTER (
          WHERE (f.figure ->> 'confidence')::float < 0.6
          OR EXISTS (
            SELECT FROM jsonb_array_elements(r.record -> 'checks') c
            WHERE c ->> 'status' = 'fail' AND c -> 'figures' ? f.id
          )
        ) AS doubtful
      FROM figures f
      JOIN records r ON r.document = f.document
      WHERE NOT EXISTS (SELECT FROM decisions e WHERE e.document = f.document AND e.figure = f.id)
      GROUP BY f.document
    ) n
    WHERE d.id = n.document`.execute(db);
  await sql`
    CREATE INDEX documents_to_review ON documents ((review ->> 'state'), doubtful DESC, id)
      WHERE status IN ('extracted', 'reviewed')`.execute(db);
  // What other reports say of the same place is looked up for every figure of a desk.
  await sql`CREATE INDEX figures_by_place_code ON figures (place_code)`.execute(db);
  await sql`CREATE INDEX documents_by_place_code ON documents (place_code)`.execute(db);
  await sql`
    CREATE TABLE page_words (
      document text COLLATE "C" NOT NULL REFERENCES documents,
      number int NOT NULL,
      words jsonb NOT NULL,
      PRIMARY KEY (document, number)
    )`.execute(db);
};
