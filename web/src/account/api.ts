import type {
  Account,
  AccountPatch,
  Credentials,
  IssuedAccount,
  Me,
  NewAccount,
  PasswordChange,
} from '../../../src/model/index.ts';
import { ApiError, sentenceOf } from '../api.ts';
import type { Language } from '../i18n/codes.ts';

async function call<T>(language: Language, method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers: {
      accept: 'application/json',
      'accept-language': language,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ApiError(response.status, sentenceOf(answer));
  return answer as T;
}

/** Null where somebody has to sign in first. */
export async function getMe(language: Language): Promise<Me | null> {
  const response = await fetch('/api/v1/me', { headers: { accept: 'application/json', 'accept-language': language } });
  if (response.status === 401) return null;
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ApiError(response.status, sentenceOf(answer));
  return answer as Me;
}

/** The sentence of a refusal, null for success: wrong credentials are no exception on a page that asks for them. */
export async function signIn(credentials: Credentials, language: Language): Promise<string | null> {
  const response = await fetch('/api/v1/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language },
    body: JSON.stringify(credentials),
  });
  if (response.ok) return null;
  return sentenceOf(await response.json().catch(() => null)) ?? `HTTP ${response.status}`;
}

export const signOut = (language: Language): Promise<unknown> => call(language, 'POST', '/sign-out');
export const changePassword = (change: PasswordChange, language: Language): Promise<unknown> =>
  call(language, 'POST', '/me/password', change);

export const listAccounts = async (language: Language): Promise<Account[]> =>
  (await call<{ items: Account[] }>(language, 'GET', '/accounts')).items;
export const addAccount = (account: NewAccount, language: Language): Promise<IssuedAccount> =>
  call(language, 'POST', '/accounts', account);
export const changeAccount = (id: string, patch: AccountPatch, language: Language): Promise<Account> =>
  call(language, 'PATCH', `/accounts/${encodeURIComponent(id)}`, patch);
export const resetPassword = (id: string, language: Language): Promise<IssuedAccount> =>
  call(language, 'POST', `/accounts/${encodeURIComponent(id)}/password`);
