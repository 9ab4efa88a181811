import { describe, expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { encodeTcvn3 } from '../../../scripts/renditions/encode.ts';
import { readBytes } from '../bytes.ts';

const STYLES = `
  <style:default-style style:family="paragraph"><style:text-properties style:font-name="F0"/></style:default-style>
  <style:style style:name="Old" style:family="paragraph"><style:text-properties style:font-name="F1"/></style:style>
  <style:style style:name="Older" style:family="paragraph" style:parent-style-name="Old"/>
  <style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
  <style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
  <style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
  <text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>
    <text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2" style:num-suffix="."/></text:outline-style>
  <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")"/>
    <text:list-level-style-bullet text:level="2" text:bullet-char="-"/></text:list-style>`;
const FONTS = `<style:font-face style:name="F0" svg:font-family="'Times New Roman'"/><style:font-face style:name="F1" svg:font-family=".VnTime"/>`;
const NAMES = ['office', 'text', 'style', 'table', 'draw', 'fo', 'svg', 'dc']
  .map((name) => `xmlns:${name}="${name}"`)
  .join(' ');

async function odt(body: string, more: Record<string, string> = {}): Promise<Buffer> {
  const zip = new JSZip();
  zip.file('mimetype', 'application/vnd.oasis.opendocument.text');
  zip.file(
    'styles.xml',
    `<a ${NAMES}><office:font-face-decls>${FONTS}</office:font-face-decls><office:styles>${STYLES}</office:styles></a>`,
  );
  zip.file('content.xml', `<a ${NAMES}><office:body><office:text>${body}</office:text></office:body></a>`);
  for (const [name, content] of Object.entries(more)) zip.file(name, content);
  return zip.generateAsync({ type: 'nodebuffer' });
}
const read = async (body: string, more?: Record<string, string>) => readBytes(await odt(body, more), { maxPages: 10 });
const lines = async (body: string): Promise<string[]> => (await read(body)).text.split('\n').filter(Boolean);

describe('text', () => {
  test.each([
    [
      'Hộ nghèo và cận nghèo',
      '<text:p>Hộ <text:span text:style-name="B">nghèo</text:span>\n và<text:s/>cận nghèo</text:p>',
    ],
    ['1.855 hộ', '<text:p>1.855 hộ<text:span text:style-name="S">1</text:span></text:p>'],
    ['1.200 m²', '<text:p>1.200 m<text:span text:style-name="S">2</text:span></text:p>'],
    [
      'còn lại',
      '<text:tracked-changes><text:p>bị xóa</text:p></text:tracked-changes><text:p>còn<text:span text:style-name="H"> ẩn</text:span> lại</text:p>',
    ],
    ['một', '<text:p>một<office:annotation><text:p>ghi chú</text:p></office:annotation></text:p>'],
    ['hộ nghèo và cận nghèo', `<text:p text:style-name="Older">${encodeTcvn3('hộ nghèo và cận nghèo')}</text:p>`],
  ])('%s', async (expected, body) => {
    expect(await lines(body)).toEqual([expected]);
  });

  test('boxes follow the paragraph that anchors them, notes the whole text', async () => {
    const body = `<text:p>một<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Nguồn: Sở</text:p></text:note-body></text:note>
      <draw:frame><draw:text-box><text:p>hộp</text:p></draw:text-box></draw:frame></text:p><text:p>hai<text:line-break/>ba</text:p>`;
    expect(await lines(body)).toEqual(['một', 'hộp', 'hai', 'ba', 'Nguồn: Sở']);
  });

  test('numbers of headings and lists are computed, over lists that go on', async () => {
    const list = (attributes: string, ...items: string[]): string =>
      `<text:list text:style-name="L" ${attributes}>${items.map((item) => `<text:list-item>${item}</text:list-item>`).join('')}</text:list>`;
    const body = `<text:h text:outline-level="1">Mục</text:h><text:h text:outline-level="2">Tiểu mục</text:h>
      ${list('', '<text:p>một</text:p><text:p>tiếp</text:p><text:list><text:list-item><text:p>con</text:p></text:list-item></text:list>', '<text:p>hai</text:p>')}
      <text:h text:outline-level="2">Tiểu mục</text:h>${list('text:continue-numbering="true"', '<text:p>ba</text:p>')}${list('', '<text:p>lại</text:p>')}`;
    const { blocks, text } = await read(body);
    expect(blocks.map(({ kind, level, span }) => [kind, level, text.slice(span.start, span.end)])).toEqual([
      ['heading', 1, 'I. Mục'],
      ['heading', 2, 'I.1. Tiểu mục'],
      ['list_item', null, 'a) một'],
      ['paragraph', null, 'tiếp'],
      ['list_item', null, '- con'],
      ['list_item', null, 'b) hai'],
      ['heading', 2, 'I.2. Tiểu mục'],
      ['list_item', null, 'c) ba'],
      ['list_item', null, 'a) lại'],
    ]);
  });
});

test('tables: heading rows, spans, repeated cells', async () => {
  const cell = (text: string, attributes = ''): string =>
    `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
  const body = `<table:table><table:table-column/><table:table-header-rows><table:table-row>${cell('Xã', 'table:number-rows-spanned="2"')}${cell('Hộ nghèo', 'table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row>
    <table:table-row><table:covered-table-cell/>${cell('2022')}${cell('2023')}</table:table-row></table:table-header-rows>
    <table:table-row>${cell('Bình Tân')}${cell('97', 'table:number-columns-repeated="2"')}</table:table-row></table:table>`;
  const [table] = (await read(body)).tables;
  expect(table?.headerRows).toBe(2);
  expect(table?.rows.map((row) => row.map(({ text, colSpan, rowSpan }) => [text, colSpan, rowSpan]))).toEqual([
    [
      ['Xã', 1, 2],
      ['Hộ nghèo', 2, 1],
    ],
    [
      ['2022', 1, 1],
      ['2023', 1, 1],
    ],
    [
      ['Bình Tân', 1, 1],
      ['97', 1, 1],
      ['97', 1, 1],
    ],
  ]);
});

describe('files that cannot be read', () => {
  test.each([
    ['encrypted', '', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }],
    ['empty', '<text:p/>', {}],
    ['no_text', '<text:p/>', { 'Pictures/1.png': 'x' }],
    ['damaged', '<text:p>', {}],
    ['damaged', '', { 'content.xml': '<a><b/></a>' }],
  ])('%s', async (code, body, more) => {
    await expect(read(body, more)).rejects.toMatchObject({ code });
  });

  test('elements nested without end', async () => {
    const deep = `<text:p>${'<text:span>'.repeat(3000)}đáy${'</text:span>'.repeat(3000)}</text:p><text:p>sau</text:p>`;
    expect(await lines(deep)).toEqual(['sau']);
  });
});
