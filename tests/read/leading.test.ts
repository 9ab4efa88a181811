/** Lines of a PDF that are set one below the other by their leading (PDF 32000-1, 9.4.2: TL and T*). */
import { expect, test } from '@jest/globals';
import { pdfOf } from '../../bench/throughput/pdf.ts';
import { readBytes } from '../../src/read/bytes.ts';

test('they are read from the top', async () => {
  const paragraphs = [
    'Năm 2023, huyện có 1.855 hộ nghèo với 4.839 nhân khẩu, chiếm tỷ lệ 4,82% số hộ toàn huyện; so với năm 2022 giảm 412 hộ.',
    'Ngân hàng Chính sách xã hội cho 174 hộ nghèo vay với số tiền 4.627 triệu đồng để phát triển sản xuất.',
  ];
  const { text, pages } = await readBytes(pdfOf(paragraphs), { maxPages: 10 });
  expect(text.split('\n\n')).toEqual(paragraphs);
  expect(pages).toHaveLength(1);
});
