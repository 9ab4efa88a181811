import type { Figure, Message } from '../model/index.ts';
import type { ConfidenceFeatures } from './confidence/index.ts';
import type { Draft } from './figures/draft.ts';
import type { Convention } from './numbers/convention.ts';

const shown = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });

/** Why a mark was read against the writer's own convention. */
const reasonOf = ({ kind }: Draft): string => {
  if (kind === 'count') return 'vì đếm thì bằng số nguyên';
  if (kind === 'money') return 'vì số tiền tính bằng đồng không có phần lẻ';
  if (kind === 'percentage') return 'vì tỷ lệ hiếm khi từ 1.000% trở lên';
  return 'vì cách kia không hợp với số này';
};

type Sentence = (draft: Draft, written: string) => string;

const SENTENCES: Readonly<Record<string, Sentence>> = {
  separator_chosen: (draft, written) =>
    `Dấu phân cách của “${written}” khác cách viết của phần còn lại của văn bản; đọc là ${shown.format(draft.value)} ${reasonOf(draft)}.`,
  separator_by_sum: (draft, written) =>
    `“${written}” đọc được hai cách; đọc là ${shown.format(draft.value)} vì như vậy mới khớp với tổng các thành phần.`,
  number_malformed: (draft, written) =>
    `“${written}” không thể đúng như đã viết; tạm đọc là ${shown.format(draft.value)}, cần đối chiếu với bản gốc.`,
};

/** Arithmetic settles a doubt; the others are left to the reader. */
const SETTLED = new Set(['separator_by_sum']);

/** A message for each number that had to be chosen or cannot be right as written. */
export const doubtsOf = (drafts: readonly Draft[], text: string): Message[] =>
  drafts.flatMap((draft) =>
    draft.doubts.map((code) => ({
      code,
      severity: SETTLED.has(code) ? ('info' as const) : ('warning' as const),
      message: SENTENCES[code]?.(draft, text.slice(draft.span.start, draft.span.end)) ?? code,
      span: draft.span,
    })),
  );

/** Which mark the document sets decimals off by, where its numbers disagree or it is not the official comma. */
export const conventionDoubt = ({ decimal, votes }: Convention): Message[] =>
  decimal === ',' && votes.against === 0
    ? []
    : [
        {
          code: 'separator_convention',
          severity: 'info',
          message: `Văn bản viết phần thập phân bằng dấu “${decimal}”: ${votes.for} số viết như vậy${votes.against ? `, ${votes.against} số viết ngược lại` : ''}; những số đọc được hai cách được đọc theo đó.`,
          span: null,
        },
      ];

/** A word of which the engine is less sure than this may hold another digit. */
const DOUBTED = 0.25;

/** A message for each figure whose digits an OCR engine was not sure of. */
export const misreadDoubts = (
  text: string,
  figures: readonly Figure[],
  evidence: readonly ConfidenceFeatures[],
): Message[] =>
  figures.flatMap(({ span }, i): Message[] => {
    const doubt = evidence[i]?.ocrDoubt ?? 0;
    if (doubt < DOUBTED) return [];
    const message = `Chữ số quét “${text.slice(span.start, span.end)}” nhận dạng chưa chắc chắn (${Math.round((1 - doubt) * 100)}%); cần đối chiếu với ảnh trang.`;
    return [{ code: 'ocr_doubtful_number', severity: 'warning', message, span }];
  });
