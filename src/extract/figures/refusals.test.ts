import { expect, test } from '@jest/globals';
import { documentOf, draftsOf } from '../../../tests/extract/document.ts';
import { type Row, statedIn } from '../../../tests/extract/phrasings.ts';
import { conventionOf } from '../numbers/convention.ts';
import { scanNumbers } from '../numbers/scan.ts';
import { layoutOf } from '../text/layout.ts';
import { REFUSALS, refusalOf } from './refusals.ts';

/** The names of the rules that refuse a number of the text, in reading order. */
const refusedBy = (text: string): (string | null)[] => {
  const layout = layoutOf(documentOf(text));
  const paragraph = { start: 0, end: text.length };
  const candidates = scanNumbers(layout.folded, conventionOf(text)).map((token) => ({
    token,
    quantity: null,
    sentence: paragraph,
    paragraph,
  }));
  const scene = { layout, folded: layout.folded, candidates };
  return candidates.map((candidate) => refusalOf(scene, candidate)?.name ?? null);
};

/** The rule's name first, then what it refuses; no number of these texts becomes a figure. */
const REFUSED: readonly Row[] = [
  ['per_so_many', 'bằng mức lương cơ sở/tháng/30 học sinh', 'theo mức lương/tháng/20 trẻ em'],
  ['damage', 'Lũ quét làm 4 người bị thương.', 'Toàn xã có 35 ngôi nhà bị sập, hơn 120 nhà bị tốc mái.'],
  ['damage', 'Mưa đá khiến 600 ha lúa bị hư hỏng.', 'Tổng giá trị thiệt hại ước tính hơn 70 tỷ đồng.'],
  ['delegates', 'Dự đại hội có 150 đại biểu.', 'Đại hội bầu 15 đồng chí vào ban chấp hành.'],
  ['delegates', 'Đại hội Hội Nông dân diễn ra với sự tham gia của 120 hội viên.'],
  [
    'named_programmes',
    'Huyện thực hiện hiệu quả 3 chương trình mục tiêu quốc gia.',
    'Xã triển khai 3 chương trình MTQG.',
  ],
  ['economy', 'Kinh tế tăng trưởng bình quân 8,4%.'],
  ['named_programmes', 'Dư nợ của 16 chương trình tín dụng chính sách.'],
  ['war', 'Nhân dân ta trải qua 2 cuộc chiến tranh.', 'Công lao trong 02 cuộc kháng chiến.'],
  ['base_of_ratio', 'Số bé trai/100 bé gái tăng nhanh.'],
  ['number_of_place', 'Lễ trao diễn ra ở làng Kon Bring 2 (xã A).', 'Đường vào thôn Nà Phấy 1, xã B.'],
  ['name_of_place', 'Đoàn đến thăm huyện Ba Bể.', 'Ba Bể là huyện miền núi.', 'Lễ trao tại HUYỆN BA BỂ.'],
  ['name_of_place', 'Người dân Năm Căn, Ba Tri và Ba Đồn.', 'Bà con xã Nam Ba Đồn.', 'Đường vào thôn Ba Nhà.'],
  ['list_mark', '1. Công tác giảm nghèo', '2) Đào tạo nghề', '3/ Tín dụng ưu đãi', '(5) Nhà ở', '7.'],
  ['footnote_mark', 'Danh sách hộ nghèo đã được duyệt[2] theo quy định', 'Mức chuẩn mới[12].'],
  ['opens_list', 'Mục tiêu chăm sóc trẻ em (07 chỉ tiêu)', 'Giảm nghèo (gồm nhiều việc) (3 giải pháp)'],
  [
    'opens_list',
    'Chương trình với 4 mục tiêu và 24 chỉ tiêu cụ thể.',
    'Kế hoạch có 24 chỉ tiêu.',
    'Đề án gồm 4 nhiệm vụ và 31 giải pháp.',
  ],
  [
    'damage',
    'Mưa lũ lịch sử đã khiến 15 người chết.',
    'Có 30.655 hộ với 115.384 nhân khẩu bị ngập sâu.',
    'Ước tính thiệt hại ban đầu khoảng 5.000 tỉ đồng.',
  ],
  ['distance', 'Nhiều nhà bị ngập sâu từ 1–3m.', 'Nước dâng 2 - 3 m.'],
  ['economy', 'Nông lâm thủy sản tăng 3%; công nghiệp - xây dựng tăng 12%; dịch vụ tăng 15%.'],
  ['economy', 'Cơ cấu các ngành kinh tế: nông nghiệp 30%; công nghiệp 40%; dịch vụ 30%.'],
  ['economy', 'Giá trị hàng hóa xuất khẩu đạt 3 triệu USD.', 'Thu NSNN trên địa bàn đạt 45 tỷ đồng.'],
  ['off_subject', 'Tỷ lệ làng, cơ quan văn hóa đạt 90%.', 'Kết nạp 25 đảng viên.', 'Có 9 thôn an toàn về ANTT.'],
  ['iso_date', 'Cập nhật 2021-07 Hội Nông dân', 'Ngày đăng: 2021-07-15 người viết: Lan'],
  ['class_limit', 'Với chi phí từ 50-80 triệu đồng, có 4 lần tái khám.', 'Chi phí trên 90 triệu đồng có 3 lần.'],
  ['comparison', 'Số lượt khám chỉ bằng 1/4 số lượt của tỉnh bạn.', 'Mức hưởng chưa bằng 1/2 mức chung.'],
  [
    'code',
    'Căn cứ văn bản 1722/QĐ-TTg của Thủ tướng',
    'theo 28/2015/NĐ-CP của Chính phủ',
    'thực hiện 25/KH-UBND của xã',
    'phòng, chống Covid-19 tại cơ sở',
    'Nghị quyết 30a của Chính phủ',
  ],
  [
    'legal_reference',
    'thực hiện Chương trình 135 trên địa bàn',
    'theo Điều 5 của Luật',
    'tại khoản 2 của Nghị định',
    'thực hiện Chỉ thị 40 của Ban Bí thư',
    'quy định tại Điều 12 Bộ luật Hình sự',
    'theo khoản 3 Quyết định số 5',
    'Công văn số 1234 của Sở',
    'kèm theo Phụ lục 3',
    'Biểu số 04',
    'cấp huyện khóa 12',
    'Trường Tiểu học số 2',
    'thuộc Tiểu dự án 2 của Chương trình',
    'xã đã đạt tiêu chí 11',
  ],
  [
    'contact',
    'Điện thoại: 02363822456',
    'Lượt xem: 68',
    'Đang online: 12',
    'gọi tổng đài 1800',
    'liên hệ 0905123456',
    'Đã có 56 người đã bình chọn',
    'Số lần đọc: 340',
    'Lượt tải: 8',
    '12 bình luận',
  ],
  ['ordinal', 'Đại hội lần thứ 21', 'xếp hạng 3 toàn tỉnh', 'Quốc lộ 14', 'bà con thôn 5', 'học sinh lớp 5'],
  [
    'address',
    'ở thôn 3 xã Ea Tul',
    'trú tại ấp 5 xã Tân Hưng',
    'khu vực 3 phường Cái Vồn',
    'tại tổ 7 khu phố Bình Minh',
  ],
  ['multiple', 'Mức hỗ trợ gấp 5 lần trước đây', 'thu nhập tăng 1,5 lần', 'cao gấp 2,3 lần', 'tăng gấp gần 3 lần'],
  [
    'poverty_line',
    'chuẩn nghèo 700.000 đồng/người/tháng',
    'hộ nghèo có thu nhập từ 1.500.000 đồng trở xuống',
    'có mức thu nhập dưới 900.000 đồng',
    'theo tiêu chí thu nhập dưới 1,5 triệu đồng',
    'là hộ gia đình có thu nhập bình quân từ 1,5 triệu đồng đến 2 triệu đồng ở nông thôn, 3 triệu đồng ở thành phố',
  ],
  [
    'condition',
    'hộ sử dụng điện dưới 50 kWh/tháng',
    'bị suy giảm khả năng lao động từ 81% trở lên',
    'có tỷ lệ thương tật 61%',
  ],
  [
    'private',
    'chị phải vay nóng 50 triệu đồng',
    'mỗi tháng trả lãi 2 triệu đồng',
    'Tôi mượn thêm 5 triệu đồng',
    'với 3 triệu đồng tiền công',
    'sau hai năm bán được 15 triệu đồng',
    'chi phí phẫu thuật hết 80 triệu đồng',
    'dân phải tìm đến tín dụng đen, chịu lãi 30%',
  ],
  ['gift_content', 'Mỗi suất quà gồm 10 kg gạo', 'mỗi phần quà trao tận tay gồm 2 lít dầu ăn'],
  ['family_size', 'gia đình có 5 người', 'mỗi hộ có 4 khẩu', 'nhà 6 người'],
  [
    'own_children',
    'gia đình chị có 3 con',
    'vợ chồng anh có 2 con nhỏ',
    'bà sinh 5 con',
    'nuôi 2 con đang đi học',
    'có 4 người con đều đi làm xa',
  ],
  [
    'private_life',
    'Anh Tuấn trồng 2 ha keo',
    'đến nay gia đình bà Mai có 12 con dê',
    'mỗi năm gia đình ông thu 60 triệu đồng',
    'mỗi lứa lãi 8 triệu đồng',
    'Bà Thìn mất 2 con bò',
    'chị Lan nay lương 6 triệu đồng/tháng',
  ],
  [
    'crime',
    'công an bắt giữ 14 đối tượng',
    'thu giữ 3 kg ma túy',
    'với 2 kg heroin',
    'công an huyện bắt 15 vụ',
    'phải bồi thường 200 triệu đồng',
    'phát hiện 30 vụ, bắt 41 người',
    'phát hiện 12 vụ mua bán ma túy, bắt 15 đối tượng',
    'lừa đảo 17 người nộp 540 triệu đồng',
  ],
  ['threshold', 'vụ có 2 người bị nạn trở lên', 'không còn xã dưới 10 tiêu chí'],
  ['distance', 'xã cách trung tâm huyện 25 km', 'nhà cách trường 500 m'],
  ['example', 'Ví dụ vay 50 triệu đồng', 'chẳng hạn đóng 300 nghìn đồng', 'giả sử có 20 lao động'],
  [
    'economy',
    'GRDP tăng 7,2%',
    'tốc độ tăng trưởng 8,5%',
    'tổng diện tích 1.250 ha',
    'kim ngạch xuất khẩu đạt 25 tỷ đồng',
    'tỷ lệ che phủ rừng 42%',
    'thu nhập bình quân đầu người 42 triệu đồng',
    'toàn huyện xuống giống được 12.400 ha',
    'năng suất 6,5 tấn/ha',
    'bình quân thu nhập đầu người đạt 45 triệu đồng',
    'tổng đàn gia súc 12.400 con',
    'đàn trâu 3.400 con',
    'giá trị sản xuất đạt 2.300 tỷ đồng, tăng 5%',
    'tổng thu ngân sách 240 tỷ đồng',
    'chi ngân sách đạt 310 tỷ đồng, bằng 96%',
    'lương thực bình quân 480 kg/người',
    'thu nhập bình quân 6,5 triệu đồng/người/tháng',
    'doanh thu đạt 40 tỷ đồng, tăng 8%',
    'cơ cấu kinh tế: nông nghiệp 38%, dịch vụ 30%',
    'giá lúa 7.000 đồng/kg',
    'mực nước sông lúc 19h là 5,1 m',
    'núi đá chiếm 2/3 diện tích tự nhiên',
  ],
  ['unit_of_table', 'ĐVT: 1.000 đồng', 'Đơn vị tính: 1.000 đồng'],
  ['page_zoom', '100% A+ A-', '- 100% A- | A | A+'],
  ['disability_grade', 'thương binh 2/4', 'bệnh binh 1/4'],
  ['age', 'mừng thọ các cụ tuổi 90, 95', 'người cao tuổi 90'],
  [
    'own_debt',
    'Gia đình chị Lò Thị Hà vay 50 triệu đồng mua trâu',
    'Anh Nguyễn Văn Nam ở xã Tân Lập vay 60 triệu đồng',
  ],
  [
    'own_herd',
    'Chị Lò Thị Hà vay vốn mua trâu từ năm ngoái, nay đã có đàn trâu 7 con',
    'Ông Vàng A Páo vay tiền họ hàng, đến nay nuôi 12 con dê',
  ],
  ['own_house', 'căn nhà rộng 45 m2', 'sống trong căn phòng chưa đầy 12 m2', 'diện tích mỗi căn 32 m2'],
  ['score', 'em đạt 26,5 điểm', 'bài thi được 90 điểm', 'chỉ số hài lòng 85,2 điểm'],
  ['threshold_of_rule', 'nếu vay trên 50 triệu đồng thì phải thế chấp', 'trường hợp nợ quá 3 triệu đồng phải báo cáo'],
  [
    'rank',
    'đứng thứ 4/12 huyện',
    'lọt top 10 doanh nghiệp',
    'tỷ lệ của huyện tăng 3 bậc',
    'xã tụt 2 bậc so với năm ngoái',
  ],
  [
    'specification',
    'bê cái nặng 90 kg',
    'heo nái hậu bị có cân nặng từ 60 kg',
    'bồn nước dung tích 1.500 lít',
    'có trọng lượng khoảng 80 kg',
  ],
  ['share_of_time', 'được gia hạn không quá 50% thời hạn đã vay', 'khi đã đi qua 60% nhiệm kỳ'],
  ['average_of_one', 'bình quân mỗi năm tính cho 1 hộ còn thấp', 'bình quân ruộng đất trên 01 lao động'],
  [
    'opens_list',
    'Huyện đề ra 4 nhiệm vụ: rà soát, phân loại',
    'Tỉnh lồng ghép 2 chương trình: giảm nghèo, nông thôn mới',
    'Hội đề ra 5 chỉ tiêu chủ yếu, gồm: giúp hộ nghèo',
    'qua 3 giai đoạn sau: chuẩn bị',
  ],
  [
    'off_subject',
    'Kiểm tra an toàn thực phẩm tại 214 cơ sở',
    'Lĩnh vực môi trường: xử lý 12 tổ chức',
    'Toàn xã có 85% khu dân cư đạt danh hiệu văn hóa',
    'Vụ hè thu toàn xã làm được 320 ha',
    'Xảy ra 8 vụ tai nạn giao thông, chết 5 người',
    'Toàn huyện có 12.000 con gia cầm',
  ],
  ['part_of_programme', 'Tiểu dự án 2 thuộc Dự án 6 Chương trình mục tiêu quốc gia', 'Nội dung 3 tỉnh phê duyệt'],
  ['penalty', 'bị phạt 20 triệu đồng', 'lĩnh án 7 năm', 'tàng trữ cần sa nặng 12 kg'],
];

