import { describe } from '@jest/globals';
import { phrasings } from '../../../tests/extract/phrasings.ts';

describe('digits in every grouping that officials and offices use', () => {
  phrasings([
    [
      '1855 household',
      'Đầu năm, huyện Hướng Hóa có 1.855 hộ nghèo.',
      'Sau rà soát, toàn huyện còn 1 855 hộ nghèo.',
      'Sau rà soát, toàn huyện còn 1\u00a0855 hộ nghèo.',
      'Thị xã An Nhơn quản lý 1855 hộ nghèo.',
      'Theo biểu tổng hợp, toàn huyện còn 1,855 hộ nghèo.',
      'Có 1.855 hộ nghèo[1] được phê duyệt.',
    ],
    [
      '6 house',
      'Cụm thi đua đã bàn giao 06 căn nhà.',
      'Xã Tà Rụt khánh thành 6 ngôi nhà.',
      'Hội Nông dân xây 006 nhà.',
    ],
    ['0 household', 'Phường không còn hộ đói, có 0 hộ nghèo.'],
    ['1250000 person', 'Hiện có 1.250.000 người tham gia.', 'Hiện có 1 250 000 người tham gia.'],
    ['12345 household', 'Trên địa bàn tỉnh còn 12 345 hộ.', 'Trên địa bàn tỉnh còn 12.345 hộ.'],
    ['243000000 VND', 'Kinh phí 243.000.000 đồng.', 'Kinh phí 243 000 000 đồng.', 'Kinh phí 243000000 đồng.'],
    ['1234567890123 VND', 'Đã chi trả 1.234.567.890.123 đồng.'],
    ['5 household, 8 person', 'Thôn có 05 hộ, 08 khẩu thuộc diện cứu đói.'],
  ]);
});

describe('the decimal mark of the writer', () => {
  phrasings([
    [
      '4.82 percent',
      'Tỷ lệ hộ nghèo 4,82%.',
      'Tỷ lệ hộ nghèo 4.82%.',
      'Tỷ lệ hộ nghèo 4,82 %.',
      'chiếm 4,82 phần trăm.',
    ],
    ['0.05 percent', 'Tỷ lệ hộ nghèo chỉ còn 0,05%.'],
    ['99.999 percent', 'Tỷ lệ bao phủ là 99,999%.'],
    ['238697000000 VND', 'Tổng dư nợ 238,697 tỷ đồng.'],
    ['108937000000 VND', 'Kinh phí 108.937,00 triệu đồng.', 'Kinh phí 108.937 triệu đồng.'],
    ['1850400000 VND', 'Kinh phí 1.850,4 triệu đồng.', 'Kinh phí 1,850.4 triệu đồng.'],
    ['18100 household', 'Giải quyết cho 18,1 nghìn hộ vay vốn.'],
    ['7245.5 tonne', 'Cấp 7.245,5 tấn gạo.'],
    ['9560000000 VND', 'Tổng thu 9.56 tỷ đồng.', 'Tổng thu 9,56 tỷ đồng.'],
    [
      '1855 household, 2106 household, 9560000000 VND, 8750000000 VND',
      'Toàn tỉnh có 1,855 hộ nghèo; 2,106 hộ cận nghèo; thu 9.56 tỷ đồng, chi 8.75 tỷ đồng.',
      'Toàn tỉnh có 1.855 hộ nghèo; 2.106 hộ cận nghèo; thu 9,56 tỷ đồng, chi 8,75 tỷ đồng.',
    ],
    ['500000000 VND', 'Ngân sách xã bố trí 0,5 tỷ đồng.', 'Ngân sách xã bố trí 0.5 tỷ đồng.'],
    ['750000 VND', 'Mỗi lần chi 0,75 triệu đồng.'],
    ['1.85 percent', 'Tỷ suất sinh là 18,5‰.', 'Tỷ suất sinh là 18,5%o.', 'Tỷ suất sinh là 18,5 phần nghìn.'],
    // People are whole on both sides of a stroke, however the writer sets decimals.
    [
      '12408 person, 13250 person, 93.65 percent, 4.21 percent',
      'Đã cấp thẻ cho 12.408/13.250 người, đạt 93.65%, còn lại 4.21%.',
    ],
  ]);
});

