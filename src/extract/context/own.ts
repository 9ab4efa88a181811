import type { Span, Subject, Unit } from '../../model/index.ts';
import { within } from '../text/dictionary.ts';
import { quick } from '../text/quick.ts';
import type { Mention } from './mentions.ts';
import type { Stated } from './statements.ts';

/** A count of places or offices has no subjects unless its own words name them (spec/figures.md). */
export const PLACES: ReadonlySet<Unit> = new Set([
  'province',
  'district',
  'commune',
  'village',
  'organisation',
  'facility',
  'school',
  'event',
  'works',
  'model',
  'dossier',
]);
/** How far a count of places names its group itself: "01 thư viện sách cho trẻ em có hoàn cảnh khó khăn". */
const NOUN_PHRASE = 160;
/** Why the places are told of, behind the noun phrase: "3 xã còn lại do số hộ nghèo cao". */
const CAUSE = quick(
  /(?<!\p{L})(?:(?:do|vì|bởi)\s+(?:số|số lượng|chưa|không|thiếu|điều kiện|t[ỷỉ] lệ|có|còn)|nhằm|nên)(?!\p{L})/u,
);
const nounPhraseEnd = (folded: string, tail: Span): number => {
  const end = Math.min(tail.end, tail.start + NOUN_PHRASE);
  const cause = folded.slice(tail.start, end).search(CAUSE);
  return cause < 0 ? end : tail.start + cause;
};
/** Contributions are a share of a payroll or go into a fund; what employers pay is nobody's share. */
const PAYROLL = /^\s*(?:tổng )?quỹ (?:tiền )?lương|^\s*(?:nộp |đóng )?vào (?:các )?quỹ/u;
const EMPLOYER_PAYS = /(?:người sử dụng lao động|doanh nghiệp|đơn vị)(?: phải)? (?:đóng|nộp|trích)[^,.;\d]{0,24}$/u;
const ofPayroll = (folded: string, { draft, lead, tail }: Stated): boolean =>
  draft.kind === 'percentage' &&
  (PAYROLL.test(folded.slice(tail.start, tail.end)) || EMPLOYER_PAYS.test(folded.slice(lead.start, lead.end)));
/** What a file applies for is no group: "03 hồ sơ đề nghị hưởng chế độ thờ cúng liệt sĩ". */
const APPLIED_FOR = /(?:đề nghị|xin|hưởng|giải quyết)(?:\s+\p{L}+){0,6}\s*$/u;

/** General words for people name a group only where a share is given. */
const WEAK: ReadonlySet<Subject> = new Set(['general_population', 'official']);
export const strong = (mentions: readonly Mention[]): Mention[] =>
  mentions.filter((mention) => !WEAK.has(mention.value));
/** Officials are served where they alone are named: "tập huấn cho 120 cán bộ". */
const TRAINED = quick(/(?<!\p{L})(?:tập huấn|bồi dưỡng|đào tạo)/u);

/** A share whose base stands behind it ("94,79% dân số") is told by the words before. */
export const RATE_BEFORE = /(?:t[ỷỉ] lệ|chiếm|tương đương|tăng|giảm|xuống|lên|là|đạt|bằng|:)[^.;,]{0,24}$/u;
/** What stands between the shares that two years aim at: "40% và đến năm 2030 đạt 55%". */
export const NEXT_YEAR =
  /(?:^|%)\s*(?:(?:vào )?năm \d{4})?\s*(?:,|và|;)?\s*(?:và\s*)?(?:đến|vào|tới)\s+(?:cuối\s+)?năm\s+\d{4}\s*(?:đạt|là|tăng lên|có)?(?:\s+(?:trên|ít nhất|khoảng|tối thiểu))*\s*$/u;
