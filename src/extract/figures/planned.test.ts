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

for (const [role, ...texts] of ROLES) {
  test.each(texts)(`${role}: %s`, (text) => {
    const report = `BÁO CÁO\nKết quả công tác năm 2023\nI. Tình hình chung\nĐịa bàn rộng, dân cư phân tán.\n${text}`;
    expect(recordOf(report).figures.map((figure) => figure.role)).toEqual([role]);
  });
}
