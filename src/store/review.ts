import { isDeepStrictEqual } from 'node:util';
import { type RawBuilder, sql } from 'kysely';
import type {
  Finish,
  Ledger,
  Left,
  Neighbours,
  Outcome,
  Reviewing,
  Ruling,
  StandingFigure,
  StoredReview,
  Word,
} from '../app/index.ts';
import type { Page } from '../model/index.ts';
import type { Database } from './database.ts';
import { type Connection, documentRows, eventsOf, insertEvents, lock, outcomeOf, putFigures } from './queries.ts';
import { documentOf, eventOf, json, recordColumns, standingOf } from './rows.ts';

/** A figure's place is its document's where it has none. */
const placeCode = (figure: string, document: string) =>
  sql.raw(`coalesce(${figure}.place_code, CASE WHEN ${figure}.place_name IS NULL THEN ${document}.place_code END)`);

/** What two figures have in common that speak of the same thing at the same place. */
const sameThing = (figure: string, place: RawBuilder<unknown>) => {
  const fields = ['kind', 'unit', 'role', 'per', 'purpose'].map((name) => sql.raw(`${figure}.figure -> '${name}'`));
  return sql`jsonb_build_array(${sql.raw(`${figure}.indicator, ${figure}.subjects`)}, ${place}, ${sql.join(fields)})`;
};

/**
 * What other reports say of the same indicator, groups, unit and place, over a time as long, one to three years before
 * or after.
 */
const neighboursOf = async (db: Connection, document: string): Promise<Map<string, Neighbours>> => {
  const { rows } = await sql<{ id: string; median: number; count: number; first: number; last: number }>`
    WITH own AS MATERIALIZED (
      SELECT f.id, f.period_start, f.period_end, ${placeCode('f', 'd')} AS at, ${sameThing('f', placeCode('f', 'd'))} AS key
      FROM figures f JOIN documents d ON d.id = f.document
      WHERE f.document = ${document} AND f.indicator IS NOT NULL AND f.period_end IS NOT NULL
        AND ${placeCode('f', 'd')} IS NOT NULL
    ), places AS MATERIALIZED (
      SELECT DISTINCT at FROM own
    ), others AS MATERIALIZED (
      SELECT n.period_start, n.period_end, (n.figure ->> 'value')::float AS value, ${sameThing('n', sql`p.at`)} AS key
      FROM places p
      CROSS JOIN LATERAL (
        SELECT n.* FROM figures n WHERE n.place_code = p.at
        UNION ALL
        SELECT n.* FROM documents d JOIN figures n ON n.document = d.id WHERE d.place_code = p.at AND n.place_name IS NULL
      ) n
      JOIN documents d ON d.id = n.document AND d.status IN ('extracted', 'reviewed')
      WHERE n.document <> ${document} AND n.indicator IS NOT NULL AND n.verdict IS DISTINCT FROM 'rejected'
        AND jsonb_typeof(n.figure -> 'value') = 'number'
    )
    SELECT f.id, count(*) AS count, percentile_cont(0.5) WITHIN GROUP (ORDER BY n.value) AS median,
      min(extract(year FROM n.period_end))::int AS first, max(extract(year FROM n.period_end))::int AS last
    FROM own f
    JOIN others n ON n.key = f.key
    WHERE abs(extract(year FROM n.period_end) - extract(year FROM f.period_end)) BETWEEN 1 AND 3
      AND abs((n.period_end - n.period_start) - (f.period_end - f.period_start)) <= 31
    GROUP BY f.id`.execute(db);
  return new Map(rows.map(({ id, median, count, first, last }) => [id, { median, count, years: [first, last] }]));
};

const reviewingOf = async (db: Connection, document: string, review: StoredReview): Promise<Reviewing | null> => {
  const outcome = await outcomeOf(db, document);
  if (!outcome) return null;
  const [events, neighbours] = [await eventsOf(db, document), await neighboursOf(db, document)];
  return { ...outcome, review, events, neighbours };
};

