import { phrasings } from '../../../tests/extract/phrasings.ts';

phrasings([
  // A share is one figure …
  ['33.3333333333333 percent', 'Nhân dân góp 1/3 kinh phí.', 'Nhân dân góp 1/3 tổng mức đầu tư.'],
  ['66.6666666666667 percent', 'Đã có 2/3 số hộ dùng nước sạch.'],
  ['gt 75 percent', 'Hơn 3/4 số hộ có nước sạch.'],
  // … a pair is two, with the unit of the whole.
  ['18 commune, 21 commune', 'Có 18/21 xã hoàn thành.'],
  ['3 district, 7 district', 'Có 3/7 huyện hoàn thành.'],
  ['2 village, 3 village', 'Có 2/3 thôn hoàn thành.'],
  ['5 item, 9 item', 'Có 5/9 địa phương hoàn thành.'],
  ['150 household, 200 household', 'Có 150/200 hộ nghèo được vay.'],
  ['45 dossier, 50 dossier', 'Giải quyết 45/50 hồ sơ.'],
  ['4 person, 5 person', 'Đưa 04/5 lao động đi làm việc ở nước ngoài.', 'Đưa 04/05 lao động đi làm việc ở nước ngoài.'],
  ['7 household, 9 household', 'Có 7/9 hộ nghèo được vay.'],
  ['', 'Ngày vì người nghèo 17/10.', 'sáng 2/9 tại xã'],
]);