/** What stands beside each rule and is a figure all the same. */
const KEPT: readonly Row[] = [
  // What one gift holds in its brackets; a home struck by a flood that is helped.
  ['250000 VND/gift', 'Tặng quà với định mức 250.000 đồng/suất (gồm 150.000 đồng tiền quà và 100.000 đồng tiền mặt).'],
  ['2500000 VND/household', 'Tỉnh hỗ trợ mỗi hộ dân bị thiệt hại do mưa lũ 2,5 triệu đồng.'],
  ['30 household', 'Hỗ trợ làm lại nhà cho 30 hộ có nhà bị sập.', 'Cấp gạo cho 30 gia đình bị ngập.'],
  ['10000000 VND/gift', 'Sửa chữa nhà thiệt hại nặng (mỗi suất 10 triệu đồng).'],
  ['20000000 VND', 'Hộ nghèo theo tiêu chuẩn của tỉnh với số tiền 20 triệu đồng.'],
  ['12 person', 'Với chi phí từ 50-80 triệu đồng, có 12 người bệnh.', 'Với mức nợ trên 90 triệu đồng, có 12 người.'],
  ['33.3333333333333 percent', 'Vốn đối ứng bằng 1/3 kinh phí.'],
  ['7 item', 'Huyện đạt 07 chỉ tiêu.'],
  ['30 percent, 45 percent', 'Lao động qua đào tạo: công nghiệp - xây dựng 30%, dịch vụ 45%.'],
  ['12 household', '- 12 hộ nghèo được vay vốn', 'a) 12 hộ nghèo được vay vốn', '12 hộ nghèo được vay vốn', '+ 12 hộ'],
  ['3 works', 'Xây dựng ba bể nước.', 'Ba bể nước đã xong.'],
  ['3 household', 'Ba Hộ nghèo được vay vốn.'],
  ['45 commune', 'trong tổng số 45 xã', 'trên tổng số: 45 xã', 'một số ý kiến của 45 xã'],
  ['19 person', 'chúc thọ 19 người tròn 100 tuổi', 'trợ cấp cho 19 người từ 80 tuổi trở lên', 'cứu 19 trẻ dưới 6 tuổi'],
  ['100 percent', '100% con em hộ nghèo được miễn giảm học phí.'],
  ['5 village, 3 commune', 'Có 5 thôn, 3 xã hoàn thành', 'rà soát 5 thôn 3 xã'],
  ['3 animal', 'trao cho gia đình chị 3 con bò', 'gia đình được nhận 3 con dê', 'chị được hỗ trợ 3 con bò'],
  ['40 ha', 'bà con trồng được 40 ha dược liệu', 'Ông Nam cho biết toàn xã trồng 40 ha', 'chị em hội viên trồng 40 ha'],
  ['20000000 VND', 'gia đình anh được vay 20 triệu đồng', 'ông được hỗ trợ 20 triệu đồng', 'tặng bà 20 triệu đồng'],
  ['12 animal', 'hỗ trợ đàn bò 12 con'],
  ['45 case', 'xảy ra 45 vụ bạo lực gia đình', 'hòa giải 45 vụ'],
  ['25 km', 'bê tông hóa 25 km đường nông thôn'],
  ['92 percent', 'tỷ lệ bao phủ BHYT 92%'],
  ['3 event', 'đã qua 3 lần điều chỉnh mức chuẩn trợ cấp'],
  ['50000000 VND/household', 'cho vay 50 triệu đồng/hộ'],
  ['5 person', 'tổng số hộ có 5 người'],
  ['7 class', 'mở 7 lớp dạy nghề'],
  ['750000000 VND', 'Dự án đào tạo cán bộ: 750 triệu đồng', 'đề án phát triển chăn nuôi 750 tr.đ'],
  ['1486 household, 1820 household', 'số hộ có nhà đạt chuẩn là 1.486/1.820 hộ'],
  ['682000000 VND', 'hội viên cho nhau vay không lấy lãi 682 triệu đồng'],
  [
    '50000000 VND',
    'Chị Lò Thị Hà được ngân hàng cho vay 50 triệu đồng',
    'Ông Trần Văn Nam, Chủ tịch hội, cho biết đã vay 50 triệu đồng',
  ],
  ['', 'được gia hạn không quá 1/2 thời hạn đã vay', 'khi đã đi qua 2/3 nhiệm kỳ'],
  ['0.65 percent/month', 'cho vay với lãi suất 0,65%/tháng', 'Lãi suất cho vay là 0,65%/tháng.'],
  ['3 animal', 'bò của dự án đều khỏe, có 3 con đang mang thai'],
  [
    '600000 VND/gift',
    'Mỗi suất 600 nghìn đồng (tiền mặt 400 nghìn đồng và quà 200 nghìn đồng)',
    'Mỗi phần trị giá 600.000 đồng, gồm tiền mặt 400.000 đồng và hiện vật 200.000 đồng',
  ],
  ['120000000 VND', 'bị phạt 120 triệu đồng vì nợ bảo hiểm xã hội', 'nợ BHXH, bị phạt 120 triệu đồng'],
  ['250000 VND', 'Mỗi phần quà gồm 5 kg gạo, 01 chai dầu ăn, trị giá 250.000 đồng'],
  ['300000 VND/gift', 'mỗi suất là 300.000 đồng', 'mỗi phần quà có giá trị 300.000 đồng'],
  ['4 facility', 'đạt 4 điểm giao dịch lưu động'],
  ['2 tonne', 'tổng trọng lượng 2 tấn gạo'],
  ['120 person', 'đi xuất khẩu lao động 120 người', 'lao động xuất khẩu: 120 người'],
  ['', 'đồng bào 12 dân tộc anh em'],
  ['9 event', 'tổ chức 9 chương trình truyền thông'],
  ['40 facility', 'Kiểm tra 40 cơ sở trợ giúp trẻ em'],
  ['15 works', 'xây 15 nhà văn hóa thôn'],
  ['250 animal', 'hỗ trợ hộ nghèo 250 con gia súc, gia cầm'],
  ['486 person', 'đưa đi Nhật Bản 486 người'],
];

