import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import type { Service } from '../../app/index.ts';
import { route } from '../route.ts';

const Health = z
  .object({
    status: z.enum(['ready', 'not_ready', 'stopping']),
    database: z.boolean(),
    queue: z.boolean(),
    blobs: z.boolean(),
  })
  .meta({ id: 'Health' });

const DEAD = { database: false, queue: false, blobs: false };
const LIMIT_MS = 3_000;

/** A dependency that hangs is as bad as one that is down. */
const ask = async (service: Service): Promise<typeof DEAD> => {
  const late = new AbortController();
  try {
    return await Promise.race([service.health(), after(LIMIT_MS, DEAD, { signal: late.signal })]);
  } catch {
    return DEAD;
  } finally {
    late.abort();
  }
};

export const healthReady = route({
  id: 'healthReady',
  method: 'get',
  path: '/health/ready',
  tag: 'service',
  open: true,
  summary: 'Whether everything the service needs answers',
  answers: {
    200: { description: 'Ready.', schema: Health },
    503: { description: 'Not ready: the one that is false, or the server is stopping.', schema: Health },
  },
  handle: async (_, { service, stopping }) => {
    const parts = await ask(service);
    const ready = Object.values(parts).every(Boolean) && !stopping();
    const status = stopping() ? 'stopping' : ready ? 'ready' : 'not_ready';
    return { status: ready ? 200 : 503, body: { status, ...parts }, headers: { 'Cache-Control': 'no-store' } };
  },
});