const withChanged = (figures: readonly StandingFigure[], changed: readonly StandingFigure[]): StandingFigure[] => {
  const byId = new Map([...figures, ...changed].map((standing) => [standing.figure.id, standing]));
  return [...byId.values()].sort(
    (a, b) => a.figure.span.start - b.figure.span.start || (a.figure.id < b.figure.id ? -1 : 1),
  );
};

/** Whether figures were only judged: what they say is as before. */
const saySame = (before: readonly StandingFigure[], changed: readonly StandingFigure[]): boolean => {
  const said = new Map(before.map(({ figure }) => [figure.id, figure]));
  return changed.every(({ figure }) => isDeepStrictEqual(figure, said.get(figure.id)));
};

/** Counts what is left to decide, and the figures that were not rejected. */
const count = async (db: Connection, document: string, { undecided, doubtful }: Left, review: StoredReview) =>
  db
    .updateTable('documents')
    .set({
      undecided,
      doubtful,
      review: json(review),
      counts: sql`jsonb_set(counts, '{figures}', to_jsonb((
        SELECT count(*) FROM figures WHERE document = ${document} AND verdict IS DISTINCT FROM 'rejected'
      )))`,
    })
    .where('id', '=', document)
    .execute();

const storeRecord = async (db: Connection, id: string, { record, figures }: Outcome, since: number) => {
  await db
    .insertInto('records')
    .values({ document: id, record: json(record), since })
    .onConflict((conflict) => conflict.column('document').doUpdateSet({ record: json(record), since }))
    .execute();
  await db.deleteFrom('figures').where('document', '=', id).execute();
  await putFigures(db, id, figures);
  await db
    .updateTable('documents')
    .set({ ...recordColumns(record, figures.length), error_code: null, processed: new Date(), progress: null })
    .where('id', '=', id)
    .execute();
};

const storeWords = async (db: Connection, document: string, words: ReadonlyMap<number, Word[]>) => {
  await db.deleteFrom('page_words').where('document', '=', document).execute();
  for (const [number, some] of words) {
    await db
      .insertInto('page_words')
      .values({ document, number, words: json(some) })
      .execute();
  }
};

/** `reviewed` once a person has decided on a figure. */
const storeStatus = (db: Connection, id: string, from: 'extracted' | null) => {
  const decided = sql`EXISTS (
    SELECT FROM decisions WHERE document = ${id} AND figure IS NOT NULL AND layer = 'first'
  )`;
  const query = db
    .updateTable('documents')
    .set({ status: sql`CASE WHEN ${decided} THEN 'reviewed' ELSE 'extracted' END` })
    .where('id', '=', id);
  return (from === null ? query : query.where('status', '=', from)).execute();
};

type Methods =
  | 'finish'
  | 'record'
  | 'figure'
  | 'review'
  | 'reviewing'
  | 'rule'
  | 'queue'
  | 'page'
  | 'wordsAt'
  | 'history';

