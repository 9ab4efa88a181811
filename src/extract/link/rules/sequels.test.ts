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

table(
  'of-them',
  [
    'Có [w=4.310|person] người nghiện trong diện quản lý, hơn [60%|percent>w] trong số này dưới 35 tuổi.',
    'Khảo sát [w=820|person] người, có [310|person>w] người trong số đó chưa có việc làm.',
  ],
  ['Có [820|person] người; [31|school] trường trong số các trường của tỉnh tham gia.'],
);

table(
  'sums',
  [
    'Xây mới [30|house>w] nhà và sửa chữa [20|house>w] nhà, tổng cộng [w=50|house] nhà.',
    'Dư nợ ủy thác là [w=1.245 tỷ đồng|VND].\nHội Phụ nữ [512 tỷ đồng|VND>w], Hội Nông dân [433 tỷ đồng|VND>w].\nHội khác [300 tỷ đồng|VND>w].',
  ],
  [
    'Có [5|household] hộ nghèo, [2|household] hộ cận nghèo, [3|household] hộ khác.',
    'Dư nợ [512 tỷ đồng|VND].\nCho vay [500 tỷ đồng|VND].\nThu nợ [12 tỷ đồng|VND].',
    'Xây mới [30|house] nhà và sửa chữa [20|house] nhà, tổng kinh phí [50 triệu đồng|VND].',
  ],
);

table(
  'places',
  [
    'Xuất cấp [w=7.245|tonne] tấn gạo hỗ trợ nhân dân. Cao Bằng [1.200|tonne>w] tấn, Lạng Sơn [845|tonne>w] tấn, Hà Giang [560|tonne>w] tấn.',
    'Cấp [w=7.245|tonne] tấn gạo.\nĐợt này xuất [1.200|tonne>w] tấn cho Cao Bằng; [845|tonne>w] tấn cho tỉnh Lạng Sơn; [560|tonne>w] tấn gạo cho Hà Giang.',
  ],
  [
    'Thị trường vượt ngưỡng [100.000|person] người. Nhật Bản [68.700|person] người, Đài Loan [60.400|person] người, Hàn Quốc [6.500|person] người.',
    'Tỉnh có [9.000|person] đối tượng. Huyện tổ chức cho [200|person] người, hỗ trợ [300|person] người, thăm [400|person] người.',
  ],
);