/** The whole that a number is compared with, not those it counts: "so với tổng số hộ toàn tỉnh". */
const AGAINST = quick(/(?<!\p{L})(?:so với|trên|trong)\s+(?:tổng\s+|toàn\s+)?(?:số\s+)?(?:các\s+)?$/u);
/** The groups of a stretch that are counted, without those only compared with. */
const counted = (folded: string, mentions: readonly Mention[]): Mention[] => {
  let against = -1;
  return mentions.filter(({ span }) => {
    const compared = AGAINST.test(folded.slice(Math.max(0, span.start - 24), span.start));
    const goesOn = against >= 0 && folded.slice(against, span.start).trim() === '';
    if (compared || goesOn) against = span.end;
    return !compared && !goesOn;
  });
};

const BREAKS =
  /[.;:]|,\s*(?:tổng\s+)?số(?!\p{L})|(?<!\p{L})(?:cho vay|đã|được|với|góp phần|nhằm|ngoài ra|bên cạnh|thông qua|vốn vay)(?!\p{L})/u;

/** The last run of groups in a stretch: those named together, nearest to its end. */
export const nearestRun = (folded: string, mentions: readonly Mention[]): Mention[] => {
  const run: Mention[] = [];
  for (let i = mentions.length - 1; i >= 0; i -= 1) {
    const here = mentions[i] as Mention;
    const next = run[0];
    const gap = next ? folded.slice(here.span.end, next.span.start) : '';
    if (next && (gap.length > 48 || BREAKS.test(gap))) break;
    run.unshift(here);
  }
  return run;
};

/** The first run of groups in a stretch. */
export const firstRun = (folded: string, mentions: readonly Mention[]): Mention[] => {
  const end = mentions.findIndex((mention, i) => {
    const gap = i ? folded.slice((mentions[i - 1] as Mention).span.end, mention.span.start) : '';
    return gap.length > 48 || BREAKS.test(gap);
  });
  return end < 0 ? [...mentions] : mentions.slice(0, end);
};

/** "…, trách nhiệm đối với người có công, đóng góp Quỹ … 700 triệu đồng": a fund that bears no group's name has none. */
const TO_A_FUND = quick(/(?<!\p{L})(?:ủng hộ|đóng góp|vận động|thu)[^.;\d]*(?<!\p{L})quỹ(?!\p{L})/u);
/** A people that has so many of those counted: "đồng bào Khmer còn 210 hộ nghèo". */
const COUNTED_OF = /^[^,.;:\d]{0,24}(?<!\p{L})(?:có|còn|giảm|tăng)(?:\s+(?:được|trên|hơn|gần|khoảng|thêm))*\s*$/u;

