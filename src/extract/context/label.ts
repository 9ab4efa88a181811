import type { Stated } from './statements.ts';

const LONGEST = 90;
const EDGE = /^[\s,;:.()/=–\-+•*"“”]+|[\s,;:.()/=–\-+•*"“”]+$/gu;
const LEADING =
  /^(?:và|với|có|là|đã|được|trong đó|gồm|cho|thì|đạt|của|các|còn|do|mà|đến nay|hiện nay|toàn (?:huyện|tỉnh|xã) (?:có|đã)|(?:trên|hơn|gần|khoảng))\s+/iu;
const TRAILING =
  /\s+(?:là|có|đạt|được|cho|với|còn|trên|hơn|gần|khoảng|chiếm|của|và|trong|tổng|đã|giảm|tăng|xuống|lên|từ|đến|dưới|ước|mới|chỉ)$/iu;

/** Words of time at either end tell when, not what. */
const TIME =
  '(?:(?:trong|vào|đến|tính đến|đến hết|hết|từ|qua)\\s+)?(?:(?:đầu|cuối|giữa|hết)\\s+)?(?:năm(?:\\s+(?:học\\s+)?\\d{4}(?:\\s*[-–]\\s*\\d{4})?)?|ngày\\s+[\\d/.-]+|\\d{1,2}/\\d{1,2}/\\d{4}|\\d{1,2}\\s+tháng\\s+(?:đầu|cuối)\\s+năm(?:\\s+\\d{4})?|giai đoạn\\s+\\d{4}\\s*[-–]\\s*\\d{4}|quý\\s+[\\divx]+(?:[/ ](?:năm\\s+)?\\d{4})?|tháng\\s+[\\d/]+|nay|hiện nay|đầu năm đến nay)';
const TIME_FIRST = new RegExp(`^${TIME}(?=[\\s,:]|$)[\\s,:]*`, 'iu');
const TIME_LAST = new RegExp(`(?:^|[\\s,])${TIME}$`, 'iu');

const trimmed = (text: string): string => {
  let label = text.replace(/\s{2,}|[^\S ]/g, ' ').replace(EDGE, '');
  for (let before = ''; before !== label; ) {
    before = label;
    label = label.replace(TIME_FIRST, '').replace(TIME_LAST, '').replace(LEADING, '').replace(TRAILING, '');
    label = label.replace(EDGE, '');
  }
  return label;
};

const shortened = (label: string): string => {
  if (label.length <= LONGEST) return label;
  const cut = label.slice(label.length - LONGEST);
  return `…${cut.slice(cut.indexOf(' ') + 1)}`;
};

/** What a label may fall back on where a figure's own words tell too little. */
export interface Naming {
  /** The label of the figure it says more of. */
  head: string | null;
  /** What it measures or whom it counts, as the catalogue names it. */
  code: string | null;
}

const SHORT = 14;
/** Words that say how a number stands to another and name nothing: "chiếm tỷ lệ", "giảm". */
const NAMELESS =
  /^(?:(?:chiếm|t[ỷỉ] lệ|đạt|giảm|tăng|còn|lại|tương đương|tương ứng|kế hoạch|bằng|mức|thêm|vượt|so với [^,]*)\s*)*$/iu;

/** A short noun phrase that tells a reader what a number counts: the text's own words, completed where they are too few. */
export const labelOf = (text: string, { lead, tail, draft }: Stated, { head, code }: Naming): string => {
  const behind = trimmed(text.slice(tail.start, tail.end));
  const before = trimmed(text.slice(lead.start, lead.end));
  if (draft.kind === 'count' && (behind.includes(' ') || (behind.length >= 3 && NAMELESS.test(before)))) {
    return behind.length > LONGEST ? `${behind.slice(0, LONGEST)}…` : behind;
  }
  const full = behind && draft.kind !== 'count' && behind.length < 40 ? `${before} ${behind}`.trim() : before;
  if (full.length >= SHORT && !NAMELESS.test(full)) return shortened(full);
  const name = draft.kind === 'money' ? (head ?? code) : (code ?? head);
  if (!name) return shortened(full || behind || text.slice(draft.span.start, tail.end).trim());
  return shortened(NAMELESS.test(full) ? name : draft.kind === 'money' ? `${name}: ${full}` : full);
};
