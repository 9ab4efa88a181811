import { table } from './table.ts';

table(
  'bullets',
  [
    'Tổng số hộ nghèo: [w=1.855|household] hộ, trong đó:\n- Hộ dân tộc thiểu số: [205|household>w] hộ;\n- Hộ có công: [12|household>w] hộ.',
    'Trợ cấp cho [w=600|person] người, kinh phí [m=900 triệu đồng|VND], gồm:\n+ Người cao tuổi: [400|person>w] người, [500 triệu đồng|VND>m]\n+ Người khuyết tật: [200|person>w] người, [400 triệu đồng|VND>m]\n',
    '- Toàn huyện có [w=300|household] hộ:\n+ Hộ nghèo [100|household>w] hộ với [420|person] khẩu\n+ Hộ cận nghèo [200|household>w] hộ với [830|person] khẩu',
    'Tổng nguồn lực là [w=9.000 triệu đồng|VND].\nTrong đó:\nNgân sách tỉnh: [6.000 triệu đồng|VND>w]\nNgân sách huyện: [1.000 triệu đồng|VND>w]',
    'Cấp [w=5.200|card] thẻ BHYT, trong đó chia theo nhóm đối tượng:\n- Hộ nghèo: [3.000|card>w] thẻ\n- Trẻ em: [1.800|card>w] thẻ',
  ],
  [
    'Toàn huyện có [38.459|household] hộ, kết quả rà soát như sau:\n+ Có [1.855|household] hộ nghèo;\n+ Có [3.331|household] hộ cận nghèo.',
    '- Tặng [300|gift] suất quà.\n- Tặng [100|gift] suất quà.\n- Tặng [200|gift] suất quà.',
  ],
);
