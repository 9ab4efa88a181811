import type { Period, Role, Section, SourceDocument, Span } from '../../model/index.ts';
import { findTimes } from './find.ts';
import { CHANGE_FROM, comparedWith, figureOf } from './govern/bind.ts';
import { dateline, latestYear, stamp } from './govern/dateline.ts';
import { mayDate } from './govern/not-the-period.ts';
import { yearOfText } from './govern/only-year.ts';
import { rubricTime } from './govern/rubric.ts';
import { timeInTable } from './govern/table.ts';
import { type DatedFigure, figureBefore, leftOf, type Sentence } from './govern/view.ts';
import { lowerCase } from './pattern.ts';
import { type Anchor, anchorOf, ownYear, resolve, yearOfReport } from './resolve.ts';
import { goesOn, type Paragraph, paragraphsOf } from './structure.ts';
import type { TimeMention } from './types.ts';

export type TimeContext = {
  /** Date of issue as the document gives it (a year, a month or a day), or null. */
  issued: string | null;
  /** The period the document reports on, or null. */
  period: Period | null;
  sections: readonly Section[];
};

export type AssignedPeriod = {
  period: Period | null;
  /** The figure's own sentence does not give it: it comes from the paragraph, list, section or document. */
  implied: boolean;
  rule:
    | 'table'
    | 'caption'
    | 'own-words'
    | 'sentence'
    | 'clause-end'
    | 'paragraph'
    | 'list'
    | 'heading'
    | 'document'
    | 'none';
};

/**
 * A time in force: its period (null where "đến nay" cannot be dated), whether only targets take it, and whether only
 * a sentence that goes on with the one before does ("Mỗi suất …").
 */
type Grant = { period: Period | null; forTargets: boolean; weak?: boolean };

/** Sources outside the figure's own sentence or table. */
const IMPLIED = new Set<AssignedPeriod['rule']>(['paragraph', 'list', 'caption', 'heading', 'document']);

