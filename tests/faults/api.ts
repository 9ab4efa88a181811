/** The API as a process without workers: what a stage is held at is then in one known process. */
import { serveUntilStopped } from '../../src/cli/serve.ts';
import { readConfig } from '../../src/config.ts';

await serveUntilStopped(readConfig(), () => {}, {
  webRoot: import.meta.dirname,
  uploadsPerMinute: 1_000_000,
  works: false,
});
process.exit(0);
