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

table(
  'qualified',
  [
    'Trung tâm tiếp nhận [w=3.120|dossier] hồ sơ đề nghị hưởng trợ cấp, [2.870|dossier>w] hồ sơ đủ điều kiện giải quyết.',
    'Có [w=640|household] hộ đăng ký làm kinh tế giỏi, [410|household>w] hộ đạt danh hiệu.',
  ],
  [
    'Trung tâm tiếp nhận [3.120|dossier] hồ sơ; tư vấn cho [2.870|person] lao động đủ điều kiện.',
    'Hỗ trợ [640|household] hộ nghèo, [410|household] hộ cận nghèo làm nhà.',
  ],
);

table(
  'foremost',
  [
    'Toàn tỉnh có [w=31|facility] cơ sở dạy nghề, nhưng chỉ [12|facility>w] cơ sở đủ thiết bị.',
    'Huyện có [w=14|commune] xã, thị trấn thì [9|commune>w] xã thuộc diện đặc biệt khó khăn.',
    'Phong trào thu hút [w=5.150|household] hộ, kết quả có [4.020|household>w] hộ vươn lên khá.',
    'Các cấp trợ giúp [w=120.000|person] người; riêng Hội tỉnh trợ giúp [51.300|person>w] người.',
  ],
  ['Có [31|facility] cơ sở dạy nghề; chỉ [12|facility] cơ sở y tế được đầu tư.'],
);

table(
  'alike',
  [
    'Xuất cảnh [w=1.210|person] lao động, chủ yếu sang Nhật Bản ([640|person>w] người) và Hàn Quốc ([95|person>w] người).',
  ],
  [
    'Có [w=1.210|person] lao động, chủ yếu ở xã A ([640|person>w] người); thu nhập tăng. Xã B ([95|person] người) còn ít.',
  ],
);

table(
  'companions',
  [
    'Tỉnh phân bổ [m=52 tỷ đồng|VND] hỗ trợ [w=2.100|household] hộ làm nhà: vùng cao [24 tỷ đồng|VND>m] cho [1.000|household>w] hộ; vùng thấp [17 tỷ đồng|VND>m] cho [600|household>w] hộ; hải đảo [9 tỷ đồng|VND>m] cho [500|household>w] hộ.',
  ],
  [
    'Tỉnh phân bổ [52 tỷ đồng|VND] hỗ trợ [w=2.100|household] hộ làm nhà: vùng cao [1.000|household>w] hộ; vùng thấp [600|household>w] hộ; hải đảo [500|household>w] hộ, mỗi hộ [25 triệu đồng|VND|per=household].',
  ],
);

table(
  'rates',
  [
    'Huyện còn [w=2.310|household] hộ, chiếm [r=9,2%|percent], trong đó hộ nghèo [1.410|household>w] hộ, chiếm [5,6%|percent>r]; hộ cận nghèo [900|household>w] hộ, chiếm [3,6%|percent>r].',
  ],
  [
    'Huyện còn [w=2.310|household] hộ, chiếm [9,2%|percent], trong đó xã A [1.410|household>w] hộ, chiếm [15,6%|percent]; xã B [900|household>w] hộ, chiếm [13,6%|percent].',
  ],
);

table(
  'rate-of-pair',
  [
    'Đến nay [118|commune>w]/[w=121|commune] xã có tủ thuốc, đạt tỷ lệ [97,5%|percent>w].',
    'Xã có [210|household>w] hộ nghèo trên tổng số [w=1.905|household] hộ, chiếm [11,02%|percent>w].',
  ],
  ['Đã sửa [18|house>w]/[w=20|house] căn, đạt [90%|percent|role=achievement] kế hoạch.'],
);

table(
  'restated',
  ['Trong số [w=9.200|person] người khuyết tật, nữ chiếm [45%|percent>w], tương đương với [4.140|person>w] người.'],
  ['Tỷ lệ hộ nghèo là [4%|percent], tương đương với [1.200|household] hộ.'],
);

table(
  'hundred',
  [
    'Khảo sát [w=1.400|person] người nhưng chỉ có [25%|percent>w] số người này có việc ổn định. Số còn lại có [60%|percent>w] làm thuê, [15%|percent>w] thất nghiệp.',
  ],
  [
    'Khảo sát [w=1.400|person] người nhưng chỉ có [25%|percent>w] số người này có việc. Tỷ lệ giải ngân đạt [60%|percent].',
  ],
);

table(
  'again',
  [
    'Có [w=9.500|person] người khuyết tật, trong đó vận động [6.100|person>w] người, nghe nói [900|person>w] người. Theo mức độ: đặc biệt nặng [2.300|person>w] người, nặng [6.400|person>w] người.',
  ],
  [
    'Có [w=9.500|person] người khuyết tật, trong đó vận động [6.100|person>w] người. Theo kế hoạch, dạy nghề cho [300|person] người, [20|person] người học tin.',
  ],
);
