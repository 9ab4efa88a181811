/** The API as a process without workers: what a stage is held at is then in one known process. */
import { compose } from '../../src/cli/compose.ts';
import { readConfig } from '../../src/config.ts';
import { startServer } from '../../src/http/server.ts';
import { VERSION } from '../../src/model/version.ts';

const config = readConfig();
const { service, accounts, log, openUploads, close } = await compose(config);
const { host, port } = config;
const server = await startServer({
  service,
  accounts,
  log,
  host,
  port,
  version: VERSION,
  webRoot: import.meta.dirname,
  uploadsPerMinute: 1_000_000,
  resumable: await openUploads(),
});
process.once('SIGTERM', () => {
  void server
    .close()
    .then(close)
    .then(() => process.exit(0));
});
