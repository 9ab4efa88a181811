import { z } from 'zod';
import { route } from '../route.ts';

export const healthLive = route({
  id: 'healthLive',
  method: 'get',
  path: '/health/live',
  tag: 'service',
  open: true,
  summary: 'Whether the process answers at all',
  answers: {
    200: { description: 'It does.', schema: z.object({ status: z.literal('live'), version: z.string() }) },
  },
  handle: (_, { version }) => ({
    status: 200,
    body: { status: 'live', version },
    headers: { 'Cache-Control': 'no-store' },
  }),
});
