import { expect, test } from '@jest/globals';
import { captionCore, phraseOf, roleIn } from './phrase.ts';

test.each([
  ['Số hộ nghèo', ['Hộ nghèo', 'Số hộ'], []],
  ['Tỷ lệ hộ nghèo', ['Hộ nghèo', 'Tỷ lệ (%)'], []],
  ['Nhân khẩu thuộc hộ nghèo', ['Hộ nghèo', 'Nhân khẩu'], []],
  ['Tổng số hộ nghèo', ['Hộ nghèo', 'Tổng số'], []],
  ['Hộ nghèo DTTS', ['Trong đó: hộ nghèo DTTS'], []],
  ['Số hộ nghèo', ['Thực hiện năm 2021'], ['Số hộ nghèo']],
  ['Số hộ nghèo', ['% so với KH'], ['Số hộ nghèo']],
  ['Số hộ nghèo', ['Năm 2022', 'Kế hoạch'], ['Số hộ nghèo']],
  ['Dư nợ cho vay hộ nghèo', ['Dư nợ đến 31/12/2022'], ['Cho vay hộ nghèo']],
  ['Số người cao tuổi', ['Số người'], ['Người cao tuổi']],
  ['Kinh phí đào tạo nghề', ['Đào tạo nghề', 'Kinh phí (triệu đồng)'], []],
  ['Số tiền Nguyễn Văn A', ['Số tiền'], ['Nguyễn Văn A']],
])('%s', (expected, path, row) => {
  expect(phraseOf(path, row)).toBe(expected);
});

test.each([
  ['target', ['Kế hoạch', 'Kế hoạch năm 2023', 'KH giao', 'Chỉ tiêu giao', 'Phấn đấu đến năm 2025']],
  ['actual', ['Thực hiện', 'Ước thực hiện', 'TH 6 tháng', 'Kết quả']],
  ['achievement', ['% so với KH', 'TH/KH (%)', 'Đạt tỷ lệ so với kế hoạch', 'Tỷ lệ hoàn thành (%)', 'Đạt % kế hoạch']],
  ['change', ['Tăng, giảm so với năm trước', 'Tăng (+), giảm (-)', 'Chênh lệch']],
  [null, ['Số hộ nghèo', 'Tỷ lệ giảm nghèo', 'Hộ cận nghèo', 'Dư nợ', 'Khó khăn']],
])('the role %s', (expected, texts) => {
  for (const text of texts) expect([text, roleIn(text)]).toEqual([text, expected]);
});

test.each([
  ['Kết quả rà soát hộ nghèo', 'Biểu số 1: KẾT QUẢ RÀ SOÁT HỘ NGHÈO NĂM 2023'],
  ['Tình hình cho vay', 'Phụ lục II. Tình hình cho vay'],
])('a caption is about: %s', (expected, caption) => {
  expect(captionCore(caption)).toBe(expected);
});
