/** The API alone, or with workers (`WITH_WORKERS`), as a process of its own: what it prints is where it answers. */
import { serveUntilStopped } from '../../src/cli/serve.ts';
import { readConfig } from '../../src/config.ts';

await serveUntilStopped(readConfig(), (url) => void process.stdout.write(`LISTENING ${url}\n`), {
  webRoot: import.meta.dirname,
  uploadsPerMinute: 1e9,
  works: Boolean(process.env.WITH_WORKERS),
});
process.exit(0);
