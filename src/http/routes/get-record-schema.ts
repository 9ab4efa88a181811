import { z } from 'zod';
import { recordSchema } from '../../model/schema.ts';
import { route } from '../route.ts';

export const getRecordSchema = route({
  id: 'getRecordSchema',
  method: 'get',
  path: '/api/v1/schema/record.json',
  tag: 'service',
  open: true,
  summary: 'The JSON Schema (2020-12) of the record',
  answers: {
    200: {
      description: 'The schema.',
      schema: z.looseObject({ $schema: z.string(), $id: z.string() }),
      types: ['application/schema+json'],
    },
  },
  handle: () => ({
    status: 200,
    body: JSON.stringify(recordSchema()),
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8', 'Cache-Control': 'no-cache' },
  }),
});
