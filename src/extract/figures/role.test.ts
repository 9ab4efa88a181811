import { phrasings } from '../../../tests/extract/phrasings.ts';

phrasings([
  [
    '-320 household change',
    'Giảm 320 hộ nghèo.',
    'Giảm được 320 hộ nghèo.',
    'Số hộ nghèo giảm 320 hộ so với đầu năm.',
    'Trong năm giảm thêm 320 hộ nghèo.',
    'Ít hơn 320 hộ so với năm trước.',
  ],
  [
    '-1.46 percent change',
    'Giảm 1,46% so với đầu năm.',
    'Tỷ lệ giảm bình quân 1,46%.',
    'Thấp hơn 1,46% so với bình quân chung.',
  ],
  ['gt -3 percent change', 'Tỷ lệ hộ nghèo giảm trên 3%.', 'Tỷ lệ hộ nghèo giảm hơn 3%.'],
  ['ge -5 percent change', 'Tỷ lệ hộ nghèo giảm từ 5% trở lên.'],
  [
    '13 household change, 52 household change',
    'Tăng thêm 13 hộ nghèo, 52 hộ cận nghèo.',
    'Tăng 13 hộ nghèo và 52 hộ cận nghèo.',
  ],
  [
    '-13 household change, 52 household',
    'Giảm 13 hộ nghèo, còn 52 hộ cận nghèo.',
    'Giảm 13 hộ so với đầu năm, có 52 hộ cận nghèo.',
  ],
  ['1.2 percentage_point change', 'Tăng 1,2 điểm phần trăm.', 'Tăng 1,2 điểm %.'],
  ['250 person change', 'Tăng 250 người so với cùng kỳ.', 'Tăng thêm 250 người.', 'Nhiều hơn 250 người.'],
  ['30 percent change', 'Vượt 30% kế hoạch.', 'Vượt kế hoạch 30%.', 'Vượt chỉ tiêu 30%.', 'Cao hơn kế hoạch 30%.'],
  // Levels, not changes.
  ['8.01 percent, 4.82 percent', 'Tỷ lệ giảm từ 8,01% xuống còn 4,82%.', 'Tỷ lệ giảm từ 8,01% năm 2021 xuống 4,82%.'],
  ['120 person, 150 person', 'Số lớp tăng từ 120 lên 150 học viên.', 'Tăng từ 120 người lên 150 người.'],
  [
    '12000000 VND, 9000000 VND',
    'Mức đóng giảm từ 12 xuống 9 triệu đồng.',
    'Mức đóng giảm từ 12 triệu đồng xuống còn 9 triệu đồng.',
  ],
  // A policy's name.
  [
    '45000000000 VND',
    'Tổng kinh phí thực hiện Chương trình giảm nghèo là 45 tỷ đồng.',
    'Nguồn vốn giảm nghèo bền vững đạt 45 tỷ đồng.',
    'Huyện đầu tư cho giảm nghèo 45 tỷ đồng.',
  ],
  ['-320 household change', 'Chương trình giảm nghèo đã giảm được 320 hộ.'],
  ['-1.5 percent change', 'Kết quả giảm nghèo 1,5%.'],
  ['210 household', 'Giảm xuống còn 210 hộ.', 'Giảm còn 210 hộ.', 'Đến nay còn 210 hộ.'],
  [
    '55.55 percent achievement',
    'Đạt 55,55% kế hoạch.',
    'Đạt 55,55% so với kế hoạch năm.',
    'Bằng 55,55% dự toán.',
    'Hoàn thành 55,55% chỉ tiêu giao.',
    'Thực hiện được 55,55% kế hoạch.',
  ],
  ['105.3 percent achievement', 'Đạt 105,3%.', 'Đạt 105,3% chỉ tiêu tỉnh giao.'],
  [
    '2500 person target',
    'Phấn đấu giải quyết việc làm cho 2.500 lao động.',
    'Chỉ tiêu 2.500 người.',
    'Kế hoạch: 2.500 người.',
    'Kế hoạch năm là 2.500 người.',
    'Mục tiêu đến năm 2025: đào tạo 2.500 lao động.',
    'Năm 2024 dự kiến đào tạo 2.500 lao động.',
    'Thời gian tới sẽ đào tạo 2.500 lao động.',
  ],
  ['95 percent target', 'Huyện đã cấp đủ thẻ (kế hoạch 95%).'],
  ['-1.5 percent target', 'Phấn đấu giảm tỷ lệ hộ nghèo 1,5%.', 'Mục tiêu giảm 1,5%.'],
  ['-1200 household target', 'Kế hoạch năm 2023 giảm 1.200 hộ nghèo.', 'Chỉ tiêu giảm 1.200 hộ nghèo.'],
  ['gt -3 percent target', 'Phấn đấu giảm trên 3%.'],
  ['15 tonne target', 'Đề nghị tỉnh hỗ trợ 15 tấn gạo.'],
  // A plan that is only spoken of.
  [
    '120 household',
    'Chương trình mục tiêu quốc gia giảm nghèo đã hỗ trợ 120 hộ.',
    'Theo kế hoạch đã hỗ trợ 120 hộ.',
    'Mục tiêu giảm nghèo đã hoàn thành với 120 hộ thoát nghèo.',
    'Đến nay đã hỗ trợ 120 hộ.',
  ],
  ['320 person, 300 person target, 106.7 percent achievement', 'Đã đào tạo 320/300 người, đạt 106,7% kế hoạch.'],
]);
