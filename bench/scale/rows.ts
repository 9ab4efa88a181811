/** Rows of a ledger as years of back-filling leave it, made by the database itself. */
import type { Client } from 'pg';

export const FIGURES_PER_DOCUMENT = 100;
const CHUNK = 2_500;

/** Of what is asked for: the tenth and the hundredth of a thing is asked for less, and said less often. */
const setUp = (indicators: readonly string[], subjects: readonly string[]): string => `
  CREATE SCHEMA IF NOT EXISTS scale;
  CREATE TABLE IF NOT EXISTS scale.indicators AS
    SELECT n - 1 AS at, name FROM unnest(ARRAY[${indicators.map((name) => `'${name}'`).join(', ')}]) WITH ORDINALITY i (name, n);
  CREATE TABLE IF NOT EXISTS scale.subjects AS
    SELECT n - 1 AS at, name FROM unnest(ARRAY[${subjects.map((name) => `'${name}'`).join(', ')}]) WITH ORDINALITY s (name, n);
  -- 63 provinces, 693 districts, 10,395 communes; some 3,000 names among them, as in the country.
  CREATE TABLE IF NOT EXISTS scale.places AS
    SELECT n AS at, CASE WHEN n < 63 THEN 'province' WHEN n < 756 THEN 'district' ELSE 'commune' END AS level,
      CASE WHEN n < 63 THEN lpad(n::text, 2, '0') WHEN n < 756 THEN lpad(n::text, 3, '0') ELSE lpad(n::text, 5, '0') END AS code,
      CASE WHEN n < 63 THEN 'tinh ' || n ELSE 'ten ' || (n * 7919 % 3000) END AS name
    FROM generate_series(0, 11150) n;
  -- Sentences repeat from report to report: 20,000 of twelve words each, common words far oftener than rare ones.
  CREATE TABLE IF NOT EXISTS scale.sentences AS
    SELECT n AS at, string_agg('tu' || floor(4000 * power(random(), 4))::int, ' ') AS words
    FROM generate_series(0, 19999) n CROSS JOIN generate_series(1, 12) w GROUP BY n;
  CREATE UNIQUE INDEX IF NOT EXISTS scale_indicators ON scale.indicators (at);
  CREATE UNIQUE INDEX IF NOT EXISTS scale_subjects ON scale.subjects (at);
  CREATE UNIQUE INDEX IF NOT EXISTS scale_places ON scale.places (at);
  CREATE UNIQUE INDEX IF NOT EXISTS scale_sentences ON scale.sentences (at);
  ANALYZE scale.indicators, scale.subjects, scale.places, scale.sentences;`;

/** A UUID of version 7: the time in milliseconds first, here one document a second. */
const ID = `(SELECT substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7' || substr(r, 1, 3) || '-8' || substr(r, 4, 3) || '-' || substr(r, 7, 12)
  FROM (SELECT lpad(to_hex(1700000000000 + n::bigint * 1000), 12, '0') AS h, md5(n::text) AS r) x)`;

const documents = (from: number, to: number): string => `
  INSERT INTO documents (id, sha256, filename, original_name, media_type, bytes, status, error_code, submitted, processed,
    extractor_version, metadata, counts, place_code, place_name, place_level, doubtful, undecided, review)
  SELECT ${ID}, encode(sha256(n::text::bytea), 'hex'), 'Báo cáo số ' || n || '.docx', 'Báo cáo số ' || n || '.docx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 20000 + n % 90000,
    CASE WHEN n % 100 < 97 THEN CASE WHEN n % 10 = 0 THEN 'reviewed' ELSE 'extracted' END ELSE 'failed' END,
    CASE WHEN n % 100 >= 97 THEN 'damaged' END,
    to_timestamp(1700000000 + n), to_timestamp(1700000005 + n), '0.1.0',
    jsonb_build_object('title', 'Báo cáo kết quả công tác giảm nghèo và an sinh xã hội', 'number', n || '/BC-UBND',
      'issued', '2023-06-30', 'issuer', 'Ủy ban nhân dân ' || p.name, 'period', jsonb_build_object('start', y || '-01-01', 'end', y || '-12-31'),
      'place', jsonb_build_object('name', p.name, 'level', p.level, 'code', p.code, 'province', NULL, 'current', NULL)),
    '{"pages": 8, "sections": 14, "figures": 100, "failedChecks": 1}',
    p.code, p.name, p.level, n % 40, 100,
    jsonb_build_object('state', CASE WHEN n % 10 = 0 THEN 'in_review' ELSE 'extracted' END, 'claimed',
      CASE WHEN n % 500 = 0 THEN jsonb_build_object('who', 'Lan (lan)', 'at', '2024-01-01T00:00:00.000Z') END,
      'reviewed', NULL, 'approved', NULL, 'second', NULL, 'version', 0)
  FROM generate_series(${from}, ${to - 1}) n
  CROSS JOIN LATERAL (SELECT 2012 + hashint4(n) % 7 + 6 AS y) years
  JOIN scale.places p ON p.at = CASE WHEN n % 10 < 7 THEN 756 + abs(hashint4(n + 1)) % 10395
    WHEN n % 10 < 9 THEN 63 + abs(hashint4(n + 2)) % 693 ELSE abs(hashint4(n + 3)) % 63 END`;

