import type { Topic } from '../../../model/index.ts';
import { quick } from '../../text/quick.ts';
import { all, counts, not, of, own, type Rule } from './sight.ts';

const ATTEND =
  /^\s*(?:lượt )?(?:người|cán bộ|đại biểu|hội viên|học viên|lao động|hộ dân)?[^,;.]{0,24}?(?:tham dự|dự(?= [^,;.]{0,12}(?:hội nghị|tập huấn|lớp|tuyên truyền)))(?!\p{L})/u;
/** "phổ biến chính sách bảo hiểm thất nghiệp tới hơn 100 người" */
const TOLD = quick(
  /(?<!\p{L})(?:phổ biến|tuyên truyền|tập huấn|truyền thông)[^;.\d]{0,80}(?:cho|tới|đến|với)(?:\s+(?:hơn|gần|trên|khoảng))*\s*$/u,
);
/** Policy areas whose talks and classes are told under them, not under communication. */
const TAUGHT: readonly Topic[] = [
  'production_support',
  'gender_equality',
  'child_protection',
  'labour_safety',
  'healthcare',
];
const TALKS = /tập huấn|chuyển giao|tuyên truyền|truyền thông|nói chuyện|hội thảo|hội nghị|tọa đàm|diễn đàn/u;

/** What the words at the number settle. */
export const communicationNear: readonly Rule[] = [
  {
    indicator: 'comm.events',
    topic: 'communication',
    when: all(of('social_evils'), (s) => s.unit === 'class' || s.unit === 'event', own(TALKS)),
  },
  {
    indicator: 'comm.events',
    topic: null,
    when: all(of(...TAUGHT), (s) => s.unit === 'class' || s.unit === 'event', own(TALKS), not(own(/nghề(?! nghiệp)/u))),
  },
  {
    indicator: 'comm.participants',
    topic: null,
    when: all(of(...TAUGHT), counts, (s) => s.head?.indicator === 'comm.events'),
  },
  { indicator: 'comm.participants', topic: 'communication', when: all(counts, (s) => TOLD.test(s.lead)) },
  {
    indicator: 'comm.participants',
    topic: 'communication',
    when: all(
      counts,
      (s) =>
        s.head?.indicator === 'comm.events' || (ATTEND.test(s.tail) && s.earlier[0]?.indicator !== 'train.classes'),
    ),
  },
];

/** Talks, meetings and who came. */
export const communicationRules: readonly Rule[] = [
  { indicator: 'comm.participants', topic: 'communication', when: all(of('communication'), counts) },
  {
    indicator: 'comm.events',
    topic: 'communication',
    when: all(of('communication'), (s) => s.unit === 'event' || s.unit === 'class'),
  },
];
