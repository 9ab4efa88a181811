import { quick } from '../../text/quick.ts';
import type { TimeKind, TimeMention } from '../types.ts';
import { figureOfTheBase } from './bind.ts';
import { figureAfter, figureBefore, leftOf, rightOf, type Sentence } from './view.ts';

type Refusal = { name: string; refuses(mention: TimeMention, sentence: Sentence): boolean };

const TIMELESS = new Set<TimeKind>(['occasion', 'rate', 'age', 'clock', 'century', 'name']);

const OF_THE_TERM = quick(
  /(?<![\p{L}\p{M}])(?:chỉ tiêu|mục tiêu|nhiệm vụ|phương hướng|kết quả|thành tích)(?: chủ yếu| chính| cụ thể| lớn)?(?: trong| của| cho| đến hết| cả)?[^\S\n]+$/u,
);

/** "Trong nhiệm kỳ 2012-2017, Hội phấn đấu …", "chỉ tiêu nhiệm kỳ 2012-2017": a term of office that is a period. */
const opensAsTerm = (m: TimeMention, s: Sentence): boolean => {
  if (m.start === null) return false;
  if (OF_THE_TERM.test(leftOf(m.span.start, s, 60))) return true;
  if (!/^[^\S\n]*,/u.test(rightOf(m.span.end, s, 4))) return false;
  const left = leftOf(m.span.start, s, 20);
  const opens = left.length < 20 && /^[^\p{L}\p{N}]*(?:\p{L}+[^\S\n]+)?$/u.test(left);
  return opens || /[,;:(][^\S\n]*(?:trong|qua|suốt)[^\S\n]+$/u.test(left);
};

/** "hàng tháng", "tròn 100 tuổi", "nhân Ngày Người khuyết tật 18/4", "nhiệm kỳ 2020-2025" date nothing. */
const timeless: Refusal = {
  name: 'timeless',
  refuses: (m, s) => TIMELESS.has(m.kind) && !opensAsTerm(m, s),
};

/** Of the durations only "trong 03 năm" may name a period: the one of that length. */
const merelyLong: Refusal = {
  name: 'merely-long',
  refuses: (m, s) =>
    m.kind === 'duration' && (m.unit !== 'year' || !/(?:trong|suốt)[^\S\n]+$/u.test(leftOf(m.span.start, s, 12))),
};

/** "Nhờ nỗ lực những năm qua, …": vague words date only what they open. */
const vagueInPassing: Refusal = {
  name: 'vague-in-passing',
  refuses: (m, s) =>
    m.rule === 'recently' && !/^[^\p{L}\p{N}]*(?:(?:trong|qua|suốt|từ)[^\S\n]+)?$/u.test(leftOf(m.span.start, s)),
};

/** "so với năm 2015", "cao hơn cuối năm 2021": the base of a comparison. */
const comparisonBase: Refusal = {
  name: 'comparison-base',
  refuses: (m, s) => {
    if (figureOfTheBase(m, s) !== null) return false;
    const left = leftOf(m.span.start, s, 60);
    if (/so (?:với |sánh với |cùng )?[^,;.()\p{N}]{0,40}$/u.test(left))
      return /(?:^|[^\p{L}\p{M}])so [^,;.()\p{N}]*$/u.test(left);
    return /(?:^|[^\p{L}\p{M}])(?:hơn|bằng|gấp) (?:mức |cuối |đầu |của |số )*$/u.test(left);
  },
};

/** "cùng kỳ" is a base, unless its own figure follows: "cùng kỳ năm trước là 300 hộ". */
const samePeriod: Refusal = {
  name: 'same-period',
  refuses: (m, s) => {
    if (m.kind !== 'same_period' || figureOfTheBase(m, s) !== null) return false;
    const next = figureAfter(m.span.end, s);
    if (next === undefined) return true;
    const gap = s.lower.slice(m.span.end, next.span.start);
    const opens = /^[^\p{L}\p{N}]*$/u.test(leftOf(m.span.start, s));
    if (/\([^\S\n]*$/u.test(leftOf(m.span.start, s, 4)) && /^[^\S\n:]*$/u.test(gap)) return false;
    return opens ? /[;.]/u.test(gap) : !/^[^\S\n]*(?:là|có|đạt|chỉ|:|chiếm)[^,;.]{0,30}$/u.test(gap);
  },
};

/** "đạt 98% kế hoạch năm 2023": the plan the share is of. */
const planBase: Refusal = {
  name: 'plan-base',
  refuses: (m, s) =>
    figureBefore(m.span.start, s) !== undefined &&
    /(?:kế hoạch|chỉ tiêu|dự toán|kh|nghị quyết|mục tiêu)(?: được giao| giao| đề ra| của| cả| huyện| tỉnh| trong| nghị quyết){0,3} $/u.test(
      leftOf(m.span.start, s, 50),
    ),
};

const PREDICATE = /^[^\S\n]*(?:đã|có|còn|đạt|là|toàn|được|ước|chiếm|:|thì)/u;
const PROGRAMME =
  /(?:chương trình|phong trào|cuộc vận động|chuẩn nghèo|chuẩn|tiêu chí|đề án|chiến lược|nghị quyết|quyết định|nghị định|chỉ thị|thông tư|kế hoạch số|luật|bộ tiêu chí|quy định|mục tiêu quốc gia|mtqg|dự án|khóa|nhiệm kỳ)(?![\p{L}\p{M}])[^,;.:\n]{0,140}$/u;
const LAW =
  /(?:nghị quyết|quyết định|nghị định|chỉ thị|thông tư|kế hoạch số|luật|pháp lệnh|công văn|phong trào|cuộc vận động|chuẩn nghèo|tiêu chí|đại hội|kỳ họp|hiến pháp|bộ luật)(?![\p{L}\p{M}])[^,;.:\n]{0,110}$/u;

/** "tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều năm 2022 là 4,03%": the year of the rate, not of the standard. */
const RATED = /(?:tỷ lệ|tỉ lệ|số hộ|hộ nghèo|phong trào|cuộc vận động)(?![\p{L}\p{M}])[^,;.:\n]*$/u;
const COMES_TO = /^[^\S\n]*(?:đã|có|còn|đạt|là|ước|chiếm|giảm|tăng)(?![\p{L}\p{M}])/u;

const FUND = /(?:quỹ|chương trình|đề án|dự án)(?![\p{L}\p{M}])[^,;.:\n]{0,60}$/u;

const sinceLastFigure = (m: TimeMention, s: Sentence): string => {
  const left = leftOf(m.span.start, s);
  const figure = figureBefore(m.span.start, s);
  return figure === undefined ? left : left.slice(-Math.max(0, m.span.start - figure.span.end) || left.length);
};

/** The period in the name of a programme, movement, standard or resolution: "theo chuẩn nghèo giai đoạn 2022-2025". */
const partOfAName: Refusal = {
  name: 'part-of-a-name',
  refuses: (m, s) => {
    const words = s.lower.slice(m.span.start, m.span.end);
    const left = sinceLastFigure(m, s);
    if (/^[^\p{L}]*thời gian(?![\p{L}\p{M}])/u.test(left)) return false;
    if (
      /^(?:tính|từ)/u.test(words) ||
      /(?:(?:trong|cả|của|đợt (?:\p{N}{1,2}|[ivx]{1,4}))[^\S\n]+|(?:[,:(]|(?<![\p{L}\p{M}])là)[^\S\n]*)$/u.test(left)
    )
      return false;
    // "mục tiêu 70% mà Đề án đề ra đến năm 2015": what the programme sets, for that year.
    if (m.kind === 'until' && /(?:đề ra|đặt ra)[^\S\n]*$/u.test(left)) return false;
    if (m.kind === 'range' || (m.kind === 'until' && !PREDICATE.test(rightOf(m.span.end, s))))
      return PROGRAMME.test(left);
    if (m.kind !== 'year' || (RATED.test(left) && COMES_TO.test(rightOf(m.span.end, s)))) return false;
    return LAW.test(left) || (m.rule === 'bare-year' && FUND.test(left));
  },
};

const PAPER =
  /(?:\/[\p{L}\d-]{2,20}|(?:nghị quyết|quyết định|nghị định|chỉ thị|thông tư|kế hoạch|luật|công văn|văn bản|thông báo|tờ trình|hướng dẫn|báo cáo|giấy|công điện|hợp đồng|đề án)[^,;.:]{0,60}|ban hành[^,;.]{0,20})[,(]? (?:ký |ban hành |ra )?$/u;

export const isOfAPaper = ({ span }: TimeMention, lower: string): boolean =>
  PAPER.test(lower.slice(Math.max(0, span.start - 100), span.start));

/** The date of a document: "Nghị định số 81/2021/NĐ-CP ngày 27/8/2021". */
const dateOfAPaper: Refusal = {
  name: 'date-of-a-paper',
  refuses: (m, s) => {
    if (m.kind !== 'date' && m.kind !== 'month') return false;
    const figure = figureBefore(m.span.start, s);
    const left = leftOf(m.span.start, s, 100);
    return PAPER.test(figure === undefined ? left : left.slice(-(m.span.start - figure.span.end)));
  },
};

const SPEECH =
  /(?:cho biết|cho hay|thông tin|chia sẻ|trao đổi|phát biểu|chủ trì|khẳng định|báo cáo|trả lời|nói|cuộc họp|họp báo|buổi làm việc|hội nghị|kỳ họp|phiên họp|phiên|hội thảo|tọa đàm)(?![\p{L}\p{M}])/u;

/** "Ngày 20-10, Hội cho biết đã phân bổ 14,5 tỉ đồng": a deed told on its day, where no other time is named. */
const DEED_TOLD = /(?:cho biết|cho hay|thông tin|báo cáo),?[^\S\n](?:[^,.;]{0,40}[^\S\n])?(?:đã|vừa)(?![\p{L}\p{M}])/u;

/** The day somebody spoke or met: "Ngày 19/1, ông Liêm cho hay …". */
const dayOfSpeech: Refusal = {
  name: 'day-of-speech',
  refuses: (m, s) => {
    if (m.kind !== 'date' && !(m.kind === 'since' && m.rule.includes('day'))) return false;
    const next = figureAfter(m.span.end, s);
    const told = s.lower.slice(m.span.end, next?.span.start ?? s.span.end);
    return SPEECH.test(told) && !(s.mentions.length === 1 && DEED_TOLD.test(told));
  },
};

const DECISION =
  /(?:quyết định|ban hành|ký|phê duyệt|công bố|công văn|văn bản|đồng ý|yêu cầu|đề nghị|chỉ đạo|cho phép|trình)(?![\p{L}\p{M}])/u;
const WIDER = new Set<TimeKind>(['festival', 'year', 'half', 'months', 'quarter', 'season', 'school_year', 'range']);

/** The day something was decided, where the sentence also names the time it was decided for. */
const dayOfDecision: Refusal = {
  name: 'day-of-decision',
  refuses: (m, s) => {
    if (m.kind !== 'date') return false;
    const next = figureAfter(m.span.end, s);
    return (
      DECISION.test(s.lower.slice(m.span.end, next?.span.start ?? s.span.end)) &&
      s.mentions.some((other) => other.span.start > m.span.end && WIDER.has(other.kind))
    );
  },
};

/** "sau năm 1975", "sinh năm 1960", "trước ngày 30/4/1975": a bound in somebody's life or in history. */
const longAgo: Refusal = {
  name: 'long-ago',
  refuses: (m, s) => {
    const year = m.end !== null && m.end !== 'now' ? m.end.year : null;
    return (
      /(?:(?<!(?:số|suất|mức|học|tuyển|nhập|khai|hộ|dân|tái|phát|an|vệ|ký|thí|môn) )sinh|sinh vào|sinh ngày|mất|hy sinh) $/u.test(
        leftOf(m.span.start, s, 20),
      ) ||
      (typeof year === 'number' && year < 1986)
    );
  },
};

const SUMS_UP = quick(/(?<![\p{L}\p{M}])(?:tổng kết|sơ kết|đánh giá|kiểm điểm|kết quả)(?![\p{L}\p{M}])/u);
const PLANS = quick(
  /(?<![\p{L}\p{M}])(?:triển khai|phương hướng|nhiệm vụ|kế hoạch|giải pháp)(?![\p{L}\p{M}])[^,.;\p{N}]{0,60}$/u,
);

/** "Tại hội nghị tổng kết năm 2022 và triển khai nhiệm vụ năm 2023, … đã có 45 hộ thoát nghèo": what the meeting is held for beside. */
const yearAhead: Refusal = {
  name: 'year-ahead',
  refuses: (m, s) => {
    const left = leftOf(m.span.start, s);
    if (!PLANS.test(left) || !SUMS_UP.test(left) || figureAfter(m.span.end, s)?.role === 'target') return false;
    return figureBefore(m.span.start, s) === undefined && s.mentions.some(({ span }) => span.end <= m.span.start);
  },
};

/** "…, đến nay đã hoàn thành, số tiền 65 triệu": an aside on a state, with no figure of its own. */
const aside: Refusal = {
  name: 'aside',
  refuses: (m, s) => {
    if (m.kind !== 'now' || figureBefore(m.span.start, s) === undefined) return false;
    const next = figureAfter(m.span.end, s);
    const clause = /^[^,;.)]*/u.exec(rightOf(m.span.end, s))?.[0] ?? '';
    return clause.trim() !== '' && (next === undefined || next.span.start > m.span.end + clause.length);
  },
};

const CAUSED = /(?:gây ra|gây nên|xảy ra|diễn ra|bùng phát)(?: vào| trong| hồi| từ)?[^\S\n]+$/u;

/** "Sáng 5/11, Ban cứu trợ chia 3 tỷ đồng cho vùng bị bão gây ra trong tháng 10": when the harm was done, where a day opens the sentence. */
const timeOfTheHarm: Refusal = {
  name: 'time-of-the-harm',
  refuses: (m, s) =>
    CAUSED.test(leftOf(m.span.start, s, 30)) &&
    s.mentions.some((other) => other.kind === 'date' && other.span.end <= m.span.start && other.start !== null),
};

/** "tặng quà người có công, hộ được công nhận thoát nghèo năm 2019": since when one of several kinds of receivers is one. */
const TRAIT =
  /,[^;.\d]{0,24}(?<![\p{L}\p{M}])(?:hộ|gia đình|người)(?![\p{L}\p{M}])[^,;.\d]{0,48}công nhận (?:là )?(?:hộ )?thoát nghèo[^,;.\d]{0,24}$/u;
const traitOfReceivers: Refusal = {
  name: 'trait-of-receivers',
  refuses: (m, s) => m.kind === 'year' && TRAIT.test(sinceLastFigure(m, s)),
};

/** Times that date no figure, though their digits stand in its sentence. */
export const NOT_THE_PERIOD: Refusal[] = [
  timeless,
  merelyLong,
  vagueInPassing,
  samePeriod,
  comparisonBase,
  planBase,
  partOfAName,
  dateOfAPaper,
  dayOfSpeech,
  dayOfDecision,
  longAgo,
  yearAhead,
  timeOfTheHarm,
  traitOfReceivers,
  aside,
];

export const mayDate = (mention: TimeMention, sentence: Sentence): boolean =>
  !NOT_THE_PERIOD.some((rule) => rule.refuses(mention, sentence));
