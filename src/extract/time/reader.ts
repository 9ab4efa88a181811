import type { Period } from '../../model/index.ts';
import { quick } from '../text/quick.ts';
import { afterAgency } from './govern/agency.ts';
import { eachItsYear, meanBetween } from './govern/between-years.ts';
import { CHANGE_FROM, comparedWith, figureOf, isOpenEnded } from './govern/bind.ts';
import { latestYear } from './govern/dateline.ts';
import { mayDate } from './govern/not-the-period.ts';
import { yearOfText } from './govern/only-year.ts';
import { type DatedFigure, figureBefore, leftOf, type Sentence } from './govern/view.ts';
import type { Grant, Source } from './grant.ts';
import { type Anchor, ownYear, resolve, yearOfReport } from './resolve.ts';
import { goesOn } from './structure.ts';
import type { TimeMention } from './types.ts';

const PLANNED = /(?:phấn đấu|mục tiêu|kế hoạch|dự kiến|chỉ tiêu|phần đầu đến)(?![\p{L}\p{M}])/u;
const NEW_STATEMENT = /;|,(?!\s*(?:với|trong đó|tổng|kinh phí|trị giá|số tiền|đạt|chiếm)(?![\p{L}\p{M}]))/u;
/** "Sau 15 năm hoạt động (2002 - 2017), …": the parenthesis says which years the opening words mean. */
const GLOSS = /^[^\p{N}]{0,20}(?:\p{N}{1,2}|\p{L}+)[^\S\n]năm(?![\p{L}\p{M}])[^(),;]{0,60}\([^()]*$/u;
/** "Đầu nhiệm kỳ (năm 2015), …", "thời điểm thành lập (năm 2003), …". */
const GLOSS_OF_AN_EDGE =
  /(?:^|[;,.])[^\p{N};,.()]{0,40}(?<![\p{L}\p{M}])(?:đầu|cuối|giữa|thời điểm|lúc|trước khi|khi)(?![\p{L}\p{M}])[^\p{N};,.()]{0,30}\([^()]*$/u;
const GLOSSED = /^[^()]*\)(?: (?:của|do|theo|tại|trên)(?![\p{L}\p{M}])[^.;()\p{N}]{0,60})?,/u;
/** "Tháng cao điểm vì người nghèo (17/10 - 18/11/2021)": so does one behind the name of an occasion. */
const GLOSS_OF_AN_OCCASION = quick(
  /(?<![\p{L}\p{M}])(?:tháng|đợt|dịp|kỷ niệm|chiến dịch|tuần lễ)[^\S\n][^(),;]{0,60}\([^()]*$/u,
);
/** "còn 9% (năm 2019), giảm 12%": the change is told of the same year. */
const CHANGED_BY = /^[^\S\n]*\)[^\S\n]*[,;][^\S\n]*(?:đã )?(?:tăng|giảm|vượt)(?![\p{L}\p{M}])[^,;()\p{N}]*$/u;
const CHANGED_TO = quick(/(?<![\p{L}\p{M}])(?:xuống|còn|lên)(?![\p{L}\p{M}])/u);
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
/** "tăng 12% so với năm 2022": the base of a change. */
const COMPARES =
  /(?:tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn)(?![\p{L}\p{M}])[^;:]*so (?:với |sánh với )?(?:mức )?(?:cùng kỳ )?$/u;
/** What was just said, told in numbers. */
const SPELLS_OUT =
  /^["“”\s-]*(?:cụ thể|theo đó|trong đó|kết quả|qua đó|nhờ đó|như vậy|trong số (?:đó|này))(?![\p{L}\p{M}])/u;
/** One more of the kind just told: of goals, one more goal. */
const ADDS = /^["“”\s-]*(?:ngoài ra|bên cạnh đó|đồng thời|cùng với đó|trong đó)(?![\p{L}\p{M}])/u;
/** A day holds on only where its sentence opens with it: in passing it tells of one thing. */
const opensItsSentence = (m: TimeMention, s: Sentence): boolean =>
  !/[\p{L}\p{N}]/u.test(afterAgency(leftOf(m.span.start, s)));
/** "Ngày cập nhật 12/10/2018": the date of a page, on a line of its own. */
const isStamp = (line: string): boolean => line.length < 60 && !/[.:;…][^\S\n]*$/u.test(line);
const IN_ALL = quick(/(?<![\p{L}\p{M}])(?:trong|nhân|vào|suốt)(?![\p{L}\p{M}])[^;,]*$/u);
const CLAUSE_START = /(?:^|[(;.:“"\n+*-])[^\S\n]*$/u;

/** "năm 2021 giảm 10 hộ, hiện nay còn 20 hộ": behind another number a comma begins a new statement. */
const opensAClause = (m: TimeMention, s: Sentence): boolean => {
  const left = s.lower.slice(s.span.start, m.span.start);
  return CLAUSE_START.test(left) || (/,[^\S\n]*$/u.test(left) && figureBefore(m.span.start, s) !== undefined);
};

/** "trong 03 năm": the range of so many years last named before it, else the document's period of that length. */
const rangeOfYears = (years: number, named: readonly Period[], anchor: Anchor): Period | null => {
  const length = (p: Period) => Number(p.end.slice(0, 4)) - Number(p.start.slice(0, 4)) + 1;
  const known = [...named].reverse();
  if (anchor.period !== null && length(anchor.period) === years) known.push(anchor.period);
  // From one congress or summing-up to the next, "5 năm, giai đoạn 2010 - 2015" counts both ends.
  return known.find((p) => length(p) === years) ?? named.findLast((p) => length(p) === years + 1) ?? null;
};

/** "Năm 2016, hội xây 20 nhà. Hằng năm, hội mở 3 lớp.": what is done every year is not told of one. */
const isHabit = (s: Sentence, { period }: Grant): boolean =>
  period !== null &&
  period.start.slice(0, 4) === period.end.slice(0, 4) &&
  /^[^\p{L}\p{N}]*(?:bình quân |trung bình )?(?:hằng|hàng|mỗi) năm(?![\p{L}\p{M}])/u.test(
    s.lower.slice(s.span.start, s.span.start + 30),
  );

/** "Hiện toàn huyện có 87 thương binh. Xây mới 6 nhà tình nghĩa.": what was done was not done at this moment. */
const DONE =
  /^[^\p{L}\p{N}]*(?:ngoài ra,? |bên cạnh đó,? |đồng thời,? )?(?:[^,.;:\n\p{N}]{0,60}[^\S\n])?(?:đã |mới )?(?:mở|tổ chức|giải quyết|hỗ trợ|cấp|trao|tặng|xây|đưa|đào tạo|dạy|cho vay|giải ngân|chi trả|vận động|huy động|thực hiện|tuyển|tư vấn|tiếp nhận|hoàn thành|giúp|sửa chữa|khám|thăm)(?![\p{L}\p{M}])/u;

/** "năm 2005 là 12%, năm 2009 là 26%; tạo việc làm cho 900 lao động mỗi năm": a year of a trend dates nothing beyond it. */
const PER_YEAR = /^[^,;.\p{N}]{0,24}(?:mỗi|hàng|hằng) năm(?![\p{L}\p{M}])/u;
const isOneOfATrend = (m: TimeMention, s: Sentence): boolean => {
  const told = s.mentions.filter(
    (one) => one.kind === 'year' && one.span.start < m.span.end + 160 && comparedWith(one, s) === null,
  );
  return (
    m.kind === 'year' &&
    figureBefore(told.at(-1)?.span.start ?? 0, s) !== undefined &&
    new Set(told.map(ownYear)).size > 1
  );
};

/** Reads the sentences of a text in order and dates their figures by the times they name. */
export class Reader {
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
    this.yearOfText = yearOfText(mentions, lower);
    this.latestYear = latestYear(mentions, lower);
  }

  /** Begins a paragraph; `goesOn` where it takes up the one before, or stands in its list. */
  paragraph(goesOn: boolean): void {
    this.nearby = this.nearby && goesOn;
    if (!goesOn) this.said = null;
    if (!goesOn && this.anchor.period !== null) this.spoken = null;
  }

  grantOf(m: TimeMention): Grant | null {
    // "hiện có" says no more than the present tense: it takes a stated day of issue, not a guessed one.
    if (m.rule === 'presently' && this.anchor.inferred) return { period: null, forTargets: false };
    const whole = this.yearLastTold(m);
    if (whole !== null) return { period: whole, forTargets: false };
    const ofReport = this.nearby ? null : (yearOfReport(m, this.anchor) ?? this.yearOfQuarter(m));
    const year = ownYear(m) ?? ofReport ?? this.near ?? this.yearOfText(m) ?? this.latestYear;
    const anchor = m.kind === 'point' && this.nearby ? { ...this.anchor, year } : this.anchor;
    const period =
      (m.kind === 'duration' || m.kind === 'past') && m.unit === 'year' && m.count !== null && m.count > 1
        ? (rangeOfYears(m.count, this.ranges, this.anchor) ??
          (m.kind === 'past' ? resolve(m, this.anchor, year) : null))
        : resolve(m, anchor, year, this.spoken);
    if (m.kind === 'duration' && period === null) return null;
    return { period, forTargets: false };
  }

  /** "Nhiệm vụ quý II" in a report on the first quarter: of the year reported on, whatever year was last told elsewhere. */
  private yearOfQuarter(m: TimeMention): number | null {
    return m.kind === 'quarter' && this.anchor.period !== null ? this.anchor.year : null;
  }

  /** "Chỉ trong 6 năm, 90 hộ thoát nghèo, giảm từ 150 hộ năm 2010 xuống 60 hộ năm 2016": the years its sentence counts from and to. */
  private betweenYears(m: TimeMention, years: readonly number[]): Grant | null {
    const [from, to] = [Math.min(...years), Math.max(...years)];
    return m.kind === 'duration' && m.unit === 'year' && m.count !== null && m.count > 1 && to - from === m.count
      ? { period: { start: `${from}-01-01`, end: `${to}-12-31` }, forTargets: false }
      : null;
  }

  /**
   * "Năm 2009, … Trong năm qua …", "Kế hoạch năm 2017 … từ đầu năm đến nay …": where nobody says when the text was
   * written, words for the year just past or still running mean the year told just before.
   */
  private yearLastTold(m: TimeMention): Period | null {
    if ((this.anchor.issued !== null && !this.anchor.inferred) || this.near === null) return null;
    const pastYear = m.kind === 'past' && m.unit === 'year' && m.count === 1 && this.nearby;
    const soFar = m.rule === 'since-year-to-now' && m.start !== 'now' && m.start?.year === null && this.nearby;
    return pastYear || soFar ? { start: `${this.near}-01-01`, end: `${this.near}-12-31` } : null;
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

  /** "9 tháng đầu năm …, tăng so với cùng kỳ năm 2023" speaks of the year after. */
  private yearFromItsBase(s: Sentence): void {
    const base = s.mentions.find((m) => m.kind === 'same_period');
    const year = base === undefined ? null : ownYear(base);
    if (
      year === null ||
      s.mentions.some((m) => (m.kind !== 'same_period' || ownYear(m) !== year) && ownYear(m) !== null)
    )
      return;
    this.near = year + 1;
    this.nearby = true;
  }

  /** "11.047 tỷ đồng, tăng 14% so với năm 2022" speaks of 2023, where that is the year last spoken of. */
  private afterItsBase(s: Sentence): Grant | null {
    const bases = s.mentions.filter((m) => m.kind === 'year' || m.kind === 'same_period');
    const years = new Set(bases.map(ownYear));
    const [year] = years;
    if (bases.length < s.mentions.length || years.size !== 1 || typeof year !== 'number' || this.near !== year + 1)
      return null;
    if (!bases.every((m) => COMPARES.test(leftOf(m.span.start, s, 80)))) return null;
    const whole = { start: `${year + 1}-01-01`, end: `${year + 1}-12-31` };
    return { period: bases.every((m) => m.kind === 'year') ? whole : this.spoken, forTargets: false };
  }

  /** Dates the figures of one sentence; returns what stays in force after it. */
  sentence(s: Sentence, carried: Grant | null, set: (f: DatedFigure, g: Grant, rule: Source) => void): Grant | null {
    this.yearFromItsBase(s);
    const dated = s.mentions.filter((m) => mayDate(m, s));
    const years = s.mentions.flatMap((m) => ownYear(m) ?? []);
    const grants = new Map<TimeMention, Grant>();
    const owner = new Map<TimeMention, DatedFigure>();
    for (const m of dated) {
      const grant = isOpenEnded(m, s)
        ? { period: null, forTargets: false }
        : (this.grantOf(m) ?? this.betweenYears(m, years));
      if (grant === null) continue;
      grants.set(m, grant);
      if (grant.period !== null && m.kind !== 'same_period') this.spoken = grant.period;
      const figure = comparedWith(m, s) ?? figureOf(m, s, dated);
      if (figure !== null) owner.set(m, figure);
      this.note(m);
    }
    this.narrow(grants, owner, s);
    for (const m of s.mentions) if (m.kind === 'range' && !grants.has(m)) this.note(m);

    const usable = dated.filter((m) => grants.has(m));
    if (carried?.weak && !goesOn(this.lower.slice(s.span.start, s.span.end))) carried = null;
    if (carried !== null && isHabit(s, carried)) carried = null;
    if (carried?.now && this.anchor.period !== null && DONE.test(this.lower.slice(s.span.start, s.span.end)))
      carried = null;
    carried ??= this.takenUp(s);
    this.said = this.saidOf(s, usable, grants);
    const adds = ADDS.test(this.lower.slice(s.span.start, s.span.end));
    const served = new Map<TimeMention, DatedFigure[]>();
    for (const f of s.figures) {
      const own = usable.find((m) => owner.get(m) === f);
      const before = own ?? this.lastBefore(f, usable, owner, s, carried);
      if (before !== undefined) {
        const mean = own === undefined ? meanBetween(f, before, grants, s) : null;
        set(f, mean ?? (grants.get(before) as Grant), own === undefined ? 'sentence' : 'own-words');
        served.set(before, [...(served.get(before) ?? []), f]);
      } else if (carried !== null && (!carried.forTargets || f.role === 'target' || adds)) set(f, carried, 'paragraph');
      else {
        const after = this.clauseEnd(f, usable, owner, s);
        if (after !== undefined) set(f, grants.get(after) as Grant, 'clause-end');
      }
    }
    for (const [m, figures] of served) for (const [f, grant] of eachItsYear(m, figures, s)) set(f, grant, 'sentence');
    const compared = carried === null && usable.length === 0 ? this.afterItsBase(s) : null;
    if (compared !== null) for (const f of s.figures) set(f, compared, 'base');
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

  /** The one time of a sentence without figures; the day of a page's stamp is nobody's. */
  private saidOf(s: Sentence, usable: TimeMention[], grants: Map<TimeMention, Grant>): Grant | null {
    const [only] = usable;
    if (only === undefined || usable.length > 1 || s.figures.length > 0) return null;
    const stamp = only.kind === 'date' && isStamp(this.lower.slice(s.span.start, s.span.end));
    return stamp ? null : (grants.get(only) ?? null);
  }

  /** "… tặng quà nhân kỷ niệm 70 năm … (… - 27/7/2017). Tổng kinh phí cho hoạt động này là 19 tỷ đồng." */
  private takenUp(s: Sentence): Grant | null {
    if (SPELLS_OUT.test(this.lower.slice(s.span.start, s.span.end))) return this.said;
    return s.figures.length > 0 && POINTS_BACK.test(leftOf(s.figures[0]?.span.start ?? s.span.end, s))
      ? this.said
      : null;
  }

  /** The nearest time before a figure that reaches it; "hiện" within a clause gives way to one farther off. */
  private lastBefore(
    f: DatedFigure,
    usable: TimeMention[],
    owner: Map<TimeMention, DatedFigure>,
    s: Sentence,
    carried: Grant | null,
  ) {
    let weak: TimeMention | undefined;
    for (let i = usable.length - 1; i >= 0; i--) {
      const m = usable[i] as TimeMention;
      if (m.span.end > f.span.start || !this.reaches(m, f, owner.has(m), s)) continue;
      if (carried !== null && m.kind === 'festival' && this.lower.slice(m.span.end, f.span.start).includes(';'))
        continue;
      const inside = m.rule === 'presently' && !opensAClause(m, s);
      if (!inside) return m;
      weak ??= m;
    }
    return weak;
  }

  private reaches(m: TimeMention, f: DatedFigure, closesItsClause: boolean, s: Sentence): boolean {
    const gap = this.lower.slice(m.span.end, f.span.start);
    if (f.role === 'change' && closesItsClause && CHANGED_BY.test(gap)) return true;
    if (comparedWith(m, s) !== null) return false;
    if (closesItsClause && (gap.includes(';') || (m.kind === 'until' && gap.includes(',')))) return false;
    if (isOneOfATrend(m, s) && (gap.includes(';') || PER_YEAR.test(this.lower.slice(f.span.end, s.span.end))))
      return false;
    // A time inside a parenthesis ends with it.
    const left = this.lower.slice(s.span.start, m.span.start);
    const inParenthesis = left.lastIndexOf('(') > left.lastIndexOf(')') && /^[^()]*\)/u.test(gap);
    if (
      inParenthesis &&
      !(/\(\s*$/u.test(left) && m.kind === 'until' && figureBefore(m.span.start, s) === undefined) &&
      !GLOSS_OF_AN_OCCASION.test(left) &&
      !(GLOSS.test(left) && GLOSSED.test(gap)) &&
      !(GLOSS_OF_AN_EDGE.test(left) && /^[^()]*\)[^;()]*$/u.test(gap))
    )
      return false;
    if (closesItsClause && this.isStartOfAChange(m, s) && (gap.includes(',') || CHANGED_TO.test(gap))) return false;
    // "hiện …, mỗi năm đưa thêm 100.000 người" states a habit, not today.
    const habit = (r: TimeMention) =>
      r.kind === 'rate' &&
      r.span.start >= m.span.end &&
      r.span.end <= f.span.start &&
      CLAUSE_START.test(this.lower.slice(m.span.end - 1, r.span.start).replace(/,(?=[^\S\n]*$)/u, ';')) &&
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
    return { ...(grants.get(last) as Grant), forTargets, now: last.rule === 'presently' };
  }
}
