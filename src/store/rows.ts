import { isDeepStrictEqual } from 'node:util';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { ErrorCode, Examined, LedgerDocument, Left, NumberedEvent, StandingFigure } from '../app/index.ts';
import { placeName } from '../app/place.ts';
import type { DocumentView, MemberCounts, Place, ReportRecord } from '../model/index.ts';
import { DocumentMetadata } from '../model/index.ts';
import type { DocumentsTable, FiguresTable, Tables } from './schema.ts';

/** What jsonb does not take: U+0000 and half a surrogate pair, as JSON.stringify writes them. */
const REFUSED = /\\u(?:0000|d[89a-f])/;

const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd');

/** Letter for letter as long as before, so that spans stay true. */
export const json = (value: unknown): string => {
  const text = JSON.stringify(value ?? null);
  if (!REFUSED.test(text)) return text;
  return JSON.stringify(value, (_, item) => (typeof item === 'string' ? storable(item) : item));
};

const placeColumns = (place: Place | null) => ({
  place_code: place?.code ?? null,
  place_name: place && placeName(place),
  place_level: place?.level ?? null,
});

/** A row of `documents` with the name of the archive it came in. */
export type DocumentRow = Selectable<DocumentsTable> & { archive_name: string | null };

const archiveOf = ({ archive, archive_name, archive_path }: DocumentRow): Pick<LedgerDocument, 'archive'> =>
  archive === null ? {} : { archive: { id: archive, filename: archive_name ?? '', path: archive_path ?? '' } };

const reviewOf = ({ status, review }: DocumentRow): Pick<LedgerDocument, 'review'> =>
  status === 'extracted' || status === 'reviewed'
    ? { review: { state: review.state, claimedBy: review.claimed?.who ?? null } }
    : {};

export const documentOf = (row: DocumentRow, members?: MemberCounts): LedgerDocument => ({
  id: row.id,
  filename: row.filename,
  sha256: row.sha256,
  mediaType: row.media_type,
  bytes: row.bytes,
  status: row.status,
  errorCode: row.error_code as ErrorCode | null,
  batch: row.batch,
  submitted: row.submitted.toISOString(),
  processed: row.processed?.toISOString() ?? null,
  extractorVersion: row.extractor_version,
  metadata: row.metadata,
  counts: row.counts && { ...row.counts, doubtful: row.doubtful },
  ...reviewOf(row),
  run: row.run,
  attempts: row.attempts,
  hold: row.hold,
  given: row.given,
  ...(row.progress && { progress: row.progress }),
  ...archiveOf(row),
  ...(members && { members }),
});

const countsOf = (record: ReportRecord, figures: number): DocumentView['counts'] => ({
  pages: record.document.pages,
  sections: record.sections.length,
  figures,
  failedChecks: record.checks.filter(({ status }) => status === 'fail').length,
});

/** What a record says of its document, as columns. zod drops the file's own fields. */
export const recordColumns = (record: ReportRecord, figures: number) => ({
  media_type: record.document.mediaType,
  extractor_version: record.extractor.version,
  metadata: json(DocumentMetadata.parse(record.document)),
  counts: json(countsOf(record, figures)),
  ...placeColumns(record.document.place),
});

/** The columns that a figure is read from; the others are for searching. */
export const EXAMINED = ['figure', 'verdict', 'etag', 'found', 'words', 'extracted', 'messages'] as const;
/** JSON null and none read the same. */
export const differs = sql<boolean>`extracted IS NOT NULL`.as('differs');

/** The columns of a figure as it stands. */
export const standingOf = ({
  figure,
  verdict,
  etag,
  found,
  words,
}: Pick<Selectable<FiguresTable>, 'figure' | 'verdict' | 'etag' | 'found' | 'words'>): StandingFigure => ({
  figure,
  verdict,
  etag,
  found,
  words,
});

type ExaminedRow = Pick<Selectable<FiguresTable>, (typeof EXAMINED)[number]> & { differs: boolean };

export const examinedOf = ({ extracted, messages, differs, ...row }: ExaminedRow): Examined => ({
  ...standingOf(row),
  extracted: differs
    ? extracted && { figure: extracted.figure, words: extracted.words }
    : { figure: row.figure, words: row.words },
  messages: messages ?? [],
});

/** What `extracted` holds: null where the figure stands as extracted. */
const extractedOf = ({ figure, extracted }: Examined) => {
  if (extracted === null || extracted.figure === figure || isDeepStrictEqual(extracted.figure, figure)) return null;
  const { place } = extracted.figure;
  return { ...extracted, place: place && placeName(place) };
};

/** Columns take no day that is none, and figures that an earlier version stored may lack a field. */
const day = (iso: unknown): string | null =>
  typeof iso === 'string' && z.iso.date().safeParse(iso).success ? iso : null;

/** A figure as an object of `json_to_recordset`; of a new one, what is `left` to decide (null: to be counted yet). */
export const figureRow = (one: Examined, left: Left | null) => {
  const { figure, verdict, etag, found, words, extracted, messages } = one;
  const { kind, unit, role, purpose, per } = figure;
  return {
    id: figure.id,
    start: figure.span?.start ?? 0,
    figure,
    verdict,
    etag,
    found,
    indicator: figure.indicator ?? null,
    subjects: figure.subjects ?? [],
    ...placeColumns(figure.place ?? null),
    period_start: day(figure.period?.start),
    period_end: day(figure.period?.end),
    words,
    extracted: extractedOf(one),
    added: extracted === null,
    messages: messages.length > 0 ? messages : null,
    undecided: left === null || left.undecided.has(figure.id),
    doubtful: left?.doubtful.has(figure.id) ?? false,
    rest: [kind, unit, role, purpose ?? '', ...(per ?? [])],
  };
};

/** The names and types of its fields. */
export const FIGURE_ROW = sql`(
  id text, start int, figure jsonb, verdict text, etag text, found boolean, indicator text, subjects text[],
  place_code text, place_name text, place_level text, period_start date, period_end date, words text, extracted jsonb,
  added boolean, messages jsonb, undecided boolean, doubtful boolean, rest text[]
)`;

/** The series of such a row `r`, in a document at `place`: that is what a figure is about that names no place. */
export const seriesIn = (place: RawBuilder<unknown>) => sql<number>`
  series_of(CASE WHEN r.place_name IS NULL THEN ${place} ELSE r.place_code END, r.indicator, r.subjects, r.rest)`;

export const eventOf = ({ document: _, layer, at, ...event }: Selectable<Tables['decisions']>): NumberedEvent => ({
  ...event,
  at: at.toISOString(),
  ...(layer === 'second' && { layer }),
});
