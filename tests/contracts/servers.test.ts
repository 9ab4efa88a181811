import { postgres, redis } from '../servers/index.ts';
import { serviceContract } from './service.contract.ts';

serviceContract('PostgreSQL by DATABASE_URL with Redis by REDIS_URL', async () => {
  const [database, queue] = await Promise.all([postgres(), redis()]);
  return {
    environment: { DATABASE_URL: await database.database(), REDIS_URL: queue.url },
    loseQueue: queue.wipe,
    stop: async () => {
      await queue.stop();
      await database.stop();
    },
  };
});
