import type { Running } from './service.ts';

/** Tables of what an extraction leaves, in the order of their references; each names its document so. */
const TABLES = [
  ['documents', 'id'],
  ['records', 'document'],
  ['figures', 'document'],
  ['page_words', 'document'],
] as const;
/** Documents that are copied, those with the fewest figures: a hundred thousand have a million and more. */
const MODELS = 5;
/** Copies in one statement. */
const AT_ONCE = 5_000;

/** Fills the ledger with copies of documents it has, until it holds `size`. */
export async function growTo({ sql }: Running, size: number): Promise<void> {
  const [{ count = 0 } = {}] = await sql<{ count: number }>('SELECT count(*)::int AS count FROM documents');
  for (let at = count; at < size; at += AT_ONCE) {
    const last = Math.min(size, at + AT_ONCE) - 1;
    const copies = `
      WITH models AS (
        SELECT document, row_number() OVER (ORDER BY count(*), document) - 1 AS n FROM figures
        WHERE document NOT LIKE 'copy-%' GROUP BY document ORDER BY count(*), document LIMIT ${MODELS}
      ) SELECT m.document, format('copy-%s', s) AS copy, encode(sha256(format('copy-%s', s)::bytea), 'hex') AS sha256
        FROM generate_series(${at}, ${last}) s JOIN models m ON m.n = s % ${MODELS}`;
    for (const [table, key] of TABLES) {
      const columns = await sql<{ name: string }>(
        `SELECT column_name AS name FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name = '${table}' AND is_generated = 'NEVER' AND is_identity = 'NO'`,
      );
      const names = columns.map(({ name }) => `"${name}"`);
      const values = columns.map(({ name }) =>
        name === key ? 'c.copy' : name === 'sha256' ? 'c.sha256' : `t."${name}"`,
      );
      await sql(
        `INSERT INTO ${table} (${names}) SELECT ${values} FROM (${copies}) c JOIN ${table} t ON t."${key}" = c.document`,
      );
    }
  }
  await sql('VACUUM ANALYZE');
}
