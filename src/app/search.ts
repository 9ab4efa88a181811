import { type FigureFilter, type FigureWithDocument, type Me, type Series, whoIs } from '../model/index.ts';
import type { Context } from './context.ts';
import { decodeCursor, FigureCursor, page, pageSize } from './cursor.ts';
import { RefusedRequest } from './errors.ts';
import { placeQuery } from './place.ts';
import type { FigurePosition, FigureQuery, FoundFigure, Ledger } from './ports.ts';
import type { Service } from './service.ts';
import { phrases } from './words.ts';

const CHUNK = 500;
const MAX_SERIES = 20_000;

const queryOf = async (ledger: Ledger, filter: FigureFilter, me: Me | undefined): Promise<FigureQuery> => ({
  document: filter.document ?? null,
  indicator: filter.indicator ?? null,
  subject: filter.subject ?? null,
  place: filter.place ? placeQuery(filter.place) : null,
  from: filter.from ?? null,
  to: filter.to ?? null,
  phrases: phrases(filter.q ?? ''),
  blind: me ? await ledger.blind(whoIs(me)) : [],
});

const withDocument = ({ figure, document }: FoundFigure): FigureWithDocument => ({ ...figure, document });

const positionOf = ({ document, figure }: FoundFigure): FigurePosition => ({
  document: document.id,
  start: figure.span.start,
  figure: figure.id,
});

async function* every(ledger: Ledger, filter: FigureFilter, me?: Me): AsyncGenerator<FigureWithDocument> {
  const query = await queryOf(ledger, filter, me);
  let after: FigurePosition | undefined;
  for (;;) {
    const rows: FoundFigure[] = await ledger.figures(query, { limit: CHUNK, ...(after && { after }) });
    yield* rows.map(withDocument);
    const last = rows.at(-1);
    if (rows.length < CHUNK || !last) return;
    after = positionOf(last);
  }
}

export const search = ({ ledger }: Context): Pick<Service, 'figures' | 'series' | 'everyFigure'> => ({
  figures: async (filter, cursor, limit, me) => {
    const size = pageSize(limit);
    const at = cursor ? decodeCursor(FigureCursor, cursor) : null;
    const rows = await ledger.figures(await queryOf(ledger, filter, me), {
      limit: size + 1,
      ...(at && { after: { document: at[0], start: at[1], figure: at[2] } }),
    });
    const { items, next } = page(rows, size, (row) => Object.values(positionOf(row)));
    return { items: items.map(withDocument), next };
  },

  series: async (filter, me) => {
    const points = new Map<string, Series['points'][number]>();
    let count = 0;
    for await (const figure of every(ledger, filter, me)) {
      if (!figure.period) continue;
      count += 1;
      if (count > MAX_SERIES) throw new RefusedRequest('too_many_figures');
      const { start, end } = figure.period;
      const point = points.get(`${start}/${end}`) ?? { period: { start, end }, figures: [] };
      point.figures.push(figure);
      points.set(`${start}/${end}`, point);
    }
    const keys = [...points.keys()].sort();
    return { points: keys.flatMap((key) => points.get(key) ?? []) };
  },

  everyFigure: (filter, me) => every(ledger, filter, me),
});
