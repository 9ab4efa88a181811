import { describe, expect, test } from '@jest/globals';
import type { Topic } from '../../model/index.ts';
import { fold } from '../text/words.ts';
import { settle, type Vote } from './topic.ts';
import { topicShares, topicTokens } from './topic-classifier.ts';

const likeliest = (text: string): Topic =>
  topicShares(fold(text)).reduce((best, one) => (one[1] > best[1] ? one : best))[0];

describe.each<[Topic, string[]]>([
  ['social_protection', ['cụ già neo đơn được chu cấp hàng tháng tại xã', 'Người tâm thần sống tại cơ sở nuôi dưỡng']],
  ['production_support', ['Gia đình anh nhận dê và cây giống để tăng gia', 'đàn trâu bò sinh trưởng tốt sau 2 năm']],
  ['labour_safety', ['Mức thưởng cuối năm bình quân tại doanh nghiệp', 'công nhân ngừng việc tập thể đòi lương']],
  ['population', ['Toàn xã có các dân tộc cùng sinh sống trong 12 thôn, bản']],
  ['water_sanitation', ['các gia đình đã có bể chứa và giếng khoan', 'rác thải được thu gom, xử lý']],
  ['social_evils', ['Đang quản lý học viên tại cơ sở cai nghiện, trong đó có người sử dụng ma túy']],
])('%s', (expected, phrasings) => {
  test.each(phrasings)('is the likeliest topic of “%s”', (text) => {
    expect(likeliest(text)).toBe(expected);
  });
});

test('the shares of all topics sum to 1, also for words nobody has seen', () => {
  for (const text of ['', 'xyz', 'cấp gạo cho học sinh bán trú'])
    expect(topicShares(text).reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(1, 9);
});

test('tokens are syllables and pairs of neighbours, each once, without numbers', () => {
  expect(topicTokens(fold('Hộ nghèo: 1.855 hộ NGHÈO'))).toEqual(['hộ', 'nghèo', 'hộ nghèo', 'nghèo hộ']);
});

const vote = (...scores: [Topic, number][]): Vote => {
  const [first, second] = scores.toSorted((a, b) => b[1] - a[1]);
  return { topic: first?.[0] ?? 'other', lead: (first?.[1] ?? 0) - (second?.[1] ?? 0), scores: new Map(scores) };
};
const RICE = 'xuất gạo dự trữ quốc gia, mỗi khẩu được nhận';

test.each<[Topic, string, Vote]>([
  ['food_support', 'no cue speaks', vote()],
  ['food_support', 'cues leave two topics close', vote(['emergency_relief', 4], ['food_support', 3.9])],
  ['emergency_relief', 'cues speak clearly', vote(['emergency_relief', 9], ['food_support', 1])],
])('%s where %s', (expected, _, given) => {
  expect(settle(given, RICE)).toBe(expected);
});
