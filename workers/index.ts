/** A worker process: takes jobs, hands each to the service, ends when told to and the jobs in hand are done or handed back. */
import { compose } from '../src/cli/compose.ts';
import { readConfig } from '../src/config.ts';

// Before anything is started, so that a signal in the first second leaves nothing behind either.
const stop = new Promise<NodeJS.Signals>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
});
const { log, config, startWorkers, close } = await compose(readConfig());
await startWorkers();
log.info({ pid: process.pid, workers: config.workers }, 'worker started');

log.info({ signal: await stop }, 'worker stopping');
await close();
process.exit(0);
