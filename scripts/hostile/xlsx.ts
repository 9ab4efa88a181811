/** Spreadsheets made to break, mislead, swell or stall their readers. */
import { randomBytes } from 'node:crypto';
import { overlapping, type Parts, withLie, zipOf } from './archive.ts';
import { compoundOf } from './compound.ts';
import { BILLION_LAUGHS, outside, quadratic } from './docx.ts';
import { GOOD, type HostileFile, type Lures, times } from './file.ts';

const MAIN =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (inner: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

const sheetOf = (rows: string, more = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet ${MAIN}><sheetData>${rows}</sheetData>${more}</worksheet>`;
const cell = (address: string, text: string): string => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
const GOOD_ROW = `<row r="1">${cell('A1', GOOD)}</row>`;

export const xlsxOf = (sheet: string, more: Parts = {}): Promise<Buffer> =>
  zipOf({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    '_rels/.rels': relations(`<Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': `<workbook ${MAIN}><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      `<Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATION}/sharedStrings" Target="sharedStrings.xml"/>`,
    ),
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });

function luring({ url, secret }: Lures): Promise<Buffer> {
  const far = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}" TargetMode="External"/>`;
  const formula = (address: string, code: string): string => `<c r="${address}"><f>${code}</f><v>1</v></c>`;
  return xlsxOf(
    sheetOf(
      `${GOOD_ROW}<row r="2">${formula('A2', `WEBSERVICE(&quot;${url}/service&quot;)`)}${formula('B2', `'file://[${secret}]Sheet1'!A1`)}${formula('C2', "cmd|'/c calc'!A1")}</row>`,
      '<hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks><drawing r:id="rId2"/>',
    ),
    {
      'xl/worksheets/_rels/sheet1.xml.rels': relations(
        far('rId1', 'hyperlink', `${url}/link`) +
          `<Relationship Id="rId2" Type="${RELATION}/drawing" Target="../drawings/drawing1.xml"/>`,
      ),
      'xl/drawings/drawing1.xml':
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>',
      'xl/drawings/_rels/drawing1.xml.rels': relations(
        far('rId1', 'image', `${url}/picture.png`) + far('rId2', 'image', `file://${secret}`),
      ),
      'xl/externalLinks/externalLink1.xml': `<externalLink ${MAIN}><externalBook r:id="rId1"/></externalLink>`,
      'xl/externalLinks/_rels/externalLink1.xml.rels': relations(far('rId1', 'externalLinkPath', `${url}/book.xlsx`)),
      'xl/connections.xml': `<connections ${MAIN}><connection id="1" refreshOnLoad="1"><webPr url="${url}/connection"/></connection></connections>`,
    },
  );
}

const merge = (range: string): string => `<mergeCells count="1"><mergeCell ref="${range}"/></mergeCells>`;
/** 0 → "A", 26 → "AA". */
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
const numbers = (rows: number, columns: number): string =>
  times(
    rows,
    (r) =>
      `<row r="${r + 1}">${times(columns, (c) => `<c r="${letters(c)}${r + 1}"><v>${(r * 7919 + c * 104_729) % 99_991}</v></c>`)}</row>`,
  );

