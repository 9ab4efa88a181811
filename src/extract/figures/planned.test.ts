import { expect, test } from '@jest/globals';
import { recordOf } from '../../../tests/extract/document.ts';
import type { Row } from '../../../tests/extract/phrasings.ts';

/** The role of the one figure under these headings. */
const ROLES: readonly Row[] = [
  [
    'target',
    'II. Phương hướng, nhiệm vụ năm 2024\n- Tạo việc làm cho 640 lao động.',
    'B. Nhiệm vụ trọng tâm 3 tháng cuối năm\n- Tạo việc làm cho 640 lao động.',
    'II. Phương hướng năm 2024\n1. Mục tiêu\n- Giảm 320 hộ nghèo.',
  ],
  [
    'actual',
    'II. Kết quả thực hiện\n- Tạo việc làm cho 640 lao động.',
    'II. KẾT QUẢ THỰC HIỆN\n1. Các chỉ tiêu chủ yếu\n- Tạo việc làm cho 640 lao động.',
    'II. Phương hướng năm 2024\n- Hiện nay còn 320 hộ nghèo.',
  ],
];

/** The roles of the figures of a whole text. */
const WHOLE: readonly Row[] = [
  [
    'actual target target',
    'Mục tiêu giảm nghèo 2011 - 2015\n\nGiảm hộ nghèo từ 24% (cuối 2010) xuống còn 14%. Có 2 triệu hộ được vay vốn.',
  ],
  ['actual', 'Mục tiêu giảm nghèo đã hoàn thành\n\nCó 2 triệu hộ được vay vốn.'],
  [
    'target target target',
    'Tỉnh phấn đấu 95% hộ nghèo được hỗ trợ. Tối thiểu 900 người được hỗ trợ việc làm.\nVề y tế, giảm tỷ lệ suy dinh dưỡng xuống 9%.',
  ],
  [
    'target target target',
    'Thành phố phấn đấu 90% trẻ khuyết tật được đi học. 80% người khuyết tật được học nghề; 100% được vay vốn.',
    'Sở vừa ban hành kế hoạch về người cao tuổi.\nTheo đó, 100% người cao tuổi được khám; 80% xã có câu lạc bộ; 50% hội viên tham gia.',
    'Nghị quyết của HĐND huyện về nhiệm vụ năm 2012\nDạy nghề cho 500 người; tạo việc làm cho 400 người. Giảm tỷ lệ hộ nghèo 5%.',
    'Mỗi năm dạy nghề cho 600 thanh niên\nTỉnh dự kiến dạy nghề cho 600 thanh niên, chi 10 tỷ đồng.',
  ],
  [
    'target actual actual',
    'Xã phấn đấu 90% hộ có nước sạch. Đến nay đã có 80% hộ dùng nước sạch và 70 hộ có bể.',
    'Xã phấn đấu 90% hộ có nước sạch. Hội tặng 12 suất quà và 3 con bò.',
  ],
  [
    'target target',
    'Các chỉ tiêu chủ yếu (nhiệm kỳ 2021-2026)\n- Về xã hội:\n(1) Tỷ lệ hộ nghèo: 2%.\n(2) Lao động qua đào tạo: 60%.',
    'Chỉ tiêu cụ thể:\n- Tỷ lệ hộ nghèo: 2%.\n- Lao động qua đào tạo: 60%.',
    'UBND tỉnh đặt mục tiêu giảm 900 hộ nghèo.\nĐồng thời, bảo đảm 100% hộ nghèo có thẻ BHYT.',
    'Mỗi xã trao tối thiểu 50 suất quà, trị giá từ 300.000 đồng/suất.',
    'Tỉnh phấn đấu giảm 900 hộ nghèo, tương ứng 2%.',
  ],
  [
    'actual actual',
    'Các chỉ tiêu đạt được:\n- Tỷ lệ hộ nghèo: 2%.\n- Lao động qua đào tạo: 60%.',
    'Đã trao ít nhất 50 suất quà, trị giá 15 triệu đồng.',
  ],
  [
    'target actual',
    'ỦY BAN NHÂN DÂN\nSố: 12/BC-UBND\nHà Nội, ngày 12 tháng 3 năm 2024\nBÁO CÁO\nVề việc làm\nĐến năm 2030, toàn tỉnh có 900 lao động được học nghề. Năm 2023 có 80 lao động.',
  ],
  ['target actual', 'Chỉ tiêu chủ yếu:\n- Số thôn đạt chuẩn: 04/09 thôn.'],
  ['actual actual', 'Trao 600 suất quà\nHội trao 600 suất quà cho hộ nghèo.'],
  [
    'target target',
    'Về việc làm, huyện phấn đấu:\n- Có tối thiểu 640 lao động được học nghề;\n- Có tối thiểu 12 xã đạt chuẩn.',
    'Huyện đề ra các mục tiêu chủ yếu sau:\n- Tạo việc làm cho 640 lao động;\n- Xây 12 căn nhà.',
    'Giảm hộ nghèo từ 2 - 3% trong năm 2022\nĐây là mục tiêu nêu trong Kế hoạch của UBND tỉnh về giảm nghèo.',
    'Từ nay đến hết năm, Quỹ giúp 640 học sinh.\nQuỹ tặng 12 xe đạp.',
  ],
  [
    'target actual',
    'Từ nay đến hết năm, Quỹ giúp 640 học sinh.\nNăm ngoái Quỹ đã tặng 12 xe đạp.',
    'Về việc làm, huyện phấn đấu:\n- Dạy nghề cho 640 lao động;\nHội tặng 12 xe đạp.',
  ],
  ['actual actual', 'Kết quả so với mục tiêu đề ra:\n- Tạo việc làm cho 640 lao động;\n- Xây 12 căn nhà.'],
];

for (const [roles, ...texts] of WHOLE) {
  test.each(texts)(`${roles}: %s`, (text) => {
    expect(
      recordOf(text)
        .figures.map(({ role }) => role)
        .join(' '),
    ).toBe(roles);
  });
}

for (const [role, ...texts] of ROLES) {
  test.each(texts)(`${role}: %s`, (text) => {
    const report = `BÁO CÁO\nKết quả công tác năm 2023\nI. Tình hình chung\nĐịa bàn rộng, dân cư phân tán.\n${text}`;
    expect(recordOf(report).figures.map((figure) => figure.role)).toEqual([role]);
  });
}
