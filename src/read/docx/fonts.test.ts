import { describe, expect, test } from '@jest/globals';
import { encodeTcvn3, encodeVni } from '../../../scripts/renditions/encode.ts';
import { unescapeXml } from '../xml.ts';
import { decodeFonts } from './fonts.ts';
import { writeNumbers } from './numbering.ts';

const NEWS = 'toàn huyện còn 1.855 hộ nghèo và 412 hộ cận nghèo';
const TCVN3 = encodeTcvn3(NEWS);

const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const fonts = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
const paragraph = (content: string, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`;
const style = (id: string, content: string, more = 'w:type="paragraph"'): string =>
  `<w:style ${more} w:styleId="${id}">${content}</w:style>`;
const sheet = (content: string): string => `<w:styles xmlns:w="w">${content}</w:styles>`;
const decoded = (document: string, styles: string | null = null) => {
  const { parts, encoding } = decodeFonts(new Map([['word/document.xml', document]]), styles);
  return {
    encoding,
    text: [...(parts.get('word/document.xml') ?? '').matchAll(/<w:t[^>]*>([^<]*)/g)].map((m) => m[1]).join(''),
  };
};

describe('the font that sets a run is', () => {
  const properties = `<w:rPr>${fonts('.VnTime')}</w:rPr>`;
  test.each([
    ['the run’s own', paragraph(run(TCVN3, fonts('.VnTime'))), null],
    ['its character style’s', paragraph(run(TCVN3, '<w:rStyle w:val="c"/>')), sheet(style('c', properties, ''))],
    ['its paragraph style’s', paragraph(run(TCVN3), 'p'), sheet(style('p', properties))],
    [
      'what its style is based on',
      paragraph(run(TCVN3), 'q'),
      sheet(style('p', properties) + style('q', '<w:basedOn w:val="p"/>')),
    ],
    [
      'the default paragraph style’s',
      paragraph(run(TCVN3)),
      sheet(style('n', properties, 'w:type="paragraph" w:default="1"')),
    ],
    [
      'the document’s default',
      paragraph(run(TCVN3)),
      sheet(`<w:docDefaults><w:rPrDefault>${properties}</w:rPrDefault></w:docDefaults>`),
    ],
  ])('%s', (_, document, styles) => {
    expect(decoded(document, styles)).toEqual({ encoding: 'tcvn3', text: NEWS });
  });

  test('not the one it had before a tracked change, nor that of the paragraph’s mark', () => {
    const changed = `${fonts('Arial')}<w:rPrChange><w:rPr>${fonts('VNI-Times')}</w:rPr></w:rPrChange>`;
    const mark = `<w:p><w:pPr><w:rPr>${fonts('VNI-Times')}</w:rPr></w:pPr>${run('½ giá, 20° C', changed)}</w:p>`;
    expect(decoded(mark)).toEqual({ encoding: 'unicode', text: '½ giá, 20° C' });
  });

  test('a theme’s, which no legacy font is, though another is named', () => {
    const themed = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime" w:hAnsiTheme="minorHAnsi"/>';
    expect(decoded(paragraph(run('số: ½ giá', themed)))).toEqual({ encoding: 'unicode', text: 'số: ½ giá' });
  });
});

test('“ư” that Word took for a soft hyphen', () => {
  const document = paragraph(
    `<w:r><w:rPr>${fonts('.VnTime')}</w:rPr><w:t>l</w:t><w:softHyphen/><w:t>¬ng h</w:t><w:softHyphen/><w:t>u trÝ cña ng</w:t><w:softHyphen/><w:t>êi nghÌo</w:t></w:r>`,
  );
  expect(decoded(document)).toEqual({ encoding: 'tcvn3', text: 'lương hưu trí của người nghèo' });
});

test('runs of several encodings, a word of VNI over two runs', () => {
  const [start, end] = [encodeVni('hộ ngheo').slice(0, -1), 'øo'];
  const document = paragraph(
    run('Tổng số: ') +
      run(start, fonts('VNI-Times')) +
      run(end, fonts('VNI-Times')) +
      run(` ${TCVN3}`, fonts('.VnArial')),
  );
  const { encoding, text } = decoded(document);
  expect([encoding, text.normalize('NFC')]).toEqual(['mixed', `Tổng số: hộ nghèo ${NEWS}`]);
});

test('a document in Unicode stays byte for byte', () => {
  const document = paragraph(run('Hộ nghèo &amp; cận nghèo', fonts('.VnTime')));
  expect(decodeFonts(new Map([['a', document]]), null)).toEqual({
    parts: new Map([['a', document]]),
    encoding: 'unicode',
  });
});

describe('what XML writes as a reference is', () => {
  test.each([
    ['THU & CHI', 'a capital letter’s font', run('thu &amp; chi', fonts('.VnTimeH'))],
    ['hộ nghèo', 'a legacy letter by its number', run('h&#233; ngh&#xCC;o', fonts('.VnTime'))],
  ])('read before it is decoded: %s (%s)', (expected, _, content) => {
    expect(unescapeXml(decoded(paragraph(content)).text)).toBe(expected);
  });
});

test('labels of lists are read by the font that their level names', () => {
  const level = `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${encodeTcvn3('Điều')} %1."/><w:rPr>${fonts('.VnTimeH')}</w:rPr></w:lvl>`;
  const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  const listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
  const { document } = writeNumbers({
    document: `<w:p>${listed}${run(TCVN3, fonts('.VnTime'))}</w:p>`,
    numbering,
    styles: null,
  });
  expect(decoded(document)).toEqual({ encoding: 'tcvn3', text: `ĐIỀU 1. ${NEWS}` });
});
