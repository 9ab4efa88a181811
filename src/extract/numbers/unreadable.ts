import type { Message, Span } from '../../model/index.ts';
import { DIGITS, LARGEST_EXPONENT, MOST_DIGITS, multiplierAt } from './scan.ts';

const INVISIBLE = '\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff';
const HAS_INVISIBLE = new RegExp(`[${INVISIBLE}]`, 'u');
const RUN = new RegExp(`[\\d.,${INVISIBLE}]+`, 'gu');
const PARTED = new RegExp(`\\d[.,]?[${INVISIBLE}]`, 'u');
const MULTIPLIED = /\d(?=\s*(?:(?:trăm|nghìn|ngàn|vạn|triệu|t[ỷỉ])\s+){2})/gu;

/** Numerals that nobody can vouch for, by the reason. */
export interface Unreadable {
  /** More digits or multipliers than a number of a report has. */
  endless: Span[];
  /** Invisible characters stand between its digits or right behind them: what was there may be gone. */
  parted: Span[];
  /** The text writes letters and their marks apart (NFD), as no rule is written. */
  decomposed: boolean;
}

const spanOf = ({ 0: text, index = 0 }: RegExpMatchArray): Span => ({ start: index, end: index + text.length });

export const unreadableIn = ({ text, folded }: { text: string; folded: string }): Unreadable => ({
  endless: [
    ...[...folded.matchAll(DIGITS)].map(spanOf).filter(({ start, end }) => end - start > MOST_DIGITS),
    ...[...folded.matchAll(MULTIPLIED)].flatMap(({ index }) => {
      const { exponent, end } = multiplierAt(folded, index + 1);
      return exponent > LARGEST_EXPONENT ? [{ start: index, end }] : [];
    }),
  ],
  parted: HAS_INVISIBLE.test(folded) ? [...folded.matchAll(RUN)].filter(([run]) => PARTED.test(run)).map(spanOf) : [],
  decomposed: /[\u0300-\u0323]/u.test(text) && text.normalize('NFC') !== text,
});

const message = (code: string, words: string, span: Span | null): Message => ({
  code,
  severity: 'warning',
  message: words,
  span,
});

/** One message for each reason, at the first of its numerals. */
export const unreadableDoubts = ({ endless, parted, decomposed }: Unreadable): Message[] => [
  ...endless
    .slice(0, 1)
    .map((span) =>
      message(
        'number_endless',
        `${endless.length} dãy số dài hơn mọi số liệu có thể có nên không được đọc; cần đối chiếu với bản gốc.`,
        span,
      ),
    ),
  ...parted
    .slice(0, 1)
    .map((span) =>
      message(
        'number_parted',
        `${parted.length} số có ký tự ẩn chen giữa hoặc liền sau các chữ số nên không được đọc; hãy xóa ký tự ẩn rồi đọc lại.`,
        span,
      ),
    ),
  ...(decomposed
    ? [
        message(
          'text_decomposed',
          'Văn bản viết dấu tách rời khỏi chữ (Unicode tổ hợp, NFD) nên lời văn không đọc được; hãy chuyển sang dạng dựng sẵn (NFC) rồi đọc lại.',
          null,
        ),
      ]
    : []),
];
