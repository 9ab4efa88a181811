import type { Role } from '../../model/index.ts';
import { perOf } from '../figures/per.ts';
import { fold } from '../text/words.ts';
import { cellText, type DataTable, groupsOver } from './data-table.ts';
import { isMatter, type Measure, measureIn, unitOf, unitsIn, unitsOf } from './measure.ts';
import { isDecrease, roleIn } from './phrase.ts';
import type { Row } from './shape.ts';

/** What a cell's number is, by the words around it. */
export interface CellMeasure extends Measure {
  role: Role;
  /** No word of its row or column names the unit: its table does. */
  implied: boolean;
  decrease: boolean;
}

const firstOf = <T, U>(items: readonly T[], find: (item: T) => U | null | undefined): U | null => {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return null;
};

/** Money whose words name no multiple of đồng takes it from where the table does. */
const scaled = (measure: Measure, money: readonly Measure[]): Measure => {
  const unit = money.find(({ kind }) => kind === 'money');
  return measure.kind === 'money' && measure.words === 'đồng' && unit
    ? { ...unit, per: measure.per.length ? measure.per : unit.per }
    : measure;
};

/** "Kinh phí/tháng", "Bình quân/người". */
const perIn = (text: string): string[] | null => {
  const folded = fold(text).replace(/\([^()]*\)/gu, '');
  const at = folded.indexOf('/');
  const per = at < 0 ? [] : perOf(folded, { start: at, end: at }, at, { start: at, end: folded.length });
  return per.length > 0 ? per : null;
};

const withPer = (measure: Measure, per: string[] | null): Measure =>
  per && measure.per.length === 0 ? { ...measure, per } : measure;

/** A heading that is a unit or gives one in brackets. */
const outright = (text: string): Measure | null => {
  const whole = unitOf(text);
  return unitsIn(text)[0] ?? (whole && !isMatter(text, whole) ? whole : null);
};

/** What the number at a row and column counts, or null where nothing says. */
export const measureOf = (table: DataTable, row: Row, column: number): CellMeasure | null => {
  const { columns, rows } = table.shape;
  const path = columns[column]?.path ?? [];
  const inwards = [...path].reverse();
  const groups = groupsOver(rows, row).reverse();
  const labels = table.byPlace ? [] : [row.label];
  const caption = [table.caption.text, table.section?.heading].filter((text) => typeof text === 'string');
  const lines = unitsOf(table.caption.unit ?? '');
  const unitColumn = columns.findIndex(({ role }) => role === 'unit');
  const own = unitColumn < 0 ? null : unitOf(cellText(table, row, unitColumn));
  const onlyLine = lines.length === 1 ? lines[0] : undefined;
  const told = firstOf([...inwards, row.label], roleIn);
  const planned = table.planned && (told === null || told === 'change');
  const role = planned ? 'target' : (told ?? 'actual');
  const ratio = firstOf(inwards, (text) =>
    /%/.test(text) || role === 'achievement' ? measureIn(`${text} %`, true) : null,
  );
  const named =
    ratio ??
    own ??
    firstOf(labels, (text) => unitsIn(text)[0]) ??
    firstOf(inwards, (text) => outright(text) ?? measureIn(text, true)) ??
    (onlyLine?.kind === 'money' ? onlyLine : null) ??
    firstOf(labels, (text) => measureIn(text, true)) ??
    firstOf(inwards, (text) => measureIn(text, false)) ??
    onlyLine ??
    firstOf(labels, (text) => measureIn(text, false)) ??
    firstOf(groups, (text) => outright(text) ?? measureIn(text, true));
  const measure = named ?? lines[0] ?? firstOf(caption, (text) => measureIn(text, true) ?? measureIn(text, false));
  if (!measure) return null;
  const rate = measure.kind === 'money' ? firstOf(inwards, perIn) : null;
  const everywhere = [...lines, ...[...inwards, ...labels, ...groups, ...caption].flatMap(unitsIn)];
  return {
    ...withPer(scaled(measure, everywhere), rate),
    role,
    implied: named === null,
    decrease: told === 'change' && [...inwards, row.label].some(isDecrease),
  };
};
