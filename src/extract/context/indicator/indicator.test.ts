import { records } from '../../../../tests/extract/phrasings.ts';

/** Each figure of a text: indicator and topic. */
records(
  [
    // a figure that says more of one before it
    [
      'pov.poor_households poverty_reduction; pov.poor_rate poverty_reduction; pov.poor_households poverty_reduction; pov.poor_rate poverty_reduction',
      'Hộ nghèo có 2.310 hộ, chiếm 3,15% so với tổng số hộ toàn huyện (tăng 42 hộ so với đầu năm, chiếm tỷ lệ 0,06%).',
    ],
    [
      'pov.poor_rate poverty_reduction; pov.poor_rate poverty_reduction',
      'Tỷ lệ hộ nghèo của tỉnh năm 2022 là 7,12%. Con số này của năm 2021 là 9,4%.',
    ],
    [
      'fund.raised gifts_and_donations; fund.raised gifts_and_donations; fund.raised gifts_and_donations',
      'Quỹ "Vì người nghèo" các cấp vận động được 8,1 tỷ đồng; trong đó cấp tỉnh 3 tỷ đồng, cấp huyện 5,1 tỷ đồng.',
    ],
    [
      'relief.rice food_support; relief.rice food_support',
      'Gạo cứu đói được cấp cho các huyện như sau: Sơn Hà: 120.300 kg; Trà Bồng: 98.450 kg.',
    ],
    [
      'si.participants social_insurance; si.participants social_insurance; si.participants social_insurance; si.participants social_insurance; si.participants social_insurance; si.participants social_insurance',
      'Số người tham gia BHXH tự nguyện là 9.120 người; so với cùng kỳ năm trước (6.300 người) tăng 2.820 (44,8%); so với chỉ tiêu giao (8.500 người) đạt 107,3%.',
    ],
    [
      'null social_insurance; si.participants social_insurance; si.participants social_insurance',
      'Tổng số thu BHXH, BHTN là 711 tỷ đồng; BHXH bắt buộc là 91.210 người (tăng 510 người).',
    ],
    [
      'pov.poor_households poverty_reduction; pov.poor_rate poverty_reduction',
      '+ Tổng số hộ nghèo: 12.310 hộ; Tỷ lệ: 4,21%',
    ],
    // named right at the number
    // all of the poor are no rate of poverty
    [
      'hi.coverage_rate health_insurance; hi.coverage_rate health_insurance',
      '100% người nghèo, 90% người cận nghèo có thẻ BHYT.',
    ],
    [
      'null poverty_reduction',
      'Phấn đấu 100% hộ nghèo được tiếp cận các dịch vụ.',
      'Giúp đỡ 100% hộ nghèo trên địa bàn.',
    ],
    // what a programme was allotted, a loan among its sources
    [
      'budget.total poverty_reduction; budget.total poverty_reduction; budget.total poverty_reduction',
      'Tổng vốn giao 5 năm 3.289 triệu đồng, trong đó: NSTW 3.102 triệu đồng, vốn vay, viện trợ 187 triệu đồng.',
    ],
    // both ends of a range measure what stands behind the upper one
    [
      'hi.coverage_rate health_insurance; house.built housing_support; house.built housing_support',
      'Tỷ lệ tham gia BHYT đạt 93% trở lên; xây dựng từ 5-7 nhà tình nghĩa.',
    ],
    // patients in hospital are no boarders
    [
      'health.patients health_insurance; health.patients health_insurance; health.patients health_insurance',
      'Có 612.330 lượt người khám chữa bệnh BHYT (nội trú 35.871 lượt, ngoại trú 576.459 lượt).',
    ],
    ['edu.recipients education_support', 'Hỗ trợ tiền ăn cho 412 học sinh nội trú.'],
    // homes, whoever gave for them; classes, whatever they teach
    [
      'house.built housing_support; house.cost housing_support',
      'Vận động mạnh thường quân cất mới 3 căn nhà tình thương trị giá 150 triệu đồng.',
    ],
    [
      'train.classes vocational_training; train.trainees vocational_training',
      'Mở 02 lớp dạy nghề (đan lục bình, nuôi lươn) có 58 học viên tham dự.',
    ],
    ['emp.jobs employment', 'Đến năm 2020 tạo thêm 6 triệu việc làm.'],
    ['null employment', 'Duy trì việc làm cho 31.500 người.'],
    ['null vocational_training; null vocational_training', 'Tổng số lao động qua đào tạo là 812/2.940 lao động.'],
    [
      'train.cost vocational_training',
      'Người khuyết tật được hỗ trợ tối đa 5 triệu đồng/người/khóa học.',
      'Người thuộc hộ nghèo được hỗ trợ tiền ăn 25.000 đồng/người/ngày thực học.',
    ],
    ['null education_support', 'Học sinh bán trú được hỗ trợ tiền ăn bằng 40% mức lương cơ sở/tháng.'],
    ['hi.coverage_rate health_insurance', 'Công tác dạy nghề đạt chỉ tiêu (năm 2017 tỷ lệ tham gia BHYT đạt 74,2%).'],
    [
      'emp.jobs employment; pov.poor_rate poverty_reduction',
      'Giải quyết việc làm cho 26.000 người, phấn đấu giảm 2% hộ nghèo.',
    ],
    [
      'pov.escaped_households poverty_reduction',
      'Số hộ thoát nghèo 3.120.',
      'Trên 5.300 hộ ở Quận 4 (TP. Hồ Chí Minh) thoát nghèo',
    ],
    [
      'pov.poor_households poverty_reduction; pov.poor_households poverty_reduction',
      'Hộ nghèo về thu nhập là 4.120 hộ; hộ nghèo thiếu hụt tiếp cận các dịch vụ xã hội cơ bản là 510 hộ.',
    ],
    ['null preferential_credit', 'Ngân hàng Chính sách xã hội thu hồi vốn 41 tỷ đồng.'],
    ['budget.total other', 'Tỉnh triển khai 900 tỷ đồng thực hiện các chính sách an sinh xã hội.'],
    // poverty_reduction
    [
      'pov.escaped_households poverty_reduction',
      'Nguồn vốn này đã góp phần giúp 640 lượt hộ nghèo vươn lên thoát nghèo.',
    ],
    ['null poverty_reduction', 'Ba năm qua có 5.120 hộ thoát nghèo, thoát cận nghèo.'],
    ['pov.poor_rate poverty_reduction', 'Tỷ lệ giảm nghèo bình quân hàng năm là 1,4%.'],
    ['null poverty_reduction', 'Qua rà soát, hộ nghèo là người Khmer chiếm 41,2% tổng số hộ nghèo.'],
    [
      'pov.poor_households poverty_reduction; pop.households population; pov.poor_rate poverty_reduction',
      'Toàn huyện có 2.140 hộ nghèo trên tổng số 28.300 hộ, chiếm tỷ lệ 7,56%.',
    ],
    [
      'gift.value gifts_and_donations; gift.value gifts_and_donations',
      'Tỉnh trích 12 tỷ đồng tặng quà Tết cho người hưởng trợ cấp hưu trí, mỗi người 300.000 đồng.',
    ],
    // what reviews find wrong, land, works and Tết
    [
      'null merit_policy; null merit_policy; merit.beneficiaries merit_policy',
      'Thanh tra phát hiện 34 thương binh hưởng sai chế độ; 12 bệnh binh chưa được hưởng trợ cấp; chi trả cho 510 thương binh.',
    ],
    ['null emergency_relief', 'Dịp Tết, xã Hòa An đã kê thêm 24 hộ cận nghèo.'],
    [
      'null social_protection; null social_protection; null social_protection',
      'Toàn tỉnh đã cấp giấy chứng nhận khuyết tật cho 2.400 người, trong đó có 460 người khuyết tật đặc biệt nặng và 940 người khuyết tật nặng.',
    ],
    [
      'sp.beneficiaries social_protection; sp.beneficiaries social_protection',
      'Trợ cấp hàng tháng cho 2.400 người, trong đó có 460 người khuyết tật đặc biệt nặng.',
    ],
    ['null housing_support', 'Huyện đã hỗ trợ đất ở cho 240 hộ.'],
    ['house.built housing_support', 'Huyện đã hỗ trợ đất ở, xây nhà cho 240 hộ.'],
    [
      'infra.works infrastructure; infra.cost infrastructure',
      'Từ nguồn vận động, đã xây dựng, sửa chữa 12 cây cầu, trị giá 3 tỷ đồng.',
    ],
    ['gift.value gifts_and_donations', 'Tổng kinh phí chăm lo Tết năm 2020 là 640 tỷ đồng.'],
    [
      'null gifts_and_donations; gift.recipients gifts_and_donations',
      'Tỉnh tổ chức 12 đoàn đi thăm, tặng quà cho 640 người có công.',
    ],
    // population
    ['pop.people population', 'Huyện Trà Cú có gần 90.000 đồng bào dân tộc Khmer sinh sống.'],
    ['pop.households population; pop.people population', 'Xã có 912 hộ với 3.870 nhân khẩu.'],
    [
      'pop.people population; null population; pop.people population; null population',
      'Dân số của xã gồm dân tộc Tày 2.310 người, chiếm 61,2%; dân tộc Nùng 980 người, chiếm 26%.',
    ],
    ['null population', 'Tổng số sinh từ đầu năm đến nay là 318 trẻ.', 'Có 42 trẻ là con thứ 3 trở lên.'],
    ['pov.poor_rate poverty_reduction', 'Sáu tháng qua huyện giảm được 0,6% số hộ nghèo.'],
    // the hungry, those praised, those who give blood, those certified: nobody was given anything by this number
    ['null poverty_reduction; null poverty_reduction', 'Cả tỉnh có 2.340 hộ thiếu đói, tương ứng với 9.870 nhân khẩu.'],
    ['relief.recipients emergency_relief', 'Cứu trợ kịp thời cho 2.340 hộ thiếu đói giáp hạt.'],
    ['null other; null other', 'Dịp này, Hội tặng giấy khen cho 14 tập thể và 31 cá nhân.'],
    ['gift.recipients gifts_and_donations', 'Nhân dịp tuyên dương người tốt, Hội tặng quà cho 31 người cao tuổi.'],
    ['null healthcare; null healthcare', 'Các cấp Hội vận động được 1.940 người hiến máu, tiếp nhận 2.050 đơn vị máu.'],
    ['null social_protection', 'Toàn tỉnh đã cấp giấy xác nhận khuyết tật cho 41.200 người.'],
    ['null social_protection', 'Đã đưa 23 người lang thang vào cơ sở bảo trợ.'],
    ['null social_insurance', 'Số người tham gia BHXH, BHYT toàn tỉnh là 812.300 người.'],
    // help that is no gift
    ['null gifts_and_donations', 'Các cấp Hội Chữ thập đỏ đã trợ giúp 18.400 lượt người.'],
    ['gift.recipients gifts_and_donations', 'Các cấp Hội Chữ thập đỏ đã tặng quà 18.400 lượt người.'],
    [
      'gift.recipients gifts_and_donations; gift.value gifts_and_donations',
      'Phong trào "Tết vì người nghèo và nạn nhân chất độc da cam" đã trao quà cho 4.120 người với tổng trị giá 1,9 tỷ đồng.',
    ],
    [
      'gift.value gifts_and_donations',
      'Các đoàn đã đi thăm, tặng quà người có công và đối tượng bảo trợ xã hội với tổng kinh phí 260 triệu đồng.',
    ],
    ['null emergency_relief', 'Tổng thiệt hại do cơn bão ước tính 84 tỷ đồng.'],
    // one more of the same deed
    [
      'gift.recipients gifts_and_donations; gift.recipients gifts_and_donations; gift.value gifts_and_donations',
      'Đã tặng quà cho 2.140 hộ nghèo, 310 hộ gia đình nạn nhân chất độc da cam với tổng trị giá 1,2 tỷ đồng.',
    ],
    [
      'relief.recipients emergency_relief; relief.recipients emergency_relief; relief.recipients emergency_relief',
      'Thực hiện Nghị quyết 42/NQ-CP, huyện đã hỗ trợ 4.310 người thuộc hộ nghèo, 1.920 đối tượng bảo trợ xã hội và 640 người có công.',
    ],
    [
      'gift.recipients gifts_and_donations; relief.recipients emergency_relief',
      'Huyện đã tặng quà cho 320 người có công, hỗ trợ 1.150 hộ nghèo đón tết.',
    ],
    [
      'gift.recipients gifts_and_donations; gift.value gifts_and_donations',
      'Hội đã trao xe đạp, áo ấm, học bổng cho 260 em với trị giá 190 triệu đồng.',
    ],
    ['null gifts_and_donations', 'Các doanh nghiệp ủng hộ, Quỹ Vì người nghèo đã chi hơn 3,1 tỷ đồng.'],
    ['fund.raised gifts_and_donations', 'Vận động Quỹ Đền ơn đáp nghĩa đến nay đạt trên 64%.'],
    ['null merit_policy', 'Lấy mẫu giám định ADN, xác định danh tính liệt sĩ đối với 14 trường hợp.'],
    ['merit.beneficiaries merit_policy', 'Cấp tiền mua dụng cụ chỉnh hình cho 120 thương binh.'],
    [
      'null social_insurance; null social_insurance; null social_insurance',
      'Cơ quan BHXH đã giảm mức đóng vào quỹ bảo hiểm tai nạn lao động cho 1.420 đơn vị với 31.500 lao động, số tiền 24 tỷ đồng.',
    ],
    [
      'health.patients health_insurance; health.patients health_insurance',
      'Quỹ BHYT đã chi trả cho 1,4 triệu học sinh với 2,3 triệu lượt khám chữa bệnh.',
    ],
    // parts and traits of those counted
    [
      'sp.beneficiaries social_protection; sp.cost social_protection; sp.beneficiaries social_protection; sp.beneficiaries social_protection',
      'Huyện chi trợ cấp thường xuyên cho 4.120 đối tượng, kinh phí 31 tỷ đồng. Trong đó có 1.870 người khuyết tật nặng và 940 người cao tuổi.',
    ],
    [
      'null social_evils; null social_evils',
      'Toàn tỉnh có 2.310 người nghiện ma túy, trong đó có 41 người là học sinh.',
    ],
    // what a disaster did and what was given for it
    ['relief.cost emergency_relief', 'Các đoàn thăm hỏi, hỗ trợ gia đình mỗi nạn nhân tử vong 3 triệu đồng.'],
    [
      'relief.rice food_support; relief.recipients food_support',
      'Chính phủ hỗ trợ 1.240 tấn cứu đói cho 82.000 nhân khẩu.',
    ],
    ['hi.cards health_insurance', 'Có 1.340 người nghèo, khuyết tật được tặng thẻ bảo hiểm y tế.'],
    // a short text about help for Tết, an epidemic, a storm
    [
      'relief.recipients emergency_relief; relief.cost emergency_relief; relief.recipients emergency_relief; relief.cost emergency_relief',
      'Huyện hoàn thành chi trả hỗ trợ người dân gặp khó khăn do Covid-19\nSố người có công đang hưởng trợ cấp hàng tháng là 812 người, số tiền 1,2 tỷ đồng; đối tượng bảo trợ xã hội là 3.140 người, số tiền 4,7 tỷ đồng.',
    ],
    [
      'relief.recipients emergency_relief; relief.cost emergency_relief; gift.recipients gifts_and_donations',
      'Tỉnh trợ cấp Tết cho hộ nghèo\nTrợ cấp cho 21.300 hộ nghèo với mức chi 300.000 đồng/hộ. Tổng số người cao tuổi được nhận quà là 1.640 người.',
    ],
    [
      'relief.cost emergency_relief; relief.cost emergency_relief',
      'Kinh phí hỗ trợ Tết cho hộ nghèo, đối tượng bảo trợ xã hội là 8,4 tỷ đồng (chi 200.000 đồng/hộ nghèo).',
    ],
    [
      'relief.cost emergency_relief; null emergency_relief',
      'Các tỉnh miền núi được cứu trợ sau lũ quét\nHội Chữ thập đỏ đã tặng bà con vùng lũ 40 triệu đồng và 320 thùng mì tôm.',
    ],
    // merit
    ['merit.beneficiaries merit_policy', 'Đã giải quyết chế độ ưu đãi cho 240 hồ sơ người có công.'],
    ['null merit_policy', 'Đã tiếp nhận 240 hồ sơ đề nghị hưởng chế độ người có công.'],
    ['gift.value gifts_and_donations', 'Đoàn đã trao 12 triệu đồng cho gia đình một mẹ Việt Nam anh hùng.'],
    ['null merit_policy', 'Xã mời 45 gia đình chính sách tiêu biểu dự lễ kỷ niệm.'],
    ['health.patients healthcare', 'Hơn 3.100 người cao tuổi được mổ thay thủy tinh thể.'],
    [
      'merit.beneficiaries merit_policy; merit.cost merit_policy; gift.count gifts_and_donations',
      'BÁO CÁO CÔNG TÁC VĂN HÓA - XÃ HỘI\n3. Chính sách xã hội\nChi trả chế độ cho 198 người có công với số tiền 1,9 tỷ đồng. Cấp 160 suất quà Tết.',
    ],
    [
      'relief.recipients emergency_relief; relief.recipients emergency_relief; relief.recipients emergency_relief',
      'Thực hiện Nghị quyết 68/NQ-CP, thị xã đã hỗ trợ 9.210 người. Trong đó: lao động ngừng việc 1.040 người; hộ kinh doanh 480 hộ.',
    ],
    ['null social_protection', 'Hội nhận đỡ đầu 32 trẻ mồ côi.'],
    ['null health_insurance', 'Số thu BHYT toàn huyện đạt 41 tỷ đồng.'],
    [
      'merit.beneficiaries merit_policy; merit.cost merit_policy',
      'Đã giải quyết chế độ cho 940 người tham gia chiến tranh bảo vệ Tổ quốc với số tiền 2,6 tỷ đồng.',
    ],
    // members of a body
    ['null social_protection', 'Hội người cao tuổi có 4.300 hội viên.'],
    ['null other', 'Hội Cựu chiến binh huyện hiện có 2.150 hội viên.'],
    // relief brought as gifts
    [
      'relief.recipients emergency_relief; relief.cost emergency_relief',
      'Các nhà hảo tâm trao trực tiếp cho 820 hộ khó khăn do mưa lũ, trị giá 900 triệu đồng.',
    ],
    ['gift.recipients gifts_and_donations', 'Đoàn đã tặng quà 45 hộ có hoàn cảnh khó khăn.'],
    ['budget.total gifts_and_donations', 'Tổng kinh phí chương trình tặng quà là 2,3 tỷ đồng.'],
    // services
    ['water.rate water_sanitation', 'Tỷ lệ hộ dùng nước sạch, hợp vệ sinh: 91%.'],
    ['health.patients healthcare', 'Sơ cấp cứu cho 640 người.', 'Phục hồi chức năng cho 75 người.'],
    // housing_support
    ['null housing_support', 'Đến nay có 410 hộ đã khởi công làm nhà.'],
    // education_support
    [
      'null education_support; null education_support',
      'Khen thưởng cho 3.200 học sinh giỏi với số tiền 640 triệu đồng.',
    ],
    ['edu.recipients education_support', 'Trao học bổng cho 320 học sinh nghèo.'],
    // employment
    ['null employment', 'Số lao động làm việc trong các doanh nghiệp là 38.000 người.'],
    // treatment that the insurance paid for
    [
      'health.patients health_insurance',
      'Quỹ bảo hiểm y tế và người tham gia BHYT. Thẻ BHYT được dùng rộng rãi. Trong năm có 2,4 triệu lượt khám chữa bệnh.',
    ],
    ['null health_insurance', 'Số tiền được Quỹ bảo hiểm y tế chi trả là 310 tỷ đồng.'],
    ['null social_insurance', 'Người lao động tham gia bảo hiểm thất nghiệp đóng 1% tiền lương.'],
    // social_insurance
    [
      'null social_insurance',
      'Các doanh nghiệp còn chậm đóng BHXH gần 64 tỷ đồng.',
      'Cơ quan bảo hiểm xã hội đã thu hồi 3,2 tỷ đồng tiền nợ đóng BHXH.',
      'Số dư quỹ bảo hiểm xã hội cuối năm là 1.120 tỷ đồng.',
      'Tổng thu của quỹ BHXH (gồm cả phần ngân sách chuyển để chi trả lương hưu) đạt 2.310 tỷ đồng.',
      'Qua thanh tra, số lao động phải đóng BHXH là 412 người.',
    ],
    ['si.cost social_insurance', 'Chi trả lương hưu và trợ cấp BHXH hàng tháng 1.912 tỷ đồng.'],
    ['si.participants social_insurance', 'Số người tham gia BHXH tự nguyện đạt 12.450 người.'],
    // health_insurance and health care
    [
      'hi.participants health_insurance; null health_insurance; hi.coverage_rate health_insurance',
      'Số người dân tham gia BHYT: 18.204/20.115 người, đạt tỷ lệ 90,5%.',
    ],
    [
      'null health_insurance; null health_insurance; null health_insurance',
      'Số nợ BHYT chỉ chiếm 4,8% (12.450 triệu đồng) so với kế hoạch thu và giảm 1,2% so với năm trước.',
      'Nợ BHYT chiếm tỷ lệ 3,5% (8,2 tỷ đồng) số phải thu và giảm 0,6% so với năm trước.',
    ],
    ['hi.cost health_insurance', 'Ngân sách hỗ trợ mua thẻ BHYT cho hộ cận nghèo (12.450 triệu đồng).'],
    ['null healthcare', 'Có 1.204 trẻ trong độ tuổi được tiêm ngừa sởi.'],
    ['null other', 'Phấn đấu 45% người cao tuổi tham gia luyện tập thể dục thể thao.'],
    // gifts_and_donations
    [
      'fund.raised gifts_and_donations',
      'Mặt trận Tổ quốc các cấp đã huy động trên 210 tỷ đồng chăm lo cho hộ nghèo.',
      'Toàn tỉnh đã vận động gần 2,4 tỷ đồng hỗ trợ xây nhà đại đoàn kết.',
      'Tỉnh đã huy động tiền và hiện vật trị giá khoảng 75 tỷ đồng giúp dân khắc phục hậu quả bão.',
    ],
    [
      'house.cost housing_support; house.cost housing_support',
      'Tổng vốn huy động xây nhà cho hộ nghèo là 91,5 tỷ đồng, trong đó doanh nghiệp ủng hộ 40 tỷ đồng.',
    ],
    [
      'gift.recipients gifts_and_donations',
      'Có 4.120 người có công với cách mạng được nhận quà của Chủ tịch nước.',
      'Thăm hỏi, tặng quà cho 4.120 lượt người có công với cách mạng.',
    ],
    [
      'gift.value gifts_and_donations',
      'Từ nguồn quỹ vận động, quận tổ chức thăm hỏi, tặng quà với số tiền 320 triệu đồng.',
    ],
    [
      'house.built housing_support; house.cost housing_support',
      'Ban vận động Quỹ vì người nghèo đã xây mới 31 nhà đại đoàn kết (1,6 tỷ đồng).',
    ],
    [
      'gift.recipients gifts_and_donations; gift.recipients gifts_and_donations',
      'Có 4.120 người có công và 9.870 đối tượng bảo trợ xã hội được nhận quà Tết.',
    ],
    ['null social_protection', 'Trung tâm đang nuôi dưỡng, chăm sóc 140 đối tượng bảo trợ xã hội.'],
    ['comm.events communication', 'Tổ chức 14 lớp tuyên truyền phòng, chống ma túy cho cán bộ cơ sở.'],
    [
      'house.built housing_support; house.built housing_support; house.built housing_support',
      'Toàn tỉnh đã khởi công xây dựng 4.210/4.500 căn nhà (đạt 93,6%).',
    ],
    // work
    ['emp.overseas labour_export', 'Huyện đã đưa 14 lao động sang làm việc tại nước ngoài.'],
    [
      'emp.overseas labour_export; emp.overseas labour_export',
      'Năm 2019 đưa 420 lao động đi làm việc ở nước ngoài; năm 2021 do dịch bệnh chỉ đưa được 35 lao động.',
    ],
    [
      'null preferential_credit; credit.disbursed preferential_credit; emp.jobs preferential_credit',
      'Quỹ quốc gia về việc làm cho 40 dự án vay với số tiền 3 tỷ đồng, thu hút 95 lao động.',
    ],
    [
      'train.trainees vocational_training; emp.jobs employment; emp.rate employment',
      'Trong số 900 lao động được đào tạo có 810 người có việc làm, đạt tỷ lệ 90%.',
    ],
    ['null employment', 'Tỷ lệ thất nghiệp ở khu vực thành thị là 2,6%.'],
    ['train.trained_rate vocational_training', 'Tỷ lệ lao động nữ được đào tạo nghề đạt 45%.'],
    ['null population', 'Tổng tỷ suất sinh là 2,05 con/phụ nữ.'],
    [
      'si.participants social_insurance; si.coverage_rate social_insurance',
      'Có 15,2 triệu người tham gia BHXH, bằng 31,4% lực lượng lao động.',
    ],
    ['emp.jobs employment', 'Trung tâm giới thiệu việc làm cho 820 lượt người thất nghiệp.'],
    ['null employment', 'Có 12.600 lao động đang làm việc trong các khu công nghiệp.'],
    [
      'emp.jobs employment; emp.overseas labour_export',
      'Tạo việc làm cho 940 lao động; số lao động đi xuất khẩu 61 người.',
    ],
    ['credit.borrowers preferential_credit', 'Giải ngân cho vay tạo việc làm cho 860 lao động.'],
    ['null employment', 'Phiên giao dịch có 1.900 vị trí việc làm cần tuyển.'],
    ['null employment', 'Số lao động có việc làm trong quý II là 612.000 người.'],
    ['emp.jobs employment', 'Sau đào tạo, số lao động có việc làm là 320 người.'],
    [
      'pop.people population; pop.people population; pop.people population',
      'Dân số toàn huyện là 96.400 người, trong đó nam 47.900 người, nữ 48.500 người.',
    ],
    [
      'train.trainees vocational_training',
      'Giải quyết cho 640 người hưởng hỗ trợ học nghề.',
      'Tuyển sinh đạt 12.500 người.',
      'Dạy nghề cho 84 người sau cai nghiện.',
    ],
    ['null vocational_training', 'Có khoảng 320 bộ đội xuất ngũ có nhu cầu học nghề.'],
    [
      'emp.jobs employment',
      'Trung tâm đã hỗ trợ cho trên 2.300 người lao động tìm được việc làm qua tư vấn.',
      'Tư vấn, giới thiệu và tạo việc làm cho 2.300 chị em.',
    ],
    // housing_support
    [
      'null housing_support',
      'Xã có 14 hộ thuộc diện được hỗ trợ xây nhà ở.',
      'Đã có 210 hộ được phê duyệt hỗ trợ xây nhà ở.',
    ],
    // What loans left standing, not what was lent for.
    [
      'infra.works water_sanitation; house.built housing_support',
      'Vốn tín dụng ưu đãi đã giúp xây dựng 700 công trình cấp nước sạch, 94 căn nhà cho hộ nghèo chưa có nhà ở.',
      'Từ vốn vay, huyện đã làm được 700 công trình nước sạch, xây được 94 căn nhà.',
    ],
    ['null preferential_credit', 'Ngân hàng cho vay xây dựng 300 công trình nước sạch.'],
    [
      'emp.jobs preferential_credit; emp.overseas labour_export',
      'Vốn vay đã tạo việc làm cho 1.200 lao động, trong đó 60 lao động đi làm việc có thời hạn ở nước ngoài.',
    ],
    ['credit.borrowers preferential_credit', 'Cho 45 lao động vay vốn đi làm việc ở nước ngoài.'],
    [
      'credit.outstanding preferential_credit; credit.outstanding preferential_credit; credit.outstanding preferential_credit',
      'Tổng dư nợ đạt 486 tỷ đồng. Trong số này, vốn vay hộ nghèo số tiền 2,6 tỷ đồng; vốn giải quyết việc làm 232 tỷ đồng.',
    ],
    [
      'hi.coverage_rate health_insurance; pop.people population',
      'Tỷ lệ bao phủ BHYT chiếm 91,8% (dân số 808.149 người).',
      'Tỷ lệ bao phủ BHYT đạt 91,8%, dân số toàn tỉnh là 808.149 người.',
    ],
    // preferential_credit
    ['null preferential_credit', 'Mức vay vốn học sinh, sinh viên tối đa không vượt quá 4 triệu đồng/tháng.'],
    // emergency_relief
    ['relief.recipients emergency_relief', 'Trợ cấp đột suất cho hơn 1.200 hộ gặp khó khăn.'],
    ['null social_insurance', 'Đã thanh tra đột xuất việc đóng bảo hiểm xã hội tại 24 đơn vị sử dụng lao động.'],
    // Where the poor live is no rate of poverty; rates place by place are.
    ['null poverty_reduction', 'Miền núi là nơi tập trung 64% người nghèo của tỉnh.'],
    [
      'null poverty_reduction; pov.poor_rate poverty_reduction; pov.poor_rate poverty_reduction',
      'Tỷ lệ hộ nghèo tại 2 xã nông thôn mới gồm xã Hòa An 11,2% và xã Tân Lập 8,4%.',
    ],
    [
      'pov.escaped_households poverty_reduction; pov.poor_rate poverty_reduction',
      'Toàn huyện có 512 hộ thoát nghèo, tỷ lệ giảm 2,41%.',
    ],
    ['pov.poor_rate poverty_reduction', 'Mục tiêu không để tái nghèo và giảm tỷ lệ hộ nghèo xuống dưới 11%.'],
    ['pov.poor_households poverty_reduction', 'Có 1.240 hộ nghèo về tiêu chí thu nhập.'],
    [
      'credit.borrowers preferential_credit; credit.disbursed preferential_credit',
      'Cả tỉnh có 4.200 hộ nghèo, đối tượng chính sách khác được vay vốn với doanh số 120 tỷ đồng.',
    ],
    ['pov.poor_households poverty_reduction', 'Cả tỉnh có 4.200 hộ nghèo.'],
    ['pov.escaped_households poverty_reduction', 'Vốn vay đã giúp hơn 240 hộ vượt nghèo.'],
    [
      'gift.count gifts_and_donations; gift.value gifts_and_donations',
      'Trao 1.150 suất quà cho người có công, hộ được công nhận thoát nghèo năm 2019 với tổng nguồn kinh phí là 460 triệu đồng.',
    ],
    ['house.cost housing_support', 'Quỹ vì người nghèo huyện hỗ trợ 10 triệu đồng/nhà.'],
    ['edu.coverage_rate education_support', '100% học sinh là con hộ nghèo được miễn giảm học phí.'],
    [
      'emp.jobs employment; emp.overseas labour_export',
      'Việc làm trong nước khoảng 1.500 người, xuất khẩu lao động khoảng 106 người.',
    ],
    [
      'train.trained_rate vocational_training; null employment',
      'Nâng tỷ lệ lao động qua đào tạo lên 64%, giảm tỷ lệ thất nghiệp xuống còn 3,9%.',
    ],
    [
      'null preferential_credit',
      'Các tổ vay vốn đã gửi tiết kiệm 640 triệu đồng.',
      'Các tổ vay vốn tiết kiệm hơn 640 triệu đồng.',
    ],
    [
      'edu.recipients education_support; edu.cost education_support',
      'Hội đã trao tặng học bổng cho 668 học sinh trị giá 1,2 tỉ đồng.',
    ],
    ['gift.recipients gifts_and_donations', 'Hội đã trao tặng quà cho 668 học sinh.'],
  ],
  ({ indicator, topic }) => `${indicator} ${topic}`,
);
