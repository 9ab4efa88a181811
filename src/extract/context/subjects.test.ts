import { records } from '../../../tests/extract/phrasings.ts';

/** The groups of each figure of a text, in reading order; "–" where it is about none. */
records(
  [
    // The whole that a number is compared with is not counted.
    [
      'poor_household; poor_household; poor_household',
      'Hộ nghèo có 1.250 hộ, chiếm 3,4% so với tổng số hộ toàn huyện, giảm 210 hộ so với đầu năm.',
    ],
    [
      'near_poor_household; near_poor_household; near_poor_household',
      'Hộ cận nghèo có 840 hộ, chiếm 2,1% so với tổng số hộ toàn huyện (tăng 12 hộ so với năm trước).',
    ],
    ['poor_household; general_population', 'Toàn xã có 95 hộ nghèo trên tổng số 1.320 hộ.'],
    // Within a clause a figure that names nobody goes on with those spoken of.
    [
      'poor_household; poor_household; poor_household',
      'Dự án hỗ trợ 24 hộ nghèo ở các xã Hòa Bình (14 hộ), Tân Lập (10 hộ).',
    ],
    ['elderly; elderly', 'Tặng quà cho 320 người cao tuổi, mức quà tặng là 300.000 đồng/người.'],
    [
      'meritorious_person; social_protection_beneficiary; meritorious_person,social_protection_beneficiary',
      'Có 860 người có công và 1.980 đối tượng bảo trợ xã hội được nhận quà, mức quà tặng là 400.000 đồng/người.',
    ],
    // Another deed, other people, another loan: they do not.
    ['poor_person; –', 'Cấp 5.210 thẻ bảo hiểm y tế cho người nghèo, hỗ trợ khám, chữa bệnh 310 lượt người.'],
    ['student; –; –', 'Hỗ trợ chi phí học tập cho 450 học sinh; hỗ trợ tiền điện 1.200 hộ, số tiền 720 triệu đồng.'],
    ['drug_user; –', 'Toàn huyện có 215 người nghiện ma túy, 3 bác sĩ phụ trách điều trị.'],
    // Beyond a sentence only where the words point back.
    [
      'disaster_victim; disaster_victim; disaster_victim',
      'Tỉnh phân bổ 14 tỷ đồng cho người dân vùng lũ. Trong số này, huyện Hải Hà nhận 6 tỷ đồng, huyện Đầm Hà 5 tỷ đồng.',
    ],
    ['disabled; disabled', 'Trao 120 suất quà cho người khuyết tật. Mỗi suất trị giá 500.000 đồng.'],
    [
      'near_poor_household,poor_household; near_poor_household,poor_household',
      'Tổng số hộ nghèo, hộ cận nghèo là 3.050 hộ. Mức hỗ trợ là 15 kg gạo/người/tháng.',
    ],
    ['poor_household; –', 'Toàn xã còn 85 hộ nghèo. Đào tạo nghề cho 60 người.'],
    // What is handed out of one kind goes to those told of before.
    [
      'poor_household; poor_household; poor_household',
      'Tỉnh cấp 45 tấn gạo cho hộ nghèo. Huyện Bắc Bình nhận 20 tấn gạo. Đợt này, kho dự trữ xuất cấp 25 tấn gạo.',
    ],
    [
      'poor_person,student; poor_person,student',
      'Trao học bổng cho 60 học sinh nghèo. Mỗi suất học bổng trị giá 2 triệu đồng.',
    ],
    ['–', 'Quỹ khuyến học trao 40 suất học bổng.'],
    ['disadvantaged_child; disadvantaged_child', 'Quỹ giúp 300 trẻ em có hoàn cảnh đặc biệt. Mổ tim cho 12 em.'],
    // Those who were taught.
    [
      'trainee; trainee; trainee',
      'Mở lớp cho 150 học viên. Sau học nghề, 120 người có việc làm, 15 người mở cửa hàng.',
    ],
    // A payroll is nobody's.
    ['–; worker', 'Người sử dụng lao động đóng 17,5% quỹ tiền lương. Mức đóng bằng 8% tiền lương của người lao động.'],
    // What two years aim at is named once.
    [
      'woman; woman',
      'Đến năm 2025 đạt 55% và đến năm 2030 đạt 70% các cơ quan nhà nước, chính quyền các cấp có lãnh đạo là nữ.',
    ],
    // Works serve those named; a price is that of what was built.
    ['ethnic_minority; –; –', 'Bàn giao nhà cho 12 hộ DTTS, xây 1 mô hình trị giá 400 triệu đồng.'],
    // Nameless people are those told of just before.
    [
      'policy_household; policy_household; policy_household; policy_household',
      'Huyện tặng quà cho 40 đối tượng chính sách với số tiền 8 triệu đồng; tỉnh cấp cho 95 đối tượng với số tiền 38 triệu đồng.',
    ],
    ['poor_household; –', 'Tặng quà cho 180 hộ nghèo, trợ cấp đột xuất cho 27 đối tượng.'],
    ['woman; –', 'Hội viên phụ nữ đang vay 12 tỷ đồng, sinh hoạt tại 9 tổ tiết kiệm và vay vốn.'],
    ['woman; woman', 'Toàn xã có 1.200 hội viên phụ nữ; kết nạp mới 60 hội viên.'],
    ['–; –', 'Tuyển sinh đào tạo nghề cho 640 người, đạt 91% kế hoạch.'],
    [
      'heroic_mother,war_invalid; heroic_mother,war_invalid; policy_household; policy_household',
      'Đoàn trao 7 phần quà (2 triệu đồng/phần) cho mẹ Việt Nam anh hùng, thương binh nặng và 60 phần quà (1 triệu đồng/phần) cho các gia đình chính sách.',
    ],
    ['–', 'Giải quyết việc làm cho 1.150 người.'],
    ['–', 'Có 92% doanh nghiệp ký thỏa ước lao động tập thể.'],
    ['elderly; –', 'Đã mừng thọ 98% người cao tuổi, 100% thôn có nhà văn hóa.'],
    ['disadvantaged_person,woman', 'Hội giúp đỡ 34 phụ nữ đơn thân khó khăn.'],
    ['worker', 'Lực lượng lao động từ 15 tuổi trở lên là 540.000 người.'],
    ['insured', 'Số người tham gia BHXH chiếm 24% lực lượng lao động.'],
    ['child', 'Phát hiện 12 trẻ em lao động trái quy định.'],
    ['poor_person,student; poor_person,student', 'Hỗ trợ chi phí học tập cho 1.240 học sinh nghèo/410 triệu đồng.'],
    // A cause is no noun phrase.
    ['–', 'Có 4 xã còn lại do số hộ nghèo cao.'],
    // Lists of places across semicolons.
    [
      'disaster_victim; disaster_victim; disaster_victim',
      'Cấp gạo cho 12.400 khẩu thiếu đói do hạn hán, gồm: huyện Thuận Bắc 5.200 khẩu; Ninh Hải: 7.200 khẩu.',
    ],
    ['student; –', 'Cho vay học sinh 320 triệu đồng; cho vay nước sạch 410 triệu đồng.'],
    // Gifts go to those named behind them.
    [
      'poor_person,student; poor_person,student; poor_person,student',
      'Trao tặng 51 xe đạp, 45 bộ quần áo, 172 suất học bổng cho học sinh nghèo.',
    ],
    ['poor_household; poor_household; poor_household', 'Hội trao 12 con bò, 45 con dê cho 57 hộ nghèo.'],
    [
      'disabled,elderly; disabled,elderly',
      'Hội trao 500 phần quà Tết, mỗi phần trị giá 300.000 đồng, dành tặng người khuyết tật, người cao tuổi.',
    ],
    ['–; poor_household', 'Hỗ trợ xây mới 106 nhà tình nghĩa, xây mới 38 nhà cho hộ nghèo.'],
    // A statement goes on behind a parenthesis and behind a colon.
    ['poor_household; poor_household', 'Toàn tỉnh đã khởi công 45 căn nhà (đạt 100%) cho các hộ nghèo.'],
    ['disabled,orphan,poor_person', 'Trao 250 suất quà cho các đối tượng: người nghèo, người khuyết tật; trẻ mồ côi.'],
    // One half of a people, and the other.
    [
      'disabled,woman; disabled; disabled',
      'Tỷ lệ khuyết tật của nữ cao hơn nam (nữ: 4,4%; nam: 3,1%; nông thôn: 3,9%).',
    ],
    // Deeds, funds and files.
    ['elderly', 'Có 100% người cao tuổi được mừng thọ, hưởng trợ cấp xã hội.'],
    ['poor_person; –', 'Quỹ "Vì người nghèo" vận động được 3,2 tỷ đồng; xây 24 căn nhà.'],
    ['child', 'Quỹ Bảo trợ trẻ em vận động được 1,4 tỷ đồng.'],
    ['–', 'Tiếp nhận 15 hồ sơ đề nghị hưởng chế độ thờ cúng liệt sĩ.'],
    ['official', 'Mở 4 lớp tập huấn, bồi dưỡng cho cán bộ làm công tác giảm nghèo.'],
    // Money of the statement before a semicolon.
    [
      'meritorious_person; meritorious_person',
      'Hỗ trợ nhà ở cho 215 người có công; tổng kinh phí thực hiện 9,2 tỷ đồng.',
    ],
    // Meetings are held for those counted behind them; kinds of places are one noun.
    ['farmer; farmer', 'Hội mở 62 cuộc tập huấn chuyển giao kỹ thuật cho 1.840 lượt nông dân.'],
    ['drug_user', 'Toàn thành phố có 85 xã, phường, thị trấn có người nghiện ma túy.'],
    ['drug_user; drug_user', 'Người nghiện có mặt ở 95% huyện; gần 70% số xã, phường.'],
    ['ethnic_minority', 'Cấp điện cho 4.320 hộ dân chưa có điện, chủ yếu là đồng bào Khmer.'],
    // A people that has so many poor households; the number's own noun behind a list of others.
    ['ethnic_minority,poor_household', 'Đồng bào Khmer giảm được 64 hộ nghèo.'],
    ['child', 'Tặng quà cho trẻ khuyết tật, trẻ mồ côi, phẫu thuật tim cho 17 trẻ.'],
    // All told apart are all of them.
    [
      'elderly,meritorious_person; meritorious_person; elderly',
      'Có 2.400 người được nhận quà, trong đó 900 người có công và 1.500 người cao tuổi.',
    ],
    // A fund of another purpose, and homes built from a fund for the poor.
    [
      'poor_person; –',
      'Công ty tặng 300 triệu đồng cho người nghèo, đồng thời ủng hộ 200 triệu đồng cho Quỹ phòng, chống dịch.',
    ],
    ['–', 'Với tình cảm đối với người có công, nhân dân đóng góp ủng hộ quỹ Đền ơn đáp nghĩa 450 triệu đồng.'],
    [
      'meritorious_person; meritorious_person',
      'Hội Cựu TNXP lập Quỹ tình đồng đội được 3 tỷ đồng, tặng 60 nhà tình nghĩa.',
    ],
    // Of homes and water all households are meant.
    ['–; –; general_population', 'Số hộ có nhà ở đạt chuẩn là 640/800 hộ, đạt 80%.'],
    ['poor_household; poor_household', 'Mặt trận huy động 12 tỷ đồng, hỗ trợ 3.400 hộ nghèo.'],
    // Words that point back, and to each one.
    ['worker; worker', 'Tỉnh mở lớp dạy nghề cho 90 lao động. Các lớp dạy nghề này thu hút 90 người tham gia.'],
    ['elderly; elderly', 'Xã có 45 cụ già neo đơn. Hội sẽ hỗ trợ một lần 500.000 đồng cho mỗi người.'],
    // All people where insurance covers them.
    ['general_population', 'Bao phủ bảo hiểm y tế đạt 94% dân số.'],
    ['insured; insured', 'Số người tham gia BHYT là 98.000 người, tỷ lệ bao phủ đạt 94% dân số.'],
    // What is listed behind a colon tells no more whom it is for; a home of another kind is for others.
    [
      '–; –',
      'Tỉnh đã xây dựng, sửa chữa 540/540 căn nhà cho các hộ thuộc 2 chương trình: Hỗ trợ nhà ở cho người có công; xóa nhà tạm.',
    ],
    ['poor_household; –', 'Đã xây gần 300 căn nhà cho hộ nghèo, hơn 80 căn nhà ở xã hội.'],
    // The money went to those counted behind it, whoever was struck.
    [
      'disaster_victim,meritorious_person; disaster_victim,meritorious_person',
      'Thực hiện hỗ trợ người dân gặp khó khăn do đại dịch Covid-19, xã đã chi 120 triệu đồng cho 80 người có công bị ảnh hưởng bởi dịch bệnh.',
    ],
    ['poor_household; –', 'Chi 4 tỷ đồng hỗ trợ hộ nghèo và 2 tỷ đồng cứu đói.'],
    ['–; disaster_victim', 'Hỗ trợ tiền điện cho 900 hộ và hỗ trợ 3.400 người gặp khó khăn do thiên tai.'],
    [
      'ethnic_minority,poor_household; ethnic_minority,poor_household; poor_household',
      'Hộ nghèo nhiều nhất là dân tộc Thái với 420 hộ, tiếp đó là dân tộc Mông (310 hộ); dân tộc Kinh (25 hộ).',
    ],
    ['poor_household', 'Theo kết quả rà soát hộ nghèo, hộ cận nghèo, tổng số hộ nghèo còn 1.204 hộ.'],
    ['student; student', 'Trường THPT A có 21 em được hỗ trợ 2.835 kg gạo.'],
    ['poor_person', 'Huyện huy động được 1,4 tỷ đồng tiền Quỹ “Ngày vì người nghèo”.'],
    // The name of a society is nobody's; what is told "như:" goes on with those named.
    ['–', 'Hội Bảo trợ người khuyết tật và trẻ mồ côi tỉnh đã vận động được hơn 6,5 tỉ đồng.'],
    [
      'disabled,orphan,poor_person',
      'Hội đã giúp 2.100 lượt người khuyết tật, trẻ mồ côi và bệnh nhân nghèo như: khám bệnh, cấp thuốc miễn phí.',
    ],
    ['elderly', 'Tỉnh có trên 66.000 người trong độ tuổi từ 60 trở lên.', 'Tỉnh có trên 66.000 người cao tuổi.'],
  ],
  ({ subjects }) => subjects.join() || '–',
);
