import type { Paragraph } from '../structure.ts';
import type { TimeMention } from '../types.ts';
import { mayDate } from './not-the-period.ts';
import type { Sentence } from './view.ts';

const LONGEST = 100;
const ENDS = /[.;,!?…]["”’)]*$/u;
/** What a rubric opens with: the time itself, or the name of what is told of it. */
const OPENS =
  /^(?:\(?(?:năm|quý|tháng|giai đoạn|nửa|\p{N}{1,2} tháng)|phần|kết quả|tình hình|nhiệm vụ|phương hướng|kế hoạch|mục tiêu|chỉ tiêu|công tác|đánh giá|dự kiến|đợt|sơ kết|tổng kết)(?![\p{L}\p{M}])/u;

/** The time of an unnumbered heading ("Năm 2015", "Kết quả năm 2016") that stands over the paragraphs after it. */
export const rubricTime = (p: Paragraph, s: Sentence): TimeMention | null => {
  const text = s.lower.slice(p.span.start, p.span.end).trim();
  if (p.mark !== null || s.figures.length > 0 || text.length > LONGEST || ENDS.test(text) || !OPENS.test(text))
    return null;
  return s.mentions.find((m) => m.kind !== 'now' && mayDate(m, s)) ?? null;
};
