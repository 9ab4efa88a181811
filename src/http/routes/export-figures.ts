import { parse } from 'node:path';
import { FigureFilter } from '../../model/index.ts';
import { attachment } from '../disposition.ts';
import { ExportFormat, FORMATS } from '../export/index.ts';
import { route } from '../route.ts';

export const exportFigures = route({
  id: 'exportFigures',
  method: 'get',
  path: '/api/v1/export',
  tag: 'figures',
  summary: 'Every figure that matches, as a file',
  query: FigureFilter.extend({ format: ExportFormat }),
  answers: {
    200: {
      description: 'A stream, as an attachment.',
      types: Object.values(FORMATS).map(({ type }) => type),
      headers: {
        'Content-Disposition':
          'attachment; named after the report where one is asked for, else "ansinh", and the format',
      },
    },
  },
  handle: async ({ query: { format, ...filter }, language, me }, { service }) => {
    const { type, write } = FORMATS[format];
    const report = filter.document ? await service.document(filter.document, language) : null;
    return {
      status: 200,
      body: write(service.everyFigure(filter, me)),
      headers: {
        'Content-Type': type,
        'Content-Disposition': attachment(`${report ? parse(report.filename).name : 'ansinh'}.${format}`),
        'Cache-Control': 'private, no-store',
      },
    };
  },
});
