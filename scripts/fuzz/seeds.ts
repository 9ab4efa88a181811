/** The good files that mutants are made of: small, and with what is hard in their formats. */
import { readFileSync } from 'node:fs';
import { encode as png } from 'fast-png';
import jpeg from 'jpeg-js';
import { partsOf, zipOf } from '../hostile/archive.ts';
import { tiffOf } from '../hostile/mixed.ts';
import { pdfOf } from '../hostile/pdf.ts';
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

const plainStream = (content: string, entries = ''): string =>
  `<<${entries}/Length ${content.length}>>stream\n${content}\nendstream`;

/** A PDF that packs nothing, so that mutants of its operators, fonts, maps and forms are read. */
function plainPdf(): Buffer {
  const rows = Array.from({ length: 12 }, (_, i) => {
    const y = 700 - 20 * i;
    return `72 ${y - 5} 400 20 re S BT /F 11 Tf 1 0 0 1 80 ${y} Tm (Xa ${i}) Tj 200 0 Td [(1.8)-20(${55 + i})] TJ 100 0 Td <393720> Tj ET`;
  });
  const map =
    '/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <58> <0058> endbfchar 1 beginbfrange <61> <7a> <0061> endbfrange endcmap end';
  return pdfOf(
    [
      '<</Type/Catalog/Pages 2 0 R/Outlines 9 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1/Rotate 0>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[4 0 R]/Resources<</Font<</F 5 0 R/G 7 0 R>>/XObject<</X 8 0 R>>>>>>',
      plainStream(
        `q 1 0 0 1 0 0 cm ${rows.join('\n')} Q 1 Tc 2 Tw 90 Tz 12 TL 3 Ts BT /G 14 Tf 72 750 Td (abc) ' T* (ba) Tj ET /X Do`,
      ),
      '<</Type/Font/Subtype/TrueType/BaseFont/Times-Roman/FirstChar 32/LastChar 40/Widths[250 333 408 500 500 833 778 333 333]/Encoding/WinAnsiEncoding/ToUnicode 6 0 R>>',
      plainStream(map),
      '<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</a 10 0 R>>/Encoding<</Differences[97/a/a/a]>>/FirstChar 97/LastChar 99/Widths[500 500 500]>>',
      plainStream(
        'BT /F 12 Tf 72 100 Td (97 hectares) Tj ET 0 0 m 9 9 l 20 0 30 10 40 40 c h f',
        '/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Matrix[1 0 0 1 0 0]/Resources<</Font<</F 5 0 R>>>>',
      ),
      '<</First 11 0 R/Last 11 0 R/Count 1>>',
      plainStream('500 0 0 0 400 700 d1 0 0 400 700 re f'),
      '<</Title(Xa 1)/Parent 9 0 R/Dest[3 0 R/Fit]>>',
    ],
    '/Info<</Title(a)>>',
  );
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
    pdf: [fixture('pdf/002_85d3af9a86ee4359.pdf'), fixture('struct/turned.pdf'), plainPdf(), plainPdf()],
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
