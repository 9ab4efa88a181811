import { access, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import {
  type Backfill,
  type Ended,
  httpTarget,
  ManifestError,
  type Plan,
  plan,
  prepareReport,
  Run,
  readManifest,
  rootsOf,
  rowsOf,
  SignInRequired,
  type Target,
  wanted,
  writeReport,
} from '../backfill/index.ts';
import { readConfig } from '../config.ts';
import { outletFor } from './backfill-outlet.ts';
import { EXIT, UsageError } from './exit.ts';

export interface BackfillOptions {
  server?: string;
  name?: string;
  manifest?: string;
  include: string[];
  exclude: string[];
  dryRun?: boolean;
  watch?: number;
  report?: string;
  json?: boolean;
  concurrency: number;
  patience: number;
  extractBelow?: string;
}

/** A service to work with, and what lets it go. */
interface Opened {
  target: Target | null;
  close(): Promise<void>;
}

const OWN_MANNER: [keyof BackfillOptions, keyof BackfillOptions][] = [
  ['dryRun', 'watch'],
  ['dryRun', 'report'],
  ['dryRun', 'extractBelow'],
  ['extractBelow', 'watch'],
  ['extractBelow', 'manifest'],
];
const flag = (name: string): string => `--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;

const check = (folders: readonly string[], options: BackfillOptions): void => {
  for (const [a, b] of OWN_MANNER) {
    if (options[a] !== undefined && options[b] !== undefined)
      throw new UsageError(`${flag(a)} goes without ${flag(b)}.`);
  }
  if (folders.length === 0 && options.extractBelow === undefined) {
    throw new UsageError('Name the folders to back-fill: ansinh backfill DIR…');
  }
  const { server } = options;
  if (server !== undefined && !/^https?:$/u.test(URL.canParse(server) ? new URL(server).protocol : '')) {
    throw new UsageError('--server must be an address like http://host:3000.');
  }
};

/** Where something lies, or will. */
const real = async (path: string): Promise<string> =>
  realpath(path).catch(async () =>
    join(await realpath(dirname(resolve(path))).catch(() => dirname(resolve(path))), basename(path)),
  );

const languageOf = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): 'vi' | 'en' =>
  (LC_ALL || LC_MESSAGES || LANG || '').startsWith('vi') ? 'vi' : 'en';

/** The first Ctrl-C ends the run, the second the process. */
const interruption = (): AbortSignal => {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.someFailed);
    controller.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  return controller.signal;
};

/** The service at an address, or all of it in this process, which a dry run starts only where there is a ledger to ask. */
const openService = async (options: BackfillOptions, signal: AbortSignal, language: 'vi' | 'en'): Promise<Opened> => {
  const { server } = options;
  if (server !== undefined) {
    const { ANSINH_EMAIL: email, ANSINH_PASSWORD: password } = process.env;
    const credentials = email && password ? { email, password } : null;
    return { target: httpTarget({ server, credentials, language, signal }), close: async () => {} };
  }
  const config = readConfig({ LOG_LEVEL: 'error', ...process.env });
  const hasLedger = config.databaseUrl !== null || (await exists(join(config.dataDir, 'postgres')));
  if (options.dryRun && !hasLedger) return { target: null, close: async () => {} };
  const { openEmbedded } = await import('./backfill-embedded.ts');
  return openEmbedded(config, { language, works: !options.dryRun });
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const backfillOf = async (
  folders: readonly string[],
  options: BackfillOptions,
  at: { signal: AbortSignal; language: 'vi' | 'en' },
): Promise<Backfill> => {
  const { roots, failed } = await rootsOf(folders);
  const latestYear = new Date().getFullYear() + 1;
  const own = [options.report, options.manifest, options.server === undefined ? readConfig().dataDir : undefined];
  return {
    ...at,
    roots,
    missing: failed,
    name: (options.name ?? (roots.map(({ name }) => name).join(', ') || 'back-fill')).slice(0, 200),
    manifest: options.manifest === undefined ? null : await readManifest(options.manifest, roots, latestYear),
    wanted: wanted(options),
    own: new Set(await Promise.all(own.filter((path) => path !== undefined).map(real))),
    concurrency: options.concurrency,
    watch: options.watch === undefined ? null : options.watch * 1000,
    patience: options.patience * 1000,
    latestYear,
  };
};

/** `ansinh backfill`: brings folders of reports into a service and waits until each has come to its end. */
export const backfill = async (folders: readonly string[], options: BackfillOptions): Promise<number> => {
  check(folders, options);
  const language = languageOf(process.env);
  const signal = interruption();
  const outlet = outletFor({ json: options.json ?? false, server: options.server ?? null });
  try {
    if (options.report !== undefined) await preparedReport(options.report);
    const how = await backfillOf(folders, options, { signal, language });
    for (const doubt of how.manifest?.doubts ?? []) outlet.doubt(doubt);
    const { target, close } = await openService(options, signal, language);
    try {
      const code = await (options.dryRun ? dryRun(target, how) : work(target as Target, how));
      return how.manifest && how.manifest.doubts.length > 0 ? Math.max(code, EXIT.someFailed) : code;
    } finally {
      outlet.closing();
      await close();
    }
  } catch (error) {
    if (error instanceof ManifestError || error instanceof SignInRequired) throw new UsageError(error.message);
    throw error;
  }

  async function dryRun(target: Target | null, how: Backfill): Promise<number> {
    const planned: Plan = await plan(target, how);
    outlet.plan(planned);
    if (planned.files.length + planned.failed.length === 0) outlet.nothing(folders);
    return planned.failed.length > 0 || planned.files.length === 0 ? EXIT.someFailed : EXIT.done;
  }

  async function work(target: Target, how: Backfill): Promise<number> {
    const run = new Run(target, how, outlet.event);
    const ended = await (options.extractBelow === undefined ? run.run() : run.extractAgain(options.extractBelow));
    outlet.ended(ended);
    if (options.report !== undefined) await reported(target, options.report, ended);
    const isNothing = ended.totals.found === 0 && ended.stopped === null;
    if (isNothing && options.extractBelow === undefined) {
      outlet.nothing(folders);
      return EXIT.someFailed;
    }
    return isWell(ended, how.watch !== null) ? EXIT.done : EXIT.someFailed;
  }

  async function reported(target: Target, file: string, ended: Ended): Promise<void> {
    try {
      await writeReport(file, rowsOf(target, ended));
    } catch (error) {
      throw new Error(
        `The report ${file} was not written: ${(error as Error).message}. Run the same command again for it.`,
      );
    }
  }
};

const preparedReport = async (file: string): Promise<void> => {
  await prepareReport(file).catch((error: Error) => {
    throw new UsageError(`The report cannot be written to ${file}: ${error.message}.`);
  });
};

/** Watching is ended by a person, and that is how it should end. */
const isWell = ({ stopped, totals }: Ended, watches: boolean): boolean =>
  totals.failed === 0 && (stopped === null ? totals.pending === 0 : stopped === 'interrupted' && watches);
