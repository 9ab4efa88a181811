import { describe, expect, test } from '@jest/globals';
import { documentOf } from '../../../tests/extract/document.ts';
import { withPlainTables } from './plain.ts';

const tablesIn = (text: string): string[][][] =>
  withPlainTables(documentOf(text)).tables.map(({ rows }) => rows.map((row) => row.map((cell) => cell.text)));

const ROWS = 'STT\tXã\tSố hộ\n1\tBình Tân\t69\n2\tTây An\t76';

describe('tabbed lines', () => {
  test.each([
    ['three lines of three columns', ROWS, 3],
    ['a total that lost its first tabs', `${ROWS}\nTổng cộng\t145`, 4],
    ['prose before and behind', `Kết quả như sau:\n${ROWS}\nHết.`, 3],
    ['upright bars', '| Xã | Số hộ |\n|---|---|\n| Bình Tân | 69 |\n| Tây An | 76 |', 3],
    ['no headings', 'Hộ nghèo\t412 hộ\nHộ cận nghèo\t655 hộ\nTrẻ em\t208 cháu', 3],
  ])('%s are a table', (_, text, rows) => expect(tablesIn(text).map((table) => table.length)).toEqual([rows]));

  test.each([
    ['two lines', 'Xã\tSố hộ\nBình Tân\t69'],
    ['words alone', 'Nơi nhận\tTM. ỦY BAN\nLưu VT\tCHỦ TỊCH\nPhòng LĐ\tNguyễn Văn A'],
    ['lines without tabs', 'Bình Tân 69\nTây An 76\nTây Phú 80'],
    ['columns that change', 'a\t1\nb\tx\t2\nc\td\te\t3'],
  ])('%s are none', (_, text) => expect(tablesIn(text)).toEqual([]));
});

test('the text and every span stay; the lines are one block', () => {
  const source = documentOf(`Kết quả:\n${ROWS}\nHết.`);
  const { text, blocks, tables } = withPlainTables(source);
  expect(text).toBe(source.text);
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph']);
  for (const cell of tables.flatMap(({ rows }) => rows.flat()))
    expect(text.slice(cell.span.start, cell.span.end)).toBe(cell.text);
});
