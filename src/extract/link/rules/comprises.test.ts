import { table } from './table.ts';

table(
  'comprises',
  [
    'Trao [w=120|gift] suất quà, gồm [80|gift>w] suất cho hộ nghèo và [40|gift>w] suất cho hộ cận nghèo.',
    'Kinh phí thực hiện [w=2.450 triệu đồng|VND], bao gồm: ngân sách trung ương [2.000 triệu đồng|VND>w], ngân sách địa phương [450 triệu đồng|VND>w].',
    'Tổng số đối tượng là [w=3.210|person] người, chia ra: người cao tuổi [1.800|person>w] người; người khuyết tật [1.100|person>w] người; trẻ mồ côi [310|person>w] em.',
  ],
  [
    'Tỷ lệ hộ nghèo tại [2|commune] xã nông thôn mới gồm xã An [14,4%|percent] và xã Hòa [24,6%|percent].',
    'Phần quà gồm [10|kg] kg gạo tặng [120|household] hộ.',
    'Đoàn gồm [12|person] người đã thăm [30|person] gia đình.',
    'Trao [120|gift] suất quà, gồm gạo và dầu ăn; hỗ trợ [50|gift] suất cho trẻ em.',
  ],
);