/** All made figures are counts of households. */
const SERIES = (place: string, indicator: string, subjects: string): string =>
  `series_of(${place}, ${indicator}, ${subjects}, '{count,household,actual,""}')`;

const figures = (from: number, to: number): string => `
  INSERT INTO figures (document, id, start, figure, etag, found, indicator, subjects, place_code, place_name, place_level,
    period_start, period_end, series, words)
  SELECT d.id, 'f' || k, k * 130,
    jsonb_build_object('id', 'f' || k, 'span', jsonb_build_object('start', k * 130, 'end', k * 130 + 5), 'boxes', '[]'::jsonb,
      'kind', 'count', 'value', v, 'unit', 'household', 'unitText', 'hộ', 'per', '[]'::jsonb, 'comparator', 'eq',
      'role', 'actual', 'indicator', i.name, 'subjects', to_jsonb(s), 'topic', 'poverty_reduction', 'purpose', NULL,
      'period', jsonb_build_object('start', y || '-01-01', 'end', y || '-12-31', 'text', 'năm ' || y),
      'place', CASE WHEN p.at IS NOT NULL THEN jsonb_build_object('name', p.name, 'level', p.level, 'code', p.code,
        'province', jsonb_build_object('name', 'tinh ' || p.at % 63, 'code', lpad((p.at % 63)::text, 2, '0')), 'current', NULL) END,
      'partOf', NULL, 'section', 's' || k / 8, 'label', t.words, 'confidence', 0.9, 'rule', 'head',
      'implied', '["period", "place"]'::jsonb, 'cell', NULL),
    substr(md5(n || '/' || k), 1, 22), true, i.name, s, p.code, p.name, p.level,
    make_date(y, CASE m WHEN 0 THEN 1 WHEN 1 THEN 7 ELSE 1 END, 1),
    CASE m WHEN 0 THEN make_date(y, 6, 30) ELSE make_date(y, 12, 31) END,
    ${SERIES('coalesce(p.code, d.place_code)', 'i.name', 's')},
    t.words || ' ' || v || ' ho nam ' || y || coalesce(' ' || p.name, '')
  FROM (
    SELECT n, k, floor(random() * 20000)::int AS v, 2012 + abs(hashint4(n) % 13) - (random() < 0.2)::int AS y,
      floor(random() * 4)::int AS m,
      CASE WHEN random() < 0.7 THEN floor(${'$1'}::int * power(random(), 2))::int END AS indicator,
      floor(${'$2'}::int * power(random(), 2))::int AS subject, random() < 0.3 AS second,
      CASE WHEN random() < 0.35 THEN 756 + floor(10395 * random())::int END AS place,
      floor(20000 * random())::int AS sentence
    FROM generate_series(${from}, ${to - 1}) n CROSS JOIN generate_series(1, ${FIGURES_PER_DOCUMENT}) k
    WHERE n % 100 < 97
  ) g
  JOIN documents d ON d.sha256 = encode(sha256(n::text::bytea), 'hex')
  LEFT JOIN scale.indicators i ON i.at = g.indicator
  LEFT JOIN scale.places p ON p.at = g.place
  JOIN scale.sentences t ON t.at = g.sentence
  CROSS JOIN LATERAL (
    SELECT array_agg(name) AS s FROM scale.subjects x WHERE x.at = g.subject OR (second AND x.at = (g.subject + 1) % $2::int)
  ) sub`;

