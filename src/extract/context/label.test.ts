import { records } from '../../../tests/extract/phrasings.ts';

/** What a reviewer reads beside the number. */
records(
  [
    ['hộ nghèo', 'Toàn huyện có 1.855 hộ nghèo.', 'Đến nay toàn xã còn 12 hộ nghèo'],
    ['hộ nghèo; nhân khẩu', 'Toàn huyện có 1.855 hộ nghèo với 4.839 nhân khẩu.'],
    ['Tổng số; khẩu', 'Tổng số: 1.204 hộ/5.110 khẩu.'],
    ['Tỷ lệ hộ nghèo', 'Tỷ lệ hộ nghèo là 4,82%.', 'Tỷ lệ hộ nghèo còn 4,82%.', 'Tỷ lệ hộ nghèo: 4,82%.'],
    ['suất quà cho hộ nghèo', 'Đã trao 250 suất quà cho hộ nghèo.', 'Hội đã trao 250 suất quà cho hộ nghèo;'],
    ['Tổng kinh phí thực hiện', 'Tổng kinh phí thực hiện là 3,2 tỷ đồng.', 'Tổng kinh phí thực hiện trên 3,2 tỷ đồng.'],
  ],
  ({ label }) => label,
);
