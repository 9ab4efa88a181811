import { expect, test } from '@jest/globals';
import { documentOf } from '../../../tests/extract/document.ts';
import { layoutOf, spanAt } from './layout.ts';

const sentences = (text: string): string[] =>
  layoutOf(documentOf(text)).sentences.map(({ start, end }) => text.slice(start, end).trim());

test.each([
  [1, 'Đưa lao động sang Nhật Bản, Hàn Quốc... 310 người, đạt 124% kế hoạch.'],
  [2, 'Tặng gạo, mì, dầu ăn... Các hộ đều phấn khởi.'],
  [2, 'Toàn huyện còn 12 hộ nghèo. Xã Tân Hưng không còn hộ nghèo.'],
  [2, 'Toàn huyện còn 12 hộ nghèo.\nXã Tân Hưng không còn hộ nghèo.'],
  [2, 'Có 12 hộ nghèo! 5 hộ đã vay vốn.'],
  [2, 'Ông nói: “Dân còn nghèo.” Huyện đã hỗ trợ 12 hộ.'],
  [2, 'Quà đã đến tay bà con.Trong đó hộ nghèo được 120 suất.'],
  [2, 'Tỷ lệ hộ nghèo còn 4,82%.Tỉnh phấn đấu giảm 1%.'],
  // A dot that ends nothing.
  [1, 'Đoàn TP.Hồ Chí Minh và Tx.Bỉm Sơn tặng 12 suất quà tại Q.Bình Tân.'],
  [1, 'Đoàn công tác TP. Hồ Chí Minh tặng 1.855 suất quà.'],
  [1, 'Bà Th.S. Nguyễn Thị A trao 12 suất quà.'],
  [1, 'Có 1.855 hộ nghèo, chiếm 4.82%.'],
  [1, 'Trường P. Tây Sơn nhận quà.'],
  [1, '1. Công tác giảm nghèo'],
  [1, 'II. Kết quả'],
])('%d sentence(s): %s', (count, text) => {
  expect(sentences(text)).toHaveLength(count);
});

test('sentences ascend, lie in their paragraph and cover every letter', () => {
  const text = 'Một. Hai ba. Bốn!\nNăm sáu? Bảy.';
  const layout = layoutOf(documentOf(text));
  for (const { start, end } of layout.sentences)
    expect(spanAt(layout.paragraphs, start)?.end).toBeGreaterThanOrEqual(end);
  expect(sentences(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
});

test('an endless sentence is cut behind commas, never inside a number', () => {
  const text = 'có 1 855 hộ nghèo, chiếm 4,82%, '.repeat(300);
  const cut = sentences(text);
  expect(cut.length).toBeGreaterThan(3);
  for (const part of cut) expect(part).toMatch(/^(?:có|chiếm) .*%?,?$/su);
  expect(cut.join(' ').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
});

test('spanAt finds the span that holds an offset', () => {
  const spans = [
    { start: 0, end: 3 },
    { start: 5, end: 9 },
  ];
  expect(spanAt(spans, 2)).toBe(spans[0]);
  expect(spanAt(spans, 3)).toBeNull();
  expect(spanAt(spans, 5)).toBe(spans[1]);
  expect(spanAt(spans, 9)).toBeNull();
  expect(spanAt([], 0)).toBeNull();
});