/** Documents whose figures are made one by one; the figures of further ones are copies of theirs, since making takes hours. */
const MADE = 5_000;

/** A copy brings its search words along; to others they are made as they come, as the product's table does it. */
const LET_COPY = `
  ALTER TABLE figures ALTER COLUMN search DROP EXPRESSION IF EXISTS;
  CREATE OR REPLACE FUNCTION scale.make_search() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN NEW.search := to_tsvector('simple', NEW.words); RETURN NEW; END $$;
  CREATE OR REPLACE TRIGGER scale_make_search BEFORE INSERT ON figures
    FOR EACH ROW WHEN (NEW.search IS NULL) EXECUTE FUNCTION scale.make_search();`;

const COPIED = `id, start, figure, etag, found, indicator, subjects, place_code, place_name, place_level, period_start, period_end,
  words, search`;
/** A copy that names no place is about that of its own document. */
const COPIED_SERIES = `CASE WHEN f.place_code IS NULL THEN ${SERIES('d.place_code', 'f.indicator', 'f.subjects')} ELSE f.series END`;

const copies = (from: number, to: number): string => `
  INSERT INTO figures (document, series, ${COPIED})
  SELECT d.id, ${COPIED_SERIES}, ${COPIED.split(', ')
    .map((column) => `f.${column.trim()}`)
    .join(', ')}
  FROM generate_series(${from}, ${to - 1}) n
  JOIN documents d ON d.sha256 = encode(sha256(n::text::bytea), 'hex')
  JOIN documents o ON o.sha256 = encode(sha256((n % ${MADE})::text::bytea), 'hex')
  JOIN figures f ON f.document = o.id
  WHERE n % 100 < 97`;

/** Indexes of `figures` that are no constraints: made anew after many rows, as one would for a first back-fill. */
const dropIndexes = async (client: Client): Promise<string[]> => {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexname AS name, i.indexdef AS definition FROM pg_indexes i
     WHERE i.schemaname = 'public' AND i.tablename = 'figures' AND i.indexname <> 'figures_pkey'`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
};

const SIZE_OF_BATCH = 10_000;

/** Adds documents `from` up to `to`, their figures, and them to batches of ten thousand. */
export const addDocuments = async (
  client: Client,
  {
    from,
    to,
    indicators,
    subjects,
  }: { from: number; to: number; indicators: readonly string[]; subjects: readonly string[] },
): Promise<void> => {
  await client.query('SET synchronous_commit = off');
  await client.query("SET maintenance_work_mem = '512MB'");
  await client.query(setUp(indicators, subjects));
  if (to > MADE) await client.query(LET_COPY);
  const indexes = await dropIndexes(client);
  for (let at = from; at < to; at += CHUNK) {
    const end = Math.min(to, at + CHUNK);
    await client.query(documents(at, end));
    if (at < MADE) await client.query(figures(at, end), [indicators.length, subjects.length]);
    else await client.query(copies(at, end));
    process.stderr.write(`\r${end} documents `);
  }
  for (const definition of indexes) await client.query(definition);
  process.stderr.write('and their indexes\n');
  await client.query(`
    INSERT INTO batches (id, name) SELECT 'batch-' || b, 'Tỉnh ' || b FROM generate_series(${Math.floor(from / SIZE_OF_BATCH)}, ${Math.ceil(to / SIZE_OF_BATCH)}) b
    ON CONFLICT DO NOTHING`);
  await client.query(`
    INSERT INTO batch_files (batch, document, path, state, error_code, sha256, bytes, settled)
    SELECT 'batch-' || n / ${SIZE_OF_BATCH}, d.id, 'huyện/' || d.filename,
      CASE WHEN d.status = 'failed' THEN 'failed' ELSE 'done' END, d.error_code, d.sha256, d.bytes, d.processed
    FROM generate_series(${from}, ${to - 1}) n JOIN documents d ON d.sha256 = encode(sha256(n::text::bytea), 'hex')`);
  await client.query('VACUUM (ANALYZE)');
};
