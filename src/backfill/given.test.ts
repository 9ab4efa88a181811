import { describe, expect, test } from '@jest/globals';
import { givenByFolders, placeWritten } from './given.ts';

const TAN_HUNG = 'xã Tân Hưng, huyện Long Phú, tỉnh Sóc Trăng';
const LONG_PHU = 'huyện Long Phú, tỉnh Sóc Trăng';

describe('what folders say', () => {
  test.each<[place: string | null, year: number | null, ...paths: string[]]>([
    [
      TAN_HUNG,
      2014,
      '2014/Huyện Long Phú/Xã Tân Hưng/bc.doc',
      'Sóc Trăng/Huyện Long Phú/Năm 2014/Tân Hưng/bc.doc',
      'bc/01. Tỉnh Sóc Trăng/02_Long_Phú/X. Tân Hưng/6 tháng đầu năm 2014/bc.doc',
      'Huyện Long Phú 2011-2015/Huyện Long Phú/Xã Tân Hưng/2014.zip/bc.doc',
      'Báo cáo/Huyện Long Phú/Xã Tân Hưng.zip/Quý 4-2014/bc.doc',
      'Soc Trang/Nam 2014/Huyen Long Phu/Xa Tan Hung/bc.doc',
      'Bao cao/SOC TRANG/H. Long Phu/tan hung/2014/bc.doc',
    ],
    [LONG_PHU, null, 'H. Long Phú/bc 2014.doc', 'Huyện Long Phú/tháng 12/bc.doc', 'Huyện Long Phú/2014/2015/bc.doc'],
    ['tỉnh Sóc Trăng', 2009, 'Sóc Trăng/2009/bc.doc', 'Tỉnh Sóc Trăng/Báo cáo năm 2009/Trẻ em/bc.doc'],
    ['thành phố Hồ Chí Minh', null, 'TP.HCM/bc.doc'],
    // Several units bear the name, a bare name stands by itself, the folders contradict each other, or name none.
    [
      null,
      2014,
      '2014/Xã Tân Lập/bc.doc',
      '2014/Long Phú/bc.doc',
      '2014/Hoà/bc.doc',
      '2014/bc.doc',
      'xã hội/2014/bc.doc',
    ],
    [null, null, 'Tỉnh Sóc Trăng/Tỉnh Bình Định/bc.doc', 'Huyện Long Phú/Xã Bình Tân/bc.doc'],
    [null, null, 'Xa Tan Lap/bc.doc', 'Long Phu/bc.doc', 'xa hoi/bc.doc', 'bao cao/Huyen Long Phu/Xa Binh Tan/bc.doc'],
    [null, null, 'bc.doc', 'Lưu trữ/20141231/bc.doc', 'CV 1925/bc.doc', '2031/bc.doc', '2011-2015/bc.doc'],
  ])('%s, %s', (place, year, ...paths) => {
    for (const path of paths) expect({ path, ...givenByFolders(path, 2026) }).toEqual({ path, place, year });
  });
});

describe('a place as written in a manifest', () => {
  test.each<[string | null, ...string[]]>([
    [
      TAN_HUNG,
      'Xã Tân Hưng, huyện Long Phú, tỉnh Sóc Trăng',
      'xã Tân Hưng, H. Long Phú, Sóc Trăng',
      'Tân Hưng - Long Phú - Sóc Trăng',
    ],
    [LONG_PHU, 'huyện Long Phú', 'Long Phú, Sóc Trăng'],
    ['94', '94'],
    ['31552', ' 31552 '],
    [null, 'xã Tân Lập', 'huyện Không Có', '', 'Xã Tân Hưng, huyện Tây Sơn'],
  ])('%s', (place, ...texts) => {
    for (const text of texts) expect({ text, place: placeWritten(text, null) }).toEqual({ text, place });
  });
});
