import { table } from './table.ts';

table(
  'parenthesis',
  [
    'đã mở [w=03|class] lớp dạy nghề ([02|class>w] lớp nông nghiệp, [01|class>w] lớp phi nông nghiệp), với [95|person] học viên.',
    'số người tham gia: [w=6.695|person] người (bắt buộc: [5.484|person>w] người, tự nguyện [1.211|person>w] người), chiếm [9,78%|percent].',
    'tư vấn cho [w=450|person] người (nữ [210|person>w] người).',
  ],
  [
    'đạt [94,79%|percent] dân số (kế hoạch [95%|percent|role=target]).',
    'Có [21|household] hộ thoát nghèo ([5,2%|percent]).',
    'Hộ nghèo còn [483|household] hộ (năm 2021: [630|household] hộ).',
    'Hộ nghèo còn [483|household] hộ (giảm [147|household|role=change] hộ so với cùng kỳ).',
    'Có [4.839|person] nhân khẩu ([1.855|household] hộ).',
    'hỗ trợ [w=900 triệu đồng|VND] ([40 triệu đồng|VND] một căn).',
    'hỗ trợ [50|household] hộ ([40 triệu đồng|VND|per=household]/hộ).',
    'Tỉnh có [59.100|person] người tham gia so với cùng kỳ năm 2019 ([55.300|person] người).',
    'Kiểm tra [114|household] hộ vay [3,9 tỷ đồng|VND] (còn [12|household] hộ vay [433 triệu đồng|VND] chưa đối chiếu).',
  ],
);
