/**
 * `node scripts/renditions/tables.ts [OUT]`: makes the annexes of table-sources.ts in every form that reports come in,
 * each with its truth, into fixtures/tables. Needs LibreOffice (writer) and Chromium.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { type Period, TABLES, type TableSource } from './table-sources.ts';

const OUT = process.argv[2] ?? join(import.meta.dirname, '..', '..', 'fixtures', 'tables');

type Cell = { text: string; colSpan: number; rowSpan: number; number: boolean };

/** One number of the truth: where it stands below the headings, and what it says. `place` and `period` may be null. */
type Truth = {
  row: number;
  column: number;
  rowName: string;
  columnName: string;
  value: number;
  unit: string;
  place: string | null;
  period: Period;
};

const cellOf = (written: string): Cell => ({
  text: written
    .trim()
    .replace(/\s[>v]\d+/g, '')
    .replace(/^\.$/, ''),
  colSpan: Number(/\s>(\d+)/.exec(written)?.[1] ?? 1),
  rowSpan: Number(/\sv(\d+)/.exec(written)?.[1] ?? 1),
  number: false,
});

const written = (value: number, decimals: number): string =>
  value.toLocaleString('vi-VN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** The numbers of a row with the computed ones, as written in Vietnamese; null for blanks. */
function numbersOf({ columns }: TableSource, row: TableSource['rows'][number]) {
  const given = columns.map((_, c) => row.values[c] ?? null);
  return columns.map(({ decimals = 0, rate }, c) => {
    const [part, whole] = rate ? [given[rate[0]], given[rate[1]]] : [];
    const value = rate && part && whole ? (100 * part) / whole : given[c];
    if (value === null || value === undefined) return null;
    const text = written(value, row.decimals ?? decimals);
    return { text, value: Number(text.replaceAll('.', '').replace(',', '.')) };
  });
}

const headerOf = ({ header }: TableSource): Cell[][] => header.map((line) => line.split(' | ').map(cellOf));

const wordColumns = (source: TableSource): number =>
  source.rows.reduce((most, { words }) => Math.max(most, words.length), 0);

function rowsOf(source: TableSource): Cell[][] {
  return source.rows.map((row) => [
    ...row.words.map(cellOf),
    ...numbersOf(source, row).map((number) => ({ ...cellOf(number?.text ?? '.'), number: true })),
    ...(source.notes ? [cellOf(row.note || '.')] : []),
  ]);
}

function truthOf(source: TableSource): Truth[] {
  const names = headerOf(source).flat();
  return source.rows.flatMap((row, r) =>
    numbersOf(source, row).flatMap((number, c) => {
      if (!number) return [];
      const { unit, scale = 1, period } = source.columns[c] as TableSource['columns'][number];
      return {
        row: r,
        column: wordColumns(source) + c,
        rowName: cellOf(row.words.findLast((words) => /\p{L}{2}|\d{4}/u.test(words) && !isUnit(words)) ?? '').text,
        columnName: source.header.length === 1 ? (names[wordColumns(source) + c]?.text ?? '') : `cột ${c + 1}`,
        value: Math.round(number.value * (row.scale ?? scale) * 100) / 100,
        unit: row.unit ?? unit,
        place: row.place ?? null,
        period: row.period ?? period ?? source.period,
      };
    }),
  );
}

const isUnit = (words: string): boolean => /^(?:hộ|%|thẻ|người|triệu đồng)$/i.test(words);

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The document as a web page; `ruled`: with lines between its cells; each style less is a font less in a PDF. */
function html(source: TableSource, ruled: boolean, bold = true): string {
  const row = (cells: readonly Cell[], tag: string): string => {
    const written = cells.map(({ text, colSpan, rowSpan, number }) => {
      const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
      return `<${tag}${spans}${number ? ' align="right"' : ''}><p>${escapeXml(text)}</p></${tag}>`;
    });
    return `<tr>${written.join('')}</tr>`;
  };
  const [issuer, motto, type, title, ...opening] = source.opening;
  const centred = [issuer, motto, type, title].map((line) => `<p align="center"><b>${line}</b></p>`).join('\n');
  const lines = ruled ? 'border="1" cellspacing="0"' : 'border="0" cellspacing="0"';
  const style = `@page{size:A4;margin:20mm}body{font:12pt "Liberation Serif"}td p,th p{margin:0}${bold ? 'th{font-weight:bold}' : 'b,i,th{font:inherit}'}
    table{border-collapse:collapse;width:100%}td,th{padding:2pt 4pt;font-size:11pt;${ruled ? 'border:1px solid #000' : ''}}`;
  return `<!doctype html><html><head><meta charset="utf-8"><title>Báo cáo</title><style>${style}</style></head><body>
${centred}
${opening.map((line) => `<p>${line}</p>`).join('\n')}
<p align="center"><b>${source.caption}</b></p>
${source.unitLine ? `<p align="right"><i>${source.unitLine}</i></p>` : ''}
<table ${lines} width="100%" cellpadding="3"><thead>
${headerOf(source)
  .map((cells) => row(cells, 'th'))
  .join('\n')}
</thead><tbody>
${rowsOf(source)
  .map((cells) => row(cells, 'td'))
  .join('\n')}
</tbody></table>
<p>Trên đây là báo cáo của đơn vị, kính gửi cấp trên xem xét, chỉ đạo.</p>
</body></html>`;
}

/** A workbook as offices keep it: title above, numbers as numbers with their formats, merged headings. */
async function xlsx(source: TableSource, path: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  book.created = book.modified = new Date('2024-01-01T00:00:00Z');
  const sheet = book.addWorksheet('Biểu');
  const above = [...source.opening, source.caption, ...(source.unitLine ? [source.unitLine] : [])];
  const header = headerOf(source);
  const width = (header[0] as Cell[]).reduce((all, { colSpan }) => all + colSpan, 0);
  for (const [i, line] of above.entries()) {
    sheet.getCell(i + 1, 1).value = line;
    sheet.mergeCells(i + 1, 1, i + 1, width);
  }
  const taken = new Set<string>();
  for (const [r, cells] of [...header, ...rowsOf(source)].entries()) {
    let column = 1;
    const row = above.length + 1 + r;
    for (const { text, colSpan, rowSpan, number } of cells) {
      while (taken.has(`${row},${column}`)) column++;
      const cell = sheet.getCell(row, column);
      if (number && text !== '') {
        cell.value = Number(text.replaceAll('.', '').replace(',', '.'));
        cell.numFmt = /,(\d+)$/.test(text) ? `#,##0.${'0'.repeat(/,(\d+)$/.exec(text)?.[1]?.length ?? 0)}` : '#,##0';
      } else if (text !== '') cell.value = text;
      for (let y = row; y < row + rowSpan; y++) for (let x = column; x < column + colSpan; x++) taken.add(`${y},${x}`);
      if (colSpan * rowSpan > 1) sheet.mergeCells(row, column, row + rowSpan - 1, column + colSpan - 1);
      column += colSpan;
    }
  }
  await book.xlsx.writeFile(path);
}

const work = mkdtempSync(join(tmpdir(), 'tables-'));
const folder = (form: string): string => {
  mkdirSync(join(OUT, form), { recursive: true });
  return join(OUT, form);
};

/** LibreOffice's conversion of files into a form. */
function convert(form: string, filter: string, from: readonly string[], reads: string[] = []): void {
  const options = [`-env:UserInstallation=file://${work}/profile`, '--headless', ...reads, '--convert-to', filter];
  execFileSync('soffice', [...options, '--outdir', folder(form), ...from], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function print(page: string, path: string): void {
  const options = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', '--disable-pdf-tagging'];
  execFileSync(
    'chromium',
    [...options, `--user-data-dir=${work}/chromium`, `--print-to-pdf=${path}`, `file://${page}`],
    { stdio: 'ignore' },
  );
}

const names = TABLES.map(({ name }) => name);
for (const source of TABLES) {
  const { name } = source;
  writeFileSync(join(folder('.'), `${name}.truth.json`), `${JSON.stringify(truthOf(source), null, 1)}\n`);
  writeFileSync(join(folder('html'), `${name}.html`), html(source, true));
  for (const [form, ruled, bold] of [
    ['unruled', false, true],
    ['browser', true, false],
    ['browser-unruled', false, false],
  ] as const) {
    const page = join(work, form, `${name}.html`);
    mkdirSync(join(work, form), { recursive: true });
    writeFileSync(page, html(source, ruled, bold));
    if (!bold) print(page, join(folder(`pdf-${form}`), `${name}.pdf`));
  }
  await xlsx(source, join(folder('xlsx'), `${name}.xlsx`));
}
const WRITER = ['--infilter=HTML (StarWriter)'];
convert(
  'odt',
  'odt',
  names.map((name) => join(OUT, 'html', `${name}.html`)),
  WRITER,
);
convert(
  'pdf-unruled',
  'pdf:writer_pdf_Export',
  names.map((name) => join(work, 'unruled', `${name}.html`)),
  WRITER,
);
const odt = names.map((name) => join(OUT, 'odt', `${name}.odt`));
for (const form of ['docx', 'doc', 'rtf', 'pdf']) convert(form, form, odt);
rmSync(work, { recursive: true, force: true });
