import { createRequire } from 'node:module';
import type { Cell, CellValue, Row, Workbook, Worksheet } from 'exceljs';
import { ReadError } from '../../model/read-error.ts';
import { cleanLine } from '../clean.ts';
import { compose } from '../compose.ts';
import { converted, info, type Message, type Reading } from '../reading.ts';
import { draftsOf } from '../word/drafts.ts';
import type { WordBlock, WordCell, WordRow, WordRun } from '../word/model.ts';
import type { Zip } from '../zip.ts';
import { shownNumber } from './number.ts';
import { readable } from './parts.ts';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const VERSION: string = createRequire(import.meta.url)('exceljs/package.json').version;
/** A report's annex has some thousand cells; more are a database, or a file made to exhaust its readers. */
const MOST_CELLS = 300_000;
/** What is no cell; exceljs makes an object for every cell that a rule holds for. */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'extLst',
];
/** Names that programs give, not writers: "Sheet1", "Trang tính 2". */
const UNNAMED = /^(?:sheet|trang(?: tính)?|bảng|biểu|book|worksheet)?\s*\d*$/iu;

/** Reads the annexes that come as spreadsheets, a sheet after the other. Throws ReadError `damaged`, `empty`, `too_large`. */
export async function readXlsx(zip: Zip): Promise<Reading> {
  const workbook = await open(await readable(zip));
  const shown = workbook.worksheets.filter((sheet) => sheet.state === 'visible');
  const cells = shown.reduce((sum, sheet) => sum + sheet.actualRowCount * sheet.actualColumnCount, 0);
  if (cells > MOST_CELLS) throw new ReadError('too_large', `${cells} cells, ${MOST_CELLS} allowed`);
  const { drafts, encoding } = draftsOf(shown.flatMap(sheetBlocks));
  if (drafts.every((draft) => draft.text === '')) throw new ReadError('empty', 'no cell with a value');
  return {
    mediaType: MEDIA_TYPE,
    reader: { name: 'exceljs', version: VERSION },
    title: cleanLine(workbook.title ?? '') || null,
    pages: [],
    encoding,
    messages: messages(workbook, shown.length, encoding),
    ...compose(drafts),
  };
}

async function open(bytes: Buffer): Promise<Workbook> {
  const { default: ExcelJs } = await import('exceljs');
  const workbook = new ExcelJs.Workbook();
  try {
    // exceljs is typed for the Buffer of another Node.
    await workbook.xlsx.load(bytes as never, { ignoreNodes: IGNORED });
  } catch (error) {
    throw new ReadError('damaged', String(error));
  }
  if (workbook.worksheets.length === 0) throw new ReadError('damaged', 'no sheet');
  return workbook;
}

function messages(workbook: Workbook, shown: number, encoding: string): Message[] {
  const hidden = workbook.worksheets.length - shown;
  return [
    ...converted(encoding),
    ...(hidden > 0 ? [info('hidden_sheets', `${hidden} hidden sheets are left out of the text`)] : []),
  ];
}

/** A sheet is stretches of rows: lines of text above and under its tables, and the tables. */
function sheetBlocks(sheet: Worksheet): WordBlock[] {
  const blocks: WordBlock[] = UNNAMED.test(sheet.name.trim()) ? [] : [paragraph([run(sheet.name)])];
  let stretch: Row[] = [];
  const end = (): void => {
    blocks.push(...stretchBlocks(sheet, stretch));
    stretch = [];
  };
  sheet.eachRow({ includeEmpty: true }, (row) => {
    if (row.hidden || valued(row).length === 0) {
      if (!row.hidden) end();
    } else stretch.push(row);
  });
  end();
  return blocks;
}

/** The cells of a row that say something; of merged ones, the first. */
function valued(row: Row): Cell[] {
  const cells: Cell[] = [];
  row.eachCell((cell) => {
    if (cell.master.address === cell.address && textOf(cell).trim() !== '') cells.push(cell);
  });
  return cells;
}

