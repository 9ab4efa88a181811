import type { Span } from '../../model/index.ts';
import type { Stated } from './statements.ts';

const LONGEST = 90;
const EDGE = /^[\s,;:.()/=–\-+•*"“”]+|[\s,;:.()/=–\-+•*"“”]+$/gu;
const LEADING =
  /^(?:và|với|có|là|đã|được|trong đó|gồm|cho|thì|đạt|của|các|còn|do|mà|đến nay|hiện nay|toàn (?:huyện|tỉnh|xã) (?:có|đã)|(?:trên|hơn|gần|khoảng))\s+/iu;
const TRAILING =
  /\s+(?:là|có|đạt|được|cho|với|còn|trên|hơn|gần|khoảng|chiếm|của|và|trong|tổng|đã|giảm|tăng|xuống|lên|từ|đến|dưới|ước|mới|chỉ)$/iu;

const trimmed = (text: string): string => {
  let label = text.replace(/\s+/g, ' ').replace(EDGE, '');
  for (let before = ''; before !== label; ) {
    before = label;
    label = label.replace(LEADING, '').replace(TRAILING, '').replace(EDGE, '');
  }
  return label;
};

const shortened = (label: string): string => {
  if (label.length <= LONGEST) return label;
  const cut = label.slice(label.length - LONGEST);
  return `…${cut.slice(cut.indexOf(' ') + 1)}`;
};

/** A short noun phrase from the text that tells what a number counts; `wider` is read where its own words are too few. */
export const labelOf = (text: string, stated: Stated, wider: Span): string => {
  const { lead, tail, draft } = stated;
  const behind = trimmed(text.slice(draft.span.end, tail.end));
  const before = trimmed(text.slice(lead.start, lead.end));
  const named = behind.includes(' ') || (behind.length >= 3 && before.length < 8);
  if (draft.kind === 'count' && named) return behind.length > LONGEST ? `${behind.slice(0, LONGEST)}…` : behind;
  if (before.length >= 8)
    return shortened(behind && draft.kind !== 'count' && behind.length < 40 ? `${before} ${behind}` : before);
  const context = trimmed(text.slice(wider.start, lead.end));
  return shortened(context || behind || before || text.slice(draft.span.start, tail.end).trim());
};
