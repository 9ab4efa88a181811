/** PDF files made to break, mislead, swell or stall their readers (PDF 32000-1). */
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { type HostileFile, times } from './file.ts';

const fixture = (path: string): Buffer => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url));

const stream = (content: string | Buffer, entries = ''): string => {
  const packed = deflateSync(content);
  return `<<${entries}/Length ${packed.length}/Filter/FlateDecode>>stream\n${packed.toString('latin1')}\nendstream`;
};

/** A file of numbered objects, the first of which is the catalog, with a cross-reference table. */
export function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  let file = '%PDF-1.7\n';
  const parts = [file];
  let at = file.length;
  const offsets = objects.map((object, i) => {
    const start = at;
    file = `${i + 1} 0 obj${object}endobj\n`;
    parts.push(file);
    at += file.length;
    return start;
  });
  const xref = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(`xref\n0 ${size}\n0000000000 65535 f \n${xref}trailer<</Size ${size}/Root 1 0 R${trailer}>>\n`);
  parts.push(`startxref\n${at}\n%%EOF\n`);
  return Buffer.from(parts.join(''), 'latin1');
}

const RESOURCES = '/Resources<</Font<</F 5 0 R>>>>';
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';

/** Objects 1 to 5 of a page with `content`, and further ones from 6 on. */
function page(content: string, { catalog = '', entries = RESOURCES, more = [] as string[], font = FONT } = {}): Buffer {
  return pdfOf([
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R${entries}>>`,
    stream(content),
    font,
    ...more,
  ]);
}

const line = (text: string, x = 72, y = 700): string => `BT /F 12 Tf ${x} ${y} Td (${text}) Tj ET\n`;
const GOOD_LINE = line('1.855 households');
const says = '1.855 households';

function pages(count: number): Buffer {
  const kids = times(count, (i) => `${i + 6} 0 R `);
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${count}>>`,
    '<<>>',
    stream(GOOD_LINE),
    FONT,
    ...Array.from(
      { length: count },
      () => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R${RESOURCES}>>`,
    ),
  ]);
}

const form = (content: string, resources: string): string =>
  stream(content, `/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<${resources}>>`);

/** Forms each of which shows the next one ten times. */
const fanOut = (deep: number): string[] =>
  Array.from({ length: deep }, (_, i) => form('/X Do '.repeat(10), `/XObject<</X ${i + 7} 0 R>>`));

const actions = ({ url, secret }: { url: string; secret: string }): string[] => [
  '<</S/JavaScript/JS(app.launchURL("http://127.0.0.1");this.submitForm("http://127.0.0.1"))>>',
  `<</S/URI/URI(${url}/uri)>>`,
  `<</S/Launch/F(${secret})>>`,
  `<</S/GoToR/F<</FS/URL/F(${url}/remote.pdf)>>/D[0/Fit]>>`,
  `<</S/ImportData/F(${secret})>>`,
  stream('MZ embedded program', '/Type/EmbeddedFile'),
  '<</Type/Filespec/F(run.exe)/EF<</F 11 0 R>>>>',
  `<</Length 0/F<</FS/URL/F(${url}/stream)>>/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8>>stream\nendstream`,
  `<</Length 0/F(${secret})/FFilter[]/Type/XObject/Subtype/Form/BBox[0 0 9 9]>>stream\nendstream`,
];

export const PDF: HostileFile[] = [
  { name: 'user password.pdf', comesTo: ['encrypted'], make: () => fixture('bad/encrypted_user.pdf') },
  { name: 'owner password.pdf', comesTo: ['read'], make: () => fixture('bad/encrypted_owner_only.pdf') },
  {
    name: 'encrypted by an unknown handler.pdf',
    comesTo: ['encrypted', 'damaged'],
    make: () =>
      Buffer.from(
        pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Kids[]/Count 0>>'], '/Encrypt<</Filter/Own/V 9>>/ID[(a)(a)]'),
      ),
  },
  {
    name: 'xref that points nowhere.pdf',
    comesTo: ['read', 'damaged'],
    make: () =>
      Buffer.from(
        page(GOOD_LINE)
          .toString('latin1')
          .replace(/startxref\n\d+/, 'startxref\n999999999'),
        'latin1',
      ),
  },
  {
    name: 'xref with every offset wrong.pdf',
    comesTo: ['read', 'damaged'],
    make: () =>
      Buffer.from(
        page(GOOD_LINE)
          .toString('latin1')
          .replace(/\d{10} 00000 n/g, '0000000007 00000 n'),
        'latin1',
      ),
  },
  {
    name: 'xref whose Prev is itself.pdf',
    comesTo: ['read', 'damaged'],
    make: () => {
      const file = page(GOOD_LINE).toString('latin1');
      return Buffer.from(file.replace('trailer<<', `trailer<</Prev ${/startxref\n(\d+)/.exec(file)?.[1]} `), 'latin1');
    },
  },
  { name: '10,000 pages.pdf', comesTo: ['too_many_pages'], make: () => pages(10_000) },
  {
    name: 'Count that lies.pdf',
    comesTo: ['too_many_pages', 'damaged', 'read'],
    make: () => Buffer.from(pages(1).toString('latin1').replace('/Count 1>>', '/Count 2147483647>>'), 'latin1'),
  },
  {
    name: 'pages that are their own children.pdf',
    comesTo: ['damaged', 'no_text'],
    make: () => pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 900>>']),
  },
  {
    name: '100,000 objects on a page.pdf',
    comesTo: ['damaged'],
    make: () => page(times(100_000, (i) => line(String(i), (i * 37) % 595, (i * 91) % 842))),
  },
  {
    name: '100,000 letters on a line.pdf',
    comesTo: ['damaged'],
    make: () => page(times(50_000, (i) => `${line('a', i % 595, 700)}BT /F 6 Tf ${i % 595} 704 Td (2) Tj ET\n`)),
  },
  {
    name: '100,000 lines.pdf',
    comesTo: ['damaged'],
    make: () => page(times(100_000, (i) => line('and so on', 72, 842 - i / 120))),
  },
  {
    name: '60,000 rules.pdf',
    comesTo: ['read', 'bomb'],
    make: () =>
      page(GOOD_LINE + times(30_000, (i) => `0 ${i / 36} m 595 ${i / 36} l S ${i / 51} 0 m ${i / 51} 842 l S\n`)),
    says,
  },
  {
    name: 'form that shows itself.pdf',
    comesTo: ['read'],
    make: () =>
      page(`${GOOD_LINE}/X Do`, {
        entries: '/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>',
        more: [form('/X Do /X Do', '/XObject<</X 6 0 R>>')],
      }),
    says,
  },
  {
    name: 'forms that fan out.pdf',
    comesTo: ['read', 'bomb', 'damaged', 'no_text'],
    make: () =>
      page(`${GOOD_LINE}/X Do`, {
        entries: '/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>',
        more: [...fanOut(4), form(GOOD_LINE, '/Font<</F 5 0 R>>')],
      }),
  },
  {
    name: 'forms that fan out a milliard times.pdf',
    comesTo: ['timed_out'],
    make: () =>
      page(`${GOOD_LINE}/X Do`, {
        entries: '/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>',
        more: [...fanOut(9), form('', '')],
      }),
  },
  {
    name: 'patterns that fan out.pdf',
    comesTo: ['read', 'timed_out', 'damaged', 'out_of_memory'],
    make: () =>
      page(`${GOOD_LINE}/Pattern cs /P scn 0 0 595 842 re f`, {
        entries: '/Resources<</Font<</F 5 0 R>>/Pattern<</P 6 0 R>>>>',
        more: Array.from({ length: 9 }, (_, i) =>
          stream(
            '/Pattern cs /P scn 0 0 9 9 re f /Q scn 0 0 9 9 re f '.repeat(10),
            `/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<</Pattern<</P ${i + 7} 0 R/Q ${i + 7} 0 R>>>>`,
          ),
        ),
      }),
  },
  {
    name: 'Type 3 fonts each set in the next.pdf',
    comesTo: ['read', 'no_text', 'damaged', 'timed_out', 'out_of_memory'],
    make: () => {
      const font = (i: number): string =>
        `<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a ${i + 1} 0 R/b ${i + 1} 0 R/c ${i + 1} 0 R>>/Encoding<</Differences[97/a/b/c]>>/FirstChar 97/LastChar 99/Widths[1 1 1]/Resources<</Font<</F ${i + 2} 0 R/G ${i + 2} 0 R>>>>>>`;
      const letter = stream(`1 0 d0 ${'BT /F 1 Tf (abc) Tj /G 1 Tf (abc) Tj ET '.repeat(10)}`);
      const chain = Array.from({ length: 12 }, (_, i) => [font(6 + 2 * i), letter]).flat();
      return page(line('abc'), {
        font: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
        entries: '/Resources<</Font<</F 6 0 R>>>>',
        more: [...chain, '<<>>'],
      });
    },
  },
  {
    name: 'Type 3 font whose letters are set in itself.pdf',
    comesTo: ['read', 'no_text', 'damaged'],
    make: () =>
      page(line('aaaa'), {
        font: '<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 6 0 R>>/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[1]/Resources<</Font<</F 5 0 R>>>>>>',
        more: [stream('1 0 d0 BT /F 1 Tf (aaaa) Tj ET')],
      }),
  },
  {
    name: 'font that descends from itself.pdf',
    comesTo: ['read', 'no_text', 'damaged'],
    make: () =>
      page(line('aaaa'), {
        font: '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 5 0 R>>',
      }),
  },
  {
    name: 'CMap that uses itself.pdf',
    comesTo: ['out_of_memory', 'read', 'no_text', 'damaged'],
    make: () =>
      page(line('aaaa'), {
        font: '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding 6 0 R/DescendantFonts[7 0 R]>>',
        more: [
          stream(
            'begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 begincidrange <00000000> <ffffffff> 0 endcidrange endcmap',
            '/Type/CMap/CMapName/X/UseCMap 6 0 R',
          ),
          '<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(a)/Ordering(b)/Supplement 0>>/W[0 4294967295 500]>>',
        ],
      }),
  },
  {
    name: 'ToUnicode of four milliard letters.pdf',
    comesTo: ['read', 'no_text', 'damaged', 'out_of_memory'],
    make: () =>
      page(line('1.855'), {
        font: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>',
        more: [
          stream(
            'begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange endcmap',
          ),
        ],
      }),
  },
  {
    name: 'content of 2 GB of spaces.pdf',
    comesTo: ['bomb', 'out_of_memory', 'damaged'],
    make: () => {
      // Each of twelve layers packs the one before; what the innermost unpacks to is 64 MB, ten times over.
      const layer = deflateSync(deflateSync(Buffer.alloc(64 * 1024 * 1024, ' ')));
      const object = `<</Length ${layer.length}/Filter[/FlateDecode/FlateDecode]>>stream\n${layer.toString('latin1')}\nendstream`;
      return pdfOf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Kids[3 0 R]/Count 1>>',
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[${'4 0 R '.repeat(32)}]${RESOURCES}>>`,
        object,
        FONT,
      ]);
    },
  },
  {
    name: 'arrays 100,000 deep.pdf',
    comesTo: ['read', 'damaged', 'no_text'],
    make: () =>
      page(`${GOOD_LINE}${'['.repeat(100_000)}`, { catalog: `/Deep ${'['.repeat(100_000)}${']'.repeat(100_000)}` }),
  },
  {
    name: 'outline that goes in circles.pdf',
    comesTo: ['read'],
    make: () =>
      page(GOOD_LINE, {
        catalog: '/Outlines 6 0 R',
        more: ['<</First 7 0 R/Last 7 0 R>>', '<</Title(a)/Next 7 0 R/First 7 0 R/Parent 6 0 R>>'],
      }),
    says,
  },
  {
    name: 'stream whose length is itself.pdf',
    comesTo: ['read', 'damaged', 'no_text'],
    make: () =>
      pdfOf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Kids[3 0 R]/Count 1>>',
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R${RESOURCES}>>`,
        `<</Length 4 0 R>>stream\n${GOOD_LINE}\nendstream`,
        FONT,
      ]),
  },
  {
    name: 'picture of 65,000 by 65,000.pdf',
    comesTo: ['no_text', 'damaged', 'bomb'],
    make: () =>
      page('595 0 0 842 0 0 cm /X Do', {
        entries: '/Resources<</XObject<</X 6 0 R>>>>',
        more: [
          stream('x', '/Type/XObject/Subtype/Image/Width 65000/Height 65000/ColorSpace/DeviceRGB/BitsPerComponent 8'),
        ],
      }),
  },
  {
    name: 'picture as large as is allowed.pdf',
    comesTo: ['no_text', 'damaged', 'bomb'],
    make: () =>
      page('595 0 0 842 0 0 cm /X Do', {
        entries: '/Resources<</XObject<</X 6 0 R>>>>',
        more: [
          stream(
            Buffer.alloc(7000 * 8000, 0xff),
            '/Type/XObject/Subtype/Image/Width 7000/Height 8000/ColorSpace/DeviceGray/BitsPerComponent 8',
          ),
        ],
      }),
  },
  {
    name: 'page as large as a field.pdf',
    comesTo: ['read'],
    make: () => Buffer.from(page(GOOD_LINE).toString('latin1').replace('[0 0 595 842]', '[0 0 1e9 1e9]'), 'latin1'),
    says,
  },
  {
    name: 'page of no size.pdf',
    comesTo: ['read', 'no_text', 'damaged'],
    make: () => Buffer.from(page(GOOD_LINE).toString('latin1').replace('[0 0 595 842]', '[0 0 0 0]    '), 'latin1'),
  },
  {
    name: 'numbers out of all bounds.pdf',
    comesTo: ['read', 'no_text', 'damaged'],
    make: () =>
      page(
        `1e38 0 0 1e38 0 0 cm 1e38 Tw 1e38 Tc ${line('1.855', 1e38, -1e38)} ${'1e38 0 0 1e38 0 0 cm '.repeat(20)} ${line('1.855')} 0 0 1e38 1e38 re S`,
      ),
  },
  {
    name: 'JavaScript, programs and far files.pdf',
    comesTo: ['read'],
    make: (lures) =>
      page(`${GOOD_LINE}/I Do /G Do`, {
        catalog:
          '/OpenAction 6 0 R/AA<</WC 7 0 R/DS 8 0 R>>/Names<</JavaScript<</Names[(a)6 0 R]>>/EmbeddedFiles<</Names[(run.exe)12 0 R]>>>>',
        entries:
          '/Resources<</Font<</F 5 0 R>>/XObject<</I 13 0 R/G 14 0 R>>>>/AA<</O 6 0 R/C 9 0 R>>/Annots[<</Subtype/Link/Rect[0 0 99 99]/A 7 0 R>><</Subtype/Widget/Rect[0 0 9 9]/A 10 0 R>><</Subtype/Screen/Rect[0 0 9 9]/A 8 0 R>>]',
        more: actions(lures),
      }),
    says,
  },
  {
    name: 'form in XFA with entities.pdf',
    comesTo: ['read'],
    make: ({ url, secret }) =>
      page(GOOD_LINE, {
        catalog: '/AcroForm<</XFA 6 0 R/Fields[]>>',
        more: [
          stream(
            `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file://${secret}"><!ENTITY b SYSTEM "${url}/x">]><xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">&a;&b;</xdp:xdp>`,
          ),
        ],
      }),
    says,
  },
];
