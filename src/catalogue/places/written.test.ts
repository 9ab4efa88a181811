import { expect, test } from '@jest/globals';
import { unitWritten } from './written.ts';

test.each<[unit: string | null, at: string | null, forms: string[]]>([
  ['xã Tân Hưng < huyện Long Phú < tỉnh Sóc Trăng', null, ['Xã Tân Hưng, huyện Long Phú, tỉnh Sóc Trăng', '31660']],
  ['huyện Tây Sơn < tỉnh Bình Định', null, ['huyện Tây Sơn, tỉnh Bình Định', 'Tây Sơn, Bình Định', '547']],
  ['tỉnh Sóc Trăng', null, ['tỉnh Sóc Trăng', 'Sóc Trăng', '94']],
  ['thành phố Cần Thơ', '2025-12-31', ['thành phố Cần Thơ', '92']],
  [
    null,
    null,
    ['xã Tân Hưng', 'xã Không Đâu, tỉnh Sóc Trăng', 'tỉnh Atlantis', '', ', ', '00000', 'xã Tân Hưng, Atlantis'],
  ],
])('%s', (unit, at, forms) => {
  for (const form of forms) {
    const chain: string[] = [];
    for (let each = unitWritten(form, at); each; each = each.parent) chain.push(each.name);
    expect([form, chain.join(' < ') || null]).toEqual([form, unit]);
  }
});