describe('multipliers and the currency', () => {
  phrasings([
    [
      '4743000000 VND',
      'Cho vay 4.743 triệu đồng.',
      'Cho vay 4.743 tr.đ.',
      'Cho vay 4.743 trđ.',
      'Cho vay 4.743trđ.',
      'Cho vay 4.743 tr đồng.',
      'Cho vay 4.743 TRIỆU ĐỒNG.',
      'Cho vay 4,743 tỷ đồng.',
      'Cho vay 4,743 tỉ đồng.',
    ],
    [
      '300000 VND',
      'Đóng 300.000 đồng.',
      'Đóng 300.000đ.',
      'Đóng 300.000 đ.',
      'Đóng 300.000 ₫.',
      'Đóng 300.000 VND.',
      'Đóng 300.000 VNĐ.',
      'Đóng 300.000 đồng Việt Nam.',
      'Đóng 300 nghìn đồng.',
      'Đóng 300 ngàn đồng.',
    ],
    ['12000 document', 'Phát 12 nghìn tờ rơi.', 'Phát 12 ngàn tờ rơi.', 'Phát 12.000 tờ rơi.', 'Phát 1,2 vạn tờ rơi.'],
    ['380000 person', 'Hội có 38 vạn hội viên.'],
    ['3200000000000 VND', 'Dư nợ đạt 3,2 nghìn tỷ đồng.', 'Dư nợ đạt 3.200 tỷ đồng.', 'Dư nợ đạt 3,2 ngàn tỉ đồng.'],
    ['1500000000 VND', 'Vốn vay 15 trăm triệu đồng.'],
    ['1200000000 VND', 'Vận động 1 tỷ 200 triệu đồng.', 'Vận động 1 tỉ 200 triệu đồng.', 'Vận động được 1,2 tỷ đồng.'],
    ['3450500000 VND', 'Kinh phí là 3 tỷ 450 triệu 500 nghìn đồng.'],
    ['1250000 VND', 'Hỗ trợ 1 triệu 250 ngàn đồng.'],
    ['2500000 VND', 'Trao 2 triệu rưỡi đồng.', 'Kinh phí 2 triệu rưỡi.'],
    ['12500000000 VND', 'Kinh phí 12 tỷ rưỡi.', 'Kinh phí 12 tỷ 500 triệu đồng.'],
    ['25000000 VND/household', 'Hỗ trợ 25tr/hộ.', 'Hỗ trợ 25 triệu/hộ.', 'Hỗ trợ 25tr đồng/hộ.', 'Hỗ trợ 25.000k/hộ.'],
    ['10000 VND', 'Đóng 10k đồng.', 'Đóng VND 10.000.', 'Đóng 10.000 VNĐ.'],
    ['10000 item', 'Tài trợ $10.000.', 'Tài trợ USD 10.000.', 'Tài trợ 10.000 USD.', 'Tài trợ US$10.000.'],
    ['2500000 item', 'Nhà tài trợ cam kết 2,5 triệu USD.', 'Nhà tài trợ cam kết 2,5 triệu đô la Mỹ.'],
    ['16000000000 VND', 'Vận động được 16 tỷ đồng.', 'Kinh phí 16 tỷ.'],
    // People, not money, and no billions.
    ['250 person', 'Có 250 đồng chí tham dự.', 'Có 250 đ/c tham dự.'],
    ['12000 person', 'Hỗ trợ 12.000 đồng bào dân tộc thiểu số.'],
    ['5 person', 'Giúp 5 đối tượng bảo trợ xã hội.', 'Có 5 đoàn viên ưu tú.', 'Có 5 đồng bào Khmer.'],
    ['12.5 percent', 'Năm 2020 tỷ lệ hộ nghèo 12,5%.'],
    ['1200 kg, 50 kg', 'Cấp 12 tạ gạo, 5 yến đỗ.'],
  ]);
});

