import type { Section, Span } from '../../model/index.ts';
import { atEnd } from '../text/at-end.ts';
import { type Layout, placeOf } from '../text/layout.ts';
import { matches, quick } from '../text/quick.ts';
import { fold } from '../text/words.ts';
import type { Draft } from './draft.ts';

/** Headings that open what is to come. */
const AHEAD = quick(
  /(?<!\p{L})(?:phương hướng|định hướng|dự kiến|kế hoạch(?: công tác| thực hiện)? (?:năm|quý|\d+ tháng cuối|tháng)|(?:nhiệm vụ|công tác)(?: trọng tâm| chủ yếu| công tác|,? giải pháp| và giải pháp)* (?:năm|quý|(?:\d+|sáu|ba) tháng cuối|trong thời gian tới|thời gian tới))(?!\p{L})/u,
);
/** Headings that open it unless one above them looks back: "Các chỉ tiêu chủ yếu" of "Kết quả thực hiện". */
const PERHAPS_AHEAD = quick(
  /(?<!\p{L})(?:mục tiêu|chỉ tiêu|nhiệm vụ(?:,| và)? (?:trọng tâm|chủ yếu|giải pháp))(?!\p{L}|\s+quốc gia)/u,
);
/** Headings that look back, whatever plans they name: "Kết quả thực hiện các chỉ tiêu". */
const BACK = quick(
  /(?<!\p{L})(?:kết quả|tình hình|đánh giá|thực trạng|thực hiện (?:chỉ tiêu|mục tiêu|nhiệm vụ)|thuận lợi|khó khăn|kinh phí đã)(?!\p{L})/u,
);
const HAPPENED = quick(
  /(?<!\p{L})(?:đã(?! qua (?:đào tạo|tập huấn|học nghề))|hiện (?:nay|có|còn)|đến nay|kết quả|so với thực hiện|ước thực hiện)(?!\p{L})/u,
);

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

const looksBack = (section: Section | undefined, byId: ReadonlyMap<string, Section>): boolean => {
  for (let at = section; at; at = at.parent === null ? undefined : byId.get(at.parent))
    if (BACK.test(fold(at.heading))) return true;
  return false;
};

/** "Các chỉ tiêu chủ yếu (nhiệm kỳ 2020-2025)", "Mục tiêu phấn đấu:": a line that opens a list of what is planned. */
const PLAN_LINE =
  /^[\s\-+•*\d.()ivx]*(?:(?:các|một số|những|hệ thống)\s+)?(?:chỉ tiêu|mục tiêu|phấn đấu)(?!\p{L}|\s+quốc gia)(?![^\n]*(?<!\p{L})(?:đạt được|đã|thực hiện|hoàn thành|vượt|chưa đạt|kết quả|so với)(?!\p{L}))[^\n.;!?]{0,100}:?\s*$/u;
/** An item of a list, or a short line that leads some of its items: "Về văn hóa - xã hội:". */
const PLAN_ITEM = /^\s*(?:[-+•*–]|\(?\d{1,2}(?:\.\d{1,2})*[).]|\(?\p{L}[).])\s*\S|^\s*(?:về|lĩnh vực)\s[^\d\n]{0,60}$/u;
const LONGEST_PLAN_LINE = 120;
/** The end of a paragraph that leads a list of plans: "…, xã phấn đấu:", "… đề ra các mục tiêu sau:". */
const LEADS_PLANS = quick(
  /(?<!\p{L})(?:phấn đấu|(?:các |những )?(?:mục tiêu|chỉ tiêu)(?! quốc gia)|dự kiến)(?!\p{L})(?![^\n]*(?<!\p{L})(?:đạt được|đã|hoàn thành|vượt|chưa đạt|kết quả|so với)(?!\p{L}))[^\n.;!?:]{0,80}(?:[.;][^\n.;:\d]{0,20})?:\s*$/u,
);
/** "phấn đấu giảm nghèo 1,3% đến 1,5%/năm. Riêng:" goes on below with what is planned. */
const GOES_ON_BELOW =
  /(?<!\p{L})phấn đấu(?!\p{L})[^\n]*[.;,]\s*(?:riêng|trong đó|cụ thể|đồng thời|gồm|như sau|và)[^\n.;:\d]{0,20}:\s*$/u;