/** "15 triệu đồng, từ nguồn Quỹ vì người nghèo": whom a fund is named for, where money comes from it. */
const FROM_FUND = quick(/(?<!\p{L})(?:từ|bằng|do|trích)\s[^,;.\d]{0,28}quỹ\s*["“”'‘’]?\s*(?:ngày )?$/u);
const isSource = (folded: string, { span }: Mention): boolean =>
  /^(?:vì )?người nghèo/u.test(folded.slice(span.start, span.end)) &&
  FROM_FUND.test(folded.slice(Math.max(0, span.start - 48), span.start));

/** "540 căn nhà cho các hộ thuộc 2 chương trình: …": what the programmes are called tells of no house whom it is for. */
const OF_PROGRAMMES = /(?<!\p{L})(?:chương trình|đề án|dự án|nội dung|chính sách)\s*$/u;

const includesAll = (run: readonly Mention[], codes: readonly Mention[]): boolean =>
  codes.every((code) => run.some((mention) => mention.value === code.value));

/** How long a parenthesis inside a statement is. */
const LONGEST_ASIDE = 160;
/** Where a statement goes on behind a parenthesis: "45 căn nhà (đạt 100%) cho hộ nghèo". */
const behindParenthesis = (folded: string, { tail, clause }: Stated): Span | null => {
  if (folded[tail.end] !== '(') return null;
  const close = folded.slice(tail.end, Math.min(clause.end, tail.end + LONGEST_ASIDE)).indexOf(')');
  if (close < 0) return null;
  const start = tail.end + close + 1;
  const stop = folded.slice(start, clause.end).search(/[,.;:()\d]/u);
  return { start, end: stop < 0 ? clause.end : start + stop };
};

const GIFTS: ReadonlySet<Unit> = new Set(['gift', 'scholarship', 'bicycle', 'wheelchair', 'book']);
/** "90 phần quà (1,5 triệu đồng/phần) cho các gia đình chính sách": those named behind what each is worth. */
const receiversOf = (folded: string, { tail, clause }: Stated): Span | null => {
  if (folded[tail.end] !== '(') return null;
  const close = folded.slice(tail.end, Math.min(clause.end, tail.end + LONGEST_ASIDE)).indexOf(')');
  if (close < 0) return null;
  const start = tail.end + close + 1;
  const stop = folded.slice(start, clause.end).search(/[.;:()\d]/u);
  const end = stop < 0 ? clause.end : start + stop;
  return /^\s*(?:cho|tặng|dành|tới|đến)(?!\p{L})/u.test(folded.slice(start, end)) ? { start, end } : null;
};

/** The groups that a figure's own words name. */
export const ownMentions = (folded: string, stated: Stated, mentions: readonly Mention[], last: boolean): Mention[] => {
  const { draft, lead, tail } = stated;
  const named = (span: Span) => {
    const all = counted(folded, within(mentions, span)).filter(
      (mention) =>
        (draft.kind === 'money' && !isSource(folded, mention)) ||
        (draft.kind !== 'money' && !folded.startsWith('vì', mention.span.start)) ||
        folded.startsWith('tết ', mention.span.start - 4),
    );
    const some = strong(all);
    if (!some.length && TRAINED.test(folded.slice(lead.start, tail.end)))
      return all.filter(({ value }) => value === 'official');
    return some.length || draft.kind !== 'percentage' ? some : all;
  };
  if (ofPayroll(folded, stated)) return [];
  if (PLACES.has(draft.unit) || draft.unit === 'item')
    return named({
      start: tail.start,
      end: draft.unit === 'dossier' ? tail.end : nounPhraseEnd(folded, tail),
    }).filter(
      ({ value, span }) =>
        value !== 'insured' &&
        !(draft.unit === 'dossier' && value !== 'unemployed' && APPLIED_FOR.test(folded.slice(tail.start, span.start))),
    );
  const given = GIFTS.has(draft.unit) ? receiversOf(folded, stated) : null;
  const receivers = given ? firstRun(folded, named(given)) : [];
  if (receivers.length) return receivers;
  const spoken = nearestRun(folded, named(lead));
  const between = folded.slice(spoken.at(-1)?.span.end ?? lead.start, draft.span.start);
  const before = draft.kind === 'money' && TO_A_FUND.test(between) ? [] : spoken;
  const after = named(tail);
  if (draft.kind === 'percentage' && RATE_BEFORE.test(folded.slice(lead.start, lead.end))) {
    if (before.length) return before;
    const paired = NEXT_YEAR.test(folded.slice(Math.max(0, draft.span.start - 64), draft.span.start));
    if (stated.follows !== null && !paired) return [];
  }
  if (after.length && before.length > after.length && includesAll(before, after) && !/[,.;:]/u.test(between))
    return before;
  if (after.length && COUNTED_OF.test(between)) {
    const traits = before.filter(({ value }) => value === 'ethnic_minority');
    if (traits.length) return [...traits, ...after];
  }
  if (after.length || before.length) return after.length ? after : before;
  const resumed =
    last && folded[tail.end] === ':' && !OF_PROGRAMMES.test(folded.slice(tail.start, tail.end))
      ? { start: tail.end, end: draft.sentence.end }
      : behindParenthesis(folded, stated);
  return resumed ? named(resumed) : [];
};