describe('numbers in words', () => {
  phrasings([
    ['205 gift', 'Tặng hai trăm linh năm suất quà.', 'Tặng hai trăm lẻ năm suất quà.'],
    ['15 gift', 'Tặng mười lăm suất quà.', 'Tặng mười nhăm suất quà.'],
    ['103 household', 'Có một trăm lẻ ba hộ thoát nghèo.', 'Có một trăm linh ba hộ thoát nghèo.'],
    ['24 household', 'Có hai mươi tư hộ nghèo.', 'Có hai mươi bốn hộ nghèo.'],
    ['35 household', 'Có ba mươi nhăm hộ nghèo.', 'Có ba mươi lăm hộ nghèo.'],
    ['41 household', 'Có bốn mươi mốt hộ nghèo.'],
    ['324 household', 'Có ba trăm hai mươi tư hộ nghèo.', 'Có ba trăm hai mươi bốn hộ nghèo.'],
    ['75 household', 'Có bảy mươi lăm hộ nghèo.', 'Có bẩy mươi nhăm hộ nghèo.'],
    ['1005 household', 'Có một nghìn không trăm linh năm hộ nghèo.', 'Có một ngàn lẻ năm hộ nghèo.'],
    ['25000 household', 'Có hai vạn năm nghìn hộ nghèo.', 'Có hai mươi lăm nghìn hộ nghèo.'],
    ['250 household', 'Có hai trăm rưỡi hộ nghèo.'],
    ['253000 VND', 'Mức đóng là hai trăm năm mươi ba ngàn đồng.'],
    ['2500000000 VND', 'Tổng cộng hai tỷ năm trăm triệu đồng.', 'Tổng cộng hai tỉ rưỡi đồng.'],
    ['50 percent', 'Hỗ trợ năm mươi phần trăm mức đóng.'],
    ['gt 30000 person', 'Đào tạo nghề cho hơn ba vạn lao động.'],
    ['21 household', 'Có hai mốt hộ nghèo.', 'Có hai mươi mốt hộ nghèo.'],
    ['45 household', 'Có bốn lăm hộ nghèo.', 'Có bốn nhăm hộ nghèo.', 'Có bốn mươi lăm hộ nghèo.'],
    ['20 household', 'Có hai chục hộ nghèo.', 'Có hai mươi hộ nghèo.', 'Có 2 chục hộ nghèo.'],
    ['gt 30000000 VND', 'Vận động được hơn ba chục triệu đồng.'],
    ['500000000 VND', 'Trao nửa tỷ đồng học bổng.', 'Góp được nửa tỉ đồng.'],
    ['2500000 VND', 'Số tiền là hai triệu rưỡi.', 'Hộ này vay hai triệu rưỡi đồng.'],
    ['10 person', 'Nhóm có mười người.'],
    // Vague, or part of another word.
    ['', 'Mất vài chục hộ.', 'Có chục hộ nghèo.', 'Có hai tư vấn viên.', 'Cửa hàng không đồng.', 'Một đồng vốn.'],
    ['12 house, 5 house', 'Xây mới 12 căn nhà, sửa chữa năm căn nhà.'],
    // Said again in words by way of precaution.
    ['12 household', 'Có 12 (mười hai) hộ nghèo.'],
    ['500000 VND', 'Mức hỗ trợ 500.000 đồng (năm trăm nghìn đồng).', 'Mức hỗ trợ 500.000 (năm trăm nghìn) đồng.'],
    [
      '340000000 VND',
      'Kinh phí 340 triệu đồng (bằng chữ: Ba trăm bốn mươi triệu đồng).',
      'Số tiền 340.000.000 đồng (Bằng chữ: Ba trăm bốn mươi triệu đồng chẵn./.)',
      'Số tiền 340.000.000 đồng, viết bằng chữ là ba trăm bốn mươi triệu đồng.',
    ],
    [
      '22356000000 VND',
      'Số tiền 22.356.000.000 đồng (Hai mươi hai tỷ, ba trăm năm mươi sáu triệu đồng chẵn).',
      'Số tiền là hai mươi hai tỷ, ba trăm năm mươi sáu triệu đồng.',
    ],
    ['3000000 VND, 2000000 VND', 'Số tiền là ba triệu, hai triệu đồng.'],
    ['340000000 VND, 343000000 VND', 'Số tiền 340.000.000 đồng (bằng chữ: ba trăm bốn mươi ba triệu đồng).'],
    ['20000000 VND/household', 'Cho vay 20 (hai mươi) triệu đồng/hộ.'],
    ['12 household, 5 household', 'Có 12 hộ (năm hộ nghèo).'],
    [
      '',
      'Đây là một trong những hộ nghèo của xã.',
      'Một bộ phận người lao động chưa có việc làm.',
      'Một số hộ nghèo chưa được vay vốn.',
      'Mỗi cán bộ ủng hộ một ngày lương.',
      'Một gia đình ở bản xa nhất kể lại.',
      'Năm năm qua, huyện đã giúp nhiều hộ nghèo.',
      'Hai năm qua, số hộ nghèo giảm nhanh.',
      'Hàng nghìn hộ, hàng trăm lao động được hỗ trợ.',
      'Vài trăm người, mấy chục hộ chờ cứu trợ.',
      'Nhiều triệu đồng được quyên góp.',
    ],
  ]);
});

