import { RefusedRequest } from '../app/index.ts';
import { readConfig } from '../config.ts';
import { type Account, type IssuedAccount, NewAccount } from '../model/index.ts';
import { compose } from './compose.ts';
import { UsageError } from './exit.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

const withAccounts = async <T>(use: (accounts: Awaited<ReturnType<typeof compose>>['accounts']) => Promise<T>) => {
  const { accounts, close } = await compose({ ...readConfig(), logLevel: 'silent' });
  try {
    return await use(accounts);
  } catch (error) {
    throw error instanceof RefusedRequest ? new UsageError(error.message) : error;
  } finally {
    await close();
  }
};

const sayIssued = ({ account, password }: IssuedAccount): void => {
  say(`${account.email} signs in once by the password`);
  say(`\n    ${password}\n`);
  say('and then chooses one of their own. It is shown nowhere else and never again.');
};

const line = ({ id, name, email, role, disabled }: Account): string =>
  [id, email, role, disabled ? 'disabled' : 'enabled', name].join('\t');

/** `ansinh account add`: how the first administrator comes to be on a server. */
export const addAccount = async (options: { email: string; name: string; role: string }): Promise<void> => {
  const parsed = NewAccount.safeParse(options);
  if (!parsed.success) {
    throw new UsageError(parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'));
  }
  await withAccounts(async (accounts) => sayIssued(await accounts.add(parsed.data, { own: false })));
};

/** One a line: id, address, role, state, name. */
export const listAccounts = (): Promise<void> =>
  withAccounts(async (accounts) => {
    for (const account of await accounts.list()) say(line(account));
  });

/** The way back for the only administrator who has forgotten their password: it also enables the account. */
export const resetPassword = ({ email }: { email: string }): Promise<void> =>
  withAccounts(async (accounts) => {
    const account = (await accounts.list()).find((one) => one.email === email.trim().toLowerCase());
    if (!account) throw new UsageError(`There is no account of ${email}. "ansinh account list" shows those there are.`);
    if (account.disabled) await accounts.change(account.id, { disabled: false });
    const issued = await accounts.resetPassword(account.id);
    if (issued) sayIssued(issued);
  });
