import { describe, expect, test } from '@jest/globals';
import { paragraph } from './compose.ts';
import { continues, isMarked, join, joint, mendParagraphs, wraps, wrapWidth } from './paragraphs.ts';

describe('a paragraph goes on', () => {
  test.each([
    [
      'trong 6 tháng đầu năm 2023 toàn huyện có 49 người lao động đi',
      'làm việc có thời hạn ở nước ngoài theo hợp đồng.',
    ],
    ['các chính sách hỗ trợ khác theo quy định. UBND', 'huyện đã chỉ đạo thực hiện tốt công tác điều tra.'],
    ['Nhằm tạo tiền đề vững chắc cho việc xây dựng, phát triển,', 'góp phần huy động các nguồn lực.'],
    ['thực hiện theo Quyết định số 24/2021/QĐ-TTg ngày 16/7/2021 của', 'Thủ tướng Chính phủ về chuẩn hộ nghèo.'],
    ['Tổng số hộ nghèo trên địa bàn toàn tỉnh đến cuối năm là', '24.639 hộ, chiếm tỷ lệ 5,27%.'],
    ['Hội người mù tặng quà cho hội viên với tổng kinh phí trên', '2 tỷ đồng từ nguồn vận động.'],
    ['Công trình vệ sinh của trường học bảo đảm; khoảng', '75% trạm y tế xã có nước sạch.'],
  ])('%j + %j', (previous, next) => {
    expect(continues(previous, next)).toBe(true);
  });
});

describe('a new paragraph begins', () => {
  test.each([
    ['a closed sentence', 'Đã hỗ trợ tiền điện cho 1.855 hộ nghèo trên địa bàn huyện.', 'đồng thời hỗ trợ 158 lượt hộ'],
    ['a lead line', 'Kết quả thực hiện trong 6 tháng đầu năm 2023 cụ thể như sau:', 'hộ nghèo: 1.855 hộ'],
    ['a list mark', 'Hỗ trợ bảo hiểm y tế cho các nhóm đối tượng trên địa bàn', '- hộ nghèo: 3.500 thẻ'],
    ['a numbered item', 'Kết quả rà soát hộ nghèo của các xã, thị trấn hiện có', '1. Xã Tân Lập: 32 hộ'],
    ['a lettered item', 'Hỗ trợ bảo hiểm y tế cho các nhóm đối tượng trên địa bàn', 'a) hộ nghèo'],
    ['a capital', 'Kết quả thực hiện công tác an sinh xã hội 6 tháng đầu năm 2023', 'Ủy ban nhân dân huyện báo cáo'],
    ['a short line', 'Lượt xem: 68', 'image advertisement'],
    ['a line of capitals', 'THÔNG BÁO CỦA ỦY BAN NHÂN DÂN HUYỆN TÂN HƯNG TỈNH LONG AN', 'image advertisement'],
    [
      'a line said twice',
      'image advertisement of a rather long and tedious kind',
      'image advertisement of a rather long and tedious kind',
    ],
    ['a file name', 'chiếm tỷ lệ là 5,27%, đến cuối năm 2022, qua kết quả điều tra', 'pv2.png'],
  ])('%s: %j + %j', (_, previous, next) => {
    expect(continues(previous, next)).toBe(false);
  });
});

test('a mended paragraph is one block, its words moved with their text', () => {
  const box = { page: 1, x: 0, y: 0, width: 10, height: 10 };
  const first = {
    ...paragraph('Trong 6 tháng đầu năm 2023 toàn huyện có 49 người đi'),
    words: [{ start: 49, end: 52, box }],
  };
  const second = { ...paragraph('làm việc ở nước ngoài.'), words: [{ start: 0, end: 3, box }] };
  const [whole, ...rest] = mendParagraphs([first, second]);
  expect(rest).toEqual([]);
  expect(whole?.text).toBe('Trong 6 tháng đầu năm 2023 toàn huyện có 49 người đi làm việc ở nước ngoài.');
  expect(whole?.words?.map(({ start, end }) => whole.text.slice(start, end))).toEqual([' đi', 'làm']);
});

test.each([
  ['', 'Quyết định số 28/2015/QĐ-', 'TTg ngày 21/7/2015'],
  ['', 'Kế hoạch số 54/', 'KH-TU'],
  [' ', 'giai đoạn 2020 -', '2025'],
  [' ', 'hộ', 'nghèo'],
])('%j stands between %j and %j', (between, previous, next) => {
  expect(joint(previous, next)).toBe(between);
  expect(join(paragraph(previous), paragraph(next)).text).toBe(previous + between + next);
});

test.each([
  '- Kế hoạch',
  '+ Toàn huyện',
  '1. Công tác',
  '3.1. Công tác',
  'a) Hộ nghèo',
  'IV. NHIỆM VỤ',
  '-Trên địa bàn',
])('%j is marked', (line) => expect(isMarked(line)).toBe(true));
test.each(['1.855 hộ nghèo', '2023. Trong đó', '-5 độ', 'Hộ nghèo', '3,5 triệu'])('%j is not marked', (line) =>
  expect(isMarked(line)).toBe(false));

describe('hard-wrapped text', () => {
  const prose =
    'Ủy ban nhân dân huyện đã chỉ đạo các phòng ban ngành và các xã tổ chức thực hiện kịp thời đầy đủ các chế độ chính sách an sinh xã hội trên địa bàn toàn huyện trong 6 tháng đầu năm 2024 với kết quả tốt đẹp '.repeat(
      4,
    );
  const wrapped = prose.match(/.{1,72}(?:\s|$)/g)?.map((line) => line.trim()) ?? [];

  test('has one width, and each full line goes on', () => {
    const width = wrapWidth(wrapped);
    expect(width).toBeGreaterThan(65);
    expect(wrapped.slice(0, -2).every((line, i) => wraps(line, wrapped[i + 1] as string, width ?? 0))).toBe(true);
  });

  test('ends a paragraph where the next word had room', () => {
    expect(wraps('Ủy ban nhân dân huyện đã chỉ đạo các phòng ban.', 'Kết quả như sau', 72)).toBe(false);
  });

  test('is not text whose lines are paragraphs', () => {
    const lines = ['một dòng ngắn', ...[50, 90, 140, 300, 70, 45].map((length) => 'x'.repeat(length))];
    expect(wrapWidth(lines)).toBeNull();
  });
});
