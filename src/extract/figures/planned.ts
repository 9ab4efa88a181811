import type { Section } from '../../model/index.ts';
import type { Layout } from '../text/layout.ts';
import { fold } from '../text/words.ts';
import type { Draft } from './draft.ts';

/** Headings that open what is to come. */
const AHEAD =
  /(?<!\p{L})(?:phương hướng|định hướng|dự kiến|kế hoạch(?: công tác| thực hiện)? (?:năm|quý|\d+ tháng cuối|tháng)|(?:nhiệm vụ|công tác)(?: trọng tâm| chủ yếu| công tác|,? giải pháp| và giải pháp)* (?:năm|quý|(?:\d+|sáu|ba) tháng cuối|trong thời gian tới|thời gian tới))(?!\p{L})/u;
/** Headings that open it unless one above them looks back: "Các chỉ tiêu chủ yếu" of "Kết quả thực hiện". */
const PERHAPS_AHEAD =
  /(?<!\p{L})(?:mục tiêu|chỉ tiêu|nhiệm vụ(?:,| và)? (?:trọng tâm|chủ yếu|giải pháp))(?!\p{L}|\s+quốc gia)/u;
/** Headings that look back, whatever plans they name: "Kết quả thực hiện các chỉ tiêu". */
const BACK =
  /(?<!\p{L})(?:kết quả|tình hình|đánh giá|thực trạng|thực hiện (?:chỉ tiêu|mục tiêu|nhiệm vụ)|thuận lợi|khó khăn|kinh phí đã)(?!\p{L})/u;
const HAPPENED = /(?<!\p{L})(?:đã|hiện (?:nay|có|còn)|đến nay|kết quả|so với thực hiện|ước thực hiện)(?!\p{L})/u;

/** "đạt 77,8% kế hoạch" */
const COMPARED = /%\s*(?:so với\s+|so\s+|của\s+)?(?:kh|kế hoạch|chỉ tiêu|dự toán)(?!\p{L})/u;

/** Whether the nearest heading that says so opens a plan. */
export const isAhead = (section: Section | undefined, byId: ReadonlyMap<string, Section>): boolean => {
  let perhaps = false;
  for (let at = section; at; at = at.parent === null ? undefined : byId.get(at.parent)) {
    const heading = fold(at.heading);
    if (BACK.test(heading)) return false;
    if (AHEAD.test(heading)) return true;
    perhaps ||= PERHAPS_AHEAD.test(heading);
  }
  return perhaps;
};

/** What stands under a heading of plans is planned, unless its sentence says that it happened. */
export const asPlanned = ({ folded }: Layout, drafts: readonly Draft[], sections: readonly Section[]): Draft[] => {
  const byId = new Map(sections.map((section) => [section.id, section]));
  return drafts.map((draft) => {
    if (draft.role !== 'actual' && draft.role !== 'change') return draft;
    const section = sections.findLast(({ span }) => span.start <= draft.span.start && draft.span.start < span.end);
    if (!isAhead(section, byId)) return draft;
    return HAPPENED.test(folded.slice(draft.sentence.start, draft.span.start)) ||
      COMPARED.test(folded.slice(draft.sentence.start, draft.sentence.end))
      ? draft
      : {
          ...draft,
          role: 'target',
          said: { comparator: draft.said?.comparator ?? '', role: `the heading “${section?.heading ?? ''}”` },
        };
  });
};
