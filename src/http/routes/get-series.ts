import { FigureFilter, Series } from '../../model/index.ts';
import { route } from '../route.ts';

export const getSeries = route({
  id: 'getSeries',
  method: 'get',
  path: '/api/v1/series',
  tag: 'figures',
  summary: 'An indicator over time: points by period, each with its figures',
  query: FigureFilter,
  answers: { 200: { description: 'The series.', schema: Series } },
  problems: ['too_many_figures'],
  handle: async ({ query, me }, { service }) => ({ status: 200, body: await service.series(query, me) }),
});
