import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getMigrations } from 'better-auth/db/migration';
import { type Kysely, sql } from 'kysely';
import { openAccounts } from '../../src/accounts/accounts.ts';
import { authOptions } from '../../src/accounts/auth.ts';
import type { AccountTables } from '../../src/accounts/tables.ts';
import type { Accounts, Caller, Log } from '../../src/app/index.ts';
import { type Account, type AccountRole, LOCAL_PERSON } from '../../src/model/index.ts';
import { type Database, migrate, openDatabase } from '../../src/store/database.ts';
import { type PostgresServer, postgres } from '../servers/index.ts';

const PASSWORD = 'mười hai con giáp';
const log: Log = { info: () => {}, warn: () => {}, error: () => {} };

let server: PostgresServer;
let db: Database;
let accounts: Accounts;
let addresses = 0;

/** Somebody at an address of their own, so that no one's attempts count for another. */
const somebody = (cookie?: string): Caller => {
  addresses += 1;
  return { cookie, secure: false, address: `192.0.2.${addresses}`, agent: 'test' };
};
/** What a browser would send back. */
const cookieOf = (cookies: string[]): string => cookies.map((cookie) => cookie.split(';')[0]).join('; ');
const signIn = async (email: string, password: string, caller = somebody()): Promise<string> =>
  cookieOf(await accounts.signIn(caller, { email, password, remember: false }));
const meOf = async (cookie: string) => (await accounts.whoAsks(somebody(cookie))).me;
const refused = (code: string) => expect.objectContaining({ code });

let serial = 0;
/** A new account with a password of its own. */
const person = async (role: AccountRole): Promise<Account & { cookie: string }> => {
  serial += 1;
  const email = `person${serial}@example.vn`;
  const { account } = await accounts.add({ name: `Người ${serial}`, email, role, password: PASSWORD }, { own: true });
  return { ...account, cookie: await signIn(email, PASSWORD) };
};

beforeAll(async () => {
  server = await postgres();
  db = openDatabase(await server.database());
  await migrate(db);
  accounts = await openAccounts(db, { secret: null, log });
}, 120_000);

afterAll(async () => {
  await db.destroy();
  await server.stop();
});

test('the tables are those that better-auth asks for', async () => {
  const settings = { db: db as unknown as Kysely<AccountTables>, secret: 'x'.repeat(32), secure: false, log };
  const { toBeCreated, toBeAdded, toBeAddedIndexes } = await getMigrations(authOptions(settings));
  expect({ toBeCreated, toBeAdded, toBeAddedIndexes }).toEqual({
    toBeCreated: [],
    toBeAdded: [],
    toBeAddedIndexes: [],
  });
});

describe('while there is no account', () => {
  test('whoever asks is the local person', async () => {
    expect(await accounts.whoAsks(somebody())).toEqual({ me: LOCAL_PERSON, cookies: [] });
    expect(await meOf('ansinh.session_token=forged.signature')).toEqual(LOCAL_PERSON);
  });

  test('there is no password to change', async () => {
    await expect(accounts.changePassword(somebody(), { current: 'x', next: PASSWORD })).rejects.toEqual(
      refused('no_account'),
    );
  });

  test.each<AccountRole>(['uploader', 'reviewer', 'approver'])('the first is not an %s', async (role) => {
    const account = { name: 'Lan', email: 'lan@example.vn', role, password: PASSWORD };
    await expect(accounts.add(account, { own: true })).rejects.toEqual(refused('first_account'));
    expect(await accounts.list()).toEqual([]);
  });

  test('of two that are made at once for one address, one is', async () => {
    const made = await Promise.allSettled([
      accounts.add({ name: 'Lan', email: 'lan@example.vn', role: 'administrator', password: PASSWORD }, { own: true }),
      accounts.add({ name: 'Huệ', email: 'lan@example.vn', role: 'administrator', password: PASSWORD }, { own: true }),
    ]);
    expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await accounts.list()).toHaveLength(1);
  });
});

