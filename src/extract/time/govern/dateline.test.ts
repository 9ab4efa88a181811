import { describe, expect, test } from '@jest/globals';
import { findTimes } from '../find.ts';
import { lowerCase } from '../pattern.ts';
import { paragraphsOf } from '../structure.ts';
import { dateline } from './dateline.ts';

const dayOf = (text: string): string | null => {
  let at = 0;
  const blocks = text.split('\n').map((line) => {
    const span = { start: at, end: at + line.length };
    at = span.end + 1;
    return { span, kind: 'paragraph' as const, level: null, bold: false };
  });
  return dateline(paragraphsOf(text, lowerCase(text), blocks), findTimes(text), lowerCase(text));
};

describe('the day a news text was written', () => {
  const table: [string | null, string[]][] = [
    ['2018-03-15', ['Ngày 15/3, huyện tổ chức hội nghị. Năm 2018, toàn huyện có 120 hộ thoát nghèo.']],
    [
      '2015-05-12',
      [
        'Quỹ hiện có 20.000 người đóng.\nTrao đổi với báo chí sáng 12/5, ông A cho biết từ ngày 1/1/2015 mức đóng tăng, năm 2014 giảm.',
      ],
    ],
    [
      '2019-07-02',
      [
        'Tại buổi họp báo chiều 2/7, đại diện Sở cho biết năm 2019 đã chi 3 tỷ đồng, dự kiến đến năm 2025 là 9 tỷ đồng.',
      ],
    ],
    [
      null,
      [
        'Ngày 15/3, huyện tổ chức hội nghị.',
        'Nhân dịp 27/7, xã thăm 15 gia đình. Năm 2018, xã có 3 hộ nghèo.',
        'Toàn huyện có 120 hộ nghèo. Đợt rà soát ngày 15/3 năm 2018 do xã làm.',
      ],
    ],
  ];
  for (const [day, texts] of table) test.each(texts)(`${day}: %s`, (text) => expect(dayOf(text)).toBe(day));
});
