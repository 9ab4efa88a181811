/** A worker process: takes jobs, hands each to the service, ends when told to and the jobs in hand are done. */
import { compose } from '../src/cli/compose.ts';
import { readConfig } from '../src/config.ts';

const { log, startWorkers, close } = await compose(readConfig());
await startWorkers();
log.info({ pid: process.pid }, 'worker started');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    log.info({ signal }, 'worker stopping');
    void close().then(() => process.exit(0));
  });
}
