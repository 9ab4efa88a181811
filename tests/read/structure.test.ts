/** Tables, headings, computed numbers, letterheads and page furniture, in DOCX, DOC and PDF. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Reading } from '../../src/read/reading.ts';
import { blockTexts, fixture, readFixture } from './fixtures.ts';

const truth: { truth: [string, ...number[]][]; sum: number[] } = JSON.parse(
  readFileSync(fixture('struct', '001_table_truth.json'), 'utf8'),
);
/** "3.649" → 3649, "2,08" → 2.08. */
const value = (text: string): number => Number(text.replaceAll('.', '').replace(',', '.'));
const cells = (reading: Reading): string[][] =>
  reading.tables[0]?.rows.map((row) => row.map((cell) => cell.text)) ?? [];

describe.each([
  '001_struct.docx',
  '001_struct.doc',
  '001_struct.pdf',
  '001_struct_noto.pdf',
])('the table of %s', (name) => {
  test('has its two header rows with merged cells', async () => {
    const [table] = (await readFixture('struct', name)).tables;
    expect(table?.headerRows).toBe(2);
    expect(table?.rows[0]?.map(({ text, colSpan, rowSpan }) => [text, colSpan, rowSpan])).toEqual([
      ['TT', 1, 2],
      ['Xã, thị trấn', 1, 2],
      ['Dân cư', 2, 1],
      ['Hộ nghèo', 3, 1],
      ['Số hộ cận nghèo', 1, 2],
    ]);
    expect(table?.rows[1]?.map((cell) => cell.text)).toEqual(['Số hộ', 'Nhân khẩu', 'Số hộ', 'Nhân khẩu', 'Tỷ lệ (%)']);
  });

  test('has every number of its fifteen communes and their sum', async () => {
    const rows = cells(await readFixture('struct', name));
    const read = rows.slice(2).map((row) => [row[1], ...[2, 3, 4, 5, 7].map((column) => value(row[column] ?? ''))]);
    expect(read.slice(0, -1)).toEqual(truth.truth);
    const [total, ...sums] = rows.at(-1) ?? [];
    expect(total).toBe('Tổng cộng');
    expect([0, 1, 2, 3, 5].map((column) => value(sums[column] ?? ''))).toEqual(truth.sum);
  });
});

test.each(['001_struct.docx', '001_struct.doc'])('Word headings keep their level: %s', async (name) => {
  const document = await readFixture('struct', name);
  const headings = document.blocks
    .filter((block) => block.kind === 'heading')
    .map(({ span, level }) => [level, document.text.slice(span.start, span.end)]);
  expect(headings.slice(0, 3)).toEqual([
    [1, 'I. KẾT QUẢ THỰC HIỆN'],
    [2, '1. Công tác chỉ đạo điều hành'],
    [2, '2. Công tác tuyên truyền vận động'],
  ]);
  expect(headings).toContainEqual([3, '3.1. Công tác giảm nghèo']);
});

