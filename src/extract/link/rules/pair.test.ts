import { table } from './table.ts';

table(
  'pair',
  [
    'đến nay đã có [60|province>w]/[w=63|province] tỉnh thành lập Hội, [3|province>w] tỉnh còn lại lập Ban liên lạc.',
    'mới có [175|household>w] trên tổng số [w=999|household] gia đình nhận được tiền.',
    'có [18|commune>w] xã trong tổng số [w=21|commune] xã đạt chuẩn.',
    '[13|item>w]/[w=19|item] tiêu chí',
  ],
  [
    'giải ngân [2.758 triệu đồng|VND]/[98|household] hộ.',
    'từ [18|commune] xã lên [21|commune] xã.',
    'tại [18|commune] xã, [21|commune] xã.',
  ],
);
