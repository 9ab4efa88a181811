import { phrasings } from '../../../tests/extract/phrasings.ts';

phrasings([
  [
    'gt 1855 household',
    'Trên 1.855 hộ được vay vốn.',
    'Đã có hơn 1.855 hộ.',
    'Hiện quá 1.855 hộ cần trợ giúp.',
    'Đã vượt mốc 1.855 hộ.',
  ],
  [
    'lt 100 household',
    'Có gần 100 hộ.',
    'Chỉ dưới 100 hộ.',
    'Còn không đến 100 hộ.',
    'Còn chưa đến 100 hộ.',
    'Còn chưa tới 100 hộ.',
    'Còn chưa đầy 100 hộ.',
    'Có ngót 100 hộ.',
  ],
  [
    'ge 30 house',
    'Ít nhất 30 căn nhà được xây.',
    'Xây tối thiểu 30 căn nhà.',
    'Xây tối thiểu là 30 căn nhà.',
    'Xây không dưới 30 căn nhà.',
    'Huyện nào cũng xây từ 30 căn nhà trở lên.',
  ],
  [
    'le 50000000 VND',
    'Vay tối đa 50 triệu đồng.',
    'Vay tối đa không quá 50 triệu đồng.',
    'Vay không quá 50 triệu đồng.',
    'Vay không vượt quá 50 triệu đồng.',
    'Vay nhiều nhất là 50 triệu đồng.',
    'Vay từ 50 triệu đồng trở xuống.',
  ],
  [
    'approx 3000 person',
    'Có khoảng 3.000 người.',
    'Có ước khoảng 3.000 người.',
    'Ước đạt 3.000 người.',
    'Có xấp xỉ 3.000 người.',
    'Chừng 3.000 người dự.',
    'Có trên dưới 3.000 người.',
  ],
  [
    'approx 5120 household, approx 3.1 percent',
    'Ước tính đến ngày 30/6/2023, toàn tỉnh có 5.120 hộ nghèo, tỷ lệ 3,1%.',
    'Ước thực hiện cả năm, tỉnh có 5.120 hộ nghèo, tỷ lệ 3,1%.',
  ],
  [
    'approx 1200 household, 900 household target',
    'Ước đến hết năm 2024 còn 1.200 hộ nghèo, kế hoạch năm 2025 là 900 hộ.',
  ],
  ['gt 33.3333333333333 percent', 'Hơn 1/3 kinh phí là của dân.'],
  // Words that only look like a bound.
  ['12 household change', 'Nhiều hơn 12 hộ so với cuối năm.'],
  ['2 percent change', 'Cao hơn 2% so với bình quân của vùng.'],
  [
    '1855 household',
    'Hơn nữa, xã có 1.855 hộ.',
    'Trên địa bàn có 1.855 hộ.',
    'Trên cơ sở rà soát, có 1.855 hộ.',
    'Tỉnh có 1.855 hộ.',
  ],
]);
