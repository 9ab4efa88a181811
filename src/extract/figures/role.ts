import type { Kind, Role, Span } from '../../model/index.ts';

export interface RoleOf {
  role: Role;
  /** -1 for a decrease. */
  sign: 1 | -1;
  /** The role comes from the sentence's or section's plan, not from words at the number. */
  implied: boolean;
  /** The words that state it; "" for what simply was. */
  words: string;
}

const BOUND = 'trên|hơn|gần|dưới|khoảng|ít nhất|tối thiểu|tối đa|không quá|xấp xỉ|ước';
/** "giảm 5,4%, tương ứng với gần 1.000 hộ": the change once more, as a number. */
const COUNT_OF_CHANGE =
  /(?<!\p{L})(tăng|giảm)(?:\s+(?:thêm|được|hơn|trên|gần|khoảng))*\s+[\d.,]+\s*%\s*[,(]?\s*(?:tương (?:đương|ứng)|hay|bằng)(?: với)?(?:\s+(?:giảm|tăng|gần|hơn|trên|khoảng))*\s*$/u;

/** Words that may stand between "tăng", "giảm" and the amount of the change; "còn", "xuống" and "lên" name the new level instead. */
const CHANGE_LINK = `(?:thêm|được|tới|bình quân|trung bình|${BOUND}|mỗi năm|hàng năm|hằng năm|từ|là|tương ứng|tương đương|thực tế|nghèo|hộ nghèo|hộ cận nghèo|số hộ nghèo|t[ỷỉ] lệ(?: hộ)?(?: cận)?(?: nghèo)?|đạt|trong năm|đến|(?:so với )?năm \\d{4}|toàn (?:tỉnh|huyện|xã)|từ)`;
const CHANGE = new RegExp(
  `(?<!\\p{L}|không )(tăng|giảm|vượt(?: (?:kế hoạch|chỉ tiêu|kh|dự toán))?|hạ|(?:mở rộng|bổ sung|phát triển|kết nạp) thêm|(?:cao|nhiều|lớn|thấp|ít) hơn(?: (?:so với )?(?:kế hoạch|chỉ tiêu|mục tiêu)(?:(?: \\p{L}+){0,4} (?:giao|đề ra))?)?)(?!\\p{L}|\\s+(?:xuống|còn|lên))(?:\\s+${CHANGE_LINK})*\\s*$`,
  'u',
);
/** "giảm từ 8,01% … xuống", "tăng từ 120 lên 150" gives two levels, not a change. */
const FROM = /(?<!\p{L})từ(?:\s+(?:hơn|trên|gần|khoảng|mức))*\s*$/u;
/** "giảm từ 5% trở lên" is a change of at least so much. */
const OR_MORE = /^[^.;,\d]{0,24}(?<!\p{L})trở lên(?!\p{L})/u;
const THRESHOLD = /(?<!\p{L})vượt\s+(?:ngưỡng|mức|mốc|con số)\s*$/u;

/** "giảm tỷ lệ hộ nghèo vùng dân tộc thiểu số trên 3%": the rate's own words stand between the verb and the amount. */
const CHANGE_OF_RATE =
  /(?<!\p{L})(tăng|giảm|hạ)\s+t[ỷỉ] lệ\s(?:(?!(?:xuống|còn|lên|đạt|là|mức|tăng|giảm)(?!\p{L}))[^\d,;.:()])*$/u;

/** "(+5,04%)", "tăng 102,3 tỷ đồng (8,9%)", "giảm 29 vụ, tương ứng với 3,87%": the change once more, as a share. */
const SIGNED = /\(\s*([+\-–])\s*$/u;
const RATE_OF_CHANGE =
  /(?<!\p{L})(tăng|giảm)(?:\s+(?:thêm|được|hơn|trên|gần|khoảng))*\s+[\d.,]+(?:\s+\p{L}+){0,3}(?:\s*\(\s*(?:(?:tương (?:đương|ứng)(?: với)?|bằng|hay)\s+)?|\s*,?\s+(?:tương (?:đương|ứng)(?: với)?|hay)\s+)$/u;

const PLAN_AFTER =
  /^\s*(?:so với\s+|của\s+|so\s+)?(?:(?:chỉ tiêu\s+)?kế hoạch|kh(?!\p{L})|chỉ tiêu|mục tiêu|dự toán|nghị quyết|nq(?!\p{L}))/u;
const REACHED = /(?<!\p{L})(?:đạt|bằng|hoàn thành|được|thực hiện)(?:\s+(?:t[ỷỉ] lệ|trên|hơn|gần|khoảng|tới))*\s*$/u;
const ANY_UP_TO_NUMBER =
  '(?:(?:\\s+\\p{L}+){0,4}\\s+giao)?(?:\\s+(?:là|giao|đề ra|đặt ra|được giao|năm \\d{4}|năm|cả năm|tỉnh giao|huyện giao|đến năm \\d{4}|trung ương giao|đạt|khoảng|trên|phải))*';
const PLANNED_HERE = new RegExp(
  `(?<!\\p{L})(?:kế hoạch|kh|chỉ tiêu|mục tiêu|phấn đấu|dự kiến|nghị quyết)${ANY_UP_TO_NUMBER}\\s*:?\\s*$`,
  'u',
);
/** "mục tiêu đưa lao động đi làm việc ở nước ngoài theo hợp đồng là 120.000 lao động" */
const TARGET_IS =
  /(?<!\p{L})(?:mục tiêu|chỉ tiêu)(?! quốc gia)(?:(?!đạt|vượt|thực hiện)[^.;,()\d]){0,80}\slà(?:\s+(?:trên|hơn|gần|khoảng|ít nhất|tối thiểu))*\s*$/u;
const SO_FAR =
  /(?:so với|theo|vượt|đạt|hoàn thành|thực hiện)\s+(?:\p{L}+\s+){0,2}(?:kế hoạch|chỉ tiêu|mục tiêu)[^,;]*$/u;

/** "thấp hơn 0,4% so với chỉ tiêu UBND tỉnh giao (35,5%)": the plan itself, alone in brackets. */
const PLAN_IN_BRACKETS = /(?:so với|%(?: của)?) (?:chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|dự toán)[^;()]*\(\s*$/u;
/** "so với chỉ tiêu giao (70.544 người) đạt 84%" */
const OF_PLAN_BEFORE =
  /so với (?:chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|dự toán)[^;.()]*\([^()]*\)\s*(?:thì\s+)?(?:đạt|bằng)\s*$/u;
/** A share of what was before is no share of a plan: "bằng 108,6% so với cùng kỳ". */
const AS_BEFORE = /^\s*(?:so với\s+|so\s+|của\s+)?(?:cùng kỳ|năm (?:trước|ngoái|\d{4})|tháng trước|quý trước|đầu năm)/u;

const INTENT =
  /(?<!\p{L})(?:ph[ấầ]n đ[ấầ]u|mục tiêu|chỉ tiêu|dự kiến|sẽ|đặt kế hoạch|kế hoạch đưa|(?<!(?:hồ sơ|giấy|đơn|văn bản|tờ trình|công văn|danh sách) )đề nghị|đề xuất|đặt ra|nhằm mục đích|hướng tới|hướng đến|kỳ vọng|giao (?:cho )?chỉ tiêu|đề án đặt|cần (?:bố trí|huy động)|(?<!(?:hộ|nghèo|người|đối tượng|gia đình|dân) )cần hỗ trợ|(?<!(?:đáp ứng|theo|đạt|có) )yêu cầu(?= [^,;.]{0,40}(?:hoàn thành|đạt|bảo đảm|đảm bảo|phấn đấu|giải ngân|giảm)(?!\p{L})))(?!\p{L})/gu;
const DONE =
  /(?<!\p{L})(?:đã|kết quả|thực tế|đến nay|thì đến nay|hiện(?: nay| còn| có)?|vừa qua|đang có|tính đến|so với|vượt|theo)(?!\p{L})/u;
/** "đạt 120% chỉ tiêu; …" looks back at a plan. */
const SHARE_OF = /%\s*(?:so với\s+|so\s+|của\s+)?$/u;
/** "2.259 hồ sơ, đạt 76,1%." at a statement's end: the share of what was to be done. */
const REACHED_ALONE = /(?<![\d/.,])\d[\d.,]*(?:\s+\p{L}+){1,5}\s*[,(]\s*đạt(?:\s+t[ỷỉ] lệ)?\s*$/u;
const ENDS = /^\s*(?:[.;)](?!\d)|$)/u;
/** "mục tiêu quốc gia" is the name of programmes. */
const PROGRAMME_NAME = /^\s*(?:quốc gia|qg|phát triển)/u;

/** The words of intent that hold for what stands at `offset`, or null. */
const plannedBySentence = (folded: string, sentence: Span, offset: number): string | null => {
  const before = folded.slice(sentence.start, offset);
  const intents = [...before.matchAll(INTENT)].filter(
    (m) => !PROGRAMME_NAME.test(before.slice(m.index + m[0].length)) && !SHARE_OF.test(before.slice(0, m.index)),
  );
  const last = intents.at(-1);
  const intended =
    last !== undefined &&
    !DONE.test(before.slice(last.index + last[0].length)) &&
    !SO_FAR.test(before.slice(0, last.index + last[0].length + 12));
  return intended ? last[0] : null;
};

/** "Kinh phí thực hiện Chương trình giảm nghèo là 45 tỷ đồng": a policy's name, not a decrease. */
const POLICY =
  /(?:chương trình|công tác|nguồn (?:vốn|lực)|kinh phí|quỹ|đề án|dự án|chính sách|mô hình|hoạt động|phong trào|xóa đói,?|cho|về)\s+giảm nghèo(?:\s+(?!giảm|tăng)\p{L}+)*\s*$/u;

const saidOf = (...matches: readonly (RegExpExecArray | null)[]): string =>
  matches.flatMap((match) => match?.[0].trim() ?? []).join(' … ');

/**
 * What the number states: what was, what is planned, a change, or a share of plan reached. "từ" before a range
 * (`ranged`) opens the range, not a level.
 */
export const roleOf = (
  folded: string,
  number: Span,
  kind: Kind,
  value: number,
  sentence: Span,
  ranged = false,
): RoleOf => {
  const before = folded.slice(Math.max(sentence.start, number.start - 72), number.start);
  const after = folded.slice(number.end, Math.min(sentence.end, number.end + 32));
  const level = (!ranged && FROM.test(before) && !OR_MORE.test(after)) || THRESHOLD.test(before) || POLICY.test(before);
  const change = level
    ? null
    : (CHANGE.exec(before) ?? (kind === 'percentage' ? CHANGE_OF_RATE : COUNT_OF_CHANGE).exec(before));
  // "cao hơn chỉ tiêu giao 0,8%": the plan in the words of the change itself is not what is planned.
  const told = change ? number.start - before.length + change.index : number.start;
  const planned =
    plannedBySentence(folded, sentence, told) ??
    (change !== null ? PLANNED_HERE.exec(before.slice(0, change.index))?.[0].trim() : undefined) ??
    null;
  const signed = kind === 'percentage' ? (SIGNED.exec(before) ?? RATE_OF_CHANGE.exec(before)) : null;
  if (signed) {
    const words = signed[1] as string;
    return { role: 'change', sign: /[-–]|giảm/u.test(words) ? -1 : 1, implied: false, words };
  }
  if (change) {
    const words = change[1] as string;
    const sign = /giảm|hạ|thấp|ít/u.test(words) ? -1 : 1;
    return planned === null
      ? { role: 'change', sign, implied: false, words }
      : { role: 'target', sign, implied: true, words: `${planned} … ${words}` };
  }
  if (
    kind === 'percentage' &&
    REACHED.test(before) &&
    (PLAN_AFTER.test(after) ||
      (value > 100 && !AS_BEFORE.test(after)) ||
      (planned === null && REACHED_ALONE.test(before) && ENDS.test(after)))
  ) {
    return {
      role: 'achievement',
      sign: 1,
      implied: false,
      words: saidOf(REACHED.exec(before), PLAN_AFTER.exec(after)),
    };
  }
  const wider = folded.slice(Math.max(sentence.start, number.start - 200), number.start);
  const ofPlan = kind === 'percentage' ? (PLAN_AFTER.exec(after) ?? OF_PLAN_BEFORE.exec(wider)) : null;
  if (ofPlan) return { role: 'achievement', sign: 1, implied: false, words: saidOf(ofPlan) };
  const bracketed = /^(?:\s*\p{L}+){0,3}\s*\)/u.test(after) ? PLAN_IN_BRACKETS.exec(wider) : null;
  const here = bracketed ?? PLANNED_HERE.exec(before) ?? TARGET_IS.exec(wider);
  if (here) return { role: 'target', sign: 1, implied: false, words: saidOf(here) };
  return planned === null
    ? { role: 'actual', sign: 1, implied: false, words: '' }
    : { role: 'target', sign: 1, implied: true, words: planned };
};
