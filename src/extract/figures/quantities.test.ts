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
  ['sources', 'Vốn trung ương 340, vốn tỉnh 45 triệu đồng'],
  ['unit_declared', 'ĐVT: triệu đồng\nNgân sách xã: 340'],
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
  [
    '340000000 VND',
    'ĐVT: triệu đồng\nNgân sách xã: 340',
    'Đơn vị tính: triệu đồng\n- Ngân sách xã: 340.',
    '(Đơn vị: triệu đồng)\n1. Ngân sách xã: 340',
    'ĐVT: tr.đ\nNgân sách xã 340',
    'ĐVT: 1.000 đồng\nNgân sách xã: 340.000',
    'Đơn vị tính: Đồng\nNgân sách xã: 340.000.000',
    'ĐVT: tỷ đồng\nNgân sách xã: 0,34',
    'Tổng kinh phí (ĐVT: triệu đồng): 340',
    'Kinh phí thực hiện (ĐVT: triệu đồng):\n- Năm 2021: 340',
  ],
  [
    '340000000 VND, 1250500000 VND, 25 household, 85 percent',
    'ĐVT: triệu đồng\n- Ngân sách xã: 340\n- Ngân sách tỉnh: 1.250,5\n- Số hộ: 25\n- Tỷ lệ giải ngân: 85%',
  ],
  ['340000000 VND, 120000000 VND', 'Kinh phí (triệu đồng): ngân sách xã 340, ngân sách huyện 120.'],
  ['340 household, 120 household', 'ĐVT: hộ\nXã Tà Rụt: 340\nXã A Ngo: 120'],
  ['340 person, 120 person', 'Đơn vị tính: người\nXã Tà Rụt: 340\nXã A Ngo: 120'],
  ['34.5 percent, 12 percent', 'ĐVT: %\nXã Tà Rụt: 34,5\nXã A Ngo: 12'],
  // The list ends where prose begins again, and a later declaration replaces an earlier one.
  [
    '340000000 VND, 12 class, 34 house',
    'ĐVT: triệu đồng\nNgân sách xã: 340\nToàn huyện đã tổ chức 12 lớp tập huấn cho cán bộ các xã, thị trấn và xây 34 nhà cho hộ nghèo.\nSau đó: 340',
  ],
  ['340000000 VND, 25 person', 'ĐVT: triệu đồng\nNgân sách xã: 340\nĐVT: người\nLao động: 25'],
  ['12 commune, 5 village', 'Các đơn vị: 12 xã, 5 thôn.'],
  ['25 household', 'Đơn vị: Xã Tà Rụt\nSố hộ: 25'],
  // The last of a list says in what all of it is written, where their sizes agree.
  ['120000000 VND, 150000000 VND, 180000000 VND', 'Cấp lần lượt 120, 150 và 180 triệu đồng.'],
  ['500000 VND, 2000000 VND', 'Mức vay 500.000 và 2 triệu đồng.'],
  ['1500000 VND/person', 'Mỗi em được 1 triệu rưỡi.', 'Mỗi em được hỗ trợ 1,5 triệu đồng.'],
  [
    'ge 5000000 VND/household, le 7000000 VND/household',
    'Mỗi hộ được vay từ 5 triệu đến 7 triệu đồng.',
    'Mỗi hộ được vay từ 5-7 triệu đồng.',
  ],
  ['4200000000 VND, 5600000000 VND', 'Giải ngân 4.200/5.600 triệu đồng.', 'Giải ngân 4,2/5,6 tỷ đồng.'],
  ['1200000 person, 1500000 person', 'Có 1,2 và 1,5 triệu người.'],
  ['12000 household, 15000 household', 'Có 12 và 15 nghìn hộ.'],
  ['180 person, 2000 person', 'Mở lớp cho 180 và 2 nghìn học viên.'],
  ['340000000 VND, 120000000 VND, 45000000 VND', 'Ngân sách trung ương 340, tỉnh 120, huyện 45 triệu đồng.'],
  ['45000000 VND', 'Hỗ trợ xã 135, vốn 45 triệu đồng.'],
  [
    'ge 12000000 VND/household, le 16000000 VND/household',
    'Cho vay 12 - 16 triệu/hộ.',
    'Cho vay từ 12 đến 16 triệu đồng/hộ.',
    'Cho vay 12-16 triệu đồng/hộ.',
  ],
  ['ge 1500000000 VND, le 2000000000 VND', 'Mức 1,5 - 2 tỷ.', 'Mức từ 1,5 tỷ đến 2 tỷ đồng.'],
  ['ge 1000 VND, le 2000 VND', 'Từ 1000 VNĐ tới 2000 VNĐ.', 'Mức giữa 1000 và 2000 đồng.', 'Từ 1000 - 2000 đồng.'],
  ['2 gift, 4 animal, 6 tonne', 'Tặng hai suất quà, bốn con bò, sáu tấn gạo.'],
  ['', 'Tặng một suất quà.', 'Trồng một ha keo.'],
  ['5200000 person_turn', 'Với số lượt khám là 5,2 triệu.', 'Số lượt người khám đạt 5,2 triệu.'],
  ['4.95 item', 'Tổng dung lượng trạm là 4,95 MVA.', 'Lắp trạm 4,95 kVA.'],
  ['9 works', 'Khởi công 9 công trình.', 'Hoàn thành 9 tuyến đường.'],
  ['6 facility', 'Có 6 trạm y tế.', 'Có 6 cơ sở trợ giúp.'],
  ['6 organisation', 'Có 6 hợp tác xã.', 'Có 6 nhóm thiện nguyện.', 'Có 6 doanh nghiệp.'],
  // Borrowers who stand surety for each other are no body of their own.
  [
    '6 item',
    'Có 6 tổ tiết kiệm và vay vốn.',
    'Quản lý 6 tổ TK&VV.',
    'Duy trì 6 tổ tiết kiệm.',
    'Củng cố 6 tổ vay vốn.',
  ],
  ['6 works', 'Xây 6 bể chứa nước.', 'Xây 6 nhà tiêu hợp vệ sinh.', 'Sửa 6 đập.', 'Lắp 6 trạm biến áp.'],
  ['6 facility', 'Có 6 khu công nghiệp.', 'Mở 6 bếp ăn.', 'Có 6 đại lý thu.', 'Quản lý 6 nhà thuốc.'],
  ['6 document', 'Ký 6 bản cam kết.', 'Làm 6 video clip.', 'Phát 6 phiếu khảo sát.', 'In 6 cuốn sổ tay.'],
  [
    '6 person',
    'Kết nạp 6 đội viên.',
    'Giúp 6 bé gái.',
    'Có 6 luật sư.',
    'Cần tuyển 6 vị trí việc làm.',
    'Có 6 xã viên.',
  ],
  ['6 item', 'Tặng 6 mũ bảo hiểm.', 'Cấp 6 liều vắc xin.', 'Tặng 6 chân giả.', 'Tiếp nhận 6 ý kiến.'],
  ['6 village', 'Có 6 KDC.', 'Có 6 TDP.', 'Có 6 cụm dân cư.'],
  ['6 gift', 'Trao 6 bao lì xì.', 'Tặng 6 túi nhu yếu phẩm.'],
  ['6 event', 'Tổ chức 6 phiên giao dịch việc làm.', 'Tổ chức 06 hội nghị.', 'Mở 6 đợt kiểm tra.'],
  ['6 facility', 'Có 6 đồn biên phòng.'],
  ['6 item', 'Trao 6 cặp bò.', 'Đào 6 hố rác.', 'Góp 6 ngày công.', 'Tặng 6 quyển vở.', 'Cấp 6 bao xi măng.'],
  ['26 person', 'Giúp 26 chủ hộ nghèo.', 'Con thứ ba trở lên: 26 trẻ.', 'Số con thứ 3 là 26.'],
  ['6 village', 'Có 6 buôn.', 'Có 6 tổ dân phố.', 'Có 6 ấp, khu phố.'],
  // A word that a noun only begins.
  ['', 'Ngân sách huyện: 1.250', 'Nguồn vốn xã hội hóa là 340', 'Kinh phí trẻ em: 25'],
  ['', 'Có 3 nhà nước', 'Năm 2021 bộ trưởng thăm tỉnh', 'quyển 2'],
  ['17.4 item, -0.2 item change', 'Tỷ suất sinh thô đạt 17,4, giảm 0,2 so với năm trước.'],
  ['26210 person', 'So với lực lượng lao động (26.210).'],
  ['163 scholarship, 114 scholarship', 'Trao 163 suất học bổng cho học sinh THCS, 114 suất cho học sinh THPT.'],
  ['163 scholarship, 114 gift', 'Trao 163 suất học bổng cho học sinh, tặng quà 114 suất cho giáo viên.'],
]);
