import type { Span } from '../../model/index.ts';
import type { Draft } from '../figures/draft.ts';
import { within } from '../text/dictionary.ts';
import { matches, quick } from '../text/quick.ts';
import type { Mention } from './mentions.ts';

/** A figure with the words that belong to it, and the figure whose statement it goes on with. */
export interface Stated {
  draft: Draft;
  /** Words before the number that are its own. */
  lead: Span;
  /** Words behind the number that are its own. */
  tail: Span;
  /** The stretch between full stops, semicolons and the like that holds it. */
  clause: Span;
  /** Index of the figure this one says more of ("174 hộ … với số tiền 4.627 triệu đồng"), or null where it opens a statement. */
  follows: number | null;
  /** Index of the figure whose verb this one shares in a listing ("tư vấn cho 300 tân binh; 12 nghìn lượt học sinh"), or null. */
  continues: number | null;
}

/** A word that opens the next figure's own words: "… hộ nghèo vay | với số tiền". */
const CONNECTOR = quick(
  /(?<!\p{L})(?:với(?=\s*(?:$|tổng|số tiền|kinh phí|trị giá|giá trị|mức|nguồn|vốn|quy mô|trên|hơn|gần|khoảng|doanh số|dư nợ|sự|[^.;]{0,40}\s$))|kinh phí|tổng (?:số tiền|kinh phí|trị giá|giá trị|vốn|mức)|số tiền(?! lương)|trị giá|giá trị|chiếm|đạt|tương đương|tương ứng|bằng|trong đó|gồm|bao gồm|so với|(?<!cho )mỗi (?:suất|hộ|phần|người|căn|nhà|cháu|em)|(?<!^\s*)t[ỷỉ] lệ|thu hút|nâng|qua đó|góp phần|bình quân|hoàn thành|vượt(?! khó| nghèo| lên| qua)|cụ thể|và(?=\s+(?:đã|thăm|trao|tặng|hỗ trợ|cho|các nguồn|tổ chức|cấp|xây|giải quyết|giới thiệu|tạo|mở|vận động|chi)(?!\p{L})))(?!\p{L})/gu,
);
/** What a noun before it is the subject of: that noun opens the next figure's own words. */
const PREDICATE = /^(?::|chiếm|đạt|bằng|tương|hoàn thành|vượt|bình quân|gồm|bao gồm|thu hút|nâng)/u;
const HARD = /[;:(]|\.(?=\s|$)|\s[–—-]\s|\)/gu;
/** Words that only tie a figure to the one before it and name nothing themselves. */
const TIE =
  /^[\s,()+=–-]*(?:(?:với|và|có|tổng|tổng cộng|số|tiền|kinh phí|thực hiện|hỗ trợ|là|trị giá|giá trị|nguồn|vốn|nguồn vốn|vay|vay vốn|cho vay|được|chiếm|t[ỷỉ] lệ|tương đương|tương ứng|đạt|khoảng|trên|hơn|gần|ước|bằng|mức|thành tiền|tham gia|thu hút|giải ngân|đã giải ngân|dư nợ|tăng|giảm|thêm|mỗi|suất|phần|hộ|người|trong đó|vượt|doanh số|quy mô|cấp|chi|chi trả|bình quân|mỗi (?:suất|phần|hộ|người|căn|nhà|em|cháu)|giúp|cho|số lượng|hoàn thành|so với (?:cùng kỳ|năm trước|năm \d{4}|đầu năm)[^,]{0,16}|tính|lên|xuống|còn|hiện|từ ngân sách|quà|mỗi suất quà|mặt|tiền mặt|ngân sách|kế hoạch|kh|chỉ tiêu|năm \d{4}|giao|mục tiêu|thưởng|tiền thưởng)(?!\p{L})[\s,:]*)*$/u;

