import { describe, expect, test } from '@jest/globals';
import { fold } from '../text/words.ts';
import { legible } from './legible.ts';
import { topicOfText } from './topic.ts';

describe.each([
  ['poverty_reduction', ['Công tác giảm nghẻo', 'CÔNG TÁC GIAM NGHEO', 'Kết quả thoát nghèò', 'Giám nghèo bền vững']],
  ['health_insurance', ['Bảo hiêm y tể', 'BAO HIEM Y TE', 'Chính sách bảo híểm y tế']],
  ['social_insurance', ['Bảo hiểm xả hội', 'bao hiem that nghiep']],
  ['merit_policy', ['Chính sách người có cõng', 'Chinh sach nguoi co cong', 'Đền ơn đáp nghĩà']],
  ['labour_export', ['Xuât khẩu lao đông', 'XUAT KHAU LAO DONG']],
  ['healthcare', ['Chăm sóc súc khỏe nhân dân']],
  ['preferential_credit', ['Ngưồn vốn vay ưu đãi']],
])('%s', (topic, headings) => {
  test.each(headings)('is read off the heading “%s”', (heading) => {
    expect(topicOfText(heading)).toBe(topic);
  });
});

describe('what resembles the name of a topic and is another word stays as it is', () => {
  test.each([
    'Đánh giá chung',
    'Những khó khăn, vướng mắc',
    'Công tác cán bộ',
    'Phương hướng, nhiệm vụ',
    'Học bóng đá hè',
    'Giảm ngập đô thị',
    'Người có uy tín',
    'Tổ chức thực hiện',
    'Bảo hiểm nhân thọ',
    'Trợ giúp thường trực',
    'Mục tiêu chung',
    'Phát huy truyền thống',
    'Đoàn kết cộng đồng',
    'Tuyên truyền, công tác cán bộ',
  ])('“%s”', (heading) => {
    expect(legible(fold(heading))).toBe(fold(heading));
  });
});

test('a report full of damaged headings costs little', () => {
  const heading = 'bảo hiêm y tê xả hội giảm nghẻo trợ cắp thường xuyên '.repeat(6);
  legible(heading);
  const start = process.cpuUsage().user;
  for (let i = 0; i < 200; i += 1) legible(heading);
  expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(2);
});
