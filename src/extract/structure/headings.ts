import { quick } from '../text/quick.ts';
import { isCapitals } from './lines.ts';

/** The longest heading without any mark of one: two lines of print. */
const LONGEST = 180;
const LONGEST_MARKED = 320;
const LONGEST_RUN_IN = 110;

/** Verbs with which a task begins ("Tiếp tục tăng cường …"); a heading names its matter. */
const TASK =
  /^(?:tiếp tục|tăng cường|đẩy mạnh|phối hợp|chỉ đạo|triển khai|nâng cao|chủ động|quan tâm|tập trung|phấn đấu|kịp thời|làm tốt|ưu tiên|rà soát|huy động|giao |đề nghị|kiến nghị|tham mưu|thường xuyên|duy trì|bảo đảm|đảm bảo|thực hiện (?:tốt|có hiệu quả|hiệu quả|đầy đủ|nghiêm|kịp thời|các|việc)|tổ chức|vận động|hướng dẫn|khuyến khích|củng cố|kiện toàn|phát huy|xây dựng|hoàn thiện|hỗ trợ|kiểm tra|bố trí|sớm|xem xét|cần |mở rộng|nhân rộng|cấp |trao |tặng |thăm )/iu;
/** Words of a statement; a heading has no finite verb. */
const STATEMENT = quick(
  /(?<![\p{L}])(?:đã|đang|sẽ|là|có|còn|chiếm|đạt|được|giảm còn|tăng lên|do|nên|phải|cho biết)(?![\p{L}])/iu,
);
/** Numbers other than years, months and periods. */
const FIGURE = quick(
  /(?<![\p{L}\d./-])(?!(?:19|20)\d{2}(?!\d))(?!0?[369]\s+tháng)(?!6\s+tháng)\d[\d.,]*\s*(?:%|[\p{L}])/u,
);
const SENTENCE_END = quick(/(?<![\p{Lu}])(?<!(?:^|\s)(?:TP|TX|TT|Tp|Đ\/c|ThS|TS))\.\s+(?=["“(]?\p{Lu})/u);
const CLOSING = /[\s.:;,…]+$/u;

export interface Heading {
  /** The heading's words, closing punctuation left out. */
  text: string;
  /** Text goes on behind it on the same line. */
  runIn: boolean;
  /** The document sets it apart (bold, capitals, a heading style). */
  marked: boolean;
}

export const trimHeading = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(CLOSING, '')
    .replace(/^[*_]+|[*_]+$/g, '')
    .trim();

/** Whether these words name a matter rather than state something or set a task. */
export const namesMatter = (text: string): boolean => !TASK.test(text) && !STATEMENT.test(text) && !FIGURE.test(text);

/**
 * The heading that the words behind a number are or begin with, or null where they are a paragraph.
 * `marked` says that the line is set apart by its type.
 */
export function headingIn(words: string, marked: boolean): Heading | null {
  const emphasised = marked || isCapitals(words);
  const text = trimHeading(words);
  if (text.length < 2 || /^\d[\d.,%]*$/.test(text)) return null;
  if (!/[;,]$/.test(words) && isWhole(words, text, emphasised)) return { text, runIn: false, marked: emphasised };
  return runInHeading(words, emphasised);
}

function isWhole(words: string, text: string, marked: boolean): boolean {
  if (text.length > (marked ? LONGEST_MARKED : LONGEST)) return false;
  if (SENTENCE_END.test(text)) return false;
  const colon = text.search(/:\s/);
  if (colon >= 0 && !marked) return false;
  if (marked) return true;
  if (/\.$/.test(words)) return text.length <= LONGEST_RUN_IN && namesMatter(text);
  return !FIGURE.test(text) || (/:$/.test(words) && text.length <= LONGEST_RUN_IN);
}

/** "Công tác giảm nghèo: Trong năm 2022, …" → "Công tác giảm nghèo". What follows must be text, not the value of an item. */
function runInHeading(words: string, marked: boolean): Heading | null {
  const colon = words.search(/\s?:\s/);
  const stop = SENTENCE_END.exec(words)?.index ?? -1;
  const cut = Math.min(...[colon, stop].filter((at) => at > 0));
  if (!Number.isFinite(cut) || cut > LONGEST_RUN_IN) return null;
  const text = trimHeading(words.slice(0, cut));
  const rest = words.slice(cut).replace(/^[\s.:]+/, '');
  if (text.split(' ').length < 2 || !namesMatter(text) || (/,/.test(text) && text.split(',').length > 4)) return null;
  return rest.length >= 40 && /^["“(]?[\p{Lu}]/u.test(rest) ? { text, runIn: true, marked: marked && false } : null;
}

/** A line with no number that is a heading by its type alone. */
export function isUnnumberedHeading(text: string, bold: boolean, level: number | null): boolean {
  if (level !== null) return text.length <= LONGEST_MARKED;
  if (text.length > LONGEST || /[.;,?!]$/.test(text) || text.split(/\s+/).length < 2) return false;
  if (NOT_A_HEADING.test(text) || !/\p{L}{2}/u.test(text)) return false;
  return isCapitals(text) || bold;
}

const NOT_A_HEADING =
  /^(?:kính gửi|đơn vị(?: tính)?|bảng|biểu|hình|ảnh|nguồn|ghi chú|nơi nhận|số\s*:|cộng h|độc lập|[uủ][yỷ] ban nhân dân|ubnd|hội đồng|tm\.|kt\.|tl\.|chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|trưởng phòng|người lập|pv\s*:|\(|phóng viên\s*:|trên đây)/iu;