/** Nothing but a mark or "và" stands between two things listed. */
const LISTED = /^\s*(?:[,;]|và|,\s*và)?\s*(?:(?:trên|hơn|gần|khoảng|và|trong đó có)\s*)*$/u;
/** A verb or a new number's own words: what follows a comma is no longer a list of groups. */
const NEW_STATEMENT = quick(
  /(?<!\p{L})(?:đã|được|có|hỗ trợ|trao|tặng|cấp|vận động|xây|tổ chức|thực hiện|giải quyết|tạo|cho vay|vốn|chương trình|dự án|đề án|là|qua|rà soát|điều tra|hàng|nhiều|một số)(?!\p{L})/u,
);

/** "…, chủ yếu là đồng bào Khmer" says more of those counted. */
const MOSTLY = /^,\s*(?:chủ yếu|phần lớn|đa số|đa phần|hầu hết)\s+(?:là\s+)?/u;

/** A verb behind the last of several groups makes all of them its subject: "320 hộ nghèo, hộ cận nghèo đã được vay". */
const PREDICATED =
  /^\s*(?:(?:có|bị|khác|thuộc)\s[^,;.]{0,24}\s)?(?:đã|được|vay|tiếp cận|tham gia|thoát|nhận)(?!\p{L})/u;

/** So does a place that all of them are at: "cho hộ nghèo, hộ cận nghèo ở 18 xã". */
const GOES_ON = new RegExp(
  `${PREDICATED.source}|^\\s*(?:ở|tại|trên|trong|thuộc|của)(?:\\s+(?:trên|hơn|gần|khoảng|các|địa bàn))*\\s*$`,
  'u',
);

const lastIndexOf = (pattern: RegExp, text: string): number => {
  let found = -1;
  for (const match of matches(pattern, text)) found = match.index + match[0].length;
  return found;
};

const firstOf = (pattern: RegExp, text: string, from = 0): number => {
  const match = matches(pattern, text.slice(from))[0];
  return match ? from + match.index : -1;
};

/** A comma between verbs of one deed parts nothing: "phòng, chống", "thăm, tặng quà", "xây mới, sửa chữa". */
const JOINING =
  /,(?!(?<=(?<!\p{L})(?:phòng|khám|thăm|thăm hỏi|trao|gặp mặt|miễn|xây|xây mới|xây dựng|động viên|hỗ trợ|chăm lo|nuôi dưỡng|tập huấn|đào tạo|tư vấn|tuyên truyền),)\s*(?:bồi dưỡng|giới thiệu|vận động|phổ biến|chống|ngừa|chữa|tặng|trao|giảm|sửa|sửa chữa|động viên|hỗ trợ|giúp đỡ|chăm sóc)(?!\p{L}))/gu;
/** Kinds of places counted together are one noun, whose verb tells what they have: "140 xã, phường, thị trấn có người nghiện". */
const COUNTED_PLACES =
  /^\s*(?:các\s+)?(?:cơ quan|sở|ban|đơn vị)(?:\s+\p{L}+){0,4},\s*(?:ban|ngành|chính quyền|đơn vị|tổ chức|cơ quan|doanh nghiệp)(?!\p{L})(?:[\s,]+(?!có|là)\p{L}+){0,8}(?=\s+(?:có|là)(?!\p{L}))|^\s*(?:số\s+)?(?:xã|phường|huyện|thị xã|thị trấn|thành phố|quận|tỉnh|thôn|bản|ấp|khu phố)(?:,\s*(?:xã|phường|huyện|thị xã|thị trấn|thành phố|quận|tỉnh|thôn|bản|ấp|khu phố))*(?=\s+(?:đã\s+)?(?:có|thuộc)(?!\p{L}))/u;
/** The commas of `text` (which stands at `offset`) that no name holds, as "học sinh, sinh viên" and "phòng, chống" do. */
const commasBetween = (text: string, offset: number, mentions: readonly Mention[]): number[] => {
  const places = COUNTED_PLACES.exec(text)?.[0].length ?? 0;
  return matches(JOINING, text)
    .map(({ index }) => index)
    .filter((at) => at >= places)
    .filter((at) => !mentions.some(({ span }) => span.start < offset + at && span.end > offset + at));
};