/** Time expressions are taken out before any number is judged (src/extract/time). */
const TIMES = [
  'ngày 27/8/2021',
  'năm 2022',
  'giai đoạn 2021-2025',
  '6 tháng đầu năm',
  'trong 03 năm',
  '09 tháng',
  'quý 3',
  'lúc 8h30',
  'từ 7 giờ 30 phút',
  'Tết 2017',
  'Ngày vì người nghèo 17/10',
  'nhân dịp 27/7',
  'từ 15/7 huyện mở đợt rà soát',
];

for (const [name, ...texts] of REFUSED) {
  test.each(texts)(`${name}: %s`, (text) => {
    expect(refusedBy(text)).toContain(name);
    expect(statedIn(text)).toBe('');
  });
}

for (const [figures, ...texts] of KEPT) {
  test.each(texts)(`${figures}: %s`, (text) => {
    expect(statedIn(text)).toBe(figures);
  });
}

test.each(TIMES)('a time: %s', (text) => {
  expect(draftsOf(text)).toEqual([]);
});

test('every rule has its table', () => {
  const tabled = new Set([...REFUSED.map(([name]) => name), 'date']);
  expect(REFUSALS.map(({ name }) => name).filter((name) => !tabled.has(name))).toEqual([]);
});

test('a day and month after a word of time', () => {
  expect(refusedBy('từ 15/7 huyện mở đợt rà soát')).toContain('date');
});
