import { z } from 'zod';
import catalogue from '../../model/catalogue.json' with { type: 'json' };
import { route } from '../route.ts';

const Labels = z.record(z.string(), z.string());

export const getCatalogue = route({
  id: 'getCatalogue',
  method: 'get',
  path: '/api/v1/catalogue.json',
  tag: 'service',
  summary: 'Every code a record may hold, with its Vietnamese label',
  answers: {
    200: {
      description: 'The catalogue.',
      schema: z
        .object({
          version: z.int(),
          kinds: Labels,
          comparators: Labels,
          roles: Labels,
          units: Labels,
          topics: Labels,
          subjects: Labels,
          indicators: Labels,
        })
        .meta({ id: 'Catalogue' }),
    },
  },
  handle: () => ({ status: 200, body: catalogue, headers: { 'Cache-Control': 'no-cache' } }),
});
