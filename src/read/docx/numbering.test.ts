import { describe, expect, test } from '@jest/globals';
import { writeNumbers } from './numbering.ts';

type Level = [format: string, text: string, more?: string];
const abstract = (id: number, levels: Level[], more = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels
    .map(
      ([format, text, extra = ''], i) =>
        `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`;
const num = (id: number, abstractId: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`;
const numbering = (...parts: string[]): string => `<w:numbering>${parts.join('')}</w:numbering>`;

const item = (number: number, level: number, text = 'x'): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${number}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const styled = (style: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>`;

/** The paragraphs' texts after numbering. */
function numbered(body: string, parts: string, styles: string | null = null): string[] {
  const { document } = writeNumbers({ document: `<w:body>${body}</w:body>`, numbering: parts, styles });
  return [...document.matchAll(/<w:p>.*?<\/w:p>/g)].map(([p]) =>
    [...p.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/g)].map((t) => t[1]).join(''),
  );
}

const outline = numbering(
  abstract(0, [
    ['upperRoman', '%1.'],
    ['decimal', '%2.'],
    ['decimal', '%2.%3.'],
    ['lowerLetter', '%4)'],
  ]),
  num(1, 0),
);

describe('multilevel lists', () => {
  test('count on each level, and start again under a new higher one', () => {
    const body = [[0], [1], [2], [2], [1], [2], [3], [3], [0], [1]].map(([level]) => item(1, level as number)).join('');
    expect(numbered(body, outline)).toEqual([
      'I. x',
      '1. x',
      '1.1. x',
      '1.2. x',
      '2. x',
      '2.1. x',
      'a) x',
      'b) x',
      'II. x',
      '1. x',
    ]);
  });

  test('a level whose higher level never stood counts that one as begun', () => {
    expect(numbered(item(1, 2), outline)).toEqual(['1.1. x']);
  });

  test('a level may run on under new higher ones, or begin again after some of them only', () => {
    const levels = (more: string) =>
      numbering(
        abstract(0, [
          ['upperRoman', '%1.'],
          ['decimal', '%2.'],
          ['lowerLetter', '%3)', more],
        ]),
        num(1, 0),
      );
    const body = [0, 1, 2, 1, 2, 0, 1, 2].map((level) => item(1, level)).join('');
    const third = (more: string) => numbered(body, levels(more)).filter((text) => /^[a-z]\)/.test(text));
    expect(third('')).toEqual(['a) x', 'a) x', 'a) x']);
    expect(third('<w:lvlRestart w:val="0"/>')).toEqual(['a) x', 'b) x', 'c) x']);
    expect(third('<w:lvlRestart w:val="1"/>')).toEqual(['a) x', 'b) x', 'a) x']);
  });

  test('legal style shows all levels as digits', () => {
    const parts = numbering(
      abstract(0, [
        ['upperRoman', '%1.'],
        ['decimal', '%1.%2.', '<w:isLgl/>'],
      ]),
      num(1, 0),
    );
    expect(numbered(item(1, 0) + item(1, 1), parts)).toEqual(['I. x', '1.1. x']);
  });
});

describe('formats', () => {
  test.each([
    ['lowerRoman', ['i', 'ii', 'iii', 'iv']],
    ['upperLetter', ['A', 'B', 'C', 'D']],
    ['decimalZero', ['01', '02', '03', '04']],
    ['decimal', ['1', '2', '3', '4']],
  ])('%s', (format, labels) => {
    const parts = numbering(abstract(0, [[format, '%1)']]), num(1, 0));
    expect(numbered(item(1, 0).repeat(4), parts)).toEqual(labels.map((label) => `${label}) x`));
  });

  test.each([
    ['- x', '-'],
    ['+ x', '+'],
    ['• x', '\uf0b7'],
    ['• x', 'o'],
    ['- x', '\uf02d'],
  ])('bullet %j from %j', (expected, text) => {
    expect(numbered(item(1, 0), numbering(abstract(0, [['bullet', text]]), num(1, 0)))).toEqual([expected]);
  });
});

describe('numbers', () => {
  test('of two lists with one definition run on, a start of its own begins again', () => {
    const parts = numbering(
      abstract(0, [['decimal', '%1.']]),
      num(1, 0),
      num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
      num(3, 0),
    );
    expect(numbered(item(1, 0) + item(1, 0) + item(3, 0) + item(2, 0) + item(2, 0), parts)).toEqual([
      '1. x',
      '2. x',
      '3. x',
      '1. x',
      '2. x',
    ]);
  });

  test('come from the style, from the style it is based on, and go where the paragraph says number 0', () => {
    const parts = numbering(
      abstract(0, [
        ['decimal', '%1.', '<w:pStyle w:val="H1"/>'],
        ['decimal', '%1.%2.', '<w:pStyle w:val="H2"/>'],
      ]),
      num(1, 0),
    );
    const numPr = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
    const styles = `<w:styles><w:style w:styleId="H1">${numPr}</w:style><w:style w:styleId="H2">${numPr}</w:style><w:style w:styleId="Child"><w:basedOn w:val="H1"/></w:style></w:styles>`;
    const none = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    expect(
      numbered(styled('H1') + styled('H2') + styled('H1', none) + styled('Child') + styled('Other'), parts, styles),
    ).toEqual(['1. x', '1.1. x', 'x', '2. x', 'x']);
  });

  test('of deleted paragraphs, of old properties and of alternatives mammoth skips are not counted', () => {
    const deleted = item(1, 0).replace('</w:numPr>', '</w:numPr><w:rPr><w:del w:id="1"/></w:rPr>');
    const changed = `<w:p><w:pPr><w:pPrChange w:id="2"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>y</w:t></w:r></w:p>`;
    const body = `<mc:AlternateContent><mc:Choice>${item(1, 0)}</mc:Choice></mc:AlternateContent>${deleted}${changed}${item(1, 0, 'z')}`;
    expect(numbered(body, outline)).toEqual(['x', 'x', 'y', 'I. z']);
  });

  test('stand in no document that has none', () => {
    const document = `<w:body>${item(7, 0)}</w:body>`;
    expect(writeNumbers({ document, numbering: null, styles: null })).toEqual({ document, written: 0 });
    expect(writeNumbers({ document, numbering: outline, styles: null }).written).toBe(0);
  });
});
