import { type Kysely, sql, type Transaction } from 'kysely';
import { type Accounts, RefusedRequest } from '../app/index.ts';
import type { Account } from '../model/index.ts';
import { newId, oneTimePassword } from './passwords.ts';
import type { AccountTables } from './tables.ts';

type Tables = Transaction<AccountTables>;

const COLUMNS = ['id', 'name', 'email', 'role', 'disabled'] as const;
/** What better-auth calls an account's own password among its credentials. */
const PASSWORD = 'credential';
const VIETNAMESE = new Intl.Collator('vi');
const UNIQUE_VIOLATION = '23505';

/** Rare enough to take turns: "the first" and "the last" are then what they are called. */
const inTurn = <T>(db: Kysely<AccountTables>, work: (tx: Tables) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await sql`LOCK TABLE accounts IN SHARE ROW EXCLUSIVE MODE`.execute(tx);
    return work(tx);
  });

const isTaken = (error: unknown): boolean =>
  (error as { code?: string; constraint?: string }).code === UNIQUE_VIOLATION &&
  (error as { constraint?: string }).constraint === 'accounts_email_key';

const endSessions = (tx: Tables, id: string) => tx.deleteFrom('sessions').where('userId', '=', id).execute();

const mayStillAdminister = async (tx: Tables): Promise<boolean> =>
  (await tx
    .selectFrom('accounts')
    .select('id')
    .where('role', '=', 'administrator')
    .where('disabled', '=', false)
    .executeTakeFirst()) !== undefined;

/** Adding and changing accounts; `hash` makes of a password what better-auth verifies. */
export const administer = (
  db: Kysely<AccountTables>,
  hash: (password: string) => Promise<string>,
): Pick<Accounts, 'list' | 'find' | 'add' | 'change' | 'resetPassword'> => {
  const find = async (id: string): Promise<Account | null> =>
    (await db.selectFrom('accounts').select(COLUMNS).where('id', '=', id).executeTakeFirst()) ?? null;

  return {
    list: async () => {
      const accounts = await db.selectFrom('accounts').select(COLUMNS).orderBy('id').execute();
      return accounts.sort((a, b) => VIETNAMESE.compare(a.name, b.name));
    },

    find,

    add: async ({ name, email, role, password: chosen }, { own }) => {
      const password = chosen ?? oneTimePassword();
      const passwordDue = !(own && chosen !== undefined);
      const hashed = await hash(password);
      const id = newId();
      await inTurn(db, async (tx) => {
        const isFirst = (await tx.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) === undefined;
        if (isFirst && role !== 'administrator') throw new RefusedRequest('first_account');
        await tx.insertInto('accounts').values({ id, name, email, role, passwordDue }).execute();
        await tx
          .insertInto('credentials')
          .values({ id: newId(), accountId: id, providerId: PASSWORD, userId: id, password: hashed })
          .execute();
      }).catch((error: unknown) => {
        throw isTaken(error) ? new RefusedRequest('email_taken') : error;
      });
      return { account: { id, name, email, role, disabled: false }, password: passwordDue ? password : null };
    },

    change: (id, patch) =>
      inTurn(db, async (tx) => {
        if (Object.values(patch).some((value) => value !== undefined)) {
          await tx.updateTable('accounts').set(patch).where('id', '=', id).execute();
        }
        if (!(await mayStillAdminister(tx))) throw new RefusedRequest('last_administrator');
        if (patch.disabled) await endSessions(tx, id);
        return (await tx.selectFrom('accounts').select(COLUMNS).where('id', '=', id).executeTakeFirst()) ?? null;
      }),

    resetPassword: async (id) => {
      const account = await find(id);
      if (!account) return null;
      const password = oneTimePassword();
      const hashed = await hash(password);
      await db.transaction().execute(async (tx) => {
        await tx
          .updateTable('credentials')
          .set({ password: hashed })
          .where('userId', '=', id)
          .where('providerId', '=', PASSWORD)
          .execute();
        await tx.updateTable('accounts').set({ passwordDue: true }).where('id', '=', id).execute();
        await endSessions(tx, id);
      });
      return { account, password };
    },
  };
};
