/** The API alone, or with workers (`WITH_WORKERS`), as a process of its own: what it prints is where it answers. */
import { compose } from '../../src/cli/compose.ts';
import { readConfig } from '../../src/config.ts';
import { startServer } from '../../src/http/server.ts';
import { VERSION } from '../../src/model/version.ts';

const config = readConfig();
const { service, accounts, log, startWorkers, openUploads, close } = await compose(config);
const { host, port } = config;
const webRoot = import.meta.dirname;
const resumable = await openUploads();
const server = await startServer({
  service,
  accounts,
  log,
  host,
  port,
  version: VERSION,
  webRoot,
  uploadsPerMinute: 1e9,
  resumable,
});
if (process.env.WITH_WORKERS) await startWorkers();
process.once('SIGTERM', async () => {
  await server.close();
  await close();
  process.exit(0);
});
process.stdout.write(`LISTENING ${server.url}\n`);
