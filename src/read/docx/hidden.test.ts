import { describe, expect, test } from '@jest/globals';
import { withoutHidden } from './hidden.ts';
import { writeNumbers } from './numbering.ts';

const HIDDEN = '<w:vanish/>';
const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
const style = (id: string, content: string, more = 'w:type="paragraph"'): string =>
  `<w:style ${more} w:styleId="${id}">${content}</w:style>`;
const hiding = (id: string, more?: string): string => style(id, `<w:rPr>${HIDDEN}</w:rPr>`, more);
const named = (name: string): string => `<w:pStyle w:val="${name}"/>`;

const shown = (document: string, styles: string | null = null): string =>
  withoutHidden(new Map([['d', document]]), styles && `<w:styles xmlns:w="w">${styles}</w:styles>`).get('d') ?? '';
const textOf = (xml: string): string => [...xml.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join('');

describe('what Word hides is not text', () => {
  test.each<[expected: string, how: string, document: string, styles?: string]>([
    ['12 hộ', 'a run', paragraph(run('12 hộ') + run(' (999)', HIDDEN))],
    ['12 hộ (9)', 'a run that says it is not', paragraph(run('12 hộ') + run(' (9)', '<w:vanish w:val="0"/>'))],
    ['12 hộ', 'a style of letters', paragraph(run('12 hộ') + run('9', '<w:rStyle w:val="h"/>')), hiding('h', '')],
    ['12 hộ', 'a style of paragraphs', paragraph(run('12 hộ')) + paragraph(run('9'), named('h')), hiding('h')],
    [
      '12 hộ',
      'what a style is based on',
      paragraph(run('12 hộ')) + paragraph(run('9'), named('q')),
      hiding('h') + style('q', '<w:basedOn w:val="h"/>'),
    ],
    [
      '9',
      'styles of both, which is none',
      paragraph(run('9', '<w:rStyle w:val="c"/>'), named('h')),
      hiding('h') + hiding('c', ''),
    ],
    [
      '12 hộ 9',
      'what a tracked change took away',
      paragraph(run('12 hộ') + run(' 9', `<w:rPrChange><w:rPr>${HIDDEN}</w:rPr></w:rPrChange>`)),
    ],
    ['12 hộ', 'the mark alone of a paragraph', paragraph(run('12 hộ'), `<w:rPr>${HIDDEN}</w:rPr>`)],
    [
      '12 hộ',
      'a run in the text box of another',
      paragraph(`<w:r><w:pict>${paragraph(run('9', HIDDEN))}</w:pict><w:t>12 hộ</w:t></w:r>`),
    ],
  ])('%s: %s', (expected, _, ...[document, styles]) => {
    expect(textOf(shown(document, styles))).toBe(expected);
  });

  test('nor are its notes, tabs and line breaks', () => {
    const hidden = `<w:r><w:rPr>${HIDDEN}</w:rPr><w:tab/><w:br/><w:footnoteReference w:id="2"/></w:r>`;
    expect(shown(paragraph(hidden + run('12 hộ')))).not.toMatch(/w:tab|w:br|footnoteReference/);
  });
});

const LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>';
const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${LEVEL}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

test('a list counts on over an item that does not show', () => {
  const listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const document =
    paragraph(run('một'), listed) +
    paragraph(run('ẩn', HIDDEN), `${listed}<w:rPr>${HIDDEN}</w:rPr>`) +
    paragraph(run('hai'), listed);
  expect(textOf(writeNumbers({ document: shown(document), numbering, styles: null }).document)).toBe('1. một2. hai');
});