describe('from then on', () => {
  test('who has no session is nobody', async () => {
    expect((await accounts.whoAsks(somebody())).me).toBeNull();
  });

  test('who signs in is known by name and role, in any case of the address', async () => {
    expect(await meOf(await signIn('LAN@example.VN', PASSWORD))).toMatchObject({ role: 'administrator', local: false });
  });

  test('the cookie is for no script and no other site, and over TLS for nothing else', async () => {
    const credentials = { email: 'lan@example.vn', password: PASSWORD, remember: false };
    const [plain] = await accounts.signIn(somebody(), credentials);
    expect(plain).toMatch(/^ansinh\.session_token=.*; Path=\/; HttpOnly; SameSite=Lax$/);
    const [secure] = await accounts.signIn({ ...somebody(), secure: true }, credentials);
    expect(secure).toMatch(/^__Secure-ansinh\.session_token=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const [kept] = await accounts.signIn(somebody(), { ...credentials, remember: true });
    expect(kept).toMatch(/Max-Age=604800/);
    const overPlain = cookieOf([plain as string]);
    expect((await accounts.whoAsks({ ...somebody(overPlain), secure: true })).me).toBeNull();
  });

  test.each([
    ['a wrong password', 'lan@example.vn', 'mười hai con gián'],
    ['nobody by this address', 'nobody@example.vn', PASSWORD],
    ['no address at all', "' OR 1=1 --", PASSWORD],
    ['a password longer than any', 'lan@example.vn', 'x'.repeat(200)],
  ])('%s is told the same', async (_, email, password) => {
    await expect(signIn(email, password)).rejects.toEqual(refused('wrong_credentials'));
  });

  test('a forged, altered or foreign cookie is nobody’s', async () => {
    const { cookie } = await person('uploader');
    const other = await openAccounts(db, { secret: 'another secret of enough characters', log });
    const [session] = cookie.split('; ') as [string];
    const altered = session.replace(/=(.)/, (_, first) => `=${first === 'A' ? 'B' : 'A'}`);
    for (const wrong of [altered, session.split('.').slice(0, 2).join('.'), session.replace('ansinh', 'other')]) {
      expect([wrong, await meOf(wrong)]).toEqual([wrong, null]);
    }
    expect((await other.whoAsks(somebody(cookie))).me).toBeNull();
    expect(await meOf(cookie)).not.toBeNull();
  });

  test('every process on the database knows the session', async () => {
    const { cookie, id } = await person('reviewer');
    const other = await openAccounts(db, { secret: null, log });
    expect((await other.whoAsks(somebody(cookie))).me).toMatchObject({ id, role: 'reviewer' });
  });

  test('signing out ends the session itself, not only the cookie', async () => {
    const { cookie } = await person('uploader');
    const cookies = await accounts.signOut(somebody(cookie));
    expect(cookies[0]).toMatch(/^ansinh\.session_token=; Max-Age=0/);
    expect(await meOf(cookie)).toBeNull();
    await accounts.signOut(somebody(cookie));
    await accounts.signOut(somebody());
  });

  test('a session that is over is nobody’s', async () => {
    const { cookie, id } = await person('uploader');
    await sql`UPDATE sessions SET "expiresAt" = now() - interval '1 second' WHERE "userId" = ${id}`.execute(db);
    expect(await meOf(cookie)).toBeNull();
  });

  test('too many attempts from one address have to wait, whichever process they ask; other addresses do not', async () => {
    const caller = somebody();
    const other = await openAccounts(db, { secret: null, log });
    const outcomes: string[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const asked = attempt % 2 === 0 ? accounts : other;
      await asked
        .signIn(caller, { email: 'lan@example.vn', password: 'wrong wrong wrong', remember: false })
        .catch(({ code }) => outcomes.push(code));
    }
    expect(outcomes).toEqual([...Array(10).fill('wrong_credentials'), 'too_many_attempts', 'too_many_attempts']);
    await expect(signIn('lan@example.vn', PASSWORD, caller)).rejects.toEqual(refused('too_many_attempts'));
    await signIn('lan@example.vn', PASSWORD);
  });
});

describe('administering', () => {
  test('an address has one account', async () => {
    const account = { name: 'Lan hai', email: 'lan@example.vn', role: 'uploader' as const };
    await expect(accounts.add(account, { own: false })).rejects.toEqual(refused('email_taken'));
  });

  test('a one-time password opens only the way to a password of one’s own', async () => {
    const email = 'moi@example.vn';
    const { password } = await accounts.add({ name: 'Mới', email, role: 'reviewer' }, { own: false });
    expect(password).toMatch(/^(\w{4}-){3}\w{4}$/);
    const cookie = await signIn(email, password as string);
    expect(await meOf(cookie)).toMatchObject({ name: 'Mới', passwordDue: true });

    const change = (current: string) => accounts.changePassword(somebody(cookie), { current, next: PASSWORD });
    await expect(change('not the password')).rejects.toEqual(refused('wrong_password'));
    const elsewhere = await signIn(email, password as string);
    const goesOn = cookieOf(await change(password as string));
    expect(await meOf(goesOn)).not.toHaveProperty('passwordDue');
    expect([await meOf(cookie), await meOf(elsewhere)]).toEqual([null, null]);
    await expect(signIn(email, password as string)).rejects.toEqual(refused('wrong_credentials'));
    await signIn(email, PASSWORD);
  });

  test('a password an administrator typed is a one-time password too', async () => {
    const account = { name: 'Tư', email: 'tu@example.vn', role: 'uploader' as const, password: PASSWORD };
    expect(await accounts.add(account, { own: false })).toMatchObject({ password: PASSWORD });
    expect(await meOf(await signIn('tu@example.vn', PASSWORD))).toMatchObject({ passwordDue: true });
  });

  test('who is disabled is out at once and does not come in, until enabled again', async () => {
    const { id, email, cookie } = await person('approver');
    expect(await accounts.change(id, { disabled: true })).toMatchObject({ disabled: true });
    expect(await meOf(cookie)).toBeNull();
    await expect(signIn(email, PASSWORD)).rejects.toEqual(refused('account_disabled'));
    await expect(signIn(email, 'wrong wrong wrong')).rejects.toEqual(refused('wrong_credentials'));
    await accounts.change(id, { disabled: false });
    expect(await meOf(cookie)).toBeNull();
    expect(await meOf(await signIn(email, PASSWORD))).toMatchObject({ id });
  });

  test('a new role holds from the next request on', async () => {
    const { id, cookie } = await person('uploader');
    await accounts.change(id, { role: 'approver', name: 'Tên mới' });
    expect(await meOf(cookie)).toMatchObject({ id, role: 'approver', name: 'Tên mới' });
    expect(await accounts.find(id)).toMatchObject({ role: 'approver', name: 'Tên mới' });
    expect(await accounts.change(id, {})).toMatchObject({ role: 'approver' });
  });

  test('a new password ends every session', async () => {
    const { id, email, cookie } = await person('reviewer');
    const issued = await accounts.resetPassword(id);
    expect(await meOf(cookie)).toBeNull();
    await expect(signIn(email, PASSWORD)).rejects.toEqual(refused('wrong_credentials'));
    expect(await meOf(await signIn(email, issued?.password as string))).toMatchObject({ id, passwordDue: true });
  });

  test('somebody who can administer always remains', async () => {
    const able = (await accounts.list()).filter(({ role, disabled }) => role === 'administrator' && !disabled);
    const [last, ...rest] = able as [Account, ...Account[]];
    for (const { id } of rest) await accounts.change(id, { role: 'uploader' });
    for (const patch of [{ disabled: true }, { role: 'approver' as const }]) {
      await expect(accounts.change(last.id, patch)).rejects.toEqual(refused('last_administrator'));
    }
    expect(await accounts.find(last.id)).toMatchObject({ role: 'administrator', disabled: false });

    const second = await person('administrator');
    const both = await Promise.allSettled([last, second].map(({ id }) => accounts.change(id, { disabled: true })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('what is not there is not there', async () => {
    expect(await accounts.find('nobody')).toBeNull();
    expect(await accounts.change('nobody', { disabled: true })).toBeNull();
    expect(await accounts.resetPassword('nobody')).toBeNull();
  });
});
