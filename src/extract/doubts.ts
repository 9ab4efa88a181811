import type { Message } from '../model/index.ts';
import type { Draft } from './figures/draft.ts';

const SENTENCES: Readonly<Record<string, string>> = {
  separator_chosen: 'Dấu phân cách của số này có thể đọc theo hai cách; đã chọn cách hợp với phần còn lại của văn bản.',
  number_malformed: 'Số này không thể đúng như đã viết; giá trị chỉ là phỏng đoán, cần đối chiếu với bản gốc.',
};

/** A message for each number that had to be chosen or cannot be right as written. */
export const doubtsOf = (drafts: readonly Draft[]): Message[] =>
  drafts.flatMap(({ doubts, span }) =>
    doubts.map((code) => ({ code, severity: 'warning' as const, message: SENTENCES[code] ?? code, span })),
  );
