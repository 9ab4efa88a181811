import { isDeepStrictEqual } from 'node:util';
import { type RawBuilder, sql } from 'kysely';
import type {
  Asked,
  Examined,
  Finish,
  Ledger,
  Left,
  Neighbours,
  NumberedEvent,
  Outcome,
  QueueQuery,
  Reviewing,
  Ruling,
  StoredReview,
} from '../app/index.ts';
import type { Check, Page, ReportRecord, ReviewState } from '../model/index.ts';
import type { Database } from './database.ts';
import { unpackWords } from './packed-words.ts';
import {
  type Connection,
  chunks,
  documentRows,
  eventsOf,
  figureRows,
  insertEvents,
  lock,
  outcomeOf,
  putFigures,
  reportOf,
} from './queries.ts';
import {
  type DocumentRow,
  differs,
  documentOf,
  EXAMINED,
  eventOf,
  examinedOf,
  FIGURE_ROW,
  figureRow,
  json,
  recordColumns,
  seriesIn,
} from './rows.ts';

const all = <T>(ids: ReadonlySet<T> | null, column: string) =>
  ids === null ? sql`true` : sql`${sql.raw(column)} = ANY (${[...ids]})`;

/** Of one figure, in each direction of time: more say nothing new, and an archive has any number. */
const MOST_NEIGHBOURS = 100;

/**
 * What other reports say of the same indicator, groups, unit and place, over a time as long, one to three years before
 * or after: of the figures `ids`, null for all. The nearest in time, where there are many.
 */
const neighboursOf = (db: Connection, document: string, ids: ReadonlySet<string> | null) =>
  neighboursAmong(
    db,
    document,
    sql`SELECT id, series, period_start, period_end FROM figures WHERE document = ${document} AND ${all(ids, 'id')}`,
  );

/** The same of figures that are about to be entered, in a document at `place`. */
const neighboursOfNew = (db: Connection, document: string, figures: readonly Examined[], place: string | null) => {
  // Of the whole row only what the series is made of.
  const rows = figures.map((one) => {
    const { id, indicator, subjects, place_code, place_name, period_start, period_end, rest } = figureRow(one, null);
    return { id, indicator, subjects, place_code, place_name, period_start, period_end, rest };
  });
  const asked = rows.filter(({ indicator, period_end }) => indicator !== null && period_end !== null);
  if (asked.length === 0) return new Map<string, Neighbours>();
  return neighboursAmong(
    db,
    document,
    sql`SELECT r.id, ${seriesIn(sql`${place}::text`)} AS series, r.period_start, r.period_end
      FROM json_to_recordset(${json(asked)}) AS r ${FIGURE_ROW}`,
  );
};

/** Of `figures`: a query of their ids, series and periods. */
const neighboursAmong = async (
  db: Connection,
  document: string,
  figures: RawBuilder<unknown>,
): Promise<Map<string, Neighbours>> => {
  const year = sql`extract(year FROM f.period_end)::int`;
  const near = (from: RawBuilder<unknown>, to: RawBuilder<unknown>, order: 'ASC' | 'DESC') => sql`
    (SELECT n.period_end, (n.figure ->> 'value')::float AS value
    FROM figures n JOIN documents d ON d.id = n.document AND d.status IN ('extracted', 'reviewed')
    WHERE n.series = f.series AND n.period_end >= make_date(${from}, 1, 1) AND n.period_end < make_date(${to}, 1, 1)
      AND abs((n.period_end - n.period_start) - (f.period_end - f.period_start)) <= 31
      AND n.document <> ${document} AND n.verdict IS DISTINCT FROM 'rejected'
      AND jsonb_typeof(n.figure -> 'value') = 'number'
    ORDER BY n.period_end ${sql.raw(order)} LIMIT ${sql.lit(MOST_NEIGHBOURS)})`;
  const { rows } = await sql<{ id: string; median: number; count: number; first: number; last: number }>`
    SELECT f.id, n.*
    FROM (${figures}) f
    CROSS JOIN LATERAL (
      SELECT count(*) AS count, percentile_cont(0.5) WITHIN GROUP (ORDER BY n.value) AS median,
        min(extract(year FROM n.period_end))::int AS first, max(extract(year FROM n.period_end))::int AS last
      FROM (
        ${near(sql`${year} - 3`, year, 'DESC')} UNION ALL ${near(sql`${year} + 1`, sql`${year} + 4`, 'ASC')}
      ) n
    ) n
    WHERE f.series IS NOT NULL AND f.period_end IS NOT NULL AND n.count > 0`.execute(db);
  return new Map(rows.map(({ id, median, count, first, last }) => [id, { median, count, years: [first, last] }]));
};

