import { describe, expect, test } from '@jest/globals';
import { drawn } from '../../../tests/read/drawn.ts';
import type { OcrWord } from './hocr.ts';
import { openCells } from './open-cells.ts';

/** Pages of text, each sign 5 pixels, lines 15 apart: digits and letters are ink, "·" joins words to one cell. */
const SIDE = 5;
const NARROW = 3;

function pageOf(lines: readonly string[]): { image: ReturnType<typeof drawn>; words: OcrWord[] } {
  const rows = lines.flatMap((line) => {
    const ink = line.replace(/[^\s·]/g, '#').replace(/·/g, '#');
    return [ink, ink, ''];
  });
  const words = lines.flatMap((line, r) =>
    [...line.matchAll(/[^\s·]+/g)].map(({ 0: text, index }) => {
      const top = r * NARROW * SIDE;
      const bottom = top + 2 * SIDE;
      return { text, x: index * SIDE, y: bottom, width: text.length * SIDE, top, bottom, size: 9, confidence: 0.9 };
    }),
  );
  return { image: drawn(rows, SIDE), words };
}

const cellsOf = (lines: readonly string[]): string[] => {
  const { image, words } = pageOf(lines);
  return openCells(image, words).map(({ x1, y1, x2 }) => {
    const line = lines[Math.round(y1 / (NARROW * SIDE))] ?? '';
    return line.slice(Math.round(x1 / SIDE), Math.round(x2 / SIDE));
  });
};

describe('the cells of tables without rules', () => {
  test('with their headings, and what stands in no column is none', () => {
    expect(cellsOf(['Bảng·một', 'TT  Xã  Hộ', '1  An  640', '2  Bo  851', '3  Co  1.062', 'Nơi·nhận'])).toEqual([
      ...['TT', 'Xã', 'Hộ'],
      ...['1', 'An', '640'],
      ...['2', 'Bo', '851'],
      ...['3', 'Co', '1.062'],
    ]);
  });

  test('rows without numbers between those with are of the table', () => {
    expect(cellsOf(['An  640', 'Hai·Ba', 'Bo  851', 'Co  106'])).toEqual([
      'An',
      '640',
      'Hai·Ba',
      'Bo',
      '851',
      'Co',
      '106',
    ]);
  });

  test('numbers that the engine misread are numbers by most of their signs', () => {
    expect(cellsOf(['An  64O', 'Bo  8S1', 'Co  1.O62'])).toHaveLength(6);
  });
});

describe('no table are', () => {
  test.each([
    ['two rows', ['An  640', 'Bo  851']],
    ['rows of words', ['An  Bo', 'Co  Do', 'Em  Ga', 'Ha  Ke']],
    ['lines of prose with numbers', ['Xã·có·640·hộ', 'và·851·hộ·nghèo', 'với·1.062·khẩu']],
    ['rows far apart', ['An  640', '', '', '', 'Bo  851', '', '', '', 'Co  106']],
    ['an empty page', ['']],
  ])('%s', (_, lines) => {
    expect(cellsOf(lines)).toEqual([]);
  });
});