function stretchBlocks(sheet: Worksheet, rows: readonly Row[]): WordBlock[] {
  const isRow = (row: Row): boolean => valued(row).length > 2 || (valued(row).length === 2 && hasNumber(row));
  const first = rows.findIndex(isRow);
  if (first === -1) return rows.flatMap(lines);
  const last = rows.findLastIndex(isRow);
  // A head that stands over merged columns has few cells of its own; it is no line of text, being merged downwards.
  const top = rows.findIndex((row, i) => i <= first && (i === first || reachesDown(row, rows[first] as Row)));
  const table = rows.slice(top, last + 1);
  return [...rows.slice(0, top).flatMap(lines), grid(sheet, table), ...rows.slice(last + 1).flatMap(lines)];
}

const hasNumber = (row: Row): boolean => valued(row).some((cell) => typeof resultOf(cell.value) === 'number');

const reachesDown = (row: Row, under: Row): boolean =>
  valued(row).some((cell) => under.getCell(cell.col).master.address === cell.address);

const lines = (row: Row): WordBlock[] => valued(row).map((cell) => paragraph(runsOf(cell)));

function grid(sheet: Worksheet, rows: readonly Row[]): WordBlock {
  const used = rows.flatMap((row) => valued(row).map((cell) => Number(cell.col)));
  const [first, last] = [used.reduce((a, b) => Math.min(a, b)), used.reduce((a, b) => Math.max(a, b))];
  const columns: number[] = [];
  for (let column = first; column <= last; column++) if (!sheet.getColumn(column).hidden) columns.push(column);
  return { kind: 'table', rows: rows.map((_, at) => gridRow(rows, at, columns)) };
}

function gridRow(rows: readonly Row[], at: number, columns: readonly number[]): WordRow {
  const row = rows[at] as Row;
  const cells: WordCell[] = [];
  for (const [i, column] of columns.entries()) {
    const cell = row.getCell(column);
    if (cell.master.address !== cell.address) continue;
    const covers = (other: Cell): boolean => other.isMerged && other.master.address === cell.address;
    let [right, bottom] = [i + 1, at + 1];
    while (right < columns.length && covers(row.getCell(columns[right] as number))) right++;
    while (bottom < rows.length && covers((rows[bottom] as Row).getCell(column))) bottom++;
    cells.push({ blocks: [paragraph(runsOf(cell))], colSpan: right - i, rowSpan: bottom - at });
  }
  return { cells, header: false };
}

const paragraph = (runs: WordRun[]): WordBlock => ({ kind: 'paragraph', runs, level: null, listed: false });
const run = (text: string, font: string | null = null, bold = false): WordRun => ({ text, font, bold, raised: false });

function runsOf(cell: Cell): WordRun[] {
  const font = cell.font?.name ?? null;
  const bold = cell.font?.bold === true;
  const { value } = cell;
  if (value !== null && typeof value === 'object' && 'richText' in value) {
    return value.richText.map((part) => run(part.text, part.font?.name ?? font, part.font?.bold ?? bold));
  }
  return [run(textOf(cell), font, bold)];
}

/** What a formula came to when the file was saved, else the value itself. */
function resultOf(value: CellValue): CellValue {
  return value !== null && typeof value === 'object' && 'result' in value ? (value.result ?? null) : value;
}

function textOf(cell: Cell): string {
  const value = resultOf(cell.value);
  if (value === null || value === undefined || typeof value === 'boolean') return '';
  if (typeof value === 'number') return shownNumber(value, cell.numFmt);
  if (value instanceof Date) return shownDate(value);
  if (typeof value === 'string') return value;
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  return 'text' in value ? String(value.text) : '';
}

/** Spreadsheets keep dates as days without a time zone; exceljs gives them in UTC. */
function shownDate(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [year, month, day] = date.toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}
