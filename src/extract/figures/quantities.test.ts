import { expect, test } from '@jest/globals';
import { draftsOf } from '../../../tests/extract/document.ts';
import { phrasings, type Row } from '../../../tests/extract/phrasings.ts';

/** The rule that must speak for the first figure, then phrasings. */
const RULES: readonly Row[] = [
  ['percent_sign', 'Tỷ lệ 4,82%', 'Tăng 1,2 điểm phần trăm'],
  ['currency_sign', 'Kinh phí 4.627 triệu đồng', 'Trao 500.000đ'],
  ['foreign_currency', 'Tài trợ 1.000 USD', 'Tài trợ 2 triệu đô la'],
  ['counted_noun', 'Có 12 hộ', 'Có 12 lượt người', 'Có 12 thẻ BHYT'],
  ['measure_unit', 'Cấp 12 tấn gạo', 'Trồng 12 ha rừng'],
  ['pair', 'Có 18/21 xã'],
  ['range', 'Cho vay 2.000 - 2.500 hộ', 'Vốn 12-16 triệu đồng'],
  ['levels', 'Tăng từ 120 lên 150 người'],
  ['list', 'Mở lớp cho 180 và 50 học viên'],
  ['noun_before', 'Số hộ nghèo là 1.460', 'Hộ nghèo: 1.460', 'Tổng số lao động: 52.300'],
  ['currency_left_out', 'Kinh phí trên 16 tỷ', 'Vay vốn 20 triệu'],
];

for (const [rule, ...texts] of RULES) {
  test.each(texts)(`${rule}: %s`, (text) => {
    expect(draftsOf(text)[0]?.rule).toBe(rule);
  });
}

phrasings([
  [
    '1460 household',
    'Hộ nghèo: 1.460',
    'Số hộ nghèo là 1.460',
    'Trong đó hộ nghèo còn 1.460',
    'Tổng số hộ nghèo: 1.460',
  ],
  ['gt 16000000000 VND', 'Tổng kinh phí trên 16 tỷ.', 'Huy động hơn 16 tỷ.'],
  ['20000000 VND', 'Anh được vay vốn 20 triệu.', 'Số tiền 20 triệu.'],
  ['1300000 household', 'Có 1,3 triệu hộ thoát nghèo.', 'Có 1.300.000 hộ thoát nghèo.'],
  ['12 household_turn', 'Giúp 12 lượt hộ.'],
  ['300 person_turn', 'Tư vấn 300 lượt người.', 'Tư vấn 300 lượt lao động.', 'Khám bệnh 300 lượt.'],
  ['40 scholarship, 15 bicycle, 3 wheelchair', 'Trao 40 suất học bổng, 15 xe đạp, 03 xe lăn.'],
  ['40 gift', 'Trao 40 suất quà.', 'Trao 40 phần quà.', 'Trao 40 túi quà an sinh.'],
  ['40 meal', 'Phát 40 suất cơm.', 'Phát 40 suất ăn.'],
  ['300 person', 'Giúp 300 chị em.', 'Giúp 300 chị vay vốn.'],
  ['2 district', 'Có 02 thị xã.', 'Có 02 thành phố.', 'Có 02 huyện.'],
  ['40 organisation', 'Có 40 lượt doanh nghiệp tham gia.', 'Toàn hội có 40 cơ sở hội.'],
  ['1120 person, 486 person, 418 person', 'Có 1.120 người (Nhật Bản 486, Đài Loan 418).'],
  [
    '9 case, 27000000 VND',
    'ĐVT: 1.000 đồng\nMai táng phí: 09 trường hợp; 27.000',
    'Đơn vị tính: nghìn đồng\nMai táng phí: 09 trường hợp; 27.000',
  ],
  ['9 case', 'Mai táng phí: 09 trường hợp; 27.000'],
  ['9 works', 'Khởi công 9 công trình.', 'Hoàn thành 9 tuyến đường.'],
  ['6 facility', 'Có 6 trạm y tế.', 'Có 6 cơ sở trợ giúp.'],
  ['6 organisation', 'Có 6 hợp tác xã.', 'Có 6 tổ tiết kiệm và vay vốn.', 'Có 6 doanh nghiệp.'],
  ['6 event', 'Tổ chức 6 phiên giao dịch việc làm.', 'Tổ chức 06 hội nghị.', 'Mở 6 đợt kiểm tra.'],
  ['6 village', 'Có 6 buôn.', 'Có 6 tổ dân phố.', 'Có 6 ấp, khu phố.'],
  // A word that a noun only begins.
  ['', 'Ngân sách huyện: 1.250', 'Nguồn vốn xã hội hóa là 340', 'Kinh phí trẻ em: 25'],
  ['', 'Có 3 nhà nước', 'Năm 2021 bộ trưởng thăm tỉnh', 'quyển 2'],
]);
