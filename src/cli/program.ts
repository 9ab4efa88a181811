import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { ConfigError, readConfig } from '../config.ts';
import { AccountRole, VERSION } from '../model/index.ts';
import type { BackfillOptions } from './backfill.ts';
import { EXIT, UsageError } from './exit.ts';

/** Runs one command line; resolves to its exit code. Only results go to standard output. */
export async function runCli(args: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.done;
  const program = commandTree((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage;
    process.stderr.write(`error: ${(error as Error).message}\n`);
    return error instanceof UsageError || error instanceof ConfigError ? EXIT.wrongUsage : EXIT.someFailed;
  }
}

/** Commands are imported when they are called: `--help` must not wait for a PDF reader to load. */
function commandTree(done: (exitCode: number) => void): Command {
  const program = new Command('ansinh')
    .description('Turns Vietnamese welfare reports into data.')
    .version(VERSION)
    .showHelpAfterError()
    .exitOverride();

  program
    .command('extract')
    .description('print the record of a report; of several, write NAME.json for each')
    .argument('<file...>', 'reports: PDF, DOCX, DOC, RTF, ODT, HTML, XLSX, images, text')
    .option('--out <dir>', 'folder for the records')
    .option('--explain', 'print how each figure came about, for people, instead of the record')
    .action(async (files: string[], options: { out?: string; explain?: boolean }) => {
      const { extractFiles } = await import('./extract-files.ts');
      done(await extractFiles(files, { out: options.out ?? null, explain: options.explain ?? false }));
    });

  program
    .command('evaluate')
    .description('extract each document of a folder beside its NAME.gold.json and score the records')
    .argument('<gold_dir>', 'folder with NAME.gold.json beside NAME.txt, NAME.docx, NAME.pdf …')
    .option('--json', 'print the scores as JSON')
    .option('--errors <n>', 'print the first N errors', count, 0)
    .action(async (directory: string, options: { json?: boolean; errors: number }) => {
      const { evaluateFolder } = await import('./evaluate-folder.ts');
      done(await evaluateFolder(directory, options));
    });

  program
    .command('serve')
    .description('serve the API and the pages, and work on the queue; the environment configures it')
    .action(async () => {
      const { serveUntilStopped } = await import('./serve.ts');
      await serveUntilStopped(readConfig(), () => {});
    });

  program
    .command('worker')
    .description('work on the queue of DATABASE_URL and REDIS_URL')
    .action(async () => {
      await import('../../workers/index.ts');
    });

  program
    .command('backfill')
    .description(
      'bring folders of reports, and ZIP archives in them, into a service; wait until each has come to its end',
    )
    .argument('[dir...]', 'folders, archives, files')
    .option(
      '--server <url>',
      'a service somewhere else; else all of it runs in this process, as the environment configures',
    )
    .option('--name <batch>', 'name of the batch; the same folders under the same name go on where they stopped')
    .option('--manifest <file.csv>', 'what is known of files: columns file, place, year, batch')
    .option('--include <glob>', 'only such files; may be given several times', listed, [])
    .option('--exclude <glob>', 'no such files or folders; may be given several times', listed, [])
    .option('--dry-run', 'say what would be sent, and write nothing')
    .option('--watch [seconds]', 'go on looking for new files until Ctrl-C', atLeastOne)
    .option('--report <file.csv>', 'write what became of every file: file, state, code, reason, remedy, document')
    .option('--json', 'print events and the summary as lines of JSON')
    .option('--concurrency <n>', 'files sent at once', atLeastOne, 4)
    .option('--patience <seconds>', 'how long a server that does not answer is waited for', atLeastOne, 600)
    .option('--extract-below <version>', 'bring nothing; extract again what an older version extracted', version)
    .action(
      async (folders: string[], { watch, ...options }: Omit<BackfillOptions, 'watch'> & { watch?: number | true }) => {
        const { backfill } = await import('./backfill.ts');
        done(await backfill(folders, { ...options, watch: watch === true ? WATCH_SECONDS : watch }));
      },
    );

  program
    .command('migrate')
    .description('bring the database up to this version, then end')
    .action(async () => {
      const { compose } = await import('./compose.ts');
      await (await compose(readConfig())).close();
    });

  program
    .command('check')
    .description('compare ledger, files and queue, and say what is not as it should be; 1 where something is left')
    .option('--repair', 'mend what can be; nothing is deleted, what belongs to no document is put aside')
    .option('--deep', 'read every file and compare its bytes with its name')
    .option('--json', 'print the findings as JSON')
    .option(
      '--younger-than <minutes>',
      'leave alone what may be under way: parts and files younger than this',
      count,
      60,
    )
    .action(async ({ repair = false, deep = false, json = false, youngerThan }) => {
      const { checkStore } = await import('./check.ts');
      done(await checkStore(readConfig(), { repair, deep, json, youngerThan }));
    });

  program
    .command('backup')
    .description('copy the whole store as of one moment into a folder; called again, only what is new is copied')
    .argument('<dir>', 'folder of the backup')
    .action(async (folder: string) => {
      const { backupStore } = await import('./backup.ts');
      done(await backupStore(readConfig(), folder));
    });

  program
    .command('restore')
    .description('bring a backup back into an empty database and an empty store of files')
    .argument('<dir>', 'folder of the backup')
    .action(async (folder: string) => {
      const { restoreStore } = await import('./restore.ts');
      done(await restoreStore(readConfig(), folder));
    });

  const account = program
    .command('account')
    .description('accounts of the service in DATABASE_URL, or in DATA_DIR without it');
  account
    .command('add')
    .description('add an account and print its one-time password; from the first one on everybody has to sign in')
    .requiredOption('--email <address>', 'what the person signs in by')
    .requiredOption('--name <name>', 'what the histories show')
    .requiredOption('--role <role>', AccountRole.options.join(', '))
    .action(async (options: { email: string; name: string; role: string }) => {
      await (await import('./account.ts')).addAccount(options);
    });
  account
    .command('list')
    .description('print every account: id, address, role, state, name')
    .action(async () => (await import('./account.ts')).listAccounts());
  account
    .command('password')
    .description('print a new one-time password for an account, enable it, and end its sessions')
    .requiredOption('--email <address>', 'whose')
    .action(async (options: { email: string }) => (await import('./account.ts')).resetPassword(options));

  return program;
}

/** How often a folder that is watched is looked at, in seconds. */
const WATCH_SECONDS = 5;

function listed(text: string, before: string[]): string[] {
  return [...before, text];
}

function atLeastOne(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number of at least 1.');
}

function version(text: string): string {
  if (/^\d+\.\d+\.\d+$/.test(text)) return text;
  throw new InvalidArgumentError('It must be a version like 0.2.0.');
}

function count(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
}
