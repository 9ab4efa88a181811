import type {
  Account,
  AccountPatch,
  Credentials,
  IssuedAccount,
  Me,
  NewAccount,
  PasswordChange,
} from '../model/index.ts';

/** What of a request tells who asks. */
export interface Caller {
  /** The Cookie header. */
  cookie: string | undefined;
  /** Whether it came over TLS: its cookies then go over nothing else. */
  secure: boolean;
  /** Whose attempts to sign in are counted together. */
  address: string;
  agent: string | undefined;
}

/** Values of Set-Cookie that go with the answer. */
export type Cookies = string[];

/**
 * Accounts and sessions. Everything refused is a RefusedRequest: `wrong_credentials`, `account_disabled`,
 * `too_many_attempts`, `wrong_password`, `email_taken`, `first_account`, `last_administrator`, `no_account`.
 */
export interface Accounts {
  /** The local person as long as there is no account; null for who has no session. */
  whoAsks(caller: Caller): Promise<{ me: Me | null; cookies: Cookies }>;
  signIn(caller: Caller, credentials: Credentials): Promise<Cookies>;
  /** Ends the session, where there is one. */
  signOut(caller: Caller): Promise<Cookies>;
  /** One's own; every other session of the account ends. */
  changePassword(caller: Caller, change: PasswordChange): Promise<Cookies>;
  /** By name. */
  list(): Promise<Account[]>;
  find(id: string): Promise<Account | null>;
  /** The first must be an administrator. `own`: the person typed the password themselves, so that it stays. */
  add(account: NewAccount, how: { own: boolean }): Promise<IssuedAccount>;
  /** Null where there is none; ends the sessions of who is disabled. One enabled administrator always remains. */
  change(id: string, patch: AccountPatch): Promise<Account | null>;
  /** A new one-time password, and the end of every session; null where there is no such account. */
  resetPassword(id: string): Promise<IssuedAccount | null>;
}
