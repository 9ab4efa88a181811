import { table } from './table.ts';

table(
  'namely',
  [
    'Toàn huyện có [w=250|household] hộ thoát nghèo, cụ thể: xã A [100|household>w] hộ, xã B [150|household>w] hộ.',
    'Chính phủ cấp [w=7.245|tonne] tấn gạo. Cụ thể, tỉnh A [1.200|tonne>w] tấn; tỉnh B [845|tonne>w] tấn; tỉnh C [560|tonne>w] tấn.',
    'Tổng vốn vay [w=5.600 triệu đồng|VND]: hộ nghèo [2.100 triệu đồng|VND>w]; hộ cận nghèo [3.500 triệu đồng|VND>w].',
  ],
  [
    'Toàn huyện có [250|household] hộ thoát nghèo, cụ thể: xã A [100|household] hộ.',
    'Toàn huyện có [250|household] hộ thoát nghèo: xã A [100|household] hộ, xã B [90|household] hộ.',
    'Có [38.459|household] hộ, kết quả rà soát như sau: [1.855|household] hộ nghèo, [3.331|household] hộ cận nghèo.',
  ],
);
