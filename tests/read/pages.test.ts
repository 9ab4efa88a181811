/** Pages that are hard to put in order (scripts/renditions/pages.ts). */
import { describe, expect, test } from '@jest/globals';
import { blockTexts, readFixture } from './fixtures.ts';

const PARAGRAPHS = [
  'Năm 2023, huyện có 1.855 hộ nghèo với 4.839 nhân khẩu, chiếm tỷ lệ 4,82% số hộ toàn huyện; so với năm 2022 giảm 412 hộ.',
  'Trong năm đã cấp 12.450 thẻ bảo hiểm y tế cho người nghèo, 3.206 thẻ cho người cận nghèo và 8.115 thẻ cho đồng bào dân tộc thiểu số sinh sống tại các xã đặc biệt khó khăn.',
  'Ngân hàng Chính sách xã hội cho 174 hộ nghèo vay với số tiền 4.627 triệu đồng, cho 96 hộ cận nghèo vay 2.880 triệu đồng để phát triển sản xuất, chăn nuôi và cải tạo vườn tạp.',
  'Công tác bảo trợ xã hội được quan tâm: 2.115 người cao tuổi, 868 người khuyết tật và 74 trẻ em mồ côi hưởng trợ cấp hằng tháng với tổng kinh phí 16.350 triệu đồng.',
  'Huyện đã hỗ trợ xây mới 58 căn nhà và sửa chữa 31 căn nhà cho hộ nghèo từ nguồn vận động của Quỹ Vì người nghèo các cấp.',
];

test('two columns are read one after the other', async () => {
  const { text, blocks } = await readFixture('pages', 'columns.pdf');
  const second = PARAGRAPHS.map((paragraph) => paragraph.replace('2023', '2022'));
  expect(blockTexts({ text, blocks })).toEqual(['ỦY BAN NHÂN DÂN HUYỆN ĐÔNG GIANG', ...PARAGRAPHS, ...second]);
});

test('marks of notes change no number, and the notes follow the text', async () => {
  const { text, blocks } = await readFixture('pages', 'footnotes.pdf');
  const texts = blockTexts({ text, blocks });
  const notes = [20, 21, 22, 23, 24].map(
    (number, i) => `${i + 1} Số liệu theo báo cáo số ${number}/BC-LĐTBXH của phòng chuyên môn.`,
  );
  expect(texts).toEqual([...PARAGRAPHS, ...notes]);
});

test('sentences go on over a page’s end, its note, its number and the next page’s head; the signature stands by itself', async () => {
  const { text, blocks, messages } = await readFixture('pages', 'over-pages.pdf');
  expect(blockTexts({ text, blocks })).toEqual([
    ...PARAGRAPHS,
    'Nơi nhận:',
    '- Sở LĐ-TB&XH;',
    '- Lưu: VT.',
    'TM. ỦY BAN NHÂN DÂN',
    'CHỦ TỊCH',
    'Nguyễn Văn Mẫu',
    '1 Số liệu theo báo cáo số 20/BC-LĐTBXH của phòng chuyên môn.',
  ]);
  expect(messages.map(({ code, message }) => [code, message])).toEqual([
    ['page_furniture', expect.stringMatching(/Báo cáo công tác an sinh xã hội .*Trang/)],
  ]);
});

describe('spaces', () => {
  test('within syllables are taken out and lost ones put back', async () => {
    const { text, blocks } = await readFixture('pages', 'spaces.pdf');
    const texts = blockTexts({ text, blocks });
    expect(texts).toEqual(['CÁC ĐIỀU KHOẢN THỰC HIỆN', ...PARAGRAPHS, PARAGRAPHS.join(' ')]);
  });

  test('what was repaired is said where it stands', async () => {
    const { text, messages } = await readFixture('pages', 'spaces.pdf');
    const said = messages.filter(({ code }) => code === 'text_respaced');
    expect(said.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        'Khoảng trắng đã được sửa: “ĐIỀ U” → “ĐIỀU”.',
        expect.stringContaining('“hộnghèo” → “hộ nghèo”'),
      ]),
    );
    for (const { message, span } of said) expect(message).toContain(`→ “${text.slice(span?.start, span?.end)}”`);
  });

  test('words keep their places on the page', async () => {
    const { text, words } = await readFixture('pages', 'spaces.pdf');
    expect(words.map(({ span }) => text.slice(span.start, span.end)).join('')).toBe(text.replace(/\s+/g, ''));
  });

  test.each(['columns.pdf', 'footnotes.pdf'])('that are right stay: %s', async (name) => {
    const { messages } = await readFixture('pages', name);
    expect(messages.filter(({ code }) => code === 'text_respaced')).toEqual([]);
  });
});