const LONGEST_LEAD = 240;
const MEASURED_BY =
  /(?<!\p{L})(?:so với|kết quả|thực hiện|hoàn thành|đạt|đánh giá)(?!\p{L})[^.;\n]{0,40}(?:mục tiêu|chỉ tiêu)(?!\p{L})[^.;\n]*$/u;
const leadsPlans = (words: string): boolean =>
  (LEADS_PLANS.test(words) && !MEASURED_BY.test(words)) || GOES_ON_BELOW.test(words);

/** The paragraphs that are items of a list of plans, by their starts. */
const underPlanLines = ({ folded, paragraphs }: Layout): ReadonlySet<number> => {
  const under = new Set<number>();
  let led = false;
  for (const { start, end } of paragraphs) {
    const line = folded.slice(start, Math.min(end, start + LONGEST_PLAN_LINE + 1));
    if (line.length <= LONGEST_PLAN_LINE && PLAN_LINE.test(line)) led = true;
    else if (leadsPlans(folded.slice(Math.max(start, end - LONGEST_LEAD), end))) led = true;
    else if (!PLAN_ITEM.test(line) || BACK.test(line.slice(0, 60))) led = false;
    else if (led) under.add(start);
  }
  return under;
};

/** A resolution on what is to be done: "Nghị quyết … về nhiệm vụ phát triển kinh tế - xã hội năm 2012". */
const RESOLVES = quick(
  /(?<!\p{L})nghị quyết(?!\p{L})[^.;]{0,60}\svề\s(?:\p{L}+\s){0,3}?(?:nhiệm vụ|phương hướng|kế hoạch|mục tiêu|chỉ tiêu)(?!\p{L})/u,
);
/** "Mục tiêu giảm nghèo 2016 - 2020": a text that tells nothing but goals. */
const TELLS_GOALS =
  /^\s*(?:(?:các|những|một số|hệ thống) )?(?:mục tiêu|chỉ tiêu)(?!\p{L}|\s+quốc gia)(?![^\n]*(?<!\p{L})(?:đạt|vượt|đã|hoàn thành|thực hiện|kết quả|cán đích|chạm|gần|về đích)(?!\p{L}))[^\n.;!?]*[^\n.;:!?]$/u;
/** "từ 26% (cuối 2005) xuống còn 15%": where a change sets out from is no plan. */
const SETS_OUT = atEnd(/(?<!\p{L})từ(?:\s+(?:mức|hơn|trên|gần|khoảng))*\s*$/u);
const ARRIVES = /^(?:\s*\([^()]*\))?[^.;,()]{0,32}(?<!\p{L}|trở\s)(?:xuống|lên|còn)(?!\p{L})/u;
const setsOut = (folded: string, { role, sentence, span }: Draft): boolean =>
  role === 'actual' &&
  SETS_OUT.test(folded.slice(Math.max(sentence.start, span.start - 24), span.start)) &&
  ARRIVES.test(folded.slice(span.end, Math.min(sentence.end, span.end + 64)));
/** How many lines may open a document before its title. */
const OPENING = 6;

/** "Đây là mục tiêu được đề ra tại Quyết định …" behind a title and lead calls what they tell a goal. */
const CALLED_GOAL =
  /^\s*đây là (?:một trong (?:những|các) |những |các )?(?:mục tiêu|chỉ tiêu|nội dung)(?:\s+(?:\p{L}+\s+){0,4})(?:đề ra|đặt ra|nêu|giao|xác định|quy định|của|trong|tại)(?!\p{L})[^.;]{0,80}(?<!\p{L})(?:quyết định|kế hoạch|nghị quyết|đề án|chương trình|dự thảo|chỉ thị)(?!\p{L})/u;
