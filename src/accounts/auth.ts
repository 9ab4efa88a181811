import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { Kysely } from 'kysely';
import type { Log } from '../app/index.ts';
import type { AccountTables } from './tables.ts';

export interface AuthSettings {
  db: Kysely<AccountTables>;
  secret: string;
  /** Cookies that go over TLS only, under names that no page without TLS can set. */
  secure: boolean;
  log: Log;
}

/** Only Accounts sets it, from the address the HTTP server knows. */
export const ADDRESS_HEADER = 'x-caller-address';
/** better-auth wants to know where it is called; nobody else gets there. */
export const ORIGIN = 'http://accounts.internal';
export const DISABLED = 'ACCOUNT_DISABLED';

const DAY = 24 * 60 * 60;

/** better-auth over our tables: sessions, passwords (scrypt) and the count of attempts are its work. */
export const authOptions = ({ db, secret, secure, log }: AuthSettings) =>
  ({
    appName: 'ansinh',
    baseURL: ORIGIN,
    secret,
    database: { db, type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    logger: { log: (level, message) => log[level === 'error' ? 'error' : 'info']({ from: 'better-auth' }, message) },
    // Strangers sign up nowhere: accounts are added by `Accounts.add` alone.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    user: {
      modelName: 'accounts',
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        disabled: { type: 'boolean', required: true, input: false, defaultValue: false },
        passwordDue: { type: 'boolean', required: true, input: false, defaultValue: false },
      },
    },
    session: { modelName: 'sessions', expiresIn: 7 * DAY, updateAge: DAY },
    account: { modelName: 'credentials' },
    verification: { modelName: 'verifications' },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'attempts',
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 10 },
        '/sign-out': false,
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const account = await db
              .selectFrom('accounts')
              .select('disabled')
              .where('id', '=', userId)
              .executeTakeFirst();
            if (account?.disabled !== false) throw new APIError('FORBIDDEN', { code: DISABLED });
          },
        },
      },
    },
    advanced: {
      cookiePrefix: 'ansinh',
      useSecureCookies: secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
  }) satisfies BetterAuthOptions;

export const createAuth = (settings: AuthSettings) => betterAuth(authOptions(settings));
export type Auth = ReturnType<typeof createAuth>;
