import { phrasings } from '../../../tests/extract/phrasings.ts';

phrasings([
  [
    '500000 VND/person/month',
    'Trợ cấp 500.000 đồng/người/tháng.',
    'Trợ cấp 500.000đồng/người/tháng.',
    'Trợ cấp 500.000 đ/người /tháng.',
    'Trợ cấp 500 nghìn đồng/khẩu/tháng.',
  ],
  [
    '500000 VND/person',
    'Tặng mỗi người 500.000 đồng.',
    'Tặng 500.000 đồng/người.',
    'Tặng 500.000 đồng mỗi người.',
    'Bình quân mỗi em nhận 500.000 đồng.',
  ],
  ['50000000 VND/household', 'Vay 50 triệu đồng/hộ.', 'Mỗi hộ được vay 50 triệu đồng.', 'Vay 50 triệu đồng mỗi hộ.'],
  [
    '300000 VND/gift',
    'Trị giá 300 nghìn đồng/suất.',
    'Mỗi suất trị giá 300.000 đồng.',
    'Mỗi suất quà trị giá 300.000 đồng.',
    'Mỗi phần quà trị giá 300.000đ.',
  ],
  ['60000000 VND/house', 'Hỗ trợ 60 triệu đồng/căn.', 'Mỗi căn nhà được hỗ trợ 60 triệu đồng.'],
  ['300000 VND/card/year', 'Đóng 300.000đ/thẻ/năm.'],
  ['ge 12000000 VND/month, le 16000000 VND/month', 'Mức lương 12-16 triệu đồng/tháng.'],
  ['4 percent/year', 'Tỷ lệ là 4%/năm.'],
  [
    '2500 household/year',
    'Mỗi năm có 2.500 hộ được vay.',
    'Hằng năm có 2.500 hộ được vay.',
    'Hàng năm có 2.500 hộ được vay.',
  ],
  // A slash that pairs two numbers, and words far from the number, say no rate.
  ['2758000000 VND, 98 household', 'Giải ngân 2.758 triệu đồng/98 hộ.'],
  [
    '4627000000 VND',
    'Số tiền 4.627 triệu đồng cho các hộ.',
    'Mỗi năm một lần, xã tổng kết, quyết toán số tiền 4.627 triệu đồng.',
  ],
]);
