import { route } from '../route.ts';

export const getMetrics = route({
  id: 'getMetrics',
  method: 'get',
  path: '/metrics',
  tag: 'service',
  summary: 'Metrics in the Prometheus text format',
  answers: { 200: { description: 'The metrics.', types: ['text/plain'] } },
  handle: async (_, { metrics }) => ({
    status: 200,
    body: await metrics.registry.metrics(),
    headers: { 'Content-Type': metrics.registry.contentType, 'Cache-Control': 'no-store' },
  }),
});
