/**
 * A worker that a document can kill, as a fault in what reads it in a process of its own must not, and may all the same:
 * at a file called "poison" it dies once whatever else it was given is in hand too.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { shipped } from '../shipped.ts';

const { compose }: typeof import('../../src/cli/compose.ts') = await import(shipped('src/cli/compose'));
const { readConfig }: typeof import('../../src/config.ts') = await import(shipped('src/config'));
const { openPipeline }: typeof import('../../src/pipeline/index.ts') = await import(shipped('src/pipeline/index'));

/** How long it waits for company, in milliseconds: alone there is none. */
const [PATIENCE, LOOK] = [3_000, 50];

const config = readConfig();
const pipeline = openPipeline(config.workers, { ocr: 'off' });
const inHand = new Set<string>();

const { startWorkers } = await compose(config, {
  extract: async (file, onProgress) => {
    inHand.add(file.filename);
    try {
      if (file.filename.startsWith('poison')) {
        for (let waited = 0; inHand.size < 2 && waited < PATIENCE; waited += LOOK) await sleep(LOOK);
        process.stdout.write(`DIES ${JSON.stringify([...inHand])}\n`, () => process.kill(process.pid, 'SIGKILL'));
        await sleep(60_000);
      }
      return await pipeline.extract(file, onProgress);
    } finally {
      inHand.delete(file.filename);
    }
  },
});
await startWorkers();
