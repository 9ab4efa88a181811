import type { Section } from '../../model/index.ts';
import type { Layout } from '../text/layout.ts';
import { fold } from '../text/words.ts';
import type { Draft } from './draft.ts';

/** Headings that open what is to come. */
const AHEAD =
  /(?<!\p{L})(?:mục tiêu|chỉ tiêu|phương hướng|định hướng|dự kiến|kế hoạch(?: công tác| thực hiện)? (?:năm|quý|6 tháng|tháng)|(?:nhiệm vụ|công tác)(?: trọng tâm| chủ yếu|,? giải pháp| và giải pháp)* (?:năm|quý|6 tháng cuối|trong thời gian tới|thời gian tới))(?!\p{L}|\s+quốc gia)/u;
/** Headings that look back, whatever plans they name: "Kết quả thực hiện các chỉ tiêu". */
const BACK =
  /(?<!\p{L})(?:kết quả|tình hình|đánh giá|thực trạng|thực hiện (?:chỉ tiêu|mục tiêu|nhiệm vụ)|thuận lợi|khó khăn|kinh phí đã)(?!\p{L})/u;
const HAPPENED = /(?<!\p{L})(?:đã|hiện (?:nay|có|còn)|đến nay|kết quả|so với thực hiện|ước thực hiện)(?!\p{L})/u;

/** Whether the nearest heading that says so opens a plan. */
export const isAhead = (section: Section | undefined, byId: ReadonlyMap<string, Section>): boolean => {
  for (let at = section; at; at = at.parent === null ? undefined : byId.get(at.parent)) {
    const heading = fold(at.heading);
    if (BACK.test(heading)) return false;
    if (AHEAD.test(heading)) return true;
  }
  return false;
};

/** What stands under a heading of plans is planned, unless its sentence says that it happened. */
export const asPlanned = ({ folded }: Layout, drafts: readonly Draft[], sections: readonly Section[]): Draft[] => {
  const byId = new Map(sections.map((section) => [section.id, section]));
  return drafts.map((draft) => {
    if (draft.role !== 'actual' && draft.role !== 'change') return draft;
    const section = sections.findLast(({ span }) => span.start <= draft.span.start && draft.span.start < span.end);
    if (!isAhead(section, byId)) return draft;
    return HAPPENED.test(folded.slice(draft.sentence.start, draft.span.start)) ? draft : { ...draft, role: 'target' };
  });
};
