import { z } from 'zod';
import { route } from '../route.ts';

export const getOpenApi = route({
  id: 'getOpenApi',
  method: 'get',
  path: '/api/v1/openapi.json',
  tag: 'service',
  open: true,
  summary: 'This API as an OpenAPI 3.1 document',
  answers: { 200: { description: 'The document.', schema: z.looseObject({ openapi: z.string() }) } },
  handle: (_, { openapi }) => ({ status: 200, body: openapi(), headers: { 'Cache-Control': 'no-cache' } }),
});
