import { expect, test } from '@jest/globals';
import { attachment } from './disposition.ts';

test.each<[string, string]>([
  [`attachment; filename="a.pdf"; filename*=UTF-8''a.pdf`, 'a.pdf'],
  [
    `attachment; filename="Bao cao ho ngheo Dak Lak.docx"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20h%E1%BB%99%20ngh%C3%A8o%20%C4%90%E1%BA%AFk%20L%E1%BA%AFk.docx`,
    'Báo cáo hộ nghèo Đắk Lắk.docx',
  ],
  [`attachment; filename="a_b_.txt"; filename*=UTF-8''a%22b%5C.txt`, 'a"b\\.txt'],
  [`attachment; filename="a (1)'*.txt"; filename*=UTF-8''a%20%281%29%27%2A.txt`, "a (1)'*.txt"],
  [`attachment; filename="a__b"; filename*=UTF-8''a%0D%0Ab`, 'a\r\nb'],
])('%s', (expected, filename) => {
  expect(attachment(filename)).toBe(expected);
});
