import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import type { FigureWithDocument } from '../../model/index.ts';
import { COLUMNS } from './columns.ts';

/** A sheet holds 1,048,576 rows (ECMA-376 part 1, 18.3.1.73); the rest goes on in the next one. */
const ROWS_A_SHEET = 1_000_000;
const ROWS_A_BREATH = 200;

const addSheet = (book: ExcelJS.stream.xlsx.WorkbookWriter, number: number): ExcelJS.Worksheet => {
  const sheet = book.addWorksheet(`Figures ${number}`, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = COLUMNS.map(({ name, width }) => ({ header: name, width }));
  sheet.getRow(1).font = { bold: true };
  for (const name of ['periodStart', 'periodEnd']) {
    sheet.getColumn(COLUMNS.findIndex((column) => column.name === name) + 1).numFmt = 'yyyy-mm-dd';
  }
  return sheet;
};

const fill = async (output: PassThrough, figures: AsyncIterable<FigureWithDocument>): Promise<void> => {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false });
  let sheets = 1;
  let sheet = addSheet(book, sheets);
  let rows = 0;
  for await (const figure of figures) {
    if (output.destroyed) return;
    if (rows > 0 && rows % ROWS_A_SHEET === 0) {
      sheet.commit();
      sheets += 1;
      sheet = addSheet(book, sheets);
    }
    sheet.addRow(COLUMNS.map(({ cell }) => cell(figure))).commit();
    rows += 1;
    // exceljs takes rows faster than it deflates them: wait for the reader, and let zlib work.
    if (rows % ROWS_A_BREATH === 0) await breathe();
    if (output.writableNeedDrain) await Promise.race([once(output, 'drain'), once(output, 'close')]);
  }
  sheet.commit();
  await book.commit();
};

/** A workbook with numbers as numbers and dates as dates; text is text, whatever sign it begins with. */
export const writeXlsx = (figures: AsyncIterable<FigureWithDocument>): Readable => {
  const output = new PassThrough();
  fill(output, figures).catch((error: Error) => output.destroy(error));
  return output;
};