const checksAbout = async (db: Connection, document: string, ids: ReadonlySet<string> | null): Promise<Check[]> => {
  if (ids?.size === 0) return [];
  let query = db.selectFrom('checks').select('content').where('document', '=', document).orderBy('position');
  if (ids) query = query.where(sql<boolean>`figures && ${[...ids]}::text[]`);
  return (await query.execute()).map(({ content }) => content);
};

/** Figures with the wholes that they are parts of, up to the last. */
const withWholes = async (db: Connection, document: string, ids: Iterable<string>): Promise<Set<string>> => {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE up AS (
      SELECT id, figure ->> 'partOf' AS whole, extracted #>> '{figure,partOf}' AS before
      FROM figures WHERE document = ${document} AND id = ANY (${[...ids]})
      UNION
      SELECT f.id, f.figure ->> 'partOf', f.extracted #>> '{figure,partOf}'
      FROM up JOIN figures f ON f.document = ${document} AND f.id IN (up.whole, up.before)
    )
    SELECT DISTINCT id FROM up`.execute(db);
  return new Set(rows.map(({ id }) => id));
};

type About = { whole: Set<string> | null; checks: Check[]; figures: Examined[] };

const membersOf = (checks: readonly Check[]): string[] => checks.flatMap(({ figures }) => figures);

/** The figures asked for, those whose sums they are in where they will change, and all that bears on any of them. */
const aboutOf = async (db: Connection, document: string, asked: Asked, words: boolean): Promise<About> => {
  if (asked.figures === 'all') {
    const figures = (await figureRows(db, document, { words }).execute()).map(examinedOf);
    return { whole: null, checks: await checksAbout(db, document, null), figures };
  }
  if (asked.figures.length === 0) return { whole: new Set(), checks: [], figures: [] };
  const rejected = await db
    .selectFrom('figures')
    .select('id')
    .where('document', '=', document)
    .where(sql<boolean>`id = ANY (${asked.figures})`)
    .where('verdict', '=', 'rejected')
    .limit(1)
    .execute();
  const touched = new Set(asked.figures);
  const whole = new Set(touched);
  if (asked.effects || rejected.length > 0) {
    const above = await withWholes(db, document, [...touched, ...asked.wholes]);
    for (const id of membersOf(await checksAbout(db, document, new Set([...touched, ...above])))) whole.add(id);
  }
  const checks = await checksAbout(db, document, whole);
  const here = await withWholes(db, document, [...whole, ...asked.wholes, ...membersOf(checks)]);
  const rows = await figureRows(db, document)
    .where(sql<boolean>`(id = ANY (${[...here]}) OR figure ->> 'partOf' = ANY (${[...here]}))`)
    .execute();
  return { whole, checks, figures: rows.map(examinedOf) };
};

/** The text where it is asked for, or some figure no longer stands as it is printed. */
const textOf = async (db: Connection, document: string, asked: Asked, figures: readonly Examined[]) => {
  const isAsked = asked.figures === 'all' ? asked.text === true : asked.effects;
  if (!isAsked && figures.every(({ figure, extracted }) => extracted?.figure === figure)) return '';
  const row = await db
    .selectFrom('records')
    .select(sql<string | null>`record ->> 'text'`.as('text'))
    .where('document', '=', document)
    .executeTakeFirst();
  return row?.text ?? '';
};

const reviewingOf = async (
  db: Connection,
  document: string,
  review: StoredReview,
  asked: Asked,
  { words }: { words: boolean },
): Promise<Reviewing | null> => {
  const known = await db
    .selectFrom('records')
    .select(['since', 'schema_version', 'recognised'])
    .where('document', '=', document)
    .executeTakeFirst();
  if (!known) return null;
  const about = await aboutOf(db, document, asked, words);
  const record = asked.figures === 'all' && asked.record ? await reportOf(db, document) : null;
  const events = await eventsOf(db, document, about.whole);
  const deciders = await db
    .selectFrom('decisions')
    .select('who')
    .distinct()
    .where('document', '=', document)
    .where('figure', 'is not', null)
    .where('layer', '=', 'first')
    .execute();
  return {
    ...about,
    review,
    schemaVersion: known.schema_version ?? '',
    recognised: known.recognised,
    since: known.since,
    deciders: new Set(deciders.map(({ who }) => who)),
    events,
    neighbours: about.whole?.size === 0 ? new Map() : await neighboursOf(db, document, about.whole),
    record,
    text: record?.text ?? (await textOf(db, document, asked, about.figures)),
  };
};

const withChanged = (figures: readonly Examined[], changed: readonly Examined[]): Examined[] => {
  const byId = new Map([...figures, ...changed].map((standing) => [standing.figure.id, standing]));
  return [...byId.values()].sort(
    (a, b) => a.figure.span.start - b.figure.span.start || (a.figure.id < b.figure.id ? -1 : 1),
  );
};

/** Whether figures were only judged: what they say is as before. */
const saySame = (before: readonly Examined[], changed: readonly Examined[]): boolean => {
  const said = new Map(before.map(({ figure }) => [figure.id, figure]));
  return changed.every(({ figure }) => isDeepStrictEqual(figure, said.get(figure.id)));
};

/** Notes what is left to decide of the figures at hand, and counts it in all of them. */
const count = async (db: Connection, document: string, { undecided, doubtful }: Left, reviewing: Reviewing) => {
  const { whole, review } = reviewing;
  await sql`
    UPDATE figures f SET undecided = n.undecided, doubtful = n.doubtful
    FROM (
      SELECT id, id = ANY (${[...undecided]}) AS undecided, id = ANY (${[...doubtful]}) AS doubtful
      FROM figures WHERE document = ${document} AND ${all(whole, 'id')}
    ) n
    WHERE f.document = ${document} AND f.id = n.id
      AND (f.undecided, f.doubtful) IS DISTINCT FROM (n.undecided, n.doubtful)`.execute(db);
  await sql`
    UPDATE documents SET review = ${json(review)}, undecided = n.undecided, doubtful = n.doubtful,
      counts = jsonb_set(counts, '{figures}', to_jsonb(n.figures))
    FROM (
      SELECT count(*) FILTER (WHERE undecided) AS undecided, count(*) FILTER (WHERE doubtful) AS doubtful,
        count(*) FILTER (WHERE verdict IS DISTINCT FROM 'rejected') AS figures
      FROM figures WHERE document = ${document}
    ) n
    WHERE id = ${document}`.execute(db);
};

/** Its figures stand in rows of their own. */
const storeRecord = async (db: Connection, id: string, record: ReportRecord, since: number) => {
  const columns = {
    record: json({ ...record, figures: [] }),
    since,
    schema_version: record.schemaVersion,
    recognised: record.document.ocr !== null,
  };
  await db
    .insertInto('records')
    .values({ document: id, ...columns })
    .onConflict((conflict) => conflict.column('document').doUpdateSet(columns))
    .execute();
};

/** Deletes what an earlier extraction left. */
const clear = (db: Connection, document: string) =>
  sql`
    WITH f AS (DELETE FROM figures WHERE document = ${document}), c AS (DELETE FROM checks WHERE document = ${document})
    DELETE FROM page_words WHERE document = ${document}`.execute(db);

const isDecision = ({ figure, layer }: NumberedEvent): boolean => figure !== null && layer === undefined;

/** A report as it stands after an extraction, all of it at hand. */
const newlyExtracted = (
  { record, figures }: Outcome<Examined>,
  review: StoredReview,
  events: NumberedEvent[],
  neighbours: ReadonlyMap<string, Neighbours>,
  since: number,
): Reviewing => ({
  review,
  schemaVersion: record.schemaVersion,
  recognised: record.document.ocr !== null,
  figures,
  whole: null,
  checks: record.checks,
  deciders: new Set(events.filter(isDecision).map(({ who }) => who)),
  events,
  since,
  neighbours,
  text: record.text,
  record: null,
});

/** The document's row, written once: every index of it has to be told. */
const storeDocument = (db: Connection, id: string, now: Outcome<Examined>, reviewing: Reviewing, left: Left) => {
  const standing = now.figures.filter(({ verdict }) => verdict !== 'rejected');
  return db
    .updateTable('documents')
    .set({
      ...recordColumns(now.record, standing.length),
      status: reviewing.events.some(isDecision) ? 'reviewed' : 'extracted',
      review: json(reviewing.review),
      undecided: left.undecided.size,
      doubtful: left.doubtful.size,
      error_code: null,
      processed: new Date(),
      progress: null,
    })
    .where('id', '=', id)
    .execute();
};

const putChecks = async (db: Connection, document: string, checks: readonly Check[]) => {
  for (const some of chunks([...checks.entries()])) {
    await db
      .insertInto('checks')
      .values(
        some.map(([position, content]) => ({ document, position, figures: content.figures, content: json(content) })),
      )
      .execute();
  }
};

/** Pages whose words go into one statement: a megabyte. */
const PAGES = 50;

const storeWords = async (db: Connection, document: string, words: Finish['words']) => {
  const rows = words.map(([number, packed]) => ({ document, number, words: packed }));
  for (let at = 0; at < rows.length; at += PAGES) {
    await db
      .insertInto('page_words')
      .values(rows.slice(at, at + PAGES))
      .execute();
  }
};

/** `reviewed` once a person has decided on a figure. */
const storeStatus = (db: Connection, id: string) => {
  const decided = sql`EXISTS (
    SELECT FROM decisions WHERE document = ${id} AND figure IS NOT NULL AND layer = 'first'
  )`;
  return db
    .updateTable('documents')
    .set({ status: sql`CASE WHEN ${decided} THEN 'reviewed' ELSE 'extracted' END` })
    .where('id', '=', id)
    .where('status', '=', 'extracted')
    .execute();
};

type Methods =
  | 'finish'
  | 'record'
  | 'report'
  | 'figure'
  | 'review'
  | 'reviewing'
  | 'rule'
  | 'queue'
  | 'blind'
  | 'foundBlindly'
  | 'page'
  | 'wordsAt'
  | 'history';

/** A report that this person reviews a second time and may not yet see the first review of. */
const isBlindTo = (who: string) => sql<boolean>`(review #>> '{second,who}' = ${who} AND (
  review -> 'compared' = 'true'
  OR (review #>> '{second,state}' = 'finished' AND review ->> 'state' IN ('reviewed', 'approved'))
) IS NOT TRUE)`;

type Paged = Omit<QueueQuery, 'states'>;

const reportsOf = (db: Connection, { who, mine, limit }: Paged) => {
  const query = documentRows(db)
    .where('status', 'in', ['extracted', 'reviewed'])
    .where((eb) => eb.not(eb.exists(eb.selectFrom('members').whereRef('members.archive', '=', 'documents.id'))))
    .limit(limit);
  if (!mine) return query;
  return query.where(
    sql<boolean>`(review #>> '{claimed,who}' = ${who}
      OR (review #>> '{second,who}' = ${who} AND review #>> '{second,state}' = 'open'))`,
  );
};

/** A page of the reports in one state, which an index has in this order. */
const queueOf = (db: Connection, state: ReviewState, paged: Paged) => {
  const { who, after } = paged;
  const query = reportsOf(db, paged)
    .select('doubtful as rank')
    .where(sql<string>`review ->> 'state'`, '=', state)
    .where(sql<boolean>`${isBlindTo(who)} IS NOT TRUE`)
    .orderBy('doubtful', 'desc')
    .orderBy('id');
  if (!after) return query;
  return query.where(
    sql<boolean>`doubtful <= ${after.doubtful} AND (doubtful < ${after.doubtful} OR id > ${after.id})`,
  );
};

/** Those that the person reviews a second time: behind all others, since how doubtful they are is the first one's work. */
const blindQueueOf = (db: Connection, states: readonly ReviewState[], paged: Paged) => {
  const { who, after } = paged;
  const query = reportsOf(db, paged)
    .select(sql<number>`0`.as('rank'))
    .where(sql<string>`review ->> 'state'`, 'in', states)
    .where(isBlindTo(who))
    .orderBy('id');
  return after ? query.where(sql<boolean>`(${after.doubtful} > 0 OR id > ${after.id})`) : query;
};

/** What people decide on reports, and the extractions under it. */
export const review = (db: Database): Pick<Ledger, Methods> => ({
  finish: (id, { settle, review, left, words }: Finish) =>
    db.transaction().execute(async (tx) => {
      const stored = await lock(tx, id);
      if (!stored) return;
      const [before, events] = [await outcomeOf(tx, id), await eventsOf(tx, id, null)];
      const now = settle({ record: before?.record ?? null, figures: before?.figures ?? [], decisions: events });
      const { record, figures } = now;
      const since = events.at(-1)?.sequence ?? 0;
      const ruling = review(before, now, stored.review);
      const known = [...events, ...(await insertEvents(tx, id, ruling.events))];
      const neighbours = await neighboursOfNew(tx, id, figures, record.document.place?.code ?? null);
      const reviewing = newlyExtracted(now, ruling.review, known, neighbours, since);
      const remains = left(reviewing);
      await storeDocument(tx, id, now, reviewing, remains);
      await storeRecord(tx, id, record, since);
      await clear(tx, id);
      // Behind the document's row, by whose place they are entered.
      await putFigures(tx, id, figures, remains);
      await putChecks(tx, id, record.checks);
      await storeWords(tx, id, words);
    }),

  /** One snapshot: the record and its figures belong together. */
  record: (id) =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((tx) => outcomeOf(tx, id)),

  report: (id) => reportOf(db, id),

  figure: async (document, id): Promise<Examined | null> => {
    const row = await db
      .selectFrom('figures')
      .select([...EXAMINED, differs])
      .where('document', '=', document)
      .where('id', '=', id)
      .executeTakeFirst();
    return row ? examinedOf(row) : null;
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

  reviewing: (document, asked) =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => {
        const row = await tx.selectFrom('documents').select('review').where('id', '=', document).executeTakeFirst();
        return row ? reviewingOf(tx, document, row.review, asked, { words: false }) : null;
      }),

  rule: <R extends Ruling>(
    document: string,
    asked: Asked,
    rule: (reviewing: Reviewing) => R | null,
    left: Finish['left'],
  ) =>
    db.transaction().execute(async (tx) => {
      const row = await lock(tx, document);
      const before = row ? await reviewingOf(tx, document, row.review, asked, { words: true }) : null;
      if (!before) return null;
      const ruling = rule(before);
      if (!ruling || ruling.events.length === 0) return { reviewing: before, ruling };
      await putFigures(tx, document, ruling.figures);
      const events = [...before.events, ...(await insertEvents(tx, document, ruling.events))];
      await storeStatus(tx, document);
      const figures = withChanged(before.figures, ruling.figures);
      const same = saySame(before.figures, ruling.figures);
      const neighbours = same ? before.neighbours : await neighboursOf(tx, document, before.whole);
      const reviewing = { ...before, review: ruling.review, figures, events, neighbours };
      await count(tx, document, left(reviewing), reviewing);
      return { reviewing, ruling };
    }),

  blind: async (who) => {
    const { rows } = await sql<{ id: string }>`SELECT id FROM documents WHERE ${isBlindTo(who)}`.execute(db);
    return rows.map(({ id }) => id);
  },

  foundBlindly: async (who, ids) => {
    const { rows } = await sql<{ id: string; figures: number }>`
      SELECT id, (
        SELECT count(*) FROM figures f
        WHERE f.document = documents.id AND (f.extracted IS NULL OR f.extracted <> 'null'::jsonb)
      ) AS figures
      FROM documents WHERE id = ANY (${[...ids]}) AND ${isBlindTo(who)}`.execute(db);
    return new Map(rows.map(({ id, figures }) => [id, figures]));
  },

  queue: async ({ states, ...paged }) => {
    if (states.length === 0) return [];
    const pages = [...states.map((state) => queueOf(db, state, paged)), blindQueueOf(db, states, paged)];
    const { rows } = await sql<DocumentRow & { rank: number }>`
      SELECT * FROM (${sql.join(
        pages.map((page) => sql`(${page})`),
        sql` UNION ALL `,
      )}) AS documents
      ORDER BY rank DESC, id LIMIT ${paged.limit}`.execute(db);
    return rows.map(({ rank, ...row }) => documentOf({ ...row, doubtful: rank }));
  },

  page: async (document, number) => {
    const { rows } = await sql<{ page: Page; words: Buffer | null }>`
      SELECT p.page, w.words
      FROM records r
      CROSS JOIN LATERAL jsonb_array_elements(r.record -> 'pages') AS p (page)
      LEFT JOIN page_words w ON w.document = r.document AND w.number = ${number}
      WHERE r.document = ${document} AND p.page -> 'number' = to_jsonb(${number}::int)`.execute(db);
    const found = rows[0];
    if (!found) return null;
    const { width, height } = found.page;
    return { number, width, height, words: found.words ? unpackWords(found.words) : [] };
  },

  wordsAt: async (document, spans) => {
    const { rows } = await sql<{ number: number; words: Buffer }>`
      SELECT w.number, w.words
      FROM records r
      CROSS JOIN LATERAL jsonb_array_elements(r.record -> 'pages') AS p (page)
      JOIN page_words w ON w.document = r.document AND w.number = (p.page ->> 'number')::int
      WHERE r.document = ${document} AND (${sql.join(
        spans.map(({ start, end }) => sql`((p.page ->> 'start')::int < ${end} AND (p.page ->> 'end')::int > ${start})`),
        sql` OR `,
      )})`.execute(db);
    return new Map(rows.map(({ number, words }) => [number, unpackWords(words)]));
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
