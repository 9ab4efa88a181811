import { isAPIError } from 'better-auth/api';
import type { Kysely } from 'kysely';
import { type Accounts, type Caller, type Log, RefusedRequest } from '../app/index.ts';
import { AccountRole, LOCAL_PERSON, type Me } from '../model/index.ts';
import { administer } from './administer.ts';
import { ADDRESS_HEADER, type Auth, createAuth, DISABLED, ORIGIN } from './auth.ts';
import { keptSecret } from './secret.ts';
import type { AccountTables } from './tables.ts';

type User = Auth['$Infer']['Session']['user'];

const meOf = ({ id, name, role, passwordDue }: User): Me => ({
  id,
  name,
  role: AccountRole.parse(role),
  local: false,
  ...(passwordDue && { passwordDue }),
});

const headersOf = ({ cookie, address, agent }: Caller): Headers =>
  new Headers({
    [ADDRESS_HEADER]: address,
    // Where a request may come from is settled before it gets here, for every route alike.
    origin: ORIGIN,
    ...(cookie !== undefined && { cookie }),
    ...(agent !== undefined && { 'user-agent': agent }),
  });

/** better-auth's refusals in our words. */
const refusalOf = async (response: Response): Promise<RefusedRequest> => {
  const { code } = (await response.json().catch(() => ({}))) as { code?: string };
  if (response.status === 429) return new RefusedRequest('too_many_attempts');
  if (code === DISABLED) return new RefusedRequest('account_disabled');
  return new RefusedRequest(code === 'INVALID_PASSWORD' ? 'wrong_password' : 'wrong_credentials');
};

/** Accounts in the ledger's database; `secret` signs the cookies, else one that the database keeps. */
export const openAccounts = async (
  database: unknown,
  { secret, log }: { secret: string | null; log: Log },
): Promise<Accounts> => {
  const db = database as Kysely<AccountTables>;
  const settings = { db, secret: secret ?? (await keptSecret(db)), log };
  const auths = {
    plain: createAuth({ ...settings, secure: false }),
    secure: createAuth({ ...settings, secure: true }),
  };
  const authFor = ({ secure }: Caller): Auth => (secure ? auths.secure : auths.plain);

  /** Calls an endpoint of better-auth, which counts the attempts too; the cookies of its answer. */
  const call = async (caller: Caller, path: string, body: object): Promise<string[]> => {
    const headers = headersOf(caller);
    headers.set('content-type', 'application/json');
    const request = new Request(`${ORIGIN}/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const response = await authFor(caller).handler(request);
    if (response.status >= 500) throw new Error(`better-auth answered ${path} with ${response.status}`);
    if (!response.ok) throw await refusalOf(response);
    return response.headers.getSetCookie();
  };

  /** Accounts are never taken away, so that "there is one" stays true. */
  let isAny = false;
  const anyAccount = async (): Promise<boolean> => {
    isAny ||= (await db.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) !== undefined;
    return isAny;
  };

  /** A session may end between being found and being prolonged: then there is none. */
  const sessionOf = (caller: Caller) =>
    authFor(caller)
      .api.getSession({ headers: headersOf(caller), returnHeaders: true })
      .catch((error: unknown) => {
        if (isAPIError(error) && error.status === 'UNAUTHORIZED') return null;
        throw error;
      });

  const whoAsks: Accounts['whoAsks'] = async (caller) => {
    if (!(await anyAccount())) return { me: LOCAL_PERSON, cookies: [] };
    if (caller.cookie === undefined) return { me: null, cookies: [] };
    const found = await sessionOf(caller);
    const user = found?.response?.user;
    return { me: user && !user.disabled ? meOf(user) : null, cookies: found?.headers.getSetCookie() ?? [] };
  };

  return {
    ...administer(db, async (password) => (await auths.plain.$context).password.hash(password)),

    whoAsks,

    signIn: (caller, { email, password, remember }) =>
      call({ ...caller, cookie: undefined }, '/sign-in/email', { email, password, rememberMe: remember }),

    signOut: (caller) => call(caller, '/sign-out', {}),

    changePassword: async (caller, { current, next }) => {
      const { me } = await whoAsks(caller);
      if (!me || me.local) throw new RefusedRequest('no_account');
      const cookies = await call(caller, '/change-password', {
        currentPassword: current,
        newPassword: next,
        revokeOtherSessions: true,
      });
      await db.updateTable('accounts').set({ passwordDue: false }).where('id', '=', me.id).execute();
      return cookies;
    },
  };
};
