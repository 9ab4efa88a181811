/** The API as a process without workers: what a stage is held at is then in one known process. */
import { shipped } from '../shipped.ts';

const { serveUntilStopped }: typeof import('../../src/cli/serve.ts') = await import(shipped('src/cli/serve'));
const { readConfig }: typeof import('../../src/config.ts') = await import(shipped('src/config'));

await serveUntilStopped(readConfig(), () => {}, {
  webRoot: import.meta.dirname,
  uploadsPerMinute: 1_000_000,
  works: false,
});
process.exit(0);
