import { phrasings } from '../../../tests/extract/phrasings.ts';

// How formal reports put counts beside counts: pairs over a stroke, components, changes as shares, plans in brackets.
phrasings([
  ['45 person, 20 person, 25 person', 'Mở lớp cho 45 học viên (điện dân dụng 20, thú y 25).'],
  ['90 person, 60 person, 30 person', 'Quản lý 90 người, trong đó: tại cộng đồng 60, tại cơ sở 30.'],
  ['14 household', 'Có 14 hộ (theo Quyết định 59).', 'Có 14 hộ (thôn 3).', 'Có 14 hộ (giai đoạn 2).'],
  ['450000000 VND, 12 household', 'Cho vay 450 triệu đồng/12 hộ.'],
  ['310 household, 1240 person', 'Cấp gạo cho 310 hộ/1.240 khẩu.'],
  ['350000 VND/person/month', 'Mức hưởng 350.000 đồng/người/tháng.'],
  ['210 person, 180 person target', 'Đào tạo 210/180 lao động.'],
  ['180 person, 210 person', 'Đào tạo 180/210 lao động.'],
  [
    '900000000000 VND, 45000000000 VND change, 5.2 percent change',
    'Dư nợ 900 tỷ đồng, tăng 45 tỷ đồng (+5,2%) so với đầu năm.',
    'Dư nợ 900 tỷ đồng, tăng 45 tỷ đồng (5,2%) so với đầu năm.',
  ],
  ['41 percent, 2 percent change, 39 percent target', 'Đạt 41%, cao hơn 2% so với chỉ tiêu được giao (39%).'],
  ['120 person, 107 percent', 'Khám cho 120 người, bằng 107% so với cùng kỳ.'],
  ['gt 60000000000 VND', 'Vốn cho hộ cận nghèo trên 60 tỷ đồng.'],
]);
