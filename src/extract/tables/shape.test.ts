import { describe, expect, test } from '@jest/globals';
import { sheetOf } from '../../../tests/extract/sheet.ts';
import type { SourceTable } from '../../model/index.ts';
import { isData, shapeOf } from './shape.ts';

const shape = (rows: string) => shapeOf(sheetOf(rows).tables[0] as SourceTable);
const roles = (rows: string): string =>
  shape(rows)
    .columns.map(({ role }) => role)
    .join(' ');

describe('columns', () => {
  test.each([
    ['ordinal name number number', 'TT | Xã | Số hộ | Tỷ lệ\n1 | An Hòa | 12 | 3,1\n2 | An Toàn | 14 | 2,0'],
    [
      'ordinal name unit number note',
      'STT | Chỉ tiêu | ĐVT | Năm 2022 | Ghi chú\nI | Hộ nghèo | Hộ | 12 | .\n1 | Lao động | Người | 5 | .',
    ],
    ['ordinal name number', '. | Xã | Số hộ\n1 | An Hòa | 12\n2 | An Toàn | 14\n3 | An Vinh | 9'],
    ['name number number', 'Nội dung | 2019 | 2020\nSố hộ nghèo | 120 | 100\nSố hộ cận nghèo | 80 | 70'],
    ['name number', 'Năm | Số hộ nghèo\n2019 | 120\n2020 | 100'],
    [
      'ordinal name name name number',
      'TT | Họ và tên | Năm sinh | Địa chỉ | Số tiền\n1 | Trần Thị B | 1972 | Thôn 5 | 25\n2 | Lê C | 1980 | Thôn 2 | 50',
    ],
    ['text text', 'Nội dung | Đơn vị chủ trì\nRà soát hộ nghèo | Phòng Lao động\nHỗ trợ nhà ở | Phòng Kinh tế'],
  ])('%s', (expected, rows) => expect(roles(rows)).toBe(expected));
});

describe('headings', () => {
  test.each([
    [1, 'TT | Xã | Số hộ\n1 | An Hòa | 12\n2 | An Toàn | 14'],
    [2, 'TT v2 | Xã v2 | Hộ nghèo >2\nSố hộ | Tỷ lệ\n1 | An Hòa | 12 | 3,1\n2 | An Toàn | 14 | 2,0'],
    [
      3,
      'TT v2 | Xã v2 | Hộ nghèo >2\nSố hộ | Tỷ lệ\n(1) | (2) | (3) | (4)=(3)/5\n1 | An Hòa | 12 | 3,1\n2 | An Toàn | 14 | 2,0',
    ],
    [
      3,
      'TT | Nội dung | Năm 2022 >2\n. | . | Kế hoạch | Thực hiện\nA | B | 1 | 2\n1 | Hộ nghèo | 12 | 13\n2 | Nhà ở | 14 | 12',
    ],
    [1, 'Nội dung | 2019 | 2020\nSố hộ nghèo | 120 | 100\nSố hộ cận nghèo | 80 | 70'],
    [2, 'ĐVT: triệu đồng >3\nTT | Nội dung | Kinh phí\n1 | Nhà ở | 1.200\n2 | Điện | 300'],
    [0, 'Xã An Hòa | 12 | 3,1\nXã An Toàn | 14 | 2,0'],
  ])('%s rows', (expected, rows) => expect(shape(rows).headerRows).toBe(expected));
});

describe('rows', () => {
  test.each([
    [
      'total',
      [
        'Tổng cộng',
        'Cộng',
        'Tổng số',
        'Tổng',
        'Toàn huyện',
        'Toàn tỉnh',
        'Tổng cộng toàn huyện',
        'Tổng số (I+II)',
        'Cả nước',
      ],
    ],
    ['body', ['Tổng số hộ', 'Tổng kinh phí', 'Tổng số lao động', 'Cộng đồng', 'Xã Toàn Thắng', 'Tổng dư nợ']],
  ])('%s', (expected, labels) => {
    for (const label of labels) {
      const { rows } = shape(`TT | Xã | Số hộ\n1 | An Hòa | 12\n2 | An Toàn | 14\n. | ${label} | 26`);
      expect([label, rows.at(-1)?.role]).toEqual([label, expected]);
    }
  });

  test('outline marks give depths, "trong đó" picks some', () => {
    const { rows } = shape(
      'TT | Nội dung | Số người\nI | Bảo trợ | .\n1 | Người cao tuổi | 12\na | Từ 80 tuổi | 5\n- | Trong đó: nữ | 3\n2 | Trẻ mồ côi | 4\nII | Người có công | 9',
    );
    expect(rows.map(({ depth, role, among, label }) => [depth, role, among, label])).toEqual([
      [0, 'group', false, 'Bảo trợ'],
      [1, 'body', false, 'Người cao tuổi'],
      [2, 'body', false, 'Từ 80 tuổi'],
      [3, 'body', true, 'nữ'],
      [1, 'body', false, 'Trẻ mồ côi'],
      [0, 'body', false, 'Người có công'],
    ]);
  });
});

test('a table of words holds no data', () => {
  expect(isData(shape('Nội dung | Đơn vị\nRà soát hộ nghèo | Phòng Lao động\nHỗ trợ nhà ở | Phòng Kinh tế'))).toBe(
    false,
  );
  expect(isData(shape('Xã | Số hộ\nAn Hòa | 12\nAn Toàn | 14'))).toBe(true);
});
