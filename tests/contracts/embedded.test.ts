import { startEmbedded } from '../../src/store/embedded.ts';
import { loseQueueInPostgres } from './lose-queue.ts';
import { serviceContract } from './service.contract.ts';

serviceContract('embedded PostgreSQL with its queue', async (dataDir) => ({
  environment: {},
  loseQueue: async () => {
    const server = await startEmbedded(dataDir);
    await loseQueueInPostgres(server.url);
    await server.close();
  },
  stop: async () => {},
}));