/** Where the last of the groups joined to one ends: "…, cận nghèo và mới thoát nghèo | được hỗ trợ". */
const endOfRun = (folded: string, named: readonly Mention[], first: Mention): number => {
  let { end } = first.span;
  for (const { span } of named)
    if (span.start >= end && /^\s*(?:,|và|hoặc|,\s*và)\s*$/u.test(folded.slice(end, span.start))) end = span.end;
  return end;
};

/** Where the words behind a number stop being its own and the next number's begin. */
const splitOf = (folded: string, gap: Span, mentions: readonly Mention[], last: boolean): number => {
  const text = folded.slice(gap.start, gap.end);
  const named = within(mentions, gap);
  const inName = (at: number) => named.some(({ span }) => span.start < gap.start + at && span.end > gap.start + at);
  const connector = matches(CONNECTOR, text).find(({ index }) => !inName(index))?.index ?? -1;
  const stops = [firstOf(HARD, text), connector].filter((i) => i >= 0);
  const stop = stops.length ? Math.min(...stops) : text.length;
  const predicated =
    PREDICATE.test(text.slice(stop)) && !/(?:,|(?<!\p{L})(?:như|gồm|sau))\s*$/u.test(text.slice(0, stop));
  const commas = commasBetween(text.slice(0, stop), gap.start, named);
  for (let i = 0, comma = commas[0]; comma !== undefined; comma = commas[i]) {
    const behind = within(mentions, { start: gap.start + comma, end: gap.start + stop })[0];
    const apart = behind ? folded.slice(gap.start + comma, behind.span.start).replace(MOSTLY, '') : '';
    const listed =
      !(predicated && comma === commas.at(-1)) &&
      behind &&
      apart.length <= 40 &&
      !NEW_STATEMENT.test(apart) &&
      (stop < text.length || last || GOES_ON.test(text.slice(endOfRun(folded, named, behind) - gap.start)));
    if (!listed) return gap.start + comma;
    const past = behind.span.end - gap.start;
    while (i < commas.length && (commas[i] as number) < past) i += 1;
  }
  return gap.start + stop;
};

/** A full stop or semicolon; the stop of "TP. Châu Đốc" ends nothing. */
const STOP = /;|(?<!(?<!\p{L})(?:tp|tx|tt|ts|ths|bs|gs|pgs))\.\s/gu;
const clauseOf = (folded: string, draft: Draft): Span => {
  const { sentence, span } = draft;
  const before = folded.slice(sentence.start, span.start);
  const after = folded.slice(span.end, sentence.end);
  const start = sentence.start + Math.max(0, lastIndexOf(STOP, before));
  const end = firstOf(STOP, after);
  return { start, end: end < 0 ? sentence.end : span.end + end };
};

/** A number that opens a part of its own behind a comma: "…, 100% trẻ em được tiêm chủng". */
const OPENS_PART = /,\s*(?:trên|hơn|gần|khoảng|có|được|đã có)?\s*$/u;

