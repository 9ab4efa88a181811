import { describe, expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { readBytes } from '../bytes.ts';

const SPACES = ['w', 'mc', 'wps', 'wp', 'a', 'v', 'wpg']
  .map((name) => {
    const known: Record<string, string> = {
      w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
      mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
      wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
      wpg: 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
      wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
      a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
      v: 'urn:schemas-microsoft-com:vml',
    };
    return `xmlns:${name}="${known[name]}"`;
  })
  .join(' ');
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

async function read(body: string, more: Record<string, string> = {}, type = TYPE) {
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  zip.file('word/document.xml', `<w:document ${SPACES}><w:body>${body}</w:body></w:document>`);
  const parts = Object.entries(more);
  for (const [name, content] of parts) zip.file(`word/${name}.xml`, content.replace('XMLNS', SPACES));
  zip.file(
    'word/_rels/document.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${parts.map(([name], i) => `<Relationship Id="r${i}" Type="${RELATION}/${name}" Target="${name}.xml"/>`).join('')}</Relationships>`,
  );
  return readBytes(await zip.generateAsync({ type: 'nodebuffer' }), { maxPages: 10 });
}

const p = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
const r = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const lines = async (...args: Parameters<typeof read>): Promise<string[]> =>
  (await read(...args)).text.split('\n').filter(Boolean);
const box = (text: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${p(r(text))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
   <mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p(r(text))}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

describe('what a reader of the printed page sees', () => {
  test.each<[string[], string]>([
    // Tracked changes: the text as it stands when all are accepted.
    [
      ['còn 1.855 hộ nghèo'],
      p(
        `${r('còn ')}<w:del><w:r><w:delText>2.100</w:delText></w:r></w:del><w:ins>${r('1.855')}</w:ins>${r(' hộ nghèo')}`,
      ),
    ],
    [
      ['đầu', 'cuối'],
      `${p('<w:moveFrom><w:r><w:t>cuối</w:t></w:r></w:moveFrom>')}${p(r('đầu'))}${p(`<w:moveTo>${r('cuối')}</w:moveTo>`)}`,
    ],
    // Comments and their marks.
    [
      ['1.855 hộ'],
      p(
        `<w:commentRangeStart w:id="0"/>${r('1.855 hộ')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
      ),
    ],
    // Content controls, links, smart tags and the results of fields.
    [
      ['hộ nghèo'],
      `<w:sdt><w:sdtContent>${p(`<w:hyperlink>${r('hộ ')}</w:hyperlink><w:smartTag>${r('nghèo')}</w:smartTag>`)}</w:sdtContent></w:sdt>`,
    ],
    [
      ['Trang 3'],
      p(
        `${r('Trang ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('3')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
    ],
    [['một', 'hai'], p('<w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r>')],
  ])('%j', async (expected, body) => {
    expect(await lines(body)).toEqual(expected);
  });

  test('a text box, once', async () => {
    expect((await lines(`${p(r('trước') + box('trong hộp'))}${p(r('sau'))}`)).toSorted()).toEqual([
      'sau',
      'trong hộp',
      'trước',
    ]);
  });

  test('footnotes and endnotes follow the text, their marks do not stick to its numbers', async () => {
    const note = (kind: string, text: string): string =>
      `<w:${kind}s XMLNS><w:${kind} w:id="2">${p(`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Ref/></w:r>${r(` ${text}`)}`)}</w:${kind}></w:${kind}s>`;
    const mark = (kind: string): string =>
      `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Reference w:id="2"/></w:r>`;
    expect(
      await lines(p(`${r('1.855')}${mark('footnote')}${r(' hộ')}${mark('endnote')}`), {
        footnotes: note('footnote', 'Nguồn: Sở'),
        endnotes: note('endnote', 'Đến 31/12'),
      }),
    ).toEqual(['1.855 hộ', 'Nguồn: Sở', 'Đến 31/12']);
  });

  test('headings by the built-in style, whatever its id', async () => {
    const styles = `<w:styles XMLNS><w:style w:type="paragraph" w:styleId="Tiu1"><w:name w:val="heading 1"/></w:style></w:styles>`;
    const { blocks } = await read(p(r('I. Kết quả'), '<w:pStyle w:val="Tiu1"/>') + p(r('thân bài')), { styles });
    expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['paragraph', null],
    ]);
  });

  test('a document with macros is read as one without', async () => {
    const type = 'application/vnd.ms-word.document.macroEnabled.main+xml';
    expect(await lines(p(r('1.855 hộ')), {}, type)).toEqual(['1.855 hộ']);
  });
});