describe('ranges, pairs and lists', () => {
  phrasings([
    [
      'ge 2000 household, le 2500 household',
      'Cho vay từ 2.000 đến 2.500 hộ.',
      'Cho vay 2.000 - 2.500 hộ.',
      'Cho vay 2.000–2.500 hộ.',
      'Cho vay từ 2.000 hộ đến 2.500 hộ.',
      'Cho vay từ 2.000 tới 2.500 hộ.',
    ],
    [
      'ge 12000000 VND, le 16000000 VND',
      'Vốn từ 12-16 triệu đồng.',
      'Vốn 12 - 16 triệu đồng.',
      'Vốn từ 12 triệu đến 16 triệu đồng.',
    ],
    ['ge 5 percent, le 7 percent', 'Tỷ lệ từ 5% đến 7%.', 'Tỷ lệ 5-7%.', 'Tỷ lệ từ 5 - 7%.'],
    ['ge -1.5 percent/year change, le -2 percent/year change', 'Mức giảm 1,5 – 2/%/năm.', 'Mức giảm 1,5-2/ %/năm.'],
    ['18 commune, 21 commune', 'Có 18/21 xã đạt chuẩn.', 'Có 18 / 21 xã đạt chuẩn.'],
    ['3 district, 7 district', 'Có 3/7 huyện, thị xã hoàn thành.'],
    ['5 item, 9 item', 'Có 5/9 địa phương hoàn thành.'],
    ['150 household, 200 household', 'Đã giải ngân cho 150/200 hộ nghèo.'],
    ['2758926000000 VND, 98081 household', 'Đã giải ngân 2.758.926 triệu đồng/98.081 hộ.'],
    ['180 person, 50 person', 'Khai giảng lớp cho 180 và 50 học viên.'],
    ['120 gift, 80 gift, 45 gift', 'Ba đợt trao lần lượt 120, 80 và 45 suất quà.'],
    ['12 house, 15 house, 20 house', 'Số nhà lần lượt là 12; 15; 20 căn nhà.'],
  ]);
});
