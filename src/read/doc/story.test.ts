import { describe, expect, test } from '@jest/globals';
import { CHARACTERS, PARAGRAPHS, Pages } from './pages.ts';
import type { Piece } from './pieces.ts';
import { parsePrls } from './sprm.ts';
import { Story } from './story.ts';
import { Styles } from './styles.ts';

const PAGE = 512;
const hex = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ''), 'hex');
const u16 = (value: number): Buffer => Buffer.from([value & 0xff, value >> 8]);

/** Text with the modifiers of its letters, in hexadecimal. */
type Stretch = [text: string, prls?: string];
/** Stretches of text, and the style and modifiers of the paragraph they end. */
type Given = { text: Stretch[]; style?: number; prls?: string };

/** A page of properties of stretches that end at `ends`, and the table that finds it. */
function page(kind: 'characters' | 'paragraphs', number: number, ends: readonly number[], data: readonly Buffer[]) {
  const bytes = Buffer.alloc(PAGE);
  const entry = kind === 'characters' ? 1 : 13;
  bytes.writeUInt8(ends.length, PAGE - 1);
  let free = PAGE - 2;
  for (const [i, end] of ends.entries()) {
    bytes.writeUInt32LE(end, 4 * (i + 1));
    const own = data[i] as Buffer;
    if (own.length === 0) continue;
    const head = kind === 'characters' ? Buffer.from([own.length]) : Buffer.from([0, Math.ceil(own.length / 2)]);
    free = (free - head.length - own.length - 1) & ~1;
    head.copy(bytes, free);
    own.copy(bytes, free + head.length);
    bytes.writeUInt8(free / 2, 4 * (ends.length + 1) + entry * i);
  }
  const table = Buffer.alloc(12);
  table.writeUInt32LE(ends.at(-1) ?? 0, 4);
  table.writeUInt32LE(number, 8);
  return { bytes, table };
}

/** Style 1 is heading 2, style 2 is set in font 1 and bold, style 3 goes on from it, style 4 is of characters. */
const STYLES = (() => {
  const lists = (...parts: Buffer[]): Buffer =>
    Buffer.concat(parts.flatMap((part) => [u16(part.length), part, Buffer.alloc(part.length % 2)]));
  const style = (invariant: number, kind: number, base: number, ...parts: Buffer[]): Buffer => {
    const name = Buffer.concat([u16(1), Buffer.from('x\0', 'utf16le')]);
    const fixed = [u16(invariant), u16(kind | (base << 4)), u16(parts.length), u16(0), u16(0)];
    return Buffer.concat([...fixed, name, lists(...parts)]);
  };
  const none = 0xfff;
  const styles = [
    style(0, 1, none, u16(0), hex('')),
    style(2, 1, 0, u16(1), hex('')),
    style(0xffe, 1, 0, u16(2), hex('514a 0100 3508 01')),
    style(0xffe, 1, 2, u16(3), hex('')),
    style(0xffe, 2, none, hex('514a 0200')),
  ];
  const info = [styles.length, 10, 0, 0, 0, 0, 3, 3, 3].map(u16);
  return new Styles(Buffer.concat([u16(18), ...info, ...styles.flatMap((one) => [u16(one.length), one])]));
})();

/** A story of one piece of a byte a letter; `pieces` sets its text out otherwise. */
function story(paragraphs: readonly Given[], pieces?: Piece[], data: Buffer | null = null): Story {
  const stretches = paragraphs.flatMap((paragraph) => paragraph.text);
  const text = stretches.map(([own]) => own).join('');
  const bytes = Buffer.from(text, 'latin1');
  const ends = (lengths: readonly number[]): number[] => {
    let at = 0;
    return lengths.map((length) => {
      at += length;
      return at;
    });
  };
  const characters = page(
    'characters',
    1,
    ends(stretches.map(([own]) => own.length)),
    stretches.map(([, prls]) => hex(prls ?? '')),
  );
  const formatted = page(
    'paragraphs',
    2,
    ends(paragraphs.map((paragraph) => paragraph.text.reduce((sum, [own]) => sum + own.length, 0))),
    paragraphs.map(({ style = 0, prls = '' }) => Buffer.concat([u16(style), hex(prls)])),
  );
  const word = Buffer.concat([bytes, Buffer.alloc(PAGE - bytes.length), characters.bytes, formatted.bytes]);
  return new Story({
    word,
    pieces: pieces ?? [{ start: 0, end: bytes.length, offset: 0, width: 1, prls: [] }],
    characters: new Pages(word, characters.table, CHARACTERS),
    paragraphs: new Pages(word, formatted.table, PARAGRAPHS),
    styles: STYLES,
    fonts: ['Arial', '.VnTime', 'VNI-Times', 'Times New Roman'],
    data: () => data,
  });
}

/** The runs of paragraphs: "*" before bold ones, "^" before raised ones, and their fonts after those not in Times. */
const shown = (told: Story): string[] =>
  [...told.paragraphs(0, told.text.length)].map(({ runs }) =>
    runs
      .map(
        ({ text, font, bold, raised }) =>
          `${bold ? '*' : ''}${raised ? '^' : ''}${text}${font === 'Times New Roman' ? '' : `(${font})`}`,
      )
      .join('|'),
  );

const [BOLD, PLAIN, HIDDEN, DELETED, RAISED, SPECIAL] = [
  '3508 01',
  '3508 00',
  '3c08 01',
  '0008 01',
  '482a 01',
  '5508 01',
];

