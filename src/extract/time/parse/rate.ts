import { words } from '../pattern.ts';
import type { Parser } from '../types.ts';

/** "mỗi năm", "hàng tháng", "một tháng" after money: how often, not when. */
export const rate: Parser = {
  name: 'rate',
  pattern: words(
    '(?:bình quân |trung bình )?(?:mỗi|hàng|hằng|từng|1 lần|một lần) (?:một )?(?:ngày|tuần|tháng|quý|năm)(?: một lần)?',
  ),
  read: () => ({ kind: 'rate' }),
};

/** "270.000 đồng một tháng", "500.000 đồng/1 tháng". */
export const perPeriod: Parser = {
  name: 'per-period',
  pattern: words('(?:một|1|01) (?:ngày|tháng|quý|năm)'),
  read: (_, { before }) =>
    /(?:đồng|triệu|usd|vnđ|đ|người|hộ|lần|%)[^\S\n]*\/?[^\S\n]*$/u.test(before) ? { kind: 'rate' } : null,
};
