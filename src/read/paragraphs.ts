import type { Draft } from './compose.ts';

/** The mark that opens an item: "-", "+", "•", "1.", "3.1.", "a)", "IV.". */
const MARKER = /^(?:[-–—+*•●○■▪◦➢✓](?=\s|\p{Lu})|(?:\d{1,2}(?:\.\d{1,2})*[.)]|\p{L}[.)]|[IVXLC]{1,6}[.)])(?=\s))/u;
const BULLET = /^[-–—+*•●○■▪◦➢✓](?=\s|\p{Lu})/u;
/** Punctuation that closes a sentence or announces a list, closing quotes and brackets after it allowed. */
const CLOSED = /(?:[.!?;:…/|])["'”’»)\]]*$/;
const FILE_NAME = /^\S{1,200}\.(?:png|jpe?g|gif|webp|svg|pdf|docx?|xlsx?|mp[34])$/i;
const HAS_LOWER = /\p{Ll}/u;
/** Words that no Vietnamese sentence ends with, so the next line goes on whatever its first letter is. */
const DANGLING =
  /(?<![\p{L}\p{M}\p{N}])(?:của|và|với|cho|tại|các|những|được|bởi|từ|trong|bằng|theo|nhằm|thuộc|hoặc|gồm|là|như|vào|về việc)$/u;

/** Words that leave a sentence waiting for its number: "với kinh phí trên", "khoảng". */
const AWAITS_NUMBER =
  /(?<![\p{L}\p{M}\p{N}])(?:trên|hơn|gần|dưới|khoảng|ước|đạt|còn|có|chiếm|tăng|giảm|ít nhất|tối thiểu|tối đa|không quá|tổng số)$/u;

/** A paragraph this short is a caption, a button or a name, hardly the first part of a broken sentence. */
const SHORTEST_BROKEN = 40;
/** Nobody writes longer ones: joining line to line without end takes time that grows with its square. */
export const LONGEST_PARAGRAPH = 20_000;
/** As much of a paragraph's end as tells how it ends. */
const TAIL = 100;

export const isMarked = (line: string): boolean => MARKER.test(line);
export const isBulleted = (line: string): boolean => BULLET.test(line);
export const isClosed = (line: string): boolean => CLOSED.test(line.slice(-TAIL));

/** Whether `next` is the rest of the sentence that a page break cut off at the end of `previous`. */
export function continues(previous: string, next: string): boolean {
  if (previous.length < SHORTEST_BROKEN || previous.length > LONGEST_PARAGRAPH || previous === next) return false;
  if (isClosed(previous) || isMarked(next) || FILE_NAME.test(next) || !HAS_LOWER.test(previous)) return false;
  const tail = previous.slice(-TAIL);
  if (AWAITS_NUMBER.test(tail) && /^\d/.test(next)) return true;
  return /^\p{Ll}/u.test(next) || (DANGLING.test(tail) && /^[\p{L}\p{N}]/u.test(next));
}

/** What stands between two parts of a sentence cut at a line's end: nothing inside "QĐ-TTg", else a space. */
export function joint(previous: string, next: string): '' | ' ' {
  return /[\p{L}\p{N}][-–/]$/u.test(previous.slice(-TAIL)) && /^[\p{L}\p{N}]/u.test(next) ? '' : ' ';
}

/** One block of two: the second's words move behind the first's. */
export function join(first: Draft, second: Draft): Draft {
  const text = first.text + joint(first.text, second.text) + second.text;
  const shift = text.length - second.text.length;
  const words = [
    ...(first.words ?? []),
    ...(second.words ?? []).map((word) => ({ ...word, start: word.start + shift, end: word.end + shift })),
  ];
  return { ...first, text, bold: first.bold && second.bold, ...(words.length > 0 ? { words } : {}) };
}

const isProse = (draft: Draft): boolean => draft.kind === 'paragraph' || draft.kind === 'list_item';

/** Makes sentences whole that were cut in two blocks (a page break carried into the text). */
export function mendParagraphs(drafts: readonly Draft[]): Draft[] {
  const mended: Draft[] = [];
  for (const draft of drafts) {
    const last = mended.at(-1);
    if (last && isProse(last) && draft.kind === 'paragraph' && continues(last.text, draft.text)) {
      mended[mended.length - 1] = join(last, draft);
    } else mended.push(draft);
  }
  return mended;
}

/** Lines of hard-wrapped text end near one width; the width in characters, or null where lines are paragraphs. */
export function wrapWidth(lines: readonly string[]): number | null {
  const lengths = lines.map((line) => line.length).filter((length) => length > 40);
  if (lengths.length < 6) return null;
  const width = lengths.reduce((most, length) => Math.max(most, length));
  const full = lengths.filter((length) => length >= width - 20).length;
  return width <= 130 && full >= lengths.length * 0.6 ? width : null;
}

/** Whether a hard-wrapped line was broken only because the next line's first word had no room. */
export function wraps(line: string, next: string, width: number): boolean {
  const word = next.split(/\s/, 1)[0] ?? '';
  return line.length + 1 + word.length > width - 2 && !(isMarked(next) && isClosed(line));
}