/** What a gift holds says nothing further: "100 suất quà gồm gạo, dầu ăn với tổng trị giá 30 triệu đồng". */
const CONTENTS =
  /^[\s,(]*(?:gồm|bao gồm)(?!\p{L})[^.;:\d]*?(?=(?:,\s*|\s)(?:với (?:tổng|trị giá|số tiền|kinh phí)|tổng (?:trị giá|giá trị|số tiền|kinh phí)|trị giá|mỗi (?:suất|phần)))/u;
/** Another deed done for others: "hỗ trợ tiền điện 25 hộ/3 triệu đồng, hỗ trợ 33 hộ nghèo". */
const OTHER_DEED = /^[^,]*(?:,|(?:^|\s)và\s)\s*(?:và\s+)?(?:đã\s+)?(?:hỗ trợ|cấp|cho vay|chi trả|giúp)(?!\p{L})/u;
/** Money and shares are tied by the words behind the last comma alone: "…, đã hoàn thành, số tiền hỗ trợ 65 triệu đồng". */
const ties = (behind: string, { kind }: Draft): boolean => {
  if (kind === 'count' && OTHER_DEED.test(behind)) return false;
  const words = behind.replace(CONTENTS, '');
  if (TIE.test(words)) return true;
  const bracket = words.lastIndexOf('(');
  if (kind !== 'count' && bracket >= 0 && TIE.test(words.slice(bracket))) return true;
  const last = words.slice(words.lastIndexOf(',') + 1);
  return kind === 'money' && last.trim().length > 6 && last.length < words.length && TIE.test(last);
};

/** The figure before this one, past any parenthesis that has closed between them. */
const headOf = (folded: string, drafts: readonly Draft[], i: number): number | null => {
  const draft = drafts[i] as Draft;
  let at = i - 1;
  if (drafts[at]?.sentence !== draft.sentence) return null;
  const gap = folded.slice((drafts[at] as Draft).span.end, draft.span.start);
  const closing = gap.indexOf(')');
  if (closing < 0 || gap.slice(0, closing).includes('(')) return at;
  const opening = folded.lastIndexOf('(', (drafts[at] as Draft).span.start);
  if (opening < draft.sentence.start) return at;
  while (drafts[at]?.sentence === draft.sentence && (drafts[at] as Draft).span.start > opening) at -= 1;
  return drafts[at]?.sentence === draft.sentence ? at : null;
};

/** "từ 5-7 nhà tình nghĩa": what both ends count stands behind the upper one. */
const isRangeStart = ({ draft }: Stated, next: Stated | undefined): boolean =>
  draft.rule === 'range' &&
  draft.comparator === 'ge' &&
  next?.draft.comparator === 'le' &&
  next.draft.unit === draft.unit;

/** Cuts each sentence between its figures and ties dependent figures to the one they speak further of. */
export const findStatements = (folded: string, drafts: readonly Draft[], mentions: readonly Mention[]): Stated[] => {
  const stated: Stated[] = [];
  drafts.forEach((draft, i) => {
    const previous = drafts[i - 1]?.sentence === draft.sentence ? stated[i - 1] : undefined;
    const next = drafts[i + 1]?.sentence === draft.sentence ? drafts[i + 1] : undefined;
    const clause = clauseOf(folded, draft);
    const gap = { start: draft.span.end, end: next ? next.span.start : draft.sentence.end };
    const tail = { start: draft.span.end, end: splitOf(folded, gap, mentions, !next) };
    const from = Math.min(
      previous ? previous.tail.end : Math.max(clause.start, draft.sentence.start),
      draft.span.start,
    );
    const words = folded.slice(from, draft.span.start);
    const head = headOf(folded, drafts, i);
    const listed = previous && words.trim() !== '' && LISTED.test(words) && previous.draft.kind === draft.kind;
    const summed =
      draft.rule === 'money_column' &&
      /^[\s;|]*$/u.test(folded.slice(draft.noun?.end ?? from, draft.span.start).replace(/^[^;|]*/u, ''));
    const tied =
      previous &&
      !listed &&
      head !== null &&
      (summed || (ties(words, draft) && previous.clause.end > draft.span.start));
    const opens = !tied && !listed && OPENS_PART.exec(words);
    const contents = tied ? (CONTENTS.exec(words)?.[0].length ?? 0) : 0;
    stated.push({
      draft,
      lead: { start: opens ? from + opens.index + 1 : from + contents, end: draft.span.start },
      tail,
      clause,
      follows: tied ? head : null,
      continues: listed ? i - 1 : null,
    });
  });
  return stated.map((one, i) =>
    isRangeStart(one, stated[i + 1]) ? { ...one, tail: (stated[i + 1] as Stated).tail } : one,
  );
};