describe('letters', () => {
  test.each<[string, string[], Given[]]>([
    ['as the document has them', ['a', 'b'], [{ text: [['a\r']] }, { text: [['b\r']] }]],
    ['bold and raised', ['a|*b|^2'], [{ text: [['a'], ['b', BOLD], ['2', RAISED], ['\r']] }]],
    ['hidden or taken out', ['ad'], [{ text: [['a'], ['b', HIDDEN], ['c', DELETED], ['d\r']] }]],
    ['in a font of their own', ['Toµn(.VnTime)|x'], [{ text: [['Toµn', '514a 0100'], ['x\r']] }]],
    [
      'of a style, and of one that goes on from it',
      ['*a(.VnTime)', '*b(.VnTime)'],
      [
        { style: 2, text: [['a\r']] },
        { style: 3, text: [['b\r']] },
      ],
    ],
    [
      'that turn the style round or keep it',
      ['a(.VnTime)|*b(.VnTime)|c(.VnTime)'],
      [{ style: 2, text: [['a', '3508 81'], ['b', '3508 80'], ['c', PLAIN], ['\r']] }],
    ],
    [
      'of a style of letters',
      ['a|b(VNI-Times)|*c(VNI-Times)'],
      [{ text: [['a'], ['b', '304a 0400'], ['c', `304a 0400 ${BOLD}`], ['\r']] }],
    ],
  ])('%s', (_, expected, paragraphs) => {
    expect(shown(story(paragraphs))).toEqual(expected);
  });

  test('that are signs: line breaks, hyphens, pictures, the marks of notes', () => {
    expect(shown(story([{ text: [['a\u000Bb\tc\u001Ed\u001F'], ['\u0001\u0002\u0008', SPECIAL], ['e\r']] }]))).toEqual([
      'a\nb\tc\u2011d\u00ADe',
    ]);
  });

  test('a symbol stands for a bracket', () => {
    expect(shown(story([{ text: [['a'], ['(', '096a 0000 a5f0'], ['(\r']] }]))).toEqual(['a|\uF0A5(Arial)|(']);
  });

  test('the instruction of a field is not shown', () => {
    expect(shown(story([{ text: [['a \u0013PA'], ['GE\u0014', BOLD], ['7\u0015 b\r']] }]))).toEqual(['a 7 b']);
  });
});

describe('paragraphs', () => {
  const properties = (given: Given, data?: Buffer) => [...story([given], undefined, data).paragraphs(0, 99)][0];

  test.each<[number | null, number, string]>([
    [null, 0, ''],
    [2, 1, ''],
    [4, 0, '4026 03'],
    [null, 1, '4026 09'],
    [null, 1, '0046 0000'],
    // Styles renamed when text was pasted: 0 to 0 becomes 1.
    [2, 0, '01c6 08 0000 0000 0000 0100'],
  ])('heading level %j of style %d with “%s”', (expected, style, prls) => {
    expect(properties({ style, prls, text: [['a\r']] })?.level).toBe(expected);
  });

  test('depth in tables, ends of cells and rows, lists', () => {
    expect(
      properties({ prls: '1624 01 4966 02000000 4b24 01 0b46 0500 0a26 03', text: [['a\r']] })?.properties,
    ).toEqual(
      expect.objectContaining({ inTable: true, depth: 2, innerCell: true, innerRowEnd: false, list: 5, listLevel: 3 }),
    );
  });

  test('modifiers too many for a page stand in another stream', () => {
    const data = Buffer.concat([Buffer.alloc(4), u16(6), hex('1624 01 1724 01')]);
    const told = properties({ prls: '4666 04000000', text: [['\u0007']] }, data);
    expect(told?.properties).toEqual(expect.objectContaining({ inTable: true, rowEnd: true }));
    expect(told?.mark).toBe('\u0007');
  });

  test('go on where the mark between them was taken out, but not into a table', () => {
    const taken: Stretch[] = [['a'], ['\r', DELETED]];
    expect(shown(story([{ text: taken }, { text: taken }, { text: [['b\r']] }]))).toEqual(['aab']);
    expect(shown(story([{ text: taken }, { prls: '1624 01', text: [['b\u0007']] }]))).toEqual(['a', 'b']);
    expect(shown(story([{ text: taken }]))).toEqual(['a']);
  });

  test('end at a form feed of theirs, and go on over a page break', () => {
    expect(shown(story([{ text: [['a\f']] }, { text: [['b\r']] }]))).toEqual(['a', 'b']);
    expect(shown(story([{ text: [['a\fb\r']] }]))).toEqual(['a\nb']);
  });

  test('without a mark at the end', () => {
    expect(shown(story([{ text: [['a\rb']] }]))).toEqual(['a', '']);
  });
});

test('a file saved fast: pieces in another order than their bytes, one hidden, a paragraph made bold', () => {
  const text = 'cuoi\rdau \r';
  const at = (from: string, length: number) => ({ offset: text.indexOf(from), length });
  let start = 0;
  const piece = ({ offset, length }: { offset: number; length: number }, prls = ''): Piece => {
    start += length;
    return { start: start - length, end: start, offset, width: 1, prls: parsePrls(hex(prls)) };
  };
  const told = story(
    [{ text: [['cuoi\r']], style: 1 }, { text: [['dau \r']] }],
    [piece(at('dau', 4)), piece(at('cuoi', 2), HIDDEN), piece(at('oi', 3), BOLD)],
  );
  expect(shown(told)).toEqual(['dau |*oi']);
  // The paragraph is what its mark says.
  expect([...told.paragraphs(0, 9)].map(({ level }) => level)).toEqual([2]);
});