export const XLSX: HostileFile[] = [
  {
    name: 'password.xlsx',
    comesTo: ['encrypted'],
    make: () => compoundOf({ EncryptionInfo: randomBytes(4096), EncryptedPackage: randomBytes(20_000) }),
  },
  { name: 'far pictures, links and services.xlsx', comesTo: ['read'], make: luring, says: GOOD },
  {
    name: 'billion laughs.xlsx',
    comesTo: ['read', 'damaged', 'empty'],
    make: () => xlsxOf(BILLION_LAUGHS + sheetOf(`<row r="1">${cell('A1', `${GOOD} &j;`)}</row>`)),
  },
  {
    name: 'long entity used often.xlsx',
    comesTo: ['read', 'damaged', 'empty'],
    make: () =>
      xlsxOf(sheetOf(GOOD_ROW), {
        'xl/sharedStrings.xml': `${quadratic()}<sst ${MAIN}><si><t>${'&a;'.repeat(100_000)}</t></si></sst>`,
      }),
  },
  {
    name: 'outside entities.xlsx',
    comesTo: ['read', 'damaged', 'empty'],
    make: (lures) => xlsxOf(outside(lures) + sheetOf(`<row r="1">${cell('A1', `${GOOD} &a; &b;`)}</row>`)),
  },
  { name: 'one part of 300 MB.xlsx', comesTo: ['bomb'], make: () => xlsxOf(sheetOf(' '.repeat(300 * 1024 * 1024))) },
  {
    name: '100,000 entries.xlsx',
    comesTo: ['bomb', 'unsupported_type'],
    make: () => overlapping('x', 100_000, (i) => `xl/${i}`),
  },
  {
    name: 'sizes that lie.xlsx',
    comesTo: ['bomb', 'damaged'],
    make: async () => {
      const content = sheetOf(`<row r="1">${cell('A1', 'x'.repeat(30_000_000))}</row>`);
      return withLie(await xlsxOf(content), Buffer.byteLength(content), 1000);
    },
  },
  {
    name: 'sizes that lie, of a gigabyte.xlsx',
    comesTo: ['bomb', 'damaged'],
    make: async () => {
      const content = Buffer.alloc(1_000_000_000, ' ');
      return withLie(await xlsxOf(sheetOf(GOOD_ROW), { 'xl/sharedStrings.xml': content }), content.length, 1000);
    },
  },
  {
    name: 'shared strings of 45 MB.xlsx',
    comesTo: ['read', 'bomb', 'too_large', 'out_of_memory'],
    make: () =>
      xlsxOf(sheetOf(GOOD_ROW), {
        'xl/sharedStrings.xml': `<sst ${MAIN}>${times(900_000, (i) => `<si><t>${(i * 2_654_435_761) % 4_294_967_296}</t></si>`)}</sst>`,
      }),
  },
  {
    name: 'one long shared string shown 100,000 times.xlsx',
    comesTo: ['bomb', 'too_large', 'out_of_memory'],
    make: () =>
      xlsxOf(
        sheetOf(
          times(
            1000,
            (r) => `<row r="${r + 1}">${times(100, (c) => `<c r="${letters(c)}${r + 1}" t="s"><v>0</v></c>`)}</row>`,
          ),
        ),
        {
          'xl/sharedStrings.xml': `<sst ${MAIN}><si><t>${'hộ nghèo '.repeat(10_000)}</t></si></sst>`,
        },
      ),
  },
  {
    name: 'one cell merged over the whole sheet.xlsx',
    comesTo: ['read', 'too_large', 'bomb', 'damaged'],
    make: () => xlsxOf(sheetOf(GOOD_ROW, merge('A1:XFD1048576'))),
  },
  {
    name: 'two cells at the ends of the sheet.xlsx',
    comesTo: ['read', 'too_large'],
    make: () => xlsxOf(sheetOf(`${GOOD_ROW}<row r="1048576">${cell('XFD1048576', 'x')}</row>`)),
  },
  {
    name: 'rows and columns beyond the sheet.xlsx',
    comesTo: ['read', 'too_large', 'damaged'],
    make: () => xlsxOf(sheetOf(`${GOOD_ROW}<row r="4294967295">${cell('ZZZZZZ4294967295', 'x')}</row>`)),
  },
  {
    name: 'columns without end.xlsx',
    comesTo: ['read', 'too_large', 'damaged'],
    make: () =>
      xlsxOf(
        sheetOf(GOOD_ROW).replace('<sheetData>', '<cols><col min="1" max="999999999" width="1"/></cols><sheetData>'),
      ),
  },
  {
    name: 'validations and formats over all cells.xlsx',
    comesTo: ['read', 'too_large', 'damaged', 'bomb'],
    make: () =>
      xlsxOf(
        sheetOf(
          GOOD_ROW,
          '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation></dataValidations>',
        ),
      ),
  },
  {
    name: '29,000 rows of ten.xlsx',
    comesTo: ['read', 'too_large', 'timed_out'],
    make: () => xlsxOf(sheetOf(numbers(29_000, 10))),
  },
  {
    name: 'a row of 16,000 cells.xlsx',
    comesTo: ['read', 'too_large', 'timed_out'],
    make: () => xlsxOf(sheetOf(numbers(18, 16_000))),
  },
  {
    name: '29,000 lines of text.xlsx',
    comesTo: ['read', 'too_large'],
    make: () => xlsxOf(sheetOf(times(29_000, (i) => `<row r="${i + 1}">${cell(`A${i + 1}`, String(i))}</row>`))),
  },
];
