import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { FigurePosition, FigureQuery, FoundFigure, PlaceQuery } from '../app/index.ts';
import type { Database } from './database.ts';
import { standingOf } from './rows.ts';
import type { Tables } from './schema.ts';

type Columns = ExpressionBuilder<Tables & { f: Tables['figures']; d: Tables['documents'] }, 'f' | 'd'>;

/** Words hold letters and digits only, so they need no quoting in a tsquery. */
const tsquery = (phrases: string[][]): string =>
  phrases
    .map((phrase) => `(${phrase.join(' <-> ')})`)
    .join(' & ')
    .replace(/\)$/u, ':*)');

const at = (eb: Columns, table: 'f' | 'd', place: PlaceQuery) => {
  if ('code' in place) return eb(`${table}.place_code`, '=', place.code);
  const named = eb(`${table}.place_name`, '=', place.name);
  return place.levels.length === 0 ? named : eb.and([named, eb(`${table}.place_level`, 'in', place.levels)]);
};

const matches = (eb: Columns, query: FigureQuery) =>
  eb.and([
    sql<boolean>`f.verdict IS DISTINCT FROM 'rejected'`,
    ...(query.document === null ? [] : [eb('f.document', '=', query.document)]),
    ...(query.indicator === null ? [] : [eb('f.indicator', '=', query.indicator)]),
    ...(query.subject === null ? [] : [sql<boolean>`f.subjects @> ARRAY[${query.subject}]::text[]`]),
    ...(query.from === null ? [] : [eb('f.period_end', '>=', query.from)]),
    ...(query.to === null ? [] : [eb('f.period_start', '<=', query.to)]),
    ...(query.phrases.length === 0 ? [] : [sql<boolean>`f.search @@ to_tsquery('simple', ${tsquery(query.phrases)})`]),
  ]);

/** The whole it names was rejected. Asked for one figure at a time: as EXISTS it is made into a look at all of them. */
const partOfNothing = (blind: readonly string[]) =>
  sql<boolean>`(f.document <> ALL (${blind}::text[]) AND coalesce((
    SELECT w.verdict = 'rejected' FROM figures w WHERE w.document = f.document AND w.id = f.figure ->> 'partOf'
  ), false))`.as('part_of_nothing');

/** The figures as they stand; those of the documents `blind` as they were extracted. */
const figuresSeen = (blind: readonly string[]) =>
  (blind.length === 0
    ? sql<Selectable<Tables['figures']>>`figures`
    : sql<Selectable<Tables['figures']>>`(
      SELECT document, id, start, figure, etag, found, indicator, subjects, place_code, place_name, place_level,
        period_start, period_end, words, verdict, search
      FROM figures WHERE document <> ALL (${blind}::text[])
      UNION ALL
      SELECT document, id, start, figure, etag, found, indicator, subjects, place_code, place_name, place_level,
        period_start, period_end, words, NULL, search
      FROM figures WHERE document = ANY (${blind}::text[]) AND extracted IS NULL
      UNION ALL
      SELECT document, id, (extracted #>> '{figure,span,start}')::int, extracted -> 'figure', etag, true,
        extracted #>> '{figure,indicator}', ARRAY(SELECT jsonb_array_elements_text(extracted #> '{figure,subjects}')),
        extracted #>> '{figure,place,code}', extracted ->> 'place', extracted #>> '{figure,place,level}',
        (extracted #>> '{figure,period,start}')::date, (extracted #>> '{figure,period,end}')::date,
        extracted ->> 'words', NULL, to_tsvector('simple', extracted ->> 'words')
      FROM figures WHERE document = ANY (${blind}::text[]) AND jsonb_typeof(extracted) = 'object'
    )`
  ).as<'f'>(sql.ref('f'));

type Page = { after?: FigurePosition; limit: number };
type Which = (eb: Columns) => ReturnType<Columns['and']> | ReturnType<typeof at>;

/** The first bounds are ones that the indexes of both tables can begin at. */
const behind = ({ document, start, figure }: FigurePosition) =>
  sql<boolean>`f.document <= ${document} AND d.id <= ${document}
    AND (f.document < ${document} OR (f.start, f.id) > (${start}::int, ${figure}))`;

/** A page of the figures that match and of which `which` is true. */
const pageOf = (db: Database, query: FigureQuery, { after, limit }: Page, which: Which | null) => {
  let select = db
    .selectFrom(figuresSeen(query.blind))
    .innerJoin('documents as d', 'd.id', 'f.document')
    .selectAll('f')
    .select(['d.filename', 'd.metadata'])
    .select(partOfNothing(query.blind))
    .where((eb) => matches(eb as unknown as Columns, query))
    .orderBy('f.document', 'desc')
    .orderBy('f.start')
    .orderBy('f.id')
    .limit(limit);
  if (which) select = select.where((eb) => which(eb as unknown as Columns));
  return after ? select.where(behind(after)) : select;
};

type Row = Awaited<ReturnType<ReturnType<typeof pageOf>['execute']>>[number];

/**
 * At a place are the figures that name it, and those that name none in the documents of the place: two pages, of which the
 * first rows are the page, so that each is found by its own index.
 */
const pageAt = async (db: Database, query: FigureQuery, page: Page, place: PlaceQuery): Promise<Row[]> => {
  const own = pageOf(db, query, page, (eb) => at(eb, 'f', place));
  const documents = pageOf(db, query, page, (eb) => eb.and([eb('f.place_name', 'is', null), at(eb, 'd', place)]));
  const { rows } = await sql<Row>`
    SELECT * FROM (${own} UNION ALL ${documents}) AS f
    ORDER BY document DESC, start, id LIMIT ${page.limit}`.execute(db);
  return rows;
};

/** Figures as they stand, newest document first, then in the order of its text. */
export const searchFigures = async (db: Database, query: FigureQuery, page: Page): Promise<FoundFigure[]> => {
  const rows =
    query.place === null ? await pageOf(db, query, page, null).execute() : await pageAt(db, query, page, query.place);
  return rows.map((row) => ({
    ...standingOf(row.part_of_nothing ? { ...row, figure: { ...row.figure, partOf: null } } : row),
    document: { id: row.document, filename: row.filename, metadata: row.metadata },
  }));
};