/** What people decide on reports, and the extractions under it. */
export const review = (db: Database): Pick<Ledger, Methods> => ({
  finish: (id, { settle, review, left, words }: Finish) =>
    db.transaction().execute(async (tx) => {
      const stored = await lock(tx, id);
      if (!stored) return;
      const [before, events] = [await outcomeOf(tx, id), await eventsOf(tx, id)];
      const now = settle({ record: before?.record ?? null, figures: before?.figures ?? [], decisions: events });
      await storeRecord(tx, id, now, events.at(-1)?.sequence ?? 0);
      await storeWords(tx, id, words);
      const ruling = review(before, now, stored.review);
      await insertEvents(tx, id, ruling.events);
      await storeStatus(tx, id, null);
      const reviewing = (await reviewingOf(tx, id, ruling.review)) as Reviewing;
      await count(tx, id, left(reviewing), ruling.review);
    }),

  /** One snapshot: the record and its figures belong together. */
  record: (id) =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => {
        const outcome = await outcomeOf(tx, id);
        return outcome && { record: outcome.record, figures: outcome.figures };
      }),

  figure: async (document, id): Promise<StandingFigure | null> => {
    const row = await db
      .selectFrom('figures')
      .selectAll()
      .where('document', '=', document)
      .where('id', '=', id)
      .executeTakeFirst();
    return row ? standingOf(row) : null;
  },

  review: async (document) => {
    const row = await db
      .selectFrom('documents')
      .innerJoin('records', 'records.document', 'documents.id')
      .select('documents.review')
      .where('documents.id', '=', document)
      .executeTakeFirst();
    return row?.review ?? null;
  },

  reviewing: (document) =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => {
        const row = await tx.selectFrom('documents').select('review').where('id', '=', document).executeTakeFirst();
        return row ? reviewingOf(tx, document, row.review) : null;
      }),

  rule: <R extends Ruling>(document: string, rule: (reviewing: Reviewing) => R | null, left: Finish['left']) =>
    db.transaction().execute(async (tx) => {
      const row = await lock(tx, document);
      const before = row ? await reviewingOf(tx, document, row.review) : null;
      if (!before) return null;
      const ruling = rule(before);
      if (!ruling || ruling.events.length === 0) return { reviewing: before, ruling };
      await putFigures(tx, document, ruling.figures);
      const events = [...before.events, ...(await insertEvents(tx, document, ruling.events))];
      await storeStatus(tx, document, 'extracted');
      const figures = withChanged(before.figures, ruling.figures);
      const neighbours = saySame(before.figures, ruling.figures) ? before.neighbours : await neighboursOf(tx, document);
      const reviewing = { ...before, review: ruling.review, figures, events, neighbours };
      await count(tx, document, left(reviewing), ruling.review);
      return { reviewing, ruling };
    }),

  queue: async ({ states, mine, after, limit }) => {
    let query = documentRows(db)
      .where('status', 'in', ['extracted', 'reviewed'])
      .where(sql<string>`review ->> 'state'`, 'in', [...states])
      .where((eb) => eb.not(eb.exists(eb.selectFrom('members').whereRef('members.archive', '=', 'documents.id'))))
      .orderBy('doubtful', 'desc')
      .orderBy('id')
      .limit(limit);
    if (mine !== null) {
      query = query.where(
        sql<boolean>`(review #>> '{claimed,who}' = ${mine}
          OR (review #>> '{second,who}' = ${mine} AND review #>> '{second,state}' = 'open'))`,
      );
    }
    if (after) {
      query = query.where(
        sql<boolean>`(doubtful < ${after.doubtful} OR (doubtful = ${after.doubtful} AND id > ${after.id}))`,
      );
    }
    return (await query.execute()).map((row) => documentOf(row));
  },

  page: async (document, number) => {
    const { rows } = await sql<{ page: Page; words: Word[] | null }>`
      SELECT p.page, w.words
      FROM records r
      CROSS JOIN LATERAL jsonb_array_elements(r.record -> 'pages') AS p (page)
      LEFT JOIN page_words w ON w.document = r.document AND w.number = ${number}
      WHERE r.document = ${document} AND p.page -> 'number' = to_jsonb(${number}::int)`.execute(db);
    const found = rows[0];
    if (!found) return null;
    const { width, height } = found.page;
    return { number, width, height, words: found.words ?? [] };
  },

  wordsAt: async (document, spans) => {
    const { rows } = await sql<{ number: number; words: Word[] }>`
      SELECT w.number, w.words
      FROM records r
      CROSS JOIN LATERAL jsonb_array_elements(r.record -> 'pages') AS p (page)
      JOIN page_words w ON w.document = r.document AND w.number = (p.page ->> 'number')::int
      WHERE r.document = ${document} AND (${sql.join(
        spans.map(({ start, end }) => sql`((p.page ->> 'start')::int < ${end} AND (p.page ->> 'end')::int > ${start})`),
        sql` OR `,
      )})`.execute(db);
    return new Map(rows.map(({ number, words }) => [number, words]));
  },

  history: async (document, { figure, layers, after = 0, limit }) => {
    let query = db
      .selectFrom('decisions')
      .selectAll()
      .where('document', '=', document)
      .where('sequence', '>', after)
      .where((eb) => eb.or([eb('figure', 'is', null), eb('layer', 'in', [...layers])]))
      .orderBy('sequence')
      .limit(limit);
    if (figure !== null) query = query.where('figure', '=', figure);
    return (await query.execute()).map(eventOf);
  },
});
