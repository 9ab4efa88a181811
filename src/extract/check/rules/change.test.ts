import { table } from './table.ts';

table('change', {
  'pass 4.67/4.67': [
    'Tỷ lệ hộ nghèo từ [8,01%|percent] năm 2011 xuống còn [3,34%|percent] năm 2016, giảm [4,67%|percent|role=change].',
  ],
  'pass 1.46/1.46': [
    'Năm 2021 tỷ lệ hộ nghèo là [5,27%|percent|period=2021], năm 2022 là [3,81%|percent|period=2022], giảm [1,46%|percent|role=change].',
  ],
  'pass 120/120': ['Số hộ nghèo từ [630|household] hộ xuống [510|household] hộ, giảm [120|household|role=change] hộ.'],
  'pass 500/500': [
    'Toàn huyện có [1.355|household] hộ nghèo, giảm [500|household|role=change] hộ so với năm 2021 ([1.855|household] hộ).',
  ],
  'fail 500/50': [
    'Toàn huyện có [1.355|household] hộ nghèo, giảm [50|household|role=change] hộ so với năm 2021 ([1.855|household] hộ).',
  ],
  'pass 20/20': ['Số lao động tăng từ [500|person] người lên [600|person] người, tăng [20%|percent|role=change].'],
  'fail 147/174': ['Số hộ nghèo từ [630|household] hộ xuống [483|household] hộ, giảm [174|household|role=change] hộ.'],
  'fail 1.46/14.6': [
    'Năm 2021 tỷ lệ là [5,27%|percent|period=2021], năm 2022 là [3,81%|percent|period=2022], giảm [14,6%|percent|role=change].',
  ],
  silence: [
    'Có [111.076|person] người tham gia, tăng [1.366|person|role=change] người so với cùng kỳ.',
    'Năm 2021 tỷ lệ là [5,27%|percent|period=2021], năm 2022 là [3,81%|percent|period=2022]; hộ cận nghèo giảm [2,2%|percent|role=change].',
    'Từ [630|household] hộ xuống [483|household] hộ, phấn đấu giảm [100|household|role=target] hộ.',
  ],
});
