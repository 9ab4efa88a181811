import { describe, expect, test } from '@jest/globals';
import { lowerCase } from '../../text/words.ts';
import { findTimes } from '../find.ts';
import { isReposted } from '../posted.ts';
import { paragraphsOf } from '../structure.ts';
import { dateline, stamp } from './dateline.ts';

const dayOf = (text: string, found: typeof dateline | typeof stamp = dateline): string | null => {
  let at = 0;
  const blocks = text.split('\n').map((line) => {
    const span = { start: at, end: at + line.length };
    at = span.end + 1;
    return { span, kind: 'paragraph' as const, level: null, bold: false };
  });
  const read = found(paragraphsOf(text, lowerCase(text), blocks), findTimes(text), lowerCase(text));
  return typeof read === 'string' ? read : (read?.day ?? null);
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

describe('the day a page was posted or a paper signed', () => {
  const table: [string | null, string[]][] = [
    [
      '2023-01-16',
      [
        'Xã chăm lo Tết\nĐăng ngày 16/01/2023 - 100%\nXã còn 12 hộ nghèo.',
        'Xã chăm lo Tết\n(Báo huyện) - 16/01/2023\nXã còn 12 hộ nghèo.',
        'Xã chăm lo Tết\nCập nhật lúc 09:15, 16/01/2023\nXã còn 12 hộ nghèo.',
        'Bản tin phát thanh xã, số ra ngày 16/01/2023\nXã còn 12 hộ nghèo.',
        'Xã còn 12 hộ nghèo.\nCát Hanh, ngày 16 tháng 01 năm 2023\nTM. UBND XÃ',
      ],
    ],
    [
      null,
      [
        'Tổng hợp hộ nghèo tính đến 16/01/2023\nXã còn 12 hộ nghèo.',
        'Thực hiện Kế hoạch số 12/KH-UBND ngày 16/01/2023 của Ủy ban nhân dân huyện, xã báo cáo như sau:',
        'Ngày 16/01/2023, xã tổ chức trao quà cho các gia đình chính sách tại hội trường.',
        'Xã còn 12 hộ nghèo.\nCát Hanh, ngày tháng 01 năm 2023',
      ],
    ],
  ];
  for (const [day, texts] of table) test.each(texts)(`${day}: %s`, (text) => expect(dayOf(text, stamp)).toBe(day));
});

describe('a page that took up an older text', () => {
  const table: [boolean, string[]][] = [
    [true, ['Thứ sáu, 25/06/2021\nTrong 9 tháng đầu năm 2010, hội giúp 30 hộ.', 'Năm 2012, xã có 30 hộ nghèo.']],
    [
      false,
      [
        'Thứ sáu, 25/06/2021\nTrong 5 tháng đầu năm 2021, hội giúp 30 hộ.',
        'Năm 2020, xã có 30 hộ nghèo.',
        'Năm 2015, xã có 30 hộ nghèo; phấn đấu đến năm 2025 còn 3 hộ.',
        'Theo Luật Người cao tuổi năm 2009, xã mừng thọ 12 cụ.',
        'Xã có 30 hộ nghèo.',
      ],
    ],
  ];
  for (const [reposted, texts] of table)
    test.each(texts)(`${reposted}: %s`, (text) => expect(isReposted({ text }, '2021-06-25')).toBe(reposted));
});