describe.each(['formal.docx', 'formal.doc', 'formal.pdf'])('a formal report as %s', (name) => {
  test('reads its letterhead column by column, then its title', async () => {
    const texts = blockTexts(await readFixture('struct', name));
    const [issuer, place, title] = ['HUYỆN HÒA AN', 'Hòa An, ngày 28 tháng 6 năm 2024', 'BÁO CÁO'].map((text) =>
      texts.indexOf(text),
    );
    expect(texts[0]).toBe('ỦY BAN NHÂN DÂN');
    expect(issuer).toBe(1);
    expect(texts[2]).toBe('Số: 215/BC-UBND');
    expect(place).toBeGreaterThan(2);
    expect(title).toBe((place ?? 0) + 1);
  });

  test('has the numbers and bullets that the word processor computed', async () => {
    const texts = blockTexts(await readFixture('struct', name));
    expect(texts).toEqual(
      expect.arrayContaining([
        'I. KẾT QUẢ THỰC HIỆN',
        '1. Công tác giảm nghèo',
        '1.1. Công tác rà soát hộ nghèo',
        '1.2. Công tác hỗ trợ nhà ở',
        '2. Lao động, việc làm',
        '- Đào tạo nghề cho 310 lao động nông thôn.',
        '3. Bảo trợ xã hội',
        'II. NHIỆM VỤ 6 THÁNG CUỐI NĂM',
        '1. Tiếp tục thực hiện đầy đủ các chính sách',
      ]),
    );
  });

  test('keeps exponents, rows set with tabs and the signature', async () => {
    const { text, ...document } = await readFixture('struct', name);
    expect(text).toContain('diện tích tối thiểu 30 m² một nhà');
    expect(text).toContain('Hộ cận nghèo\t655 hộ\t1.965 triệu đồng');
    const texts = blockTexts({ text, ...document });
    const signature = ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'].map((line) => texts.indexOf(line));
    expect(signature[0]).toBeGreaterThan(texts.indexOf('Nơi nhận:'));
    expect(signature).toEqual([0, 1, 2].map((i) => (signature[0] ?? 0) + i));
    expect(texts).toContain('Nguyễn Văn Mẫu');
  });

  test('has one table of 45 communes over its pages', async () => {
    const document = await readFixture('struct', name);
    expect(document.tables).toHaveLength(1);
    const rows = cells(document);
    expect(rows).toHaveLength(47);
    expect(rows[2]).toEqual(['1', 'Bình Dương', '20', '2,00', 'Xã đặc biệt khó khăn']);
    expect(rows.at(-1)).toEqual(['45', 'Thị trấn Nước Hai', '328', '6,40', '']);
  });
});

test('both forms of the formal report have the same paragraphs, but for the letterhead', async () => {
  const long = async (name: string) => blockTexts(await readFixture('struct', name)).filter((text) => text.length > 60);
  expect(await long('formal.pdf')).toEqual(await long('formal.docx'));
});

test('page numbers and running heads leave the flow, and a message says so', async () => {
  const document = await readFixture('struct', 'formal.pdf');
  expect(document.text).not.toContain('Báo cáo an sinh xã hội huyện Hòa An');
  expect(blockTexts(document).filter((text) => /^\d+$/.test(text))).toEqual([]);
  expect(document.messages).toContainEqual(
    expect.objectContaining({
      code: 'page_furniture',
      message: expect.stringContaining('Báo cáo an sinh xã hội huyện Hòa An'),
    }),
  );
});

test.each([
  'tcvn3_footnote.docx',
  'tcvn3_footnote.doc',
])('%s: a footnote mark does not stick to the words before it, and the note follows the text', async (name) => {
  const { text } = await readFixture('struct', name);
  expect(text).toContain('Toàn huyện có 1.855 hộ nghèo với 4.839 nhân khẩu.');
  expect(text.length - text.lastIndexOf('\n\n')).toBeGreaterThan(10);
});

test.each([
  'tcvn3_footnote.docx',
  'tcvn3_footnote.doc',
  'tcvn3_stylefont.docx',
])('%s: TCVN3 by its fonts, capitals too', async (name) => {
  const { text, encoding, messages } = await readFixture('struct', name);
  expect(encoding).toBe('mixed');
  expect(messages).toContainEqual(expect.objectContaining({ code: 'encoding_converted' }));
  expect(text).toContain('I. KẾT QUẢ THỰC HIỆN');
  expect(text).toContain('đảm bảo thực hiện tốt công tác an sinh xã hội trên địa bàn huyện');
});

test('a page turned by a quarter reads the same and has its boxes where the reader sees the words', async () => {
  const upright = await readFixture('pdf', '002_85d3af9a86ee4359.pdf');
  const document = await readFixture('struct', 'turned.pdf');
  expect(document.text).toBe(upright.text);
  const [page, word] = [document.pages[0], document.words[0]];
  expect(page?.width).toBeGreaterThan(page?.height ?? 0);
  // The top of the upright page is the right side of the turned one.
  expect(word?.box.x).toBeGreaterThan((page?.width ?? 0) * 0.8);
  expect(word?.box.height).toBeGreaterThan(word?.box.width ?? 0);
});