/** Where the words so called end; 0 where none are. */
const endOfGoals = ({ folded, paragraphs }: Layout): number =>
  paragraphs
    .slice(0, OPENING * 2)
    .find(({ start, end }) => CALLED_GOAL.test(folded.slice(start, Math.min(end, start + 240))))?.start ?? 0;

/** A sentence of shares and tasks that goes on with what the sentence before it plans. */
const GOES_ON =
  /^[\s\-+•*"“]*(?:(?:ngoài ra|bên cạnh đó|đồng thời|cùng với đó|trong đó),?\s+)?(?:(?:trên|hơn|ít nhất|tối thiểu|khoảng|có|và|đồng thời,?)\s+)*(?:\d+(?:[.,]\d+)?\s*%|t[ỷỉ] lệ|giảm|nâng|duy trì|bảo đảm|đảm bảo|phấn đấu|hằng năm|hàng năm|(?<=(?:ít nhất|tối thiểu)\s+)\d)/u;
/** "Theo đó, …" behind a paragraph on a plan that was issued tells what it holds. */
const THEREBY = /^[\s\-+•*"“]*(?:theo đó|cụ thể|trong đó|theo kế hoạch)(?!\p{L})/u;
/** "Đồng thời, bảo đảm 100% hộ nghèo được …": a task without a doer, beside those planned in the paragraph before. */
const BESIDES =
  /^[\s\-+•*"“]*(?:đồng thời|bên cạnh đó|ngoài ra|cùng với đó|mặt khác|về [^,.;:\d]{2,32}),?:?\s+(?:phấn đấu |tiếp tục )?(?:đảm bảo|bảo đảm|phấn đấu|duy trì|nâng|giảm|tăng|tạo|đưa|hỗ trợ|xây dựng|đào tạo)(?!\p{L})/u;
const ISSUES = quick(
  /(?<!\p{L})(?:ban hành|phê duyệt|ký|thông qua|xây dựng|đề ra|đặt ra)(?!\p{L})[^.;]{0,120}(?:kế hoạch|chương trình hành động|đề án|chỉ tiêu|mục tiêu)(?!\p{L})/u,
);
/** What a plan says of a share of people: "100% người cao tuổi được khám sức khỏe". */
const SHARE_TO_GET = /\d\s*%[^.;%]{0,120}(?<!\p{L})(?:được|có|biết|tham gia)(?!\p{L})/u;

const asTarget = (draft: Draft, because: string): Draft => ({
  ...draft,
  role: 'target',
  said: { comparator: draft.said?.comparator ?? '', role: because },
});

/** "04/09 thôn": what all of them are stands behind the stroke, whatever is planned for some. */
const BEHIND_STROKE = /\d\s*\/\s*$/;
const isWhole = (folded: string, { span }: Draft): boolean =>
  BEHIND_STROKE.test(folded.slice(Math.max(0, span.start - 4), span.start));

const open = ({ role }: Draft): boolean => role === 'actual' || role === 'change';

const happened = (folded: string, { sentence, span }: Draft): boolean =>
  HAPPENED.test(folded.slice(sentence.start, span.start)) || COMPARED.test(folded.slice(sentence.start, sentence.end));

/** The words of a sentence that plans by itself; a plan in brackets is only compared with. */
const INTENDS = /^[^(]*(?:ph[ấầ]n đ[ấầ]u|sẽ|dự kiến|mục tiêu|kế hoạch đưa|đề án đặt|hướng tới)[^(]*$/u;
const plans = ({ role, said }: Draft): boolean => role === 'target' && INTENDS.test(said?.role ?? '');

/** "tại tất cả 56 xã": all that there are. */
const ALL = atEnd(/(?<!\p{L})(?:tất cả|toàn bộ)\s*$/u);

/** The last time named before a number, if a year. */
const YEAR_NAMED = quick(
  /(?<!\p{L})(?:(?:đến|vào|trong|hết|tới|cuối)\s+(?:cuối\s+|hết\s+)?năm|(?:đến|tới)|giai đoạn(?:\s+từ)?(?:\s+năm)?)\s+(20\d\d)(?!\d|\/)/gu,
);
/** "Đến năm 2030, toàn tỉnh có 40 nghìn lao động …" in a text of 2024. */
const comesLater = (folded: string, { sentence, span }: Draft, issued: string | null): boolean => {
  if (!issued) return false;
  const before = folded.slice(Math.max(sentence.start, span.start - 400), span.start);
  const year = matches(YEAR_NAMED, before).at(-1)?.[1];
  return year !== undefined && year > issued.slice(0, 4);
};

/** "Mỗi xã tổ chức ít nhất một buổi, trao tối thiểu 50 suất quà, trị giá từ 300.000 đồng": no one tells so what was. */
const LEAST = quick(
  /(?<!\p{L})(?:tổ chức|trao(?: tặng)?|tặng|hỗ trợ|xây(?: dựng)?|sửa chữa|đào tạo|dạy nghề|mở|thành lập|vận động|giúp|chọn|đưa|phát triển|đầu tư|giới thiệu|tư vấn|tạo việc làm|giải quyết việc làm)(?:\s+(?:được|nghề|cho|giúp|đỡ))*\s+(?:ít nhất|tối thiểu)\s+(?:là\s+)?(?=[\p{L}\d])/u,
);
const isLeast = (folded: string, { sentence, span, kind }: Draft): boolean =>
  kind !== 'percentage' && LEAST.test(folded.slice(Math.max(sentence.start, span.start - 300), span.end));

/** What goes on with a plan: the next sentences of its paragraph, and "Theo đó" behind the paragraph that issues it. */
const carriedOn = ({ folded, paragraphs }: Layout, drafts: readonly Draft[]): Draft[] => {
  const issued = (paragraph: Span): boolean => {
    const ahead = paragraphs[placeOf(paragraphs, paragraph) - 1];
    return ahead !== undefined && ISSUES.test(folded.slice(Math.max(ahead.start, ahead.end - 400), ahead.end));
  };
  const told: Draft[] = [];
  /** The last sentence that plans, and the last that goes on with it. */
  let planning: Draft | null = null;
  let carried: Span | null = null;
  for (const draft of drafts) {
    const { sentence, paragraph, span } = draft;
    if (sentence !== told.at(-1)?.sentence) {
      const words = folded.slice(sentence.start, sentence.end);
      const goesOn: boolean = planning?.paragraph === paragraph && GOES_ON.test(words);
      const opens = sentence.start === paragraph.start;
      const thereby = opens && THEREBY.test(words) && SHARE_TO_GET.test(words) && issued(paragraph);
      const besides: boolean =
        opens &&
        planning !== null &&
        paragraphs[placeOf(paragraphs, paragraph) - 1] === planning.paragraph &&
        BESIDES.test(words);
      carried = goesOn || thereby || besides ? sentence : null;
      if (!carried) planning = null;
    }
    const all = ALL.test(folded.slice(Math.max(sentence.start, span.start - 16), span.start));
    const now =
      carried && open(draft) && !all && !happened(folded, draft) ? asTarget(draft, 'it goes on with a plan') : draft;
    if (plans(draft)) planning = draft;
    told.push(now);
  }
  return told;
};

/** "Từ nay đến cuối năm, quỹ sẽ giúp …" opens news of what is to be done. */
const FROM_NOW = /^[^\n]{0,24}?(?<!\p{L})từ nay (?:cho )?(?:đến|tới)(?!\p{L})/u;
const LOOKS_BACK = quick(
  /(?<!\p{L})(?:đã|vừa|qua|trước đó|trước đây|năm (?:ngoái|trước)|tính đến|từ đầu năm|đến nay|hiện (?:nay|có|còn))(?!\p{L})/u,
);
/** What news that opens so tells on, until a paragraph looks back. */
const announced = ({ folded, paragraphs }: Layout, drafts: readonly Draft[]): Draft[] => {
  const news = paragraphs
    .slice(0, OPENING * 3)
    .find(({ start, end }) => FROM_NOW.test(folded.slice(start, Math.min(end, start + 60))));
  if (!news || drafts[0] === undefined || drafts[0].span.start < news.start) return [...drafts];
  const back = paragraphs.find(({ start, end }) => start > news.start && LOOKS_BACK.test(folded.slice(start, end)));
  const end = back?.start ?? folded.length;
  return drafts.map((draft) =>
    open(draft) && draft.span.end <= end ? asTarget(draft, 'the news is of what is to be done') : draft,
  );
};

const LONGEST_HEADLINE = 300;
/** A headline says again what the text plans: its numbers take the role that they have below it. */
const headlined = ({ folded, paragraphs }: Layout, drafts: readonly Draft[]): Draft[] => {
  const isHeadline = ({ start, end }: Span): boolean =>
    end - start <= LONGEST_HEADLINE && !/[.;:?!]\s*$/.test(folded.slice(start, end));
  const opening = paragraphs.slice(0, OPENING);
  const first = opening.find((line) => isHeadline(line) && drafts.some(({ paragraph }) => paragraph === line));
  if (!first) return [...drafts];
  const body = drafts.filter(({ paragraph }) => paragraph !== first);
  const again = (draft: Draft) => body.filter(({ unit, value }) => unit === draft.unit && value === draft.value);
  const ofTitle = drafts.filter((draft) => draft.paragraph === first && open(draft));
  const known = ofTitle.filter((draft) => again(draft).length > 0);
  const planned =
    known.length > 0 &&
    known.every((draft) => again(draft).every(({ role }) => role === 'target')) &&
    !HAPPENED.test(folded.slice(first.start, first.end));
  return drafts.map((draft) =>
    planned && ofTitle.includes(draft) ? asTarget(draft, 'the text below plans it') : draft,
  );
};

/**
 * What stands under a heading of plans is planned, unless its sentence says that it happened; so is what a resolution
 * on coming tasks states, what a year behind the day of issue (`issued`, ISO) dates, what goes on with a plan, and what
 * a headline says again of one.
 */
export const asPlanned = (
  layout: Layout,
  drafts: readonly Draft[],
  sections: readonly Section[],
  issued: string | null = null,
): Draft[] => {
  const { folded, paragraphs } = layout;
  const byId = new Map(sections.map((section) => [section.id, section]));
  const resolves = paragraphs
    .slice(0, OPENING)
    .some(({ start, end }) => end - start <= 300 && RESOLVES.test(folded.slice(start, end)));
  const first = paragraphs[0];
  const goals =
    first !== undefined && first.end - first.start <= 120 && TELLS_GOALS.test(folded.slice(first.start, first.end));
  const listed = underPlanLines(layout);
  const goalsEnd = endOfGoals(layout);
  const ahead = drafts.map((draft) => {
    if (!open(draft) || setsOut(folded, draft)) return draft;
    if (goals && !happened(folded, draft)) return asTarget(draft, 'the title tells goals');
    if (draft.span.end <= goalsEnd && !happened(folded, draft))
      return asTarget(draft, 'the text below calls it a goal');
    const section = sections.findLast(({ span }) => span.start <= draft.span.start && draft.span.start < span.end);
    if (isAhead(section, byId)) {
      return happened(folded, draft) ? draft : asTarget(draft, `the heading “${section?.heading ?? ''}”`);
    }
    const back = section !== undefined && BACK.test(fold(section.heading));
    if (comesLater(folded, draft, issued) || isLeast(folded, draft))
      return happened(folded, draft) ? draft : asTarget(draft, 'it is of a time to come');
    if (
      listed.has(draft.paragraph.start) &&
      !isWhole(folded, draft) &&
      !looksBack(section, byId) &&
      !happened(folded, draft)
    )
      return asTarget(draft, 'the list is one of plans');
    return resolves && !back && !happened(folded, draft) ? asTarget(draft, 'the title resolves it') : draft;
  });
  return headlined(layout, announced(layout, carriedOn(layout, ahead)));
};
