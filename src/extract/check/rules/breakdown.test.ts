import { expect, test } from '@jest/globals';
import { messages, table } from './table.ts';

table('breakdown', {
  'pass 6695/6695': ['có [6.695|person] người (bắt buộc: [5.484|person] người, tự nguyện [1.211|person] người).'],
  'pass 12500000000/12500000000': [
    'tổng kinh phí [12,5 tỷ đồng|VND], gồm: ngân sách [8 tỷ đồng|VND], đóng góp [4,5 tỷ đồng|VND].',
  ],
  'pass 20/20': [
    'Trong [800|person] lao động, [45%|percent] làm nông nghiệp, [35%|percent] làm công nghiệp, [20%|percent] làm dịch vụ.',
    'Có [800|person] lao động, trong đó [50%|percent] làm nông nghiệp, [30%|percent] làm công nhân, [20%|percent] làm dịch vụ.',
  ],
  'fail 6795/6695': ['có [6.695|person] người, gồm: bắt buộc [5.584|person] người, tự nguyện [1.211|person] người.'],
  'fail 1184/1120': [
    'Đưa [1.120|person] người đi làm việc ở nước ngoài (Nhật Bản [766|person], Đài Loan [418|person]).',
  ],
  'fail 240/250': ['Trao [250|gift] suất quà, gồm [160|gift] suất cho hộ nghèo và [80|gift] suất cho hộ cận nghèo.'],
  silence: [
    'Có [250|person] người, trong đó hộ nghèo [160|person] người, hộ cận nghèo [80|person] người.',
    'Có [1.000|person] người, trong đó nữ [600|person] người, dân tộc thiểu số [500|person] người.',
    'Có hơn [1.000|person|comparator=gt] người, gồm [600|person] nam và [450|person] nữ.',
    'Có khoảng [1.000|person|comparator=approx] người, gồm [600|person] nam và [350|person] nữ.',
    'Trợ cấp cho [1.145|person] đối tượng, gồm: người cao tuổi [402|person] người, trẻ mồ côi [38|person] em, còn lại là đối tượng khác.',
    'Trợ cấp cho [1.145|person] đối tượng, gồm: người cao tuổi [402|person] người, trẻ mồ côi [38|person] em…',
    'Có [60|province]/[63|province] tỉnh tham gia.',
    '[45%|percent] số hộ có điện, [35%|percent] có nước sạch, [30%|percent] có nhà tiêu.',
    'Có [100%|percent] số xã, [40%|percent] số hộ và [60%|percent] số người tham gia.',
    'Đưa [1.120|person] người đi làm việc ở nước ngoài (Nhật Bản [486|person], Đài Loan [418|person]).',
  ],
});

test('a misfit names the slip that would explain it', () => {
  const [message] = messages(
    'Tổng vốn [5.600 triệu đồng|VND], gồm: hộ nghèo [2.100 triệu đồng|VND]; hộ cận nghèo [350 triệu đồng|VND].',
  );
  expect(message).toContain('Sẽ khớp nếu “350 triệu đồng” là 3.500.000.000 đồng');
});

test('where two slips explain a misfit as well, the stated number comes first', () => {
  const [message] = messages('Có [18|commune]/[200|commune] xã ([90%|percent]) đạt chuẩn.');
  expect(message).toMatch(/Sẽ khớp nếu “90%” là 9%, hoặc “18” là 180\.|Sẽ khớp nếu “90%” là 9%, hoặc “200” là 20\./);
});

test('a misfit no slip explains names what is missing', () => {
  const [message] = messages(
    'Trao [250|gift] suất quà, gồm [160|gift] suất cho hộ nghèo và [80|gift] suất cho hộ cận nghèo.',
  );
  expect(message).toContain('thiếu một thành phần 10');
});
