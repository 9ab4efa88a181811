import { records } from '../../../../tests/extract/phrasings.ts';

/** The poor, loans, homes, livelihoods, water and what programmes build: indicator and groups of each figure. */
records(
  [
    // minorities among the poor are counted as the poor are; their share of the poor is no rate
    [
      'pov.poor_households poor_household; pov.poor_households ethnic_minority,poor_household; null ethnic_minority,poor_household',
      'Toàn huyện có 640 hộ nghèo (trong đó 210 hộ DTTS, chiếm 32,8% tổng số hộ nghèo).',
      'Toàn huyện còn 640 hộ nghèo. Trong đó, hộ đồng bào dân tộc thiểu số là 210 hộ, chiếm tỷ lệ 32,8% số hộ nghèo toàn huyện.',
    ],
    [
      'pov.poor_households poor_household; pov.poor_rate poor_household; null ethnic_minority,poor_household',
      'Toàn xã có 93 hộ nghèo, chiếm 2,8%; trong đó, hộ nghèo đồng bào dân tộc thiểu số chiếm 69,5%.',
    ],
    [
      'null ethnic_minority,near_poor_household,poor_household; pov.poor_households ethnic_minority,poor_household; pov.near_poor_households ethnic_minority,near_poor_household',
      'Tổng số hộ nghèo, cận nghèo dân tộc thiểu số là 584 hộ (trong đó có 397 hộ nghèo, 187 hộ cận nghèo).',
    ],
    [
      'pov.poor_households ethnic_minority,poor_household; pov.poor_households ethnic_minority,poor_household',
      'Hộ dân tộc Khmer đã giảm 78 hộ nghèo, còn 677 hộ nghèo.',
    ],
    // whose number it is that changed is said
    [
      'pov.near_poor_households near_poor_household; pov.poor_rate poor_household; pov.near_poor_rate near_poor_household',
      'Huyện có 999 hộ cận nghèo; tỉ lệ hộ nghèo giảm 5,15%, hộ cận nghèo tăng 1,01%.',
    ],
    [
      'pov.poor_households poor_household; pov.near_poor_households near_poor_household; emp.jobs worker',
      'Toàn tỉnh đã giảm được gần 5.000 hộ nghèo, 4.000 hộ cận nghèo và giải quyết việc làm cho trên 17.250 lao động.',
    ],
    [
      'pop.households general_population; pov.poor_households poor_household; pov.poor_rate poor_household',
      'Huyện có 15.320 hộ, trong đó hộ nghèo 3.210 hộ, chiếm 20,95%.',
    ],
    [
      'pov.poor_households poor_household; pop.households general_population',
      'Toàn huyện còn 1.120 hộ nghèo/12.500 hộ.',
    ],
    ['pov.poor_households poor_household,woman', 'Toàn xã hiện còn 93 hộ nghèo do phụ nữ làm chủ hộ.'],
    // inflows and those who left
    [
      'null poor_household; null near_poor_household',
      'Toàn xã có 7 hộ nghèo và 25 hộ cận nghèo phát sinh mới.',
      'Năm 2023 phát sinh 7 hộ nghèo và 25 hộ cận nghèo.',
    ],
    ['null poor_household', 'Số hộ tái nghèo: 3 hộ.', 'Hộ nghèo phát sinh là 3 hộ.', 'Có 79 hộ nghèo bổ sung mới.'],
    [
      'pov.escaped_households escaped_poverty_household; null near_poor_household',
      'Qua rà soát, đã thoát 25 hộ nghèo và 63 hộ cận nghèo.',
    ],
    [
      'pov.escaped_households escaped_poverty_household',
      'Năm 2022 toàn xã thoát nghèo được 34 hộ.',
      'Nguồn vốn đã giúp 158 hộ vượt qua ngưỡng nghèo.',
    ],
    [
      'pov.escaped_households escaped_poverty_household; null escaped_poverty_household',
      'Dự án đã giúp 67 hộ trong số hơn 140 hộ nghèo vươn lên thoát nghèo.',
    ],
    [
      'prod.livestock escaped_poverty_household,near_poor_household,poor_household; prod.households escaped_poverty_household,near_poor_household,poor_household; prod.cost escaped_poverty_household,near_poor_household,poor_household',
      '92 con trâu được giao cho 92 hộ nghèo, cận nghèo, hộ mới thoát nghèo; tổng kinh phí dự án mua trâu hơn 2 tỷ đồng.',
    ],
    // a people's share is one of the population
    ['null ethnic_minority', 'Đồng bào dân tộc Khmer chiếm 64% dân số của xã.'],
    // loans
    [
      'credit.outstanding ; null ; null ',
      'Tổng dư nợ đạt 208 tỷ đồng, nợ quá hạn là 223 triệu đồng, với 31 món vay.',
      'Tổng dư nợ đạt 208 tỷ đồng, nợ xấu 223 triệu đồng, giảm 31 triệu đồng.',
    ],
    ['null ; credit.borrowers ', 'Ngân hàng phát hiện 6 hộ vay sử dụng vốn sai mục đích; trong kỳ cho 70 hộ vay vốn.'],
    [
      'null farmer; null farmer; null farmer; credit.borrowers ; credit.disbursed ',
      'Quỹ Hỗ trợ nông dân huyện hiện có 12 tỷ đồng, trong đó hơn 5 tỷ đồng do tỉnh cấp, 7 tỷ đồng do xã vận động; đã cho 320 hộ vay 11 tỷ đồng.',
    ],
    [
      'credit.disbursed farmer; credit.borrowers farmer',
      'Hội Nông dân tỉnh vừa giải ngân 500 triệu đồng từ nguồn Quỹ Hỗ trợ nông dân cho 12 hội viên, nông dân để nuôi bò.',
    ],
    [
      'credit.outstanding ; credit.outstanding poor_household; credit.outstanding student; credit.outstanding ',
      'Tổng dư nợ 183 tỷ đồng, trong đó vốn vay hộ nghèo 118 tỷ đồng, vốn vay học sinh, sinh viên 40 tỷ đồng, vốn nước sạch 9,7 tỷ đồng.',
    ],
    [
      'credit.borrowers near_poor_household,poor_household; credit.borrowers ',
      'Trên 200 nghìn lượt hộ nghèo, hộ cận nghèo được vay vốn; gần 50 nghìn lượt hộ tại vùng khó khăn được vay vốn phát triển sản xuất.',
    ],
    ['null ', 'Vốn ủy thác từ ngân sách địa phương sang Ngân hàng Chính sách xã hội đạt 45 tỷ đồng.'],
    // homes
    [
      'house.built meritorious_person; house.built meritorious_person; house.built meritorious_person',
      'Hoàn thành 703 căn nhà cho người có công, trong đó xây mới 304 căn, sửa chữa 399 căn.',
    ],
    [
      'house.built policy_household; house.built ',
      'Vận động sửa chữa 2 căn nhà cho gia đình chính sách, cất mới 3 căn nhà đại đoàn kết.',
    ],
    ['house.built poor_household', 'Huyện đã hỗ trợ nhà ở cho 169 hộ nghèo khó khăn về nhà ở.'],
    [
      'null poor_household',
      'Huyện còn 356 hộ nghèo có nhà ở tạm bợ, dột nát cần hỗ trợ.',
      'Toàn xã còn 97 hộ nghèo thiếu đất ở.',
    ],
    ['null ; house.built ', 'Toàn xã còn 12 căn nhà tạm, đã xóa 45 căn nhà tạm.'],
    [
      'house.cost poor_person; house.built poor_person',
      'Sử dụng 40 tỷ đồng của Quỹ vì người nghèo để xây mới 1.000 căn nhà đại đoàn kết cho người nghèo.',
      'Chương trình bố trí 40 tỷ đồng để giải quyết hơn 1.000 nhà ở cho người nghèo.',
    ],
    // livelihoods
    [
      'prod.households ethnic_minority,poor_household; prod.livestock ethnic_minority,poor_household',
      'Có 120 hộ DTTS nghèo được cấp bò giống, mỗi hộ 2 con.',
    ],
    [
      'prod.households escaped_poverty_household,farmer,near_poor_household,poor_household; prod.livestock escaped_poverty_household,farmer,near_poor_household,poor_household',
      'Tổ dân phố có 5 hộ nông dân nghèo, cận nghèo và mới thoát nghèo được hỗ trợ 10 con bò cái sinh sản.',
    ],
    ['prod.cost ; prod.households ', 'Chi 88 triệu đồng thuộc dự án nuôi bò vỗ béo cho 11 hộ dân.'],
    [
      'prod.households poor_household; prod.cost ',
      'Trao bò giống cho 8 hộ nghèo.\n\nTổng kinh phí mua bò gần 617 triệu đồng từ Chương trình mục tiêu quốc gia giảm nghèo bền vững.',
    ],
    // programmes and works
    [
      'budget.total ; budget.total ',
      'Nguồn vốn Chương trình 1719 giao cho huyện là 85,6 tỷ đồng, trong đó vốn đầu tư 52 tỷ đồng.',
    ],
    ['null ; infra.cost ', 'Nhân dân đã hiến 12.500 m2 đất, đóng góp 2,1 tỷ đồng để làm đường bê tông.'],
    ['infra.works ethnic_minority; null ethnic_minority', 'Xã được xây dựng 2 giếng nước phục vụ 221 hộ DTTS.'],
    // shares of households
    ['null ; null general_population', 'Xã có 2.290 hộ sử dụng điện thường xuyên (đạt 99%).'],
    [
      'sanitation.rate general_population',
      '100% hộ gia đình nông thôn, trường học, trạm y tế có nhà tiêu hợp vệ sinh.',
    ],
    ['sanitation.rate ethnic_minority', 'Chỉ 45% tỉ lệ người dân tộc thiểu số được tiếp cận nhà vệ sinh hợp vệ sinh.'],
    ['water.rate general_population', 'Tỷ lệ số dân nông thôn được cấp nước theo tiêu chuẩn của Bộ Y tế đạt 55%.'],
    ['null ; null ; water.rate general_population', 'Toàn xã có 980/1.120 hộ sử dụng nước sạch, đạt 87,5%.'],
  ],
  ({ indicator, subjects }) => `${indicator} ${subjects.join(',')}`,
);
