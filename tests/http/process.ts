/** The service as a process of its own; the suite talks to it over HTTP and with signals only. */
import { serveUntilStopped } from '../../src/cli/serve.ts';
import { readConfig } from '../../src/config.ts';

await serveUntilStopped(readConfig(), (url) => console.log(`LISTENING ${url}`));
