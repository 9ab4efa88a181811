import { quick } from '../../text/quick.ts';
import { type Anchor, ownYear } from '../resolve.ts';
import type { TimeMention } from '../types.ts';
import { afterAgency } from './agency.ts';
import type { Sentence } from './view.ts';

const HELD = quick(
  /(?<![\p{L}\p{M}])(?:tổ chức (?:lễ|chương trình|ngày hội|hoạt động|trao|tặng|thăm|khởi công|bàn giao|phát động|buổi)|trao|tặng|thăm|phát động|khai mạc|khởi công|bàn giao|cứu trợ|diễn ra)(?![\p{L}\p{M}])/u,
);

/** "Sáng 1/6, huyện tổ chức lễ phát động …": the day of what a news text tells of, where its sentence opens with it. */
export const eventTime = (s: Sentence): TimeMention | null => {
  const [first] = s.mentions;
  if (first?.kind !== 'date') return null;
  const before = afterAgency(s.lower.slice(s.span.start, first.span.start));
  return !/[\p{L}\p{N}]/u.test(before) && HELD.test(s.lower.slice(first.span.end, s.span.end)) ? first : null;
};

/** Its words, its sentence or a stated day of issue give the year of the day. */
export const isYearSure = (m: TimeMention, s: Sentence, { issued, inferred }: Anchor): boolean =>
  ownYear(m) !== null || (issued !== null && !inferred) || s.mentions.some((other) => ownYear(other) !== null);

const THERE =
  /^[^\p{L}\p{N}]*(?:(?:nhân |trong |cũng (?:trong|tại|nhân) )?dịp này|(?:cũng )?tại (?:buổi|lễ|chương trình|ngày hội|điểm|đây)|tham (?:dự|gia) (?:buổi|lễ|chương trình|ngày hội)|cùng ngày|với (?:số tiền|tổng|số quà))(?![\p{L}\p{M}])/u;
const SPEAKS = quick(
  /(?<![\p{L}\p{M}])(?:cho biết|cho hay|báo cáo|phát biểu|thông tin|nhấn mạnh|khẳng định|chia sẻ|đánh giá|ghi nhận|biểu dương)(?![\p{L}\p{M}])/u,
);

/** "Dịp này, hội trao 30 suất học bổng": done at the event told of; what somebody says there is not. */
export const isAtTheEvent = (s: Sentence): boolean => {
  const [first] = s.figures;
  if (first === undefined) return false;
  const words = s.lower.slice(s.span.start, first.span.start);
  return THERE.test(words) && !SPEAKS.test(words);
};
