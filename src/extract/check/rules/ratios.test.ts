import { table } from './table.ts';

table('average', {
  'pass 500000/500000': [
    'Tặng [120|gift] suất quà, mỗi suất [500.000 đồng|VND|per=gift], tổng trị giá [60 triệu đồng|VND].',
    'Hỗ trợ [240 triệu đồng|VND] cho [480|household] hộ, bình quân [500.000 đồng|VND|per=household]/hộ.',
  ],
  'fail 500000/50000': [
    'Tặng [120|gift] suất quà, mỗi suất [50.000 đồng|VND|per=gift], tổng trị giá [60 triệu đồng|VND].',
  ],
  silence: [
    'Thăm [12|person] mẹ, mỗi mẹ [500.000 đồng|VND|per=person]; tặng [215|gift] suất quà trị giá [64,5 triệu đồng|VND].',
    'Tặng [120|gift] suất quà, mỗi suất [500.000 đồng|VND|per=gift].',
    'Hỗ trợ [120|person] người, mức [500.000 đồng|VND|per=person,month]/người/tháng, kinh phí [70 triệu đồng|VND].',
    'Tặng [120|gift] suất và [30|gift] suất, mỗi suất [500.000 đồng|VND|per=gift], tổng trị giá [80 triệu đồng|VND].',
  ],
});

table('achievement', {
  'pass 55.55/55.55': [
    'Tạo việc làm cho [1.111|person] lao động, đạt [55,55%|percent|role=achievement] kế hoạch [2.000|person|role=target] người.',
    'Tạo việc làm cho [1.111|person] lao động/kế hoạch [2.000|person|role=target] lao động, đạt [55,55%|percent|role=achievement].',
  ],
  'pass 75.3/75.3': [
    'Tạo việc làm cho [2.259|person]/[3.000|person] lao động, đạt [75,3%|percent|role=achievement] kế hoạch.',
  ],
  'fail 75.3/57.3': [
    'Tạo việc làm cho [2.259|person]/[3.000|person] lao động, đạt [57,3%|percent|role=achievement] kế hoạch.',
  ],
  'pass 20/20': [
    'Đào tạo [600|person] người, vượt [20%|percent|role=change] so với kế hoạch [500|person|role=target] người.',
  ],
  'fail 55.55/65.55': [
    'Tạo việc làm cho [1.111|person] lao động, đạt [65,55%|percent|role=achievement] kế hoạch [2.000|person|role=target] người.',
  ],
  silence: [
    'Tạo việc làm cho [1.111|person] lao động, đạt [55,55%|percent|role=achievement] so với kế hoạch.',
    'Cấp [500|card] thẻ, đạt [80%|percent|role=achievement] kế hoạch; đào tạo [2.000|person|role=target] người.',
  ],
});

const RATE = 'indicator=pov.poor_rate&subjects=poor_household&period=2022';

table('repeated', {
  'pass 4.82/4.82': [
    `Tỷ lệ hộ nghèo là [4,82%|percent|${RATE}]. Kết quả rà soát cho thấy tỷ lệ hộ nghèo là [4,82%|percent|${RATE}].`,
  ],
  'fail 4.82/4.28': [
    `Tỷ lệ hộ nghèo là [4,82%|percent|${RATE}]. Kết quả rà soát cho thấy tỷ lệ hộ nghèo là [4,28%|percent|${RATE}].`,
  ],
  'fail 4.82/5.1': [
    `Tỷ lệ hộ nghèo là [4,82%|percent|${RATE}]. Kết quả rà soát cho thấy tỷ lệ hộ nghèo là [5,1%|percent|${RATE}].`,
  ],
  silence: [
    `Tỷ lệ hộ nghèo là [4,82%|percent|${RATE}]. Đến nay tỷ lệ hộ nghèo còn [3,1%|percent|${RATE}].`,
    `Tỷ lệ hộ nghèo là [9%|percent|${RATE}]. Năm nay con số này giảm không nhiều [0,9%|percent|${RATE}].`,
    `Mục tiêu bao phủ bảo hiểm xã hội là [45%|percent|${RATE}]. Số người tham gia bảo hiểm thất nghiệp là [35%|percent|${RATE}].`,
    `Tỷ lệ hộ nghèo là [4,82%|percent|${RATE}]. Năm 2021 là [5,27%|percent|indicator=pov.poor_rate&subjects=poor_household&period=2021].`,
    'Tặng [50|gift|indicator=gift.count&period=2022] suất quà. Tặng [70|gift|indicator=gift.count&period=2022] suất quà.',
  ],
});
