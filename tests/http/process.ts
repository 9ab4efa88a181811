/** The service as a process of its own; the suite talks to it over HTTP and with signals only. */
import { shipped } from '../shipped.ts';

const { serveUntilStopped }: typeof import('../../src/cli/serve.ts') = await import(shipped('src/cli/serve'));
const { readConfig }: typeof import('../../src/config.ts') = await import(shipped('src/config'));

await serveUntilStopped(readConfig(), (url) => console.log(`LISTENING ${url}`));
