import { table } from './table.ts';

table(
  'remainder',
  [
    'có [60|province>w]/[w=63|province] tỉnh thành lập Hội, [3|province>w] tỉnh còn lại lập Ban liên lạc.',
    'Đã có [18|commune>w]/[w=21|commune] xã giải ngân; còn lại [3|commune>w] xã chưa giải ngân.',
  ],
  [
    'Năm qua thoát nghèo [120|household] hộ, còn lại [483|household] hộ.',
    'Hỗ trợ [5|household] hộ; kinh phí còn lại [20 triệu đồng|VND].',
  ],
);

table(
  'foremost',
  [
    'Cả nước có trên [w=38 vạn|person] hội viên, Thanh Hóa là tỉnh đông hội viên nhất với gần [5 vạn|person>w] hội viên.',
    'Toàn tỉnh có [w=540|household] hộ thiếu đói, riêng huyện Mường A có [75|household>w] hộ.',
  ],
  [
    'Nhật Bản thu hút nhiều nhất với [68.700|person] người, vượt qua Đài Loan là [60.400|person] người.',
    'Toàn tỉnh có [540|household] hộ thiếu đói; huyện Mường A có [75|household] hộ.',
  ],
);

table(
  'out-of',
  [
    'Trong tổng số [w=1.855|household] hộ nghèo, có [205|household>w] hộ dân tộc thiểu số.',
    'Trong số [w=320|person] người được tư vấn, có [45|person>w] người đi Nhật Bản.',
  ],
  ['Trong số hộ nghèo, có [205|household] hộ dân tộc; hỗ trợ [20|household] hộ.'],
);
