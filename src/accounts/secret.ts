import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AccountTables } from './tables.ts';

/** What signs the cookies of every process on this database: made by whichever comes first, then kept. */
export const keptSecret = async (db: Kysely<AccountTables>): Promise<string> => {
  const name = 'sessions';
  await db
    .insertInto('secrets')
    .values({ name, value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await db.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirstOrThrow();
  return value;
};
