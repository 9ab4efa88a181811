import { records } from '../../../tests/extract/phrasings.ts';

/** Each figure of a text: indicator, topic (with the purpose of a loan), groups. */
records(
  [
    // poverty_reduction
    [
      'pov.poor_households poverty_reduction poor_household; pov.poor_rate poverty_reduction poor_household',
      'Toàn huyện còn 1.855 hộ nghèo, chiếm tỷ lệ 4,82%.',
      'Số hộ nghèo cuối năm là 1.855 hộ, tỷ lệ 4,82%.',
      'Sau rà soát, thị xã có 1.855 hộ nghèo (tỷ lệ 4,82%).',
    ],
    [
      'pov.near_poor_households poverty_reduction near_poor_household; pov.near_poor_rate poverty_reduction near_poor_household',
      'Toàn tỉnh còn 3.120 hộ cận nghèo, chiếm 2,7%.',
      'Hộ cận nghèo có 3.120 hộ, tỷ lệ 2,7%.',
    ],
    ['pov.escaped_households poverty_reduction escaped_poverty_household', 'Trong năm có 320 hộ thoát nghèo.'],
    ['pov.poor_rate poverty_reduction poor_household', 'Tỷ lệ hộ nghèo giảm 1,46%.', 'Tỷ lệ hộ nghèo của xã còn 3,5%.'],
    ['pov.poor_people poverty_reduction poor_person', 'Toàn xã có 640 nhân khẩu nghèo.', 'Huyện có 640 người nghèo.'],
    // preferential_credit
    [
      'credit.borrowers preferential_credit poor_household; credit.disbursed preferential_credit poor_household',
      'Ngân hàng Chính sách xã hội đã cho 174 hộ nghèo vay với số tiền 4.627 triệu đồng.',
      'Có 174 hộ nghèo được vay vốn ưu đãi với số tiền 4.627 triệu đồng.',
    ],
    [
      'credit.outstanding preferential_credit ',
      'Tổng dư nợ tín dụng chính sách đạt 2.450 tỷ đồng.',
      'Dư nợ cho vay ưu đãi đến cuối năm là 2.450 tỷ đồng.',
    ],
    [
      'credit.borrowers preferential_credit>water_sanitation ; credit.disbursed preferential_credit>water_sanitation ',
      'Cho 210 hộ vay vốn nước sạch và vệ sinh môi trường với số tiền 4,2 tỷ đồng.',
    ],
    // health_insurance
    [
      'hi.cards health_insurance poor_household',
      'Đã cấp 5.200 thẻ bảo hiểm y tế cho hộ nghèo.',
      'Cấp 5.200 thẻ BHYT cho hộ nghèo.',
    ],
    [
      'hi.cards health_insurance poor_person',
      'Đã cấp 5.200 thẻ bảo hiểm y tế cho người nghèo.',
      'Cấp 5.200 thẻ BHYT cho người nghèo.',
    ],
    ['hi.cards health_insurance near_poor_person,poor_person', 'Hỗ trợ thẻ BHYT cho 2.597 người nghèo, cận nghèo.'],
    [
      'hi.coverage_rate health_insurance insured',
      'Tỷ lệ bao phủ bảo hiểm y tế đạt 95,2%.',
      'Tỷ lệ tham gia BHYT đạt 95,2%.',
    ],
    [
      'hi.coverage_rate health_insurance general_population',
      'Tỷ lệ người dân tham gia BHYT đạt 95,2%.',
      'Bao phủ BHYT đạt 95,2% dân số.',
    ],
    [
      'hi.participants health_insurance insured',
      'Có 1.250.000 người tham gia bảo hiểm y tế.',
      'Số người tham gia BHYT là 1.250.000 người.',
    ],
    ['hi.cost health_insurance poor_household', 'Kinh phí mua thẻ BHYT cho hộ nghèo là 3,2 tỷ đồng.'],
    // social_insurance
    [
      'si.participants social_insurance insured',
      'Có 85.000 người tham gia bảo hiểm xã hội.',
      'Số người tham gia BHXH tự nguyện là 12.300 người.',
    ],
    [
      'null poverty_reduction ',
      'Đã có 27 xã, phường, thị trấn hết hộ nghèo.',
      'Có 27 thôn không còn hộ đồng bào nghèo.',
    ],
    // Counted by households, the poor are poor households.
    [
      'pov.poor_households poverty_reduction poor_household,veteran; pov.poor_rate poverty_reduction poor_household,veteran',
      'Số cựu chiến binh nghèo giảm còn 302 hộ (chiếm 4,78%).',
    ],
    ['si.cost social_insurance unemployed', 'Chi trả trợ cấp thất nghiệp 45 tỷ đồng.'],
    // employment
    [
      'emp.jobs employment worker',
      'Giải quyết việc làm cho 12.000 lao động.',
      'Tạo việc làm mới cho 12.000 lao động.',
      'Giới thiệu việc làm cho 450 lao động.',
    ],
    ['emp.counselled employment worker', 'Tư vấn việc làm cho 3.200 lượt lao động.'],
    ['emp.rate employment worker', 'Tỷ lệ lao động có việc làm sau đào tạo đạt 82%.'],
    // vocational_training
    [
      'train.classes vocational_training worker; train.trainees vocational_training worker',
      'Mở 12 lớp đào tạo nghề cho 420 lao động nông thôn.',
      'Tổ chức 12 lớp dạy nghề cho 420 lao động.',
    ],
    [
      'train.trainees vocational_training trainee',
      'Khai giảng lớp nghề may cho 35 học viên.',
      'Đã dạy nghề cho 35 học viên.',
    ],
    ['train.trained_rate vocational_training worker', 'Tỷ lệ lao động qua đào tạo đạt 62%.'],
    ['train.certified_rate vocational_training worker', 'Tỷ lệ lao động có bằng cấp, chứng chỉ đạt 27,5%.'],
    // labour_export
    [
      'emp.overseas labour_export overseas_worker',
      'Đưa 320 lao động đi làm việc ở nước ngoài.',
      'Có 320 lao động đi làm việc có thời hạn ở nước ngoài.',
      'Xuất khẩu lao động được 320 người.',
    ],
    // social_protection
    [
      'sp.beneficiaries social_protection social_protection_beneficiary',
      'Toàn huyện có 4.210 đối tượng bảo trợ xã hội.',
      'Chi trả trợ cấp hằng tháng cho 4.210 đối tượng bảo trợ xã hội.',
    ],
    ['sp.cost social_protection social_protection_beneficiary', 'Kinh phí trợ cấp xã hội thường xuyên là 26 tỷ đồng.'],
    ['sp.beneficiaries social_protection disabled', 'Có 1.120 người khuyết tật hưởng trợ cấp hằng tháng.'],
    [
      'sp.beneficiaries social_protection elderly',
      'Trợ cấp xã hội cho 830 người cao tuổi.',
      'Trợ cấp hằng tháng cho 830 người cao tuổi từ đủ 80 tuổi trở lên.',
    ],
    ['sp.beneficiaries social_protection orphan', 'Trợ cấp nuôi dưỡng 45 trẻ mồ côi.'],
    ['sp.funerals social_protection ', 'Hỗ trợ mai táng phí cho 65 trường hợp.'],
    // emergency_relief and food
    [
      'relief.recipients emergency_relief disaster_victim',
      'Cứu trợ khẩn cấp cho 120 hộ bị thiệt hại do bão.',
      'Trợ cấp đột xuất cho 120 hộ bị thiên tai.',
    ],
    ['relief.cost emergency_relief ', 'Kinh phí trợ giúp đột xuất là 560 triệu đồng.'],
    ['relief.rice food_support ', 'Cấp phát 15 tấn gạo cứu đói giáp hạt.', 'Xuất cấp 15 tấn gạo.'],
    // education_support
    [
      'edu.recipients education_support student',
      'Miễn giảm học phí cho 2.340 học sinh.',
      'Hỗ trợ chi phí học tập cho 2.340 học sinh.',
    ],
    ['edu.cost education_support student', 'Kinh phí miễn, giảm học phí cho học sinh là 1,2 tỷ đồng.'],
    ['edu.coverage_rate education_support child', 'Tỷ lệ trẻ em đến trường đạt 99,5%.'],
    ['edu.recipients education_support preschool_child', 'Hỗ trợ ăn trưa cho 560 trẻ mẫu giáo.'],
    // electricity_support
    [
      'elec.households electricity_support poor_household; elec.cost electricity_support poor_household',
      'Hỗ trợ tiền điện cho 1.855 hộ nghèo với kinh phí 1.224 triệu đồng.',
    ],
    // housing_support
    [
      'house.built housing_support poor_household',
      'Hỗ trợ xây dựng 45 căn nhà cho hộ nghèo.',
      'Xây mới 45 nhà đại đoàn kết cho hộ nghèo.',
    ],
    ['house.cost housing_support poor_household', 'Kinh phí hỗ trợ nhà ở cho hộ nghèo là 2,7 tỷ đồng.'],
    ['house.built housing_support meritorious_person', 'Sửa chữa 18 căn nhà cho người có công.'],
    // merit_policy
    [
      'merit.beneficiaries merit_policy meritorious_person',
      'Toàn huyện quản lý 3.450 người có công.',
      'Chi trả trợ cấp ưu đãi cho 3.450 người có công.',
    ],
    ['merit.cost merit_policy meritorious_person', 'Kinh phí thực hiện chính sách ưu đãi người có công là 62 tỷ đồng.'],
    ['merit.beneficiaries merit_policy heroic_mother', 'Phụng dưỡng 12 Mẹ Việt Nam anh hùng.'],
    [
      'merit.beneficiaries merit_policy war_invalid',
      'Toàn xã có 38 thương binh được hưởng trợ cấp.',
      'Đưa 38 thương binh, bệnh binh đi điều dưỡng.',
    ],
    // gifts_and_donations
    [
      'gift.count gifts_and_donations poor_household; gift.value gifts_and_donations poor_household',
      'Tặng 250 suất quà cho hộ nghèo, trị giá 125 triệu đồng.',
      'Trao 250 phần quà cho hộ nghèo với tổng trị giá 125 triệu đồng.',
    ],
    ['fund.raised gifts_and_donations poor_person', 'Vận động Quỹ “Vì người nghèo” được 3,4 tỷ đồng.'],
    ['fund.raised gifts_and_donations ', 'Cán bộ, nhân dân ủng hộ 3,4 tỷ đồng.'],
    // production_support
    [
      'prod.livestock production_support poor_household',
      'Trao 60 con bò giống cho hộ nghèo.',
      'Hỗ trợ 60 con bò sinh sản cho hộ nghèo.',
    ],
    ['prod.models production_support ', 'Nhân rộng 8 mô hình sinh kế.', 'Triển khai 08 mô hình phát triển sản xuất.'],
    ['prod.cost production_support ', 'Kinh phí hỗ trợ phát triển sản xuất là 5,4 tỷ đồng.'],
    // infrastructure
    [
      'infra.works infrastructure ; infra.cost infrastructure ',
      'Đầu tư 9 công trình giao thông với kinh phí 12 tỷ đồng.',
      'Xây dựng 9 công trình hạ tầng, tổng vốn 12 tỷ đồng.',
    ],
    // healthcare
    [
      'health.patients healthcare poor_person',
      'Khám bệnh, cấp thuốc miễn phí cho 1.500 người nghèo.',
      'Tổ chức khám chữa bệnh cho 1.500 lượt người nghèo.',
    ],
    // water_sanitation
    [
      'water.rate water_sanitation general_population',
      'Tỷ lệ hộ sử dụng nước sạch đạt 88%.',
      'Tỷ lệ hộ dân được sử dụng nước hợp vệ sinh đạt 88%.',
    ],
    ['sanitation.rate water_sanitation general_population', 'Tỷ lệ hộ có nhà tiêu hợp vệ sinh đạt 76%.'],
    // child_protection, gender_equality, social_evils, labour_safety
    ['null child_protection child', 'Bảo vệ, chăm sóc 1.250 trẻ em.'],
    ['null gender_equality ', 'Xảy ra 14 vụ bạo lực gia đình.'],
    ['null social_evils drug_user', 'Toàn tỉnh có 1.890 người nghiện ma túy.', 'Quản lý 1.890 người nghiện ma túy.'],
    ['null labour_safety ', 'Xảy ra 12 vụ tai nạn lao động.'],
    // communication
    ['comm.events communication ', 'Tổ chức 24 buổi tuyên truyền.', 'Tổ chức 24 hội nghị tuyên truyền.'],
    ['comm.participants communication ', 'Các buổi tuyên truyền thu hút 2.400 lượt người.'],
    // population
    ['pop.people population general_population', 'Dân số toàn huyện là 98.000 người.'],
    ['pop.households population general_population', 'Tổng số hộ dân trên địa bàn là 24.500 hộ.'],
    // Groups added together and inflows are no stock.
    [
      'null poverty_reduction near_poor_household,poor_household',
      'Toàn xã có 310 hộ nghèo và cận nghèo.',
      'Toàn xã có 310 hộ nghèo, cận nghèo.',
    ],
    ['null poverty_reduction poor_household', 'Phát sinh 01 hộ nghèo.', 'Có 5 hộ tái nghèo thành hộ nghèo.'],
    // In the manner of other offices.
    [
      'credit.disbursed preferential_credit ; credit.borrowers preferential_credit ',
      'Ngân hàng CSXH huyện giải ngân 52 tỷ đồng cho 1.020 khách hàng vay vốn.',
    ],
    [
      'credit.disbursed preferential_credit ; credit.outstanding preferential_credit ; credit.borrowers preferential_credit ',
      'Doanh số cho vay 6 tháng đạt 52 tỷ đồng, dư nợ 310 tỷ đồng với 7.200 hộ còn dư nợ.',
    ],
    ['credit.disbursed preferential_credit>housing_support poor_household', 'Cho vay hộ nghèo về nhà ở 3,5 tỷ đồng.'],
    ['credit.disbursed preferential_credit>labour_export ', 'Vốn vay xuất khẩu lao động là 2 tỷ đồng.'],
    ['credit.disbursed preferential_credit>employment ', 'Cho vay giải quyết việc làm 12 tỷ đồng.'],
    ['hi.cards health_insurance ethnic_minority', 'BHXH tỉnh cấp 12.000 thẻ BHYT cho người dân tộc thiểu số.'],
    ['hi.coverage_rate health_insurance poor_person', '100% người nghèo được cấp thẻ BHYT.'],
    [
      'null social_insurance unemployed; si.cost social_insurance unemployed',
      'Có 6.120 người được hưởng trợ cấp thất nghiệp, số tiền 98 tỷ đồng.',
    ],
    [
      'null employment ; emp.counselled employment worker; emp.counselled employment worker',
      'Tổ chức 12 phiên giao dịch việc làm với 3.200 lao động tham gia, 560 lao động được tuyển dụng.',
    ],
    [
      'emp.overseas labour_export overseas_worker; emp.overseas labour_export overseas_worker',
      'Đưa 45 người đi xuất khẩu lao động tại Nhật Bản, 12 người đi Hàn Quốc.',
    ],
    [
      'gift.recipients gifts_and_donations elderly; gift.value gifts_and_donations elderly',
      'Chúc thọ, mừng thọ 320 cụ, kinh phí 96 triệu đồng.',
    ],
    ['relief.rice food_support ; relief.recipients food_support ', 'Hỗ trợ 12 tấn gạo cho 320 hộ thiếu đói.'],
    [
      'edu.recipients education_support near_poor_person,poor_person,student; edu.cost education_support near_poor_person,poor_person,student',
      'Miễn, giảm học phí, hỗ trợ chi phí học tập cho 3.450 học sinh hộ nghèo, cận nghèo với số tiền 2,1 tỷ đồng.',
    ],
    [
      'elec.households electricity_support policy_household,poor_household; elec.cost electricity_support policy_household,poor_household',
      'Hỗ trợ tiền điện cho 2.100 hộ nghèo, hộ chính sách xã hội với mức 55.000 đồng/hộ/tháng.',
    ],
    ['house.built housing_support ', 'Xóa 120 nhà tạm, nhà dột nát.'],
    [
      'house.built housing_support policy_household; house.cost housing_support policy_household',
      'Khởi công 24 nhà tình nghĩa tặng gia đình chính sách, kinh phí 1,9 tỷ đồng.',
    ],
    [
      'merit.beneficiaries merit_policy martyr_family; merit.cost merit_policy martyr_family',
      'Chi trả trợ cấp một lần cho 56 thân nhân liệt sĩ với kinh phí 420 triệu đồng.',
    ],
    ['fund.raised gifts_and_donations ', 'Quỹ Đền ơn đáp nghĩa vận động được 560 triệu đồng.'],
    [
      'gift.count gifts_and_donations meritorious_person; gift.value gifts_and_donations meritorious_person',
      'Tặng 1.204 suất quà của Chủ tịch nước cho người có công nhân dịp 27/7, trị giá 361 triệu đồng.',
    ],
    [
      'gift.recipients gifts_and_donations poor_household; gift.value gifts_and_donations poor_household',
      'Tặng quà Tết cho 1.204 hộ nghèo, mỗi suất 500.000 đồng.',
    ],
    [
      'prod.models production_support ; prod.households production_support ',
      'Triển khai 12 dự án nhân rộng mô hình giảm nghèo cho 240 hộ.',
    ],
    [
      'infra.works infrastructure ; infra.cost infrastructure ',
      'Duy tu, bảo dưỡng 8 công trình, kinh phí 1,4 tỷ đồng.',
    ],
    ['health.patients healthcare child', 'Phẫu thuật tim cho 12 trẻ em.'],
    ['water.rate water_sanitation general_population', 'Có 92% hộ dân nông thôn được sử dụng nước sạch.'],
    [
      'gift.count gifts_and_donations disadvantaged_child',
      'Tặng 200 suất quà cho trẻ em có hoàn cảnh đặc biệt khó khăn.',
    ],
    ['null child_protection child', 'Trợ giúp 45 trẻ em bị xâm hại.'],
    ['null gender_equality woman', 'Tư vấn tâm lý cho 30 phụ nữ bị bạo lực gia đình.'],
    ['null social_evils drug_user', 'Cai nghiện tự nguyện cho 120 người.', 'Tiếp nhận 240 học viên cai nghiện.'],
    ['null labour_safety ', 'Mức thưởng Tết bình quân 6,5 triệu đồng/người.'],
    ['comm.participants communication official', 'Tập huấn nghiệp vụ cho 120 cán bộ làm công tác giảm nghèo.'],
    [
      'pop.households population general_population; pop.people population general_population',
      'Toàn xã có 1.204 hộ dân với 5.110 nhân khẩu.',
    ],
    // What there is of a group is not whom an office served.
    [
      'null merit_policy martyr_family',
      'Toàn huyện có 5.142 gia đình liệt sĩ.',
      'Trên địa bàn hiện còn 5.142 thân nhân liệt sĩ.',
    ],
    ['null child_protection child', 'Toàn tỉnh hiện có hơn 302.000 trẻ em dưới 16 tuổi.'],
    ['merit.beneficiaries merit_policy martyr_family', 'Toàn huyện có 142 gia đình liệt sĩ được hưởng trợ cấp tuất.'],
    ['pop.households population general_population', 'Cuối năm, toàn huyện có 21.340 hộ, trong đó có hộ mới tách.'],
    [
      'null gender_equality woman',
      'Hội Phụ nữ huyện hiện có 28.612 hội viên.',
      'Hội LHPN kết nạp mới 28.612 hội viên.',
    ],
    [
      'null other farmer',
      'Hội Nông dân huyện kết nạp mới 860 hội viên.',
      'Hội ND nâng tổng số hội viên lên 860 người.',
    ],
    ['edu.recipients education_support poor_person,student', 'Trao 1.520 suất học bổng cho học sinh nghèo.'],
    ['null labour_safety worker', 'Có 25 lao động bị tai nạn.'],
    ['null labour_safety ; null labour_safety worker', 'Toàn tỉnh xảy ra 12 vụ tai nạn lao động làm chết 5 người.'],
    [
      'comm.events communication ; comm.participants communication ',
      'Tổ chức 12 buổi nói chuyện chuyên đề với 1.200 người nghe.',
    ],
    ['null child_protection child', 'Tiếp nhận 12 ca trẻ em bị xâm hại qua Tổng đài 111.'],
    ['gift.recipients gifts_and_donations meritorious_person', 'Chuyển quà của Chủ tịch nước cho 10.850 người.'],
    [
      'comm.events gender_equality ; comm.participants gender_equality ',
      'Tổ chức 12 lớp tập huấn phòng, chống bạo lực gia đình cho 600 lượt người.',
    ],
    ['null other ', 'Hội Nông dân huyện có 145 chi hội.'],
    ['null emergency_relief ', 'Mưa lớn làm thiệt hại 1.200 ha lúa.'],
    [
      'hi.cards health_insurance ; hi.cards health_insurance poor_person; hi.cards health_insurance near_poor_person',
      'Cấp 12.345 thẻ BHYT, trong đó người nghèo 3.456 thẻ, cận nghèo 4.567 thẻ.',
    ],
    ['null healthcare ', 'Vận động hiến máu được 1.240 đơn vị máu.'],
    [
      'sp.beneficiaries social_protection social_protection_beneficiary',
      'Chi trả trợ cấp hưu trí xã hội cho 1.204 người.',
    ],
    ['null child_protection child', 'Tổ chức dạy bơi cho 240 em.', 'Có 31 trẻ em bị xâm hại.'],
    ['null social_evils drug_user', 'Đưa 184 người vào cơ sở cai nghiện.', 'Điều trị Methadone cho 184 bệnh nhân.'],
    [
      'pov.poor_households poverty_reduction poor_household; pov.poor_people poverty_reduction poor_household; pov.poor_rate poverty_reduction poor_household',
      'Hộ nghèo: 1.204 hộ (5.110 khẩu) = 6,2%.',
    ],
    [
      'null housing_support poor_household',
      'Toàn tỉnh có 316 hộ nghèo cần hỗ trợ về nhà ở.',
      'Đang thi công 316 căn nhà cho hộ nghèo.',
    ],
    ['relief.rice food_support ; relief.rice food_support ', 'Tiếp nhận 1.000 tấn gạo và đã chuyển 620 tấn về các xã.'],
    [
      'pov.poor_households poverty_reduction ethnic_minority,poor_household; null poverty_reduction ethnic_minority,poor_household',
      'Hộ nghèo là đồng bào dân tộc thiểu số còn 2.433 hộ, bằng 76,01% tổng số hộ nghèo.',
    ],
    ['si.cost social_insurance unemployed', 'Chi trả trợ cấp thất nghiệp 82,6 tỷ đồng.'],
    ['budget.total poverty_reduction ', 'Tổng kinh phí thực hiện Chương trình giảm nghèo là 45 tỷ đồng.'],
  ],
  ({ indicator, topic, purpose, subjects }) =>
    `${indicator} ${purpose ? `${topic}>${purpose}` : topic} ${subjects.join(',')}`,
);
