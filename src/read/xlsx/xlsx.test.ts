import { describe, expect, test } from '@jest/globals';
import ExcelJs, { type Worksheet } from 'exceljs';
import { encodeTcvn3 } from '../../../scripts/renditions/encode.ts';
import { readBytes } from '../bytes.ts';
import { shownNumber } from './number.ts';

describe('a number is written as its cell shows it', () => {
  test.each([
    ['1.855', [[1855, '#,##0']]],
    [
      '1855',
      [
        [1855, 'General'],
        [1855, undefined],
        [1855, '0'],
        [1855.2, '0'],
      ],
    ],
    [
      '7,2',
      [
        [7.2, 'General'],
        [7.2, '0.0'],
        [7.2, '0.0##'],
        [7.2000000000000002, undefined],
      ],
    ],
    ['7,20', [[7.2, '0.00']]],
    [
      '4,35%',
      [
        [0.0435, '0.00%'],
        [0.0435, '0.0#%'],
      ],
    ],
    ['1.234.567,9', [[1234567.89, '#,##0.0']]],
    [
      '-1.200',
      [
        [-1200, '#,##0'],
        [-1200, '#,##0;-#,##0'],
        [-1200, '_-* #,##0\\ _₫_-;-* #,##0\\ _₫_-'],
      ],
    ],
    [
      '0',
      [
        [0, '#,##0'],
        [0, 'General'],
      ],
    ],
    [
      '12.000.000',
      [
        [12e6, '#,##0 "đồng"'],
        [12e6, '[Red]#,##0'],
      ],
    ],
    ['1.235', [[1234567, '#,##0,']]],
    ['123456789012345', [[123456789012345, '0']]],
  ])('%s', (text, cells) => {
    for (const [value, format] of cells)
      expect([format, shownNumber(Number(value), format as string)]).toEqual([format, text]);
  });
});

async function read(...sheets: [string, (sheet: Worksheet) => void][]) {
  const workbook = new ExcelJs.Workbook();
  for (const [name, fill] of sheets) fill(workbook.addWorksheet(name));
  return readBytes(Buffer.from(await workbook.xlsx.writeBuffer()), { maxPages: 10 });
}

const annex = (sheet: Worksheet): void => {
  sheet.addRows([
    ['BIỂU TỔNG HỢP HỘ NGHÈO NĂM 2023'],
    ['(Kèm theo Báo cáo số 120/BC-UBND)'],
    [],
    [null, null, null, 'ĐVT: hộ'],
    ['TT', 'Xã', 'Hộ nghèo', null],
    [null, null, 2022, 2023],
    ['I', 'Vùng cao'],
    [1, 'Ia Dơk', 1120, 985],
    [2, 'Ia Kla', 88, { formula: 'C9-18', result: 70 }],
    [null, 'Tổng', 1208, 1055],
    [],
    [null, 'Người lập biểu', null, 'Chủ tịch'],
  ]);
  sheet.mergeCells('A1:D1');
  sheet.mergeCells('A5:A6');
  sheet.mergeCells('B5:B6');
  sheet.mergeCells('C5:D5');
  for (const column of ['C', 'D']) sheet.getColumn(column).numFmt = '#,##0';
  for (const cell of ['C6', 'D6']) sheet.getCell(cell).numFmt = '0';
};

test('a sheet is its lines of text and its table, heads with their spans', async () => {
  const { text, tables, blocks } = await read(['Sheet1', annex]);
  expect(blocks.filter(({ kind }) => kind !== 'table').map(({ span }) => text.slice(span.start, span.end))).toEqual([
    'BIỂU TỔNG HỢP HỘ NGHÈO NĂM 2023',
    '(Kèm theo Báo cáo số 120/BC-UBND)',
    'ĐVT: hộ',
    'Người lập biểu',
    'Chủ tịch',
  ]);
  expect(tables[0]?.headerRows).toBe(2);
  expect(tables[0]?.rows.map((row) => row.map((cell) => [cell.text, cell.colSpan, cell.rowSpan].join('|')))).toEqual([
    ['TT|1|2', 'Xã|1|2', 'Hộ nghèo|2|1'],
    ['2022|1|1', '2023|1|1'],
    ['I|1|1', 'Vùng cao|1|1', '|1|1', '|1|1'],
    ['1|1|1', 'Ia Dơk|1|1', '1.120|1|1', '985|1|1'],
    ['2|1|1', 'Ia Kla|1|1', '88|1|1', '70|1|1'],
    ['|1|1', 'Tổng|1|1', '1.208|1|1', '1.055|1|1'],
  ]);
});

test('sheets in order, their own names as lines, hidden ones left out with a message', async () => {
  const { text, messages } = await read(
    ['Huyện Đức Cơ', (sheet) => sheet.addRow(['Hộ nghèo'])],
    [
      'Nháp',
      (sheet) => {
        sheet.addRow(['bỏ']);
        sheet.state = 'hidden';
      },
    ],
    ['Sheet3', (sheet) => sheet.addRow([{ richText: [{ text: 'cận ' }, { text: 'nghèo', font: { bold: true } }] }])],
  );
  expect(text.split('\n').filter(Boolean)).toEqual(['Huyện Đức Cơ', 'Hộ nghèo', 'cận nghèo']);
  expect(messages.map(({ code }) => code)).toEqual(['hidden_sheets']);
});

test('cells set in a TCVN3 font', async () => {
  const { text, encoding } = await read([
    'Sheet1',
    (sheet) => {
      sheet.addRow([encodeTcvn3('tổng số hộ nghèo và hộ cận nghèo')]);
      sheet.getCell('A1').font = { name: '.VnTime' };
    },
  ]);
  expect([text, encoding]).toEqual(['tổng số hộ nghèo và hộ cận nghèo', 'tcvn3']);
});

test('a sheet without a value is empty, one too large says so', async () => {
  await expect(read(['Sheet1', () => undefined])).rejects.toMatchObject({ code: 'empty' });
  const large = (sheet: Worksheet): void => {
    for (let i = 1; i <= 600; i++) {
      sheet.getCell(i, 1).value = i;
      sheet.getCell(1, i).value = i;
    }
  };
  await expect(read(['Sheet1', large])).rejects.toMatchObject({ code: 'too_large' });
});
