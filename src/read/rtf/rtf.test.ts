import { describe, expect, test } from '@jest/globals';
import { encodeTcvn3, encodeVni } from '../../../scripts/renditions/encode.ts';
import { ReadError } from '../../model/read-error.ts';
import { readRtf } from './read-rtf.ts';

const FONTS = String.raw`{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset0 .VnTime;}{\f2\fcharset163 Arial;}{\f3 VNI-Times{\*\falt Arial};}{\f4\fcharset2 Symbol;}}`;
const STYLES = String.raw`{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 Chapter;}{\s2 heading 2;}{\*\cs3 Bold;}}`;
const rtf = (body: string): Buffer =>
  Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0${FONTS}${STYLES}${body}}`, 'latin1');
const unicode = (text: string): string => text.replace(/[^\u0000-\u007F]/g, (c) => `\\u${c.charCodeAt(0)}?`);
const bytes = (text: string): string =>
  text.replace(/[^\u0000-\u007F]/g, (c) => `\\'${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
const lines = (body: string): string[] => readRtf(rtf(body)).text.split('\n').filter(Boolean);

describe('letters', () => {
  test.each([
    ['Hộ nghèo', unicode('Hộ nghèo')],
    ['Hộ nghèo', String.raw`H{\uc2\u7897 o.} ngh\u232\'65o`],
    ['Hộ nghèo', String.raw`\uc0 H\u7897  ngh\u232 o`.replace('  ', ' {} ').replace(' {} ', '{} ')],
    ['hộ nghèo', String.raw`{\f2 h\'f4\'f2 nghe\'cco}`],
    ['hộ nghèo và cận nghèo', `{\\f1 ${bytes(encodeTcvn3('hộ nghèo và cận nghèo'))}}`],
    ['hộ nghèo và cận nghèo', `{\\f3 ${bytes(encodeVni('hộ nghèo và cận nghèo'))}}`],
    ['“một” – hai', String.raw`\ldblquote m\u7897?t\rdblquote  \endash  hai`],
    ['{1} \\ 2', String.raw`\{1\} \\ 2`],
    ['1.200 m²', String.raw`1.200 m{\super 2}`],
    ['1.855 hộ', String.raw`1.855 h\u7897?{\super 1}`],
    ['còn lại', String.raw`c\u242?n {\deleted b\u7887?}{\v \u7849?n}l\u7841?i`],
    ['liên kết', String.raw`{\field{\*\fldinst HYPERLINK "x"}{\fldrslt li\u234?n k\u7871?t}}`],
    ['đậm', String.raw`{\*\unknown left out {\b too}}{\b\cf1 \u273?\u7853?m}`],
    ['sau ảnh', String.raw`{\pict\wmetafile8 0102{\bin3 }}a}sau \u7843?nh`.replace('{\\bin3 }}a', '\\bin3 }}a')],
  ])('%s', (expected, body) => {
    expect(lines(body)).toEqual([expected]);
  });

  test('the encoding is said', () => {
    const small = 'toàn huyện còn 1.855 hộ nghèo';
    const document = readRtf(rtf(`{\\f1 ${bytes(encodeTcvn3(small))}}\\par ${unicode('Tổng số hộ cận nghèo')}`));
    expect([document.encoding, document.messages.map(({ code }) => code)]).toEqual(['mixed', ['encoding_converted']]);
  });
});

describe('paragraphs', () => {
  test('headings by outline level or by the name of their style, lists by the label that was computed', () => {
    const { blocks, text } = readRtf(
      rtf(
        String.raw`\pard\s1 I. M\u7909?c\par\pard\s2 1. Ti\u7875?u m\u7909?c\par\pard {\listtext\f4\'b7\tab}{\b m\u7897?t}\par\pard {\listtext 2)\tab}hai\par\pard\outlinelevel9 ba\line b\u7889?n\par`,
      ),
    );
    expect(blocks.map(({ kind, level, bold, span }) => [kind, level, bold, text.slice(span.start, span.end)])).toEqual([
      ['heading', 1, false, 'I. Mục'],
      ['heading', 2, false, '1. Tiểu mục'],
      ['list_item', null, true, '• một'],
      ['list_item', null, false, '2) hai'],
      ['paragraph', null, false, 'ba'],
      ['paragraph', null, false, 'bốn'],
    ]);
  });

  test('headers, footers, comments and what the file says of itself are no text; footnotes follow it', () => {
    expect(
      lines(
        String.raw`{\info{\title B\u225?o c\u225?o}{\author A}}{\header trang 1}{\footer 2}m\u7897?t{\super\chftn}{\footnote {\super\chftn} Ngu\u7891?n: S\u7903?}{\*\annotation sai}\par hai\par`,
      ),
    ).toEqual(['một', 'hai', 'Nguồn: Sở']);
    expect(readRtf(rtf(String.raw`{\info{\title B\u225?o c\u225?o}}m\u7897?t`)).title).toBe('Báo cáo');
  });

  test('the text of a drawn box is text, once', () => {
    expect(
      lines(
        String.raw`m\u7897?t\par{\shp{\*\shpinst\shpleft0{\sp{\sn a}{\sv 1}}{\shptxt \pard h\u7897?p\par}}{\shprslt h\u7897?p}}`,
      ),
    ).toEqual(['một', 'hộp']);
  });
});

