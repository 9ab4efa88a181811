/** `npm start`, and with --samples `npm run demo`: everything on this machine, in one command. */
import { fileURLToPath } from 'node:url';
import { ConfigError, readConfig } from '../config.ts';
import { EXIT } from './exit.ts';
import { freePort } from './free-port.ts';
import { progressLine } from './progress.ts';
import { describe, filesIn, settled, upload } from './samples.ts';
import { serveUntilStopped } from './serve.ts';

const SAMPLES = fileURLToPath(new URL('../../../fixtures/pdf', import.meta.url));
const withSamples = process.argv.includes('--samples');
const say = (text: string) => process.stdout.write(`${text}\n`);

/** The demo is read by a person: its log tells only what is wrong, unless LOG_LEVEL asks for more. */
const environment = withSamples ? { LOG_LEVEL: 'warn', ...process.env } : process.env;

async function main(): Promise<number> {
  const configured = readConfig(environment);
  const config = process.env.PORT ? configured : { ...configured, port: await portFor(configured) };
  const stop = stopSignal();
  say('Starting the service …');
  await serveUntilStopped(config, async (url) => {
    say(`ansinh answers at ${url}. Its data is in ${config.dataDir}. Ctrl-C stops it.\n`);
    if (withSamples) await showSamples(url, stop);
  });
  return EXIT.done;
}

async function portFor({ host, port }: { host: string; port: number }): Promise<number> {
  const free = await freePort(host, port);
  if (free !== port) say(`Port ${port} is in use, so the service takes ${free}. PORT names another one.`);
  return free;
}

/** Uploads the five reports and says what became of each; whatever goes wrong, the service goes on. */
async function showSamples(url: string, stop: AbortSignal): Promise<void> {
  try {
    const files = await filesIn(SAMPLES, '.pdf');
    say(`Uploading ${files.length} sample reports from ${SAMPLES} …`);
    const ids = await upload(url, files, stop);
    const documents = await settled(url, ids, { stop, onChange: progressLine(process.stdout) });
    for (const document of documents) say(`\n${describe(document, `${url}/documents/${document.id}`)}`);
    say(`\nAll reports: ${url}/   The API: ${url}/docs   Ctrl-C stops the service.`);
  } catch (error) {
    if (!stop.aborted) process.stderr.write(`The samples did not go through: ${(error as Error).message}\n`);
  }
}

function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.once(event, () => controller.abort());
  return controller.signal;
}

/** Nothing is left to do, whatever still holds the event loop. */
process.exit(
  await main().catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    return error instanceof ConfigError ? EXIT.wrongUsage : EXIT.someFailed;
  }),
);
