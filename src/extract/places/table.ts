import { lookup, parseName } from '../../catalogue/places/index.ts';
import type { DocumentMetadata, Place, PlaceLevel, SourceDocument, SourceTable, Span } from '../../model/index.ts';
import { quick } from '../text/quick.ts';
import { ancestry, depthOf, type Resolver } from './resolve.ts';

const TYPE_COLUMN: [PlaceLevel, string, RegExp][] = [
  ['village', 'thôn', quick(/(?<![\p{L}])(?:thôn|ấp|bản|làng|khu phố|tổ dân phố|xóm|khóm)(?![\p{L}])/iu)],
  ['commune', 'xã', quick(/(?<![\p{L}])(?:xã(?! hội)|phường|thị trấn)(?![\p{L}])/iu)],
  ['district', 'huyện', quick(/(?<![\p{L}])(?:huyện|quận|thị xã|thành phố)(?![\p{L}])/iu)],
  ['province', 'tỉnh', quick(/(?<![\p{L}])tỉnh(?![\p{L}])/iu)],
];
const PLACE_COLUMN = quick(/(?<![\p{L}])(?:đơn vị(?! tính)|địa phương|địa bàn|nơi|khu vực)(?![\p{L}])/iu);
const TOTAL = /^(?:tổng|cộng|toàn|chung|bình quân)/iu;
const BELOW: Record<PlaceLevel, PlaceLevel> = {
  country: 'province',
  province: 'district',
  district: 'commune',
  commune: 'village',
  village: 'village',
};

type Context = Pick<DocumentMetadata, 'place' | 'issued'>;
type Column = { index: number; level: PlaceLevel; word: string };

/** The column of a table that names places, by its heading. */
function placeColumn(table: SourceTable, own: Place | null): Column | null {
  for (const row of table.rows.slice(0, Math.max(1, table.headerRows))) {
    for (const [index, cell] of row.slice(0, 4).entries()) {
      if (cell.text.length > 60) continue;
      const typed = TYPE_COLUMN.find(([, , pattern]) => pattern.test(cell.text));
      if (typed) return { index, level: typed[0], word: typed[2].exec(cell.text)?.[0].toLowerCase() ?? typed[1] };
      if (PLACE_COLUMN.test(cell.text)) {
        const level = BELOW[own?.level ?? 'country'];
        return { index, level, word: TYPE_COLUMN.find(([each]) => each === level)?.[1] ?? 'xã' };
      }
    }
  }
  return null;
}

/** Answers which place the row around a figure is about; undefined outside tables and in tables without places. */
export function tablePlaces(
  document: Partial<Pick<SourceDocument, 'tables'>>,
  context: Context,
  { resolve }: Resolver,
): (figure: Span) => Place | null | undefined {
  const tables = (document.tables ?? []).map((table) => ({ table, column: placeColumn(table, context.place) }));
  const around = ancestry(context.place, context.issued);
  return (figure) => {
    const found = tables.find(({ table }) => table.span.start <= figure.start && figure.end <= table.span.end);
    if (!found) return undefined;
    const { table, column } = found;
    const row = table.rows.find((cells) =>
      cells.some(({ span }) => span.start <= figure.start && figure.end <= span.end),
    );
    const cell = column && row?.slice(0, column.index + 1).findLast(({ text }) => /\p{L}{2}/u.test(text));
    if (
      !column ||
      !cell ||
      TOTAL.test(cell.text.trim()) ||
      (cell.span.start <= figure.start && figure.end <= cell.span.end)
    )
      return null;
    return rowPlace({ label: cell.text.replace(/\s+/g, ' ').trim(), span: cell.span }, column, around, resolve);
  };
}

function rowPlace(
  { label, span }: { label: string; span: Span },
  { level, word }: Column,
  around: ReturnType<typeof ancestry>,
  resolve: Resolver['resolve'],
): Place | null {
  if (label.length > 50 || !/^\p{L}/u.test(label)) return null;
  const { type, bare } = parseName(label);
  const outer = around.find((unit) => depthOf(unit.level) < depthOf(level));
  const unit = level === 'village' ? null : lookup(label, type ? undefined : level, outer);
  if (outer && !unit && !type && level !== 'village' && !/^\p{Lu}/u.test(bare)) return null;
  const name = type
    ? `${type} ${bare}`
    : level === 'village' && /^(?:thôn|ấp|bản|làng|khu phố|tổ)/iu.test(label)
      ? lowerFirst(label)
      : `${unit?.type ?? word} ${bare}`;
  return resolve({ span, name, level: unit?.level ?? level });
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