describe('tables', () => {
  const row = (edges: number[], cells: string[], marks: string[] = []): string =>
    `\\trowd${edges.map((edge, i) => `${marks[i] ?? ''}\\cellx${edge}`).join('')}\\pard\\intbl ${cells.map((cell) => `${unicode(cell)}\\cell`).join(' ')}\\row`;
  const tables = (body: string) =>
    readRtf(rtf(body)).tables.map(({ rows, headerRows }) => ({
      headerRows,
      rows: rows.map((cells) => cells.map(({ text, colSpan, rowSpan }) => [text, colSpan, rowSpan])),
    }));

  test('cells by their edges, merged over columns and rows', () => {
    const body = [
      row([1000, 2000, 4000], ['TT', 'Xã', 'Hộ nghèo'], ['\\clvmgf', '\\clvmgf', '']),
      row([1000, 2000, 3000, 4000], ['', '', '2022', '2023'], ['\\clvmrg', '\\clvmrg']),
      row([1000, 2000, 3000, 4000], ['1', 'Bình Tân', '120', '97']),
      row([1000, 2000, 3000, 4010], ['', 'Cộng', '120', '97']),
    ].join('\n');
    expect(tables(`${body}\\pard sau\\par`)).toEqual([
      {
        headerRows: 2,
        rows: [
          [
            ['TT', 1, 2],
            ['Xã', 1, 2],
            ['Hộ nghèo', 2, 1],
          ],
          [
            ['2022', 1, 1],
            ['2023', 1, 1],
          ],
          [
            ['1', 1, 1],
            ['Bình Tân', 1, 1],
            ['120', 1, 1],
            ['97', 1, 1],
          ],
          [
            ['', 1, 1],
            ['Cộng', 1, 1],
            ['120', 1, 1],
            ['97', 1, 1],
          ],
        ],
      },
    ]);
  });

  test('a cell merged with the next one, and two tables parted by a paragraph', () => {
    const body = `${row([1000, 2000, 3000], ['Tổng', '', '10'], ['\\clmgf', '\\clmrg'])}${row([1000, 2000, 3000], ['a', 'b', '9'])}\\pard giữa\\par ${row([1000, 2000], ['Xã', 'Hộ'])}${row([1000, 2000], ['A', '1'])}`;
    expect(tables(unicode(body)).map(({ rows }) => rows[0])).toEqual([
      [
        ['Tổng', 2, 1],
        ['10', 1, 1],
      ],
      [
        ['Xã', 1, 1],
        ['Hộ', 1, 1],
      ],
    ]);
  });
});

describe('hostile files', () => {
  const whole = rtf(String.raw`\pard m\u7897?t {\b hai} \trowd\cellx1 a\cell\row`);
  test('one that is cut off is damaged, wherever', () => {
    for (let size = 10; size < whole.length; size += 7) {
      expect(() => readRtf(whole.subarray(0, size))).toThrow(ReadError);
    }
  });
  test.each([
    ['groups a million deep', Buffer.from(`{\\rtf1 ${'{'.repeat(1_000_000)}a${'}'.repeat(1_000_000)}}`)],
    ['more ends than beginnings', Buffer.from(`{\\rtf1 a}${'}'.repeat(1000)}`)],
    ['endless binary', Buffer.from('{\\rtf1 a\\bin999999999 }')],
    ['numbers beyond all bounds', rtf('\\u99999999999999 a\\cellx-2147483648\\cell\\row\\trowd\\f9999999999 b')],
  ])('%s', (_, file) => {
    try {
      expect(readRtf(file).text.length).toBeLessThan(20);
    } catch (error) {
      expect(error).toBeInstanceOf(ReadError);
    }
  });
});
