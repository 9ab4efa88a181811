/** The good files that mutants are made of: small, and with what is hard in their formats. */
import { readFileSync } from 'node:fs';
import { encode as png } from 'fast-png';
import jpeg from 'jpeg-js';
import { partsOf, zipOf } from '../hostile/archive.ts';
import { tiffOf } from '../hostile/mixed.ts';
import { xlsxOf } from '../hostile/xlsx.ts';

const fixture = (path: string): Buffer => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url));

const SHEET = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="1" max="3" width="9"/></cols><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Kết quả giảm nghèo</t></is></c></row><row r="3"><c r="A3" t="inlineStr"><is><r><rPr><b/></rPr><t>Xã</t></r></is></c><c r="B3" t="inlineStr"><is><t>Số hộ</t></is></c><c r="C3" t="inlineStr"><is><t>Tỷ lệ</t></is></c></row><row r="4"><c r="A4" t="inlineStr"><is><t>Bình Dương</t></is></c><c r="B4"><v>1855</v></c><c r="C4"><v>0.125</v></c></row><row r="5"><c r="A5" t="inlineStr"><is><t>Tổng</t></is></c><c r="B5"><f>SUM(B4:B4)</f><v>1855</v></c><c r="C5" t="d"><v>2024-06-28</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells></worksheet>`;

/** A grey picture of some strokes. */
const strokes = (width: number, height: number): Uint8Array =>
  Uint8Array.from({ length: width * height }, (_, i) =>
    (i % width) % 9 < 3 && Math.floor(i / width) % 12 < 8 ? 0 : 255,
  );

function rgba(width: number, height: number): Uint8Array {
  const grey = strokes(width, height);
  return Uint8Array.from({ length: grey.length * 4 }, (_, i) => (i % 4 === 3 ? 255 : (grey[i >> 2] as number)));
}

/** An OpenDocument without its thumbnail and settings, which no reader opens. */
async function slim(bytes: Buffer): Promise<Buffer> {
  const parts = await partsOf(bytes);
  return zipOf(
    Object.fromEntries(Object.entries(parts).filter(([name]) => /^(?:mimetype|content|styles|meta)/.test(name))),
  );
}

/** By format, at least two of each where pieces of one may be spliced into the other. */
export async function seeds(): Promise<Record<string, Buffer[]>> {
  const [width, height] = [120, 90];
  return {
    pdf: [fixture('pdf/002_85d3af9a86ee4359.pdf'), fixture('struct/turned.pdf')],
    docx: [fixture('docx/004_0fa445c9fb98d59f.docx'), fixture('doc/structure.docx')],
    doc: [fixture('renditions/doc/002_85d3af9a86ee4359.doc'), fixture('doc/structure.doc')],
    rtf: [fixture('renditions/rtf/002_85d3af9a86ee4359.rtf'), fixture('renditions/tcvn3-rtf/002_85d3af9a86ee4359.rtf')],
    odt: [
      await slim(fixture('renditions/odt/002_85d3af9a86ee4359.odt')),
      await slim(fixture('renditions/odt/004_0fa445c9fb98d59f.odt')),
    ],
    html: [fixture('renditions/html/002_85d3af9a86ee4359.html'), fixture('renditions/html/004_0fa445c9fb98d59f.html')],
    xlsx: [await xlsxOf(SHEET)],
    zip: [
      await zipOf({
        'báo cáo.txt': fixture('002_85d3af9a86ee4359.txt'),
        'a/b.html': Buffer.from('<html><p>1.855 hộ</p>'),
      }),
      await zipOf({
        'trong.zip': await zipOf({ 'x.txt': Buffer.from('1.855 hộ nghèo') }),
        'y.txt': Buffer.from('97 hộ'),
      }),
    ],
    txt: [fixture('002_85d3af9a86ee4359.txt'), fixture('004_0fa445c9fb98d59f.txt')],
    png: [Buffer.from(png({ width, height, data: strokes(width, height), channels: 1, depth: 8 }))],
    jpg: [Buffer.from(jpeg.encode({ width, height, data: rgba(width, height) }, 60).data)],
    tif: [tiffOf(width, height, 0, strokes(width, height))],
  };
}
