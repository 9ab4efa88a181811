import { FigureFilter, FigureWithDocument, listOf } from '../../model/index.ts';
import { route } from '../route.ts';
import { Cursor, Limit } from './common.ts';

export const searchFigures = route({
  id: 'searchFigures',
  method: 'get',
  path: '/api/v1/figures',
  tag: 'figures',
  summary: 'Search the figures of all documents',
  query: FigureFilter.extend({ cursor: Cursor.optional(), limit: Limit.optional() }),
  answers: { 200: { description: 'One page of figures.', schema: listOf(FigureWithDocument) } },
  problems: ['invalid_cursor'],
  handle: async ({ query: { cursor, limit, ...filter }, me }, { service }) => ({
    status: 200,
    body: await service.figures(filter, cursor, limit, me),
  }),
});
