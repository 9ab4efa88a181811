import { table } from './table.ts';

const POOR = 'subjects=poor_household&period=2022';

table('rate', {
  'pass 4.82/4.82': [
    `Tổng số hộ dân cư có [38.459|household|period=2022] hộ. Toàn huyện có [1.855|household|${POOR}] hộ nghèo với [4.839|person] nhân khẩu, chiếm tỷ lệ [4,82%|percent].`,
    `Tổng số hộ dân trên địa bàn là [38.459|household|period=2022] hộ; hộ nghèo [1.855|household|${POOR}] hộ, tỷ lệ [4,82%|percent].`,
  ],
  'pass 85.7/85.7': [
    'Có [18|commune]/[21|commune] xã ([85,7%|percent]) đạt chuẩn.',
    'Có [18|commune] xã trên tổng số [21|commune] xã đạt chuẩn, chiếm [85,7%|percent].',
  ],
  'pass 65.2/65.2': [
    'Có [517|facility] cơ sở, trong đó [337|facility] cơ sở có chức năng dạy nghề, chiếm [65,2%|percent].',
  ],
  'fail 4.8/48.2': [
    `Tổng số hộ dân cư có [38.459|household|period=2022] hộ. Toàn huyện có [1.855|household|${POOR}] hộ nghèo, chiếm tỷ lệ [48,2%|percent].`,
  ],
  'fail 4.82/4.28': [
    `Tổng số hộ dân cư có [38.459|household|period=2022] hộ. Toàn huyện có [1.855|household|${POOR}] hộ nghèo, chiếm tỷ lệ [4,28%|percent].`,
  ],
  'fail 85.7/58.7': ['Có [18|commune]/[21|commune] xã ([58,7%|percent]) đạt chuẩn.'],
  silence: [
    `Tổng số hộ dân cư có [38.459|household|period=2022] hộ. Có [1|household|${POOR}] hộ nghèo phát sinh, chiếm tỷ lệ [0,01%|percent].`,
    `Tổng số hộ dân cư có [38.459|household|period=2021] hộ. Có [1.855|household|${POOR}] hộ nghèo, chiếm tỷ lệ [5,12%|percent].`,
    `Tổng số hộ dân cư có [38.459|household|period=2022] hộ. Có [205|household|${POOR}] hộ, chiếm [11,05%|percent] số hộ nghèo.`,
    'Có [517|facility] cơ sở, trong đó [337|facility] cơ sở dạy nghề, đạt [98%|percent] kế hoạch.',
    'Có [18|commune]/[21|commune] xã đạt chuẩn, tăng [5%|percent|role=change].',
    'Có [18|commune]/[21|commune] xã đạt chuẩn; [100%|percent] trẻ em được đến trường.',
  ],
});