const PLANNED = /(?:phấn đấu|mục tiêu|kế hoạch|dự kiến|chỉ tiêu|phần đầu đến)(?![\p{L}\p{M}])/u;
const NEW_STATEMENT = /;|,(?!\s*(?:với|trong đó|tổng|kinh phí|trị giá|số tiền|đạt|chiếm)(?![\p{L}\p{M}]))/u;
/** "Sau 15 năm hoạt động (2002 - 2017), …": the parenthesis says which years the opening words mean. */
const GLOSS = /^[^\p{N}]{0,20}(?:\p{N}{1,2}|\p{L}+)[^\S\n]năm(?![\p{L}\p{M}])[^(),;]{0,60}\([^()]*$/u;
/** "Tháng cao điểm vì người nghèo (17/10 - 18/11/2021)": so does one behind the name of an occasion. */
const GLOSS_OF_AN_OCCASION =
  /(?<![\p{L}\p{M}])(?:tháng|đợt|dịp|kỷ niệm|chiến dịch|tuần lễ)[^\S\n][^(),;]{0,60}\([^()]*$/u;
const CHANGED_TO = /(?<![\p{L}\p{M}])(?:xuống|còn|lên)(?![\p{L}\p{M}])/u;
/** "Thời gian thực hiện dự án từ tháng 9/2016 đến tháng 12/2018." */
const TELLS_WHEN = /^[^\p{L}]*thời gian(?![\p{L}\p{M}])[^\p{N};]{0,60}$/u;
/** What makes a year inside a sentence a time of its own. */
const NEW_TIME =
  /(?:[;:(]|,[^\S\n]*|(?<![\p{L}\p{M}])(?:trong|cả|vào|từ|đến|tới|và|so với|còn|riêng|đầu|cuối|hết)[^\S\n]+)$|;/u;
const WHOLE_YEAR = /(?:kế hoạch|chỉ tiêu|dự toán|lũy kế|cả năm|tổng)(?![\p{L}\p{M}])[^,;]*$/u;
const COMES_TO = /^[^\S\n]*(?:đã|có|còn|đạt|là|ước|chiếm|giảm|tăng|lên|xuống|:|so)(?![\p{L}\p{M}])/u;
/** "Sáng 12/1, Hội tặng 200 suất quà nhân dịp Tết 2020": the day dates the gifts, the feast is why they are given. */
const IN_HONOUR = /(?:nhân|mừng|đón)(?: dịp| ngày)?[^\S\n]+$/u;
const POINTS_BACK =
  /(?:hoạt động|đợt|việc|chương trình|thời gian|kỳ|dịp|giai đoạn|kế hoạch|dự án) (?:này|đó|trên)(?![\p{L}\p{M}])/u;
/** A day holds on only where its sentence opens with it: in passing it tells of one thing. */
const opensItsSentence = (m: TimeMention, s: Sentence): boolean => !/[\p{L}\p{N}]/u.test(leftOf(m.span.start, s));
/** "Ngày cập nhật 12/10/2018": the date of a page, on a line of its own. */
const isStamp = (line: string): boolean => line.length < 60 && !/[.:;…][^\S\n]*$/u.test(line);
const IN_ALL = /(?<![\p{L}\p{M}])(?:trong|nhân|vào|suốt)(?![\p{L}\p{M}])[^;,]*$/u;
const CLAUSE_START = /(?:^|[(;.:“"\n+*-])[^\S\n]*$/u;

/** The time a table's caption names, in the two short lines above it. */
const captionOf = (
  above: readonly Paragraph[],
  lower: string,
  mentions: readonly TimeMention[],
): TimeMention | null => {
  for (const p of above.slice(-2).reverse()) {
    if (p.span.end - p.span.start > 200) return null;
    const found = mentions.filter((m) => within(p.span, m.span));
    const s: Sentence = { span: p.span, lower, mentions: found, figures: [] };
    const time = found.findLast((m) => mayDate(m, s));
    if (time !== undefined) return time;
  }
  return null;
};

const within = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The items of a sorted list that begin in a span, by walking forward: one pass over the document. */
const walker = <T extends { span: Span }>(items: readonly T[]): ((span: Span) => T[]) => {
  let at = 0;
  const skipTo = (offset: number): void => {
    while ((items[at]?.span.start ?? Number.POSITIVE_INFINITY) < offset) at++;
  };
  return (span) => {
    skipTo(span.start);
    const first = at;
    skipTo(span.end);
    return items.slice(first, at);
  };
};

/** "trong 03 năm": the range of so many years last named before it, else the document's period of that length. */
const rangeOfYears = (years: number, named: readonly Period[], anchor: Anchor): Period | null => {
  const length = (p: Period) => Number(p.end.slice(0, 4)) - Number(p.start.slice(0, 4)) + 1;
  const known = [...named].reverse();
  if (anchor.period !== null && length(anchor.period) === years) known.push(anchor.period);
  return known.find((p) => length(p) === years) ?? null;
};

class Reader {
  private readonly lower: string;
  private readonly anchor: Anchor;
  /** Multi-year ranges and the year last spoken of, so far. */
  private readonly ranges: Period[] = [];
  private near: number | null = null;
  /** The one time of the sentence before, where it told no figure. */
  private said: Grant | null = null;
  /** The part of a year last spoken of: what "cùng kỳ" repeats. */
  private spoken: Period | null = null;
  /** The year was spoken of in this paragraph or its list. */
  private nearby = false;
  private readonly yearOfText: (m: TimeMention) => number | null;
  private readonly latestYear: number | null;

  constructor(lower: string, anchor: Anchor, mentions: readonly TimeMention[]) {
    this.lower = lower;
    this.anchor = anchor;
    this.yearOfText = yearOfText(mentions);
    this.latestYear = latestYear(mentions, lower);
  }

  /** Begins a paragraph; `goesOn` where it takes up the one before, or stands in its list. */
  paragraph(goesOn: boolean): void {
    this.nearby = this.nearby && goesOn;
    if (!goesOn) this.said = null;
  }

  grantOf(m: TimeMention): Grant | null {
    // "hiện có" says no more than the present tense: it takes a stated day of issue, not a guessed one.
    if (m.rule === 'presently' && this.anchor.inferred) return { period: null, forTargets: false };
    const ofReport = this.nearby ? null : yearOfReport(m, this.anchor);
    const year = ownYear(m) ?? ofReport ?? this.near ?? this.yearOfText(m) ?? this.latestYear;
    const period =
      (m.kind === 'duration' || m.kind === 'past') && m.unit === 'year' && m.count !== null && m.count > 1
        ? (rangeOfYears(m.count, this.ranges, this.anchor) ??
          (m.kind === 'past' ? resolve(m, this.anchor, year) : null))
        : resolve(m, this.anchor, year, this.spoken);
    if (m.kind === 'duration' && period === null) return null;
    return { period, forTargets: false };
  }

  note(m: TimeMention): void {
    const year = ownYear(m);
    if (year !== null && m.kind !== 'same_period') {
      this.near = year;
      this.nearby = true;
    }
    if (m.kind === 'range') {
      const period = resolve(m, this.anchor, this.near);
      if (period !== null && period.start.slice(0, 4) < period.end.slice(0, 4)) this.ranges.push(period);
    }
  }

  /** Dates the figures of one sentence; returns what stays in force after it. */
  sentence(
    s: Sentence,
    carried: Grant | null,
    set: (f: DatedFigure, g: Grant, rule: AssignedPeriod['rule']) => void,
  ): Grant | null {
    const dated = s.mentions.filter((m) => mayDate(m, s));
    const grants = new Map<TimeMention, Grant>();
    const owner = new Map<TimeMention, DatedFigure>();
    for (const m of dated) {
      const grant = this.grantOf(m);
      if (grant === null) continue;
      grants.set(m, grant);
      if (grant.period !== null && m.kind !== 'same_period') this.spoken = grant.period;
      const figure = figureOf(m, s, dated) ?? comparedWith(m, s);
      if (figure !== null) owner.set(m, figure);
      this.note(m);
    }
    this.narrow(grants, owner, s);
    for (const m of s.mentions) if (m.kind === 'range' && !grants.has(m)) this.note(m);

    const usable = dated.filter((m) => grants.has(m));
    if (carried?.weak && !goesOn(this.lower.slice(s.span.start, s.span.end))) carried = null;
    carried ??= this.takenUp(s);
    this.said = s.figures.length === 0 && usable.length === 1 ? (grants.get(usable[0] as TimeMention) ?? null) : null;
    const served = new Map<TimeMention, DatedFigure[]>();
    for (const f of s.figures) {
      const own = usable.find((m) => owner.get(m) === f);
      const before = own ?? this.lastBefore(f, usable, owner, s);
      if (before !== undefined) {
        set(f, grants.get(before) as Grant, own === undefined ? 'sentence' : 'own-words');
        served.set(before, [...(served.get(before) ?? []), f]);
      } else if (carried !== null && (!carried.forTargets || f.role === 'target')) set(f, carried, 'paragraph');
      else {
        const after = this.clauseEnd(f, usable, owner, s);
        if (after !== undefined) set(f, grants.get(after) as Grant, 'clause-end');
      }
    }
    // A time at the end of a clause holds on only where no other is in force: "30 hộ trong năm 2022. Trong đó 5 hộ …".
    return this.inForce(s, usable, grants, owner, served) ?? carried ?? this.ofTheLastFigure(s, grants, served);
  }

  /**
   * "Từ ngày 10/6 đến 27/6, tỉnh cấp gạo cứu đói đợt 2 năm 2016 cho 129.159 người": a year inside the sentence only
   * tells the year of the time it opens with.
   */
  private narrow(grants: Map<TimeMention, Grant>, owner: Map<TimeMention, DatedFigure>, s: Sentence): void {
    const [[opening, grant] = [], ...others] = [...grants];
    if (!opening || !grant?.period || figureBefore(opening.span.start, s) !== undefined) return;
    const { start, end } = grant.period;
    for (const [m, { period }] of others) {
      if (m.kind === 'festival' && IN_HONOUR.test(leftOf(m.span.start, s, 30))) {
        grants.set(m, grant);
        owner.delete(m);
        continue;
      }
      if (m.kind !== 'year' || period === null || start < period.start || period.end < end) continue;
      if (start === period.start && end === period.end) continue;
      const between = this.lower.slice(opening.span.end, m.span.start);
      if (NEW_TIME.test(between) || WHOLE_YEAR.test(between) || COMES_TO.test(this.lower.slice(m.span.end, s.span.end)))
        continue;
      grants.set(m, grant);
      owner.delete(m);
    }
  }

  /** "… tặng quà nhân kỷ niệm 70 năm … (… - 27/7/2017). Tổng kinh phí cho hoạt động này là 19 tỷ đồng." */
  private takenUp(s: Sentence): Grant | null {
    return s.figures.length > 0 && POINTS_BACK.test(leftOf(s.figures[0]?.span.start ?? s.span.end, s))
      ? this.said
      : null;
  }

  /** The nearest time before a figure that reaches it; "hiện" within a clause gives way to one farther off. */
  private lastBefore(f: DatedFigure, usable: TimeMention[], owner: Map<TimeMention, DatedFigure>, s: Sentence) {
    let weak: TimeMention | undefined;
    for (let i = usable.length - 1; i >= 0; i--) {
      const m = usable[i] as TimeMention;
      if (m.span.end > f.span.start || !this.reaches(m, f, owner.has(m), s)) continue;
      const inside = m.rule === 'presently' && !CLAUSE_START.test(this.lower.slice(s.span.start, m.span.start));
      if (!inside) return m;
      weak ??= m;
    }
    return weak;
  }

  private reaches(m: TimeMention, f: DatedFigure, closesItsClause: boolean, s: Sentence): boolean {
    const gap = this.lower.slice(m.span.end, f.span.start);
    if (comparedWith(m, s) !== null) return false;
    if (closesItsClause && (gap.includes(';') || (m.kind === 'until' && gap.includes(',')))) return false;
    // A time inside a parenthesis ends with it.
    const left = this.lower.slice(s.span.start, m.span.start);
    const inParenthesis = left.lastIndexOf('(') > left.lastIndexOf(')') && /^[^()]*\)/u.test(gap);
    if (inParenthesis && !GLOSS_OF_AN_OCCASION.test(left) && !(GLOSS.test(left) && /^[^()]*\),/u.test(gap)))
      return false;
    if (closesItsClause && this.isStartOfAChange(m, s) && (gap.includes(',') || CHANGED_TO.test(gap))) return false;
    // "hiện …, mỗi năm đưa thêm 100.000 người" states a habit, not today.
    const habit = (r: TimeMention) =>
      r.kind === 'rate' &&
      r.span.start >= m.span.end &&
      r.span.end <= f.span.start &&
      /^(?:mỗi|hàng|hằng)/u.test(this.lower.slice(r.span.start, r.span.end));
    return !(m.kind === 'now' && s.mentions.some(habit));
  }

  /** "từ 5,2% năm 2003": what it came to is of another time. */
  private isStartOfAChange(m: TimeMention, s: Sentence): boolean {
    const left = figureBefore(m.span.start, s);
    if (left === undefined) return false;
    const before = leftOf(left.span.start, s);
    const bracket = before.lastIndexOf('(');
    // "từ mức 7,1 triệu người (9,6% dân số) năm 1995": the figure before the parenthesis is the one that changed.
    const outer =
      bracket > before.lastIndexOf(')') ? figureBefore(left.span.start - before.length + bracket, s) : undefined;
    return [left, outer].some((f) => f !== undefined && CHANGE_FROM.test(leftOf(f.span.start, s, 30)));
  }

  /** A sentence may be dated only at its end: "Đã hỗ trợ 30 hộ với 5 tỷ đồng trong năm 2022." */
  private clauseEnd(f: DatedFigure, usable: TimeMention[], owner: Map<TimeMention, DatedFigure>, s: Sentence) {
    const m = usable.find((x) => x.span.start >= f.span.end);
    const last = m === undefined ? undefined : owner.get(m);
    if (m === undefined || last === undefined) return undefined;
    const listed = usable.length === 1 && s.mentions.length === 1 && this.closesTheList(m, last, s);
    return !listed && NEW_STATEMENT.test(this.lower.slice(f.span.end, last.span.start)) ? undefined : m;
  }

  /** "xây 59 nhà; sửa 27 nhà; tặng 350 suất học bổng trong năm 2021.": the time at the end is that of the whole list. */
  private closesTheList(m: TimeMention, last: DatedFigure, s: Sentence): boolean {
    const words = this.lower.slice(last.span.end, m.span.start);
    return IN_ALL.test(words) && !/[\p{L}\p{N}]/u.test(this.lower.slice(m.span.end, s.span.end));
  }

  private ofTheLastFigure(s: Sentence, grants: Map<TimeMention, Grant>, served: Map<TimeMention, DatedFigure[]>) {
    const last = s.mentions.findLast((m) => served.has(m));
    if (last === undefined) return null;
    const forTargets = (served.get(last) ?? []).every((f) => f.role === 'target');
    return { ...(grants.get(last) as Grant), forTargets, weak: true };
  }

  private inForce(
    s: Sentence,
    usable: TimeMention[],
    grants: Map<TimeMention, Grant>,
    owner: Map<TimeMention, DatedFigure>,
    served: Map<TimeMention, DatedFigure[]>,
  ): Grant | null {
    const opens = /:\s*$/u.test(this.lower.slice(s.span.start, s.span.end));
    const words = this.lower.slice(s.span.start, s.span.end);
    const holds = usable.filter((m) => {
      if (owner.has(m) || (m.kind === 'date' && (isStamp(words) || !opensItsSentence(m, s)))) return false;
      if (served.has(m)) return true;
      if (m.kind === 'past' || m.kind === 'duration') return false;
      if (opens || TELLS_WHEN.test(this.lower.slice(s.span.start, m.span.start))) return true;
      return m.span.start - s.span.start < 30 && !s.figures.some((f) => f.span.end <= m.span.start);
    });
    // "…; dịp Tết 2020 cũng tặng 776 phần quà": a feast told in passing does not hold on.
    const last = holds.findLast((m) => m.kind !== 'festival' || figureBefore(m.span.start, s) === undefined);
    if (last === undefined) return null;
    const figures = served.get(last) ?? [];
    const forTargets =
      figures.length > 0
        ? figures.every((f) => f.role === 'target')
        : PLANNED.test(this.lower.slice(s.span.start, s.span.end)) && !opens;
    return { ...(grants.get(last) as Grant), forTargets };
  }
}

const PLAN_OF_THE_YEAR =
  /(?:kế hoạch|chỉ tiêu)(?: cả| của)? năm[^\S\n]*\((?:(?:kh|kế hoạch|chỉ tiêu|ct)(?: năm| cả năm| là)?)?:?[^\S\n]*$/u;

/** "đạt 22,9% kế hoạch năm (36.000 lao động)": what was planned is planned for the whole year. */
const planOfTheYear = (f: { span: Span }, lower: string, period: Period | null): Period | null => {
  const year = period?.end.slice(0, 4);
  return year !== undefined && PLAN_OF_THE_YEAR.test(lower.slice(Math.max(0, f.span.start - 50), f.span.start))
    ? { start: `${year}-01-01`, end: `${year}-12-31` }
    : period;
};

/** Lists within lists: what each open lead line gives to its items. */
type Lead = { mark: string | null; items: string | null | undefined; grant: Grant | null };

const enter = (leads: Lead[], p: Paragraph, isHeading: boolean): void => {
  if (isHeading) leads.length = 0;
  const top = leads.at(-1);
  if (top === undefined) return;
  if (top.items === undefined) {
    top.items = p.mark;
    return;
  }
  const at = leads.findLastIndex((lead) => lead.items !== null && lead.items === p.mark);
  leads.length = at + 1;
};

const SCENES = new Set<TimeMention['kind']>(['year', 'half', 'months', 'quarter', 'month']);

/** Shorter lines are a page's furniture ("Hôm nay: 1206"). */
const SHORTEST_SCENE = 60;

/** "Trong năm 2022, tỉnh ban hành nhiều chính sách.": a first sentence without figures that says what time the text is about. */
const sceneOf = (s: Sentence, reader: Reader): Period | null => {
  const [first] = s.mentions;
  if (first === undefined || s.figures.length > 0 || !SCENES.has(first.kind) || !mayDate(first, s)) return null;
  const opens = /^[^\p{L}\p{N}]*(?:\([^)]*\)[^\p{L}\p{N}]*)?(?:trong[^\S\n]+)?$/u.test(
    s.lower.slice(s.span.start, first.span.start),
  );
  return opens && /^[^\S\n]*,/u.test(s.lower.slice(first.span.end, first.span.end + 4))
    ? (reader.grantOf(first)?.period ?? null)
    : null;
};

/** The period a section's heading names, nearest heading first. */
const headingPeriods = (sections: readonly Section[], anchor: Anchor): ((at: Span) => Period | null) => {
  const dated = sections.flatMap((section) => {
    const lower = lowerCase(section.heading);
    const span = { start: 0, end: lower.length };
    const mentions = findTimes(section.heading);
    const sentence: Sentence = { span, lower, mentions, figures: [] };
    const first = mentions.find((m) => mayDate(m, sentence));
    const period = first === undefined ? null : resolve(first, anchor, null);
    return period === null ? [] : [{ section, period }];
  });
  return (at) =>
    dated.filter(({ section }) => within(section.span, at)).sort((a, b) => b.section.level - a.section.level)[0]
      ?.period ?? null;
};

const HALF_A_YEAR = 183 * 24 * 3600 * 1000;

/** A day long after the period reported on is that of a web page, not of the report. */
const isOfThePage = (day: string | null, period: Period | null): boolean =>
  day !== null && period !== null && Date.parse(day) - Date.parse(period.end) > HALF_A_YEAR;

/**
 * The period each figure speaks of (spec/figures.md, row `period` and "Settled cases"), in the order of `figures`
 * (which must be sorted by span). The nearest source wins: the figure's own words, the words before it in its
 * sentence, its paragraph so far, the lead line of its list, the headings above it, the document.
 */
export const assignPeriods = (
  document: Pick<SourceDocument, 'text' | 'blocks' | 'tables'>,
  context: TimeContext,
  figures: readonly { span: Span; role: Role }[],
): AssignedPeriod[] => {
  const lower = lowerCase(document.text);
  const mentions = findTimes(document.text);
  const paragraphs = paragraphsOf(document.text, lower, document.blocks);
  const posted = context.issued ?? stamp(paragraphs, mentions, lower);
  const stated = isOfThePage(posted, context.period) ? null : posted;
  const written = posted === null ? dateline(paragraphs, mentions, lower) : stated;
  const anchor = anchorOf(written, context.period, posted === null);
  const headingPeriod = headingPeriods(context.sections, anchor);
  const headings = new Set(context.sections.map((section) => section.span.start));

  const found = new Map<Span, { grant: Grant; rule: AssignedPeriod['rule'] }>();
  const underRubric = new Map<Span, Period>();
  const reader = new Reader(lower, anchor, mentions);
  const mentionsIn = walker(mentions);
  const figuresIn = walker(figures);
  const leads: Lead[] = [];
  let carried: Grant | null = null;
  let rubric: Grant | null = null;
  let scene: Period | null | undefined;
  for (const [i, p] of paragraphs.entries()) {
    const table = document.tables.find((t) => within(p.span, t.span));
    if (table !== undefined) {
      const timeOf = timeInTable(table, lower, mentionsIn(p.span));
      const caption = captionOf(paragraphs.slice(Math.max(0, i - 2), i), lower, mentions);
      for (const f of figuresIn(p.span)) {
        const time = timeOf(f.span);
        const grant = time === null ? null : reader.grantOf(time);
        const over = caption === null ? null : reader.grantOf(caption);
        if (grant !== null) found.set(f.span, { grant, rule: 'table' });
        else if (over !== null) found.set(f.span, { grant: over, rule: 'caption' });
      }
      carried = null;
      continue;
    }
    enter(leads, p, headings.has(p.span.start));
    if (!p.continues) carried = null;
    const lead = leads.findLast((l) => l.grant !== null)?.grant ?? null;
    reader.paragraph(p.continues || lead !== null);
    if (headings.has(p.span.start) && !/^\s*\p{N}/u.test(document.text.slice(p.span.start, p.span.end))) rubric = null;
    for (const span of p.sentences) {
      const s: Sentence = { span, lower, mentions: mentionsIn(span), figures: figuresIn(span) };
      carried = reader.sentence(s, carried, (f, grant, rule) => found.set(f.span, { grant, rule }));
      if (
        scene === undefined &&
        (s.figures.length > 0 || (s.mentions.length > 0 && span.end - span.start > SHORTEST_SCENE))
      )
        scene = sceneOf(s, reader);
      const over = i > 0 && p.sentences.length === 1 ? rubricTime(p, s) : null;
      if (over !== null) rubric = reader.grantOf(over);
      if (rubric?.period) for (const f of s.figures) underRubric.set(f.span, rubric.period);
      for (const f of s.figures)
        if (lead !== null && !found.has(f.span) && (!lead.forTargets || f.role === 'target'))
          found.set(f.span, { grant: lead, rule: 'list' });
    }
    const next = paragraphs[i + 1]?.mark ?? null;
    const leadsOn =
      p.opens || (next !== null && next !== p.mark && !leads.some((l) => l.items === next || l.mark === next));
    if (leadsOn) leads.push({ mark: p.mark, items: undefined, grant: carried });
  }

  const periodOf = (f: { span: Span }): AssignedPeriod => {
    const own = found.get(f.span);
    if (own !== undefined && own.grant.period !== null)
      return { period: own.grant.period, implied: IMPLIED.has(own.rule), rule: own.rule };
    const heading = own === undefined ? (headingPeriod(f.span) ?? underRubric.get(f.span) ?? null) : null;
    if (heading !== null) return { period: heading, implied: true, rule: 'heading' };
    if (context.period !== null) {
      const { start, end } = context.period;
      return { period: { start, end }, implied: true, rule: 'document' };
    }
    if (scene && own === undefined) return { period: scene, implied: true, rule: 'document' };
    return { period: null, implied: false, rule: 'none' };
  };
  return figures.map((f) => {
    const given = periodOf(f);
    return { ...given, period: planOfTheYear(f, lower, given.period) };
  });
};
