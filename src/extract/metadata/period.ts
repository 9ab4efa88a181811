import type { DocumentMetadata, Period } from '../../model/index.ts';
import { matches, quick } from '../text/quick.ts';

export type LabelledPeriod = Period & { label: string };

const pad = (value: number): string => String(value).padStart(2, '0');
const lastDay = (year: number, month: number): string =>
  `${year}-${pad(month)}-${pad(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;
const months = (year: number, from: number, to: number): Period => ({
  start: `${year}-${pad(from)}-01`,
  end: lastDay(year, to),
});
const QUARTERS: Record<string, number> = { I: 1, II: 2, III: 3, IV: 4, '1': 1, '2': 2, '3': 3, '4': 4 };
const YEAR = '((?:19|20)\\d{2})';
const COUNTS: Record<string, number> = {
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
};
const COUNT = `(\\d{1,2}|${Object.keys(COUNTS).reverse().join('|').replaceAll(' ', '\\s+')})`;
const DATE = '(?:ngày\\s+)?(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*((?:19|20)\\d{2})';
const EDGE = '(?![\\p{L}\\d])';

/** One way to write a period; the groups go to `read`. Longer forms come first. */
const FORMS: [pattern: string, read: (groups: string[]) => Period | null][] = [
  [`năm\\s+học\\s+${YEAR}\\s*[-–]\\s*${YEAR}`, ([a, b]) => ({ start: `${a}-09-01`, end: `${b}-05-31` })],
  [
    `${COUNT}\\s+tháng\\s+(đầu|cuối)\\s+(?:của\\s+)?năm\\s+${YEAR}`,
    ([count, side, year]) => halves(count ?? '', side ?? '', Number(year)),
  ],
  [`${COUNT}\\s+tháng(?:\\s+năm\\s+|/)${YEAR}`, ([count, year]) => halves(count ?? '', 'đầu', Number(year))],
  [`nửa\\s+(đầu|cuối)\\s+năm\\s+${YEAR}`, ([side, year]) => halves('6', side ?? '', Number(year))],
  [`quý\\s+(IV|III|II|I|[1-4])\\s*(?:/|-|năm|\\s)\\s*${YEAR}`, ([q, year]) => quarter(q ?? '', Number(year))],
  [`tháng\\s+(\\d{1,2})\\s*(?:/|-|năm|\\s)\\s*${YEAR}`, ([month, year]) => oneMonth(Number(month), Number(year))],
  [
    `(?:giai\\s+đoạn|thời\\s+kỳ|nhiệm\\s+kỳ)\\s*(?:từ\\s+)?(?:năm\\s+)?${YEAR}\\s*(?:[-–]|đến)\\s*(?:năm\\s+)?${YEAR}`,
    span,
  ],
  [`từ\\s+(?:đầu\\s+)?năm\\s+${YEAR}\\s*(?:[-–]|đến)\\s*(?:hết\\s+|cuối\\s+)?(?:năm\\s+)?${YEAR}`, span],
  [
    `từ\\s+(?:ngày\\s+)?(\\d{1,2})/(\\d{1,2})(?:/((?:19|20)\\d{2}))?\\s*(?:[-–]|đến)\\s*(?:hết\\s+)?${DATE}`,
    ([d, m, y, d2, m2, y2]) => dates([d, m, y || y2], [d2, m2, y2]),
  ],
  [
    `(?:tính\\s+)?(?:đến|tới|thời\\s+điểm)\\s+(?:hết\\s+|\\d{1,2}(?:h|\\s+giờ)\\d{0,2}\\s+)?${DATE}`,
    ([d, m, y]) => dates([d, m, y], [d, m, y]),
  ],
  [`(?:tính\\s+)?(?:(?:đến|tới)\\s+)?cuối\\s+năm\\s+${YEAR}`, ([y]) => dates(['31', '12', y], ['31', '12', y])],
  [`tết\\s+(?:[\\p{L}\\p{M}]+\\s+){0,5}${YEAR}`, ([year]) => months(Number(year), 1, 12)],
  [`(?:\\d+\\s+năm\\s*)?\\(?${YEAR}\\s*[-–]\\s*${YEAR}\\)?`, span],
  [`năm\\s+${YEAR}`, ([year]) => months(Number(year), 1, 12)],
  [`(?<=[\\p{L}\\p{M}]\\s)${YEAR}(?=\\s*(?:$|:))`, ([year]) => months(Number(year), 1, 12)],
];

function halves(count: string, side: string, year: number): Period | null {
  const n = COUNTS[count.toLowerCase().replace(/\s+/g, ' ')] ?? Number(count);
  if (!(n >= 1 && n <= 12)) return null;
  return /^[đd]/iu.test(side) ? months(year, 1, n) : months(year, 13 - n, 12);
}

function quarter(name: string, year: number): Period | null {
  const n = QUARTERS[name.toUpperCase()];
  return n ? months(year, n * 3 - 2, n * 3) : null;
}

const oneMonth = (month: number, year: number): Period | null =>
  month >= 1 && month <= 12 ? months(year, month, month) : null;

/** From one day to another, each as written: day, month, year. */
function dates(from: (string | undefined)[], to: (string | undefined)[]): Period | null {
  const [start, end] = [from, to].map(([d, m, y]) => {
    const [day, month, year] = [Number(d), Number(m), Number(y)];
    const real = month >= 1 && month <= 12 && day >= 1 && day <= Number(lastDay(year, month).slice(8));
    return real ? `${year}-${pad(month)}-${pad(day)}` : null;
  });
  return start && end && start <= end ? { start, end } : null;
}

function span([from = '', to = '']: string[]): Period | null {
  return from <= to ? { start: `${from}-01-01`, end: `${to}-12-31` } : null;
}

/** Headlines in capitals may lose their accents: "NAM 2017", "9 THANG DAU NAM 2018". */
const unaccented = (pattern: string): string =>
  pattern
    .replaceAll('năm', 'n[aă]m')
    .replaceAll('tháng', 'th[aá]ng')
    .replaceAll('(đầu|cuối)', '([đd][aầ]u|cu[oố]i)')
    .replaceAll('quý', 'qu[yý]');

const PATTERNS = FORMS.map(([pattern, read]) => ({
  pattern: new RegExp(`(?<![\\p{L}\\d/])${unaccented(pattern)}${EDGE}`, 'giu'),
  read,
}));

/** What follows is a plan for later: its period is not the one reported on. */
const AHEAD = quick(
  /(?<!thực hiện\s(?:các\s)?)(?:nhiệm vụ|phương hướng|giải pháp|kế hoạch|dự kiến|mục tiêu(?! quốc gia)|chương trình công tác|tầm nhìn|định hướng|dự toán|đến)(?:[\p{L}\p{M}\s,]|[-–])*$/iu,
);
/** Names of movements, programmes, standards and acts carry periods of their own. */
const NAMED =
  /(?:phong trào|cuộc vận động|chương trình|CTMTQG|MTQG|đề án|dự án|nghị quyết|quyết định|chuẩn nghèo|chuẩn|tiêu chí|chiến lược|nhiệm kỳ)(?![^,;.]*(?:trên địa bàn|tại|ở)(?![\p{L}]))[^,;.:]*$/iu;
/** "So với năm 2013", "cùng kỳ năm 2015", "cao hơn năm 2014": the base of a comparison. */
const COMPARED = quick(/(?<!\p{L})(?:so với|so sánh với|cùng kỳ|cao hơn|thấp hơn|hơn|bằng)(?!\p{L})[^,;.:\d]*$/iu);
/** "tổ chức đại hội nhiệm kỳ 2017-2022": the term that a congress opens lies ahead. */
const OF_TERM_AHEAD = quick(
  /(?<!\p{L})(?:đại hội|đhđb|bầu cử|ra mắt|kiện toàn)(?!\p{L})(?:(?!kết quả|tổng kết|nhìn lại|báo cáo)[^;:]){0,100}nhiệm\s+kỳ[\s\d–-]*$/iu,
);
/** "ngày 05 tháng 7 năm 2022": a day, not the month. */
const DAY_OF = /ngày\s*(?:\d{1,2}|[.…_]+)?\s*(?:tháng\s*\d{0,2}\s*)?$/iu;

/** "còn 16% so với 40% đầu năm 2016": a day at the edge of a year. */
const EDGE_OF = /(?<!\p{L}|tháng\s|quý\s)(?:đầu|giữa)\s*$/iu;

const isYear = ({ start, end }: Period): boolean => start.slice(0, 4) === end.slice(0, 4);
const isWholeYear = (period: Period): boolean =>
  isYear(period) && period.start.endsWith('-01-01') && period.end.endsWith('-12-31');
/** "Kết quả thực hiện Chương trình … năm 2021": a year's work on what runs for many. */
const YEARS_WORK = quick(
  /(?<!\p{L})(?:kết quả|tình hình|báo cáo|sơ kết|tổng kết|tổng hợp|đánh giá|công tác|(?:triển khai|tổ chức)?\s*thực hiện)\s(?![^,;.:]*(?:nghị quyết|quyết định|chuẩn nghèo|chuẩn|chiến lược|nhiệm kỳ))[^,;.:]{0,60}(?:phong trào|cuộc vận động|chương trình|CTMTQG|MTQG|đề án|dự án|tiêu chí)(?!\p{L})[^;:]*$/iu,
);

/** "Kết quả 5 năm thực hiện Chương trình … giai đoạn 2016-2020": the whole run is told. */
const WHOLE_RUN = quick(
  /(?<!\p{L})(?:(?:tổng kết|sơ kết|kết quả|đánh giá)[^,;.:]{0,12}\s)\d{1,2}\s+năm\s+(?:triển khai|thực hiện)(?!\p{L})/iu,
);

/** Whether the name before it owns the period: parts of a year ("9 tháng đầu năm 2019") belong to no name. */
const belongsToAName = (before: string, period: Period): boolean =>
  NAMED.test(before) &&
  !WHOLE_RUN.test(before) &&
  !(isYear(period) && (!isWholeYear(period) || YEARS_WORK.test(before)));

/** Every period that `text` names, in order, the longer reading of overlapping ones. */
export function periodsIn(text: string): { period: LabelledPeriod; at: number }[] {
  const found: { period: LabelledPeriod; at: number; end: number }[] = [];
  for (const { pattern, read } of PATTERNS) {
    for (const match of matches(pattern, text)) {
      const [label, ...groups] = match;
      const end = match.index + label.length;
      const period = read(groups.map((group) => group ?? ''));
      if (!period || found.some((each) => each.at < end && match.index < each.end)) continue;
      found.push({
        period: { ...period, label: label.replace(/\s+/g, ' ').replace(/^\(|\)$/g, '') },
        at: match.index,
        end,
      });
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ period, at }) => ({ period, at }));
}

/** "9 tháng đầu năm và nhiệm vụ 3 tháng cuối năm 2020": the year stands once, behind what is ahead. */
function yearLater(text: string): LabelledPeriod | null {
  const found =
    /(?<![\p{L}\d])(?:(\d{1,2}|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|mười một)\s+tháng\s+đầu\s+năm|quý\s+(IV|III|II|I|[1-4])|tháng\s+(\d{1,2}))(?=\s*(?:,|;|và)\s[^.]{0,120}?(?:nhiệm vụ|phương hướng|kế hoạch|giải pháp)[^.]{0,80}?năm\s+((?:19|20)\d{2}))/iu.exec(
      text,
    );
  if (!found) return null;
  const [label, half, third, month, year] = found;
  const period = half
    ? halves(half, 'đầu', Number(year))
    : third
      ? quarter(third, Number(year))
      : oneMonth(Number(month), Number(year));
  return period && { ...period, label: `${label} ${year}` };
}

/**
 * The period that a title or an opening sentence says the document reports on; null where it names only the
 * period of a programme or of plans. `plan` documents speak of the time ahead.
 */
export function reportedPeriod(text: string, plan = false): LabelledPeriod | null {
  const own = periodsIn(text).find(({ at, period }) => {
    const before = text.slice(Math.max(0, at - 160), at);
    return (
      !belongsToAName(before, period) &&
      !OF_TERM_AHEAD.test(before + period.label) &&
      !COMPARED.test(before) &&
      !DAY_OF.test(before) &&
      !EDGE_OF.test(before) &&
      (plan || !AHEAD.test(before))
    );
  });
  return own?.period ?? yearLater(text);
}

const RUN =
  /^(?:báo cáo\s+)?(?:sơ kết|tổng kết|kết quả|tình hình|đánh giá)[^;:]{0,160}giai\s+đoạn\s+((?:19|20)\d{2})\s*[-–]\s*((?:19|20)\d{2})\s*$/iu;
/**
 * "Kết quả thực hiện Chương trình … giai đoạn 2016 - 2020", written when the programme had ended: all of its run.
 * `issued`: the day of issue, or null; then the text must tell how the last year ended.
 */
export function completedRun(title: string, issued: string | null, text: string): LabelledPeriod | null {
  const run = RUN.exec(title);
  const [, from = '', to = ''] = run ?? [];
  if (!run || from >= to) return null;
  const over =
    issued === null
      ? new RegExp(
          `(?<!(?:(?<!tính )đến|tới|phấn đấu|mục tiêu)\\s+)(?:cuối|hết)\\s+năm\\s+${to}(?!\\d)|(?<!đến )31/12/${to}`,
          'iu',
        ).test(text)
      : issued >= `${to}-11`;
  return over ? { start: `${from}-01-01`, end: `${to}-12-31`, label: `giai đoạn ${from} - ${to}` } : null;
}

/** "Việt Nam sẽ đưa 120.000 lao động … năm 2019", "phát động Tháng cao điểm năm 2010": announced, not reported. */
const ANNOUNCED = quick(
  /(?<!\p{L})(?:sẽ|sắp|mục tiêu|chỉ tiêu|phấn đấu|kế hoạch|dự kiến|phát động|phát biểu|hưởng ứng|khai mạc|nhân (?:dịp|ngày|kỷ niệm)|tháng (?:cao điểm|hành động)|đến năm)(?!\p{L})/iu,
);
/** The words with which a document without a kind line says what it reports. */
const REPORTS = quick(
  /(?<!\p{L})(?:kết quả|tình hình|báo cáo|sơ kết|tổng kết|tổng hợp|thống kê|đánh giá|biểu|bảng|danh sách|số liệu|công tác|thành tích|quyết toán|thứ hạng|xếp hạng|thực trạng|hiện trạng|tổng quan|toàn cảnh|điểm lại|nhìn lại)(?!\p{L})/iu,
);
/** Those of papers that set out a year's work. */
const PLANS = quick(/(?<!\p{L})(?:kế hoạch|nhiệm vụ|phương hướng|mục tiêu|chỉ tiêu|dự toán|chương trình)(?!\p{L})/iu);
const HEAD_LINES = 12;
const LONGEST_HEAD = 200;

/** The lines over the body: letterhead, rubric, title, first heading. */
function headOf(lines: readonly string[]): string[] {
  const head = lines.slice(0, HEAD_LINES);
  const body = head.findIndex((line) => line.length > LONGEST_HEAD || /[.;:!?…]["”]?\s*$/u.test(line));
  return body < 0 ? head : head.slice(0, body);
}

/** The first sentences under the headline. */
const bodyOf = (lines: readonly string[]): string[] =>
  lines.filter((line) => line.length > SHORTEST_SENTENCE && /[.;:!?…]["”)]?\s*$/u.test(line)).slice(0, LEAD_LINES);
const SHORTEST_SENTENCE = 60;

const YEARLESS =
  /((?<!\p{L})(?:tháng\s+(?:đầu|cuối)|nửa\s+(?:đầu|cuối))\s+năm|(?<!\p{L})quý\s+(?:IV|III|II|I|[1-4]))(?!\s*[/-]?\s*(?:năm\s*)?\d|\s+(?:qua|ngoái|trước|tới)|[^.;]*năm\s+\d{4}|\p{L})(?:\s+nay)?/iu;

/** "Tuyên Hóa: 6 tháng, giải quyết việc làm cho 1.200 lao động". */
const MONTHS_ALONE = new RegExp(`(?<=^|:\\s*)(${COUNT.replace('(', '(?:')}\\s+tháng)(?=\\s*[,:])`, 'iu');

/** "6 tháng đầu năm" and "năm nay" are of the year of issue, "năm qua" is the last whole year. */
function withYear(line: string, issued: string | null): string {
  if (issued === null) return line;
  const year = Number(issued.slice(0, 4));
  const past = Number(issued.slice(5, 7)) >= 11 ? year : year - 1;
  return line
    .replace(MONTHS_ALONE, `$1 đầu năm ${year}`)
    .replace(YEARLESS, `$1 ${year}`)
    .replace(/(?<!\p{L})năm\s+nay(?!\p{L})/iu, `năm ${year}`)
    .replace(/(?<!\p{L}|\d\s|những\s|nhiều\s|các\s|mấy\s)năm\s+(?:vừa\s+)?qua(?!\p{L})/iu, `năm ${past}`);
}

/** "… tổ chức hội nghị tổng kết công tác xã hội năm 2020", "… thông tin về tình hình thực hiện … 4 tháng đầu năm 2024". */
const TOLD_OF = quick(
  /(?<!\p{L})(?:(?:hội nghị|cuộc họp|buổi họp|phiên họp|lễ|họp|gặp mặt|buổi|tổ chức)(?: [\p{L}\p{M}]+){0,4} (?:sơ kết|tổng kết|đánh giá kết quả)|(?:báo cáo|thông tin|thông báo|công bố)(?:,? [\p{L}\p{M}]+){0,8} (?:tình hình|kết quả|số liệu))(?!\p{L})[^.;\n]*/iu,
);
/** What a meeting is held for beside: its year lies ahead. */
const NEXT = /(?:[,;]| và) *(?:triển khai|phương hướng|nhiệm vụ|phát động|kế hoạch|đề ra|bàn)(?!\p{L})/iu;
const LEAD_LINES = 2;
const LONGEST_LEAD = 600;

/** The part of one year that a news text sums up, as its first lines say. */
function summedUp(lines: readonly string[]): LabelledPeriod | null {
  for (const line of lines) {
    const told = TOLD_OF.exec(line.slice(0, LONGEST_LEAD))?.[0].split(NEXT)[0];
    const period = told === undefined ? null : reportedPeriod(told);
    if (period && isYear(period) && period.start < period.end) return period;
  }
  return null;
}

/** "Nghị quyết của HĐND huyện về nhiệm vụ năm 2012": a page that gives a paper's plan for a year. */
const PAPER_OF_PLANS = /^(?:[\p{L}\s]{2,40}:\s*)?(?:nghị quyết|kế hoạch|chương trình hành động)(?!\p{L})/iu;

/** The one year of the first lines, the bases of comparisons left out, where the page gives no day of issue. */
function yearOfLead(lines: readonly string[]): string | null {
  const lead = lines.slice(0, HEAD_LINES).join('\n').slice(0, LONGEST_LEAD);
  const years = new Set(
    [...lead.matchAll(/(?<=năm\s*|[\dIV][/.-])((?:19|20)\d{2})(?!\p{N})/giu)]
      .filter(({ index }) => !COMPARED.test(lead.slice(Math.max(0, index - 40), index)))
      .map(([year]) => year),
  );
  const [only] = years;
  return years.size === 1 && only !== undefined ? `${only}-12-31` : null;
}

type Told = Pick<DocumentMetadata, 'type' | 'period' | 'title' | 'issued'>;

/**
 * The period that holds for every figure which nothing nearer dates: the document's own, else that of the lines over
 * its body. What only announces a year ("sẽ đưa … trong năm 2019") speaks of other times as well: null.
 */
export function standingPeriod(
  { type, period, title, issued }: Told,
  lines: readonly string[],
): DocumentMetadata['period'] {
  const formal = type === 'report' || type === 'plan' || type === 'decision';
  if (period) return !formal && isYear(period) && ANNOUNCED.test(title ?? '') ? null : period;
  const press = type === 'news' || type === 'interview';
  if (press && PAPER_OF_PLANS.test(title ?? '')) return reportedPeriod((title ?? '').replace(PAPER_OF_PLANS, ''), true);
  for (const line of headOf(lines)) {
    if (!REPORTS.test(line) && (press || !PLANS.test(line)) && line !== title) continue;
    const found = reportedPeriod(withYear(line, issued ?? yearOfLead(lines)), !press);
    if (found && !(press && ANNOUNCED.test(line))) return found;
  }
  return press ? summedUp(bodyOf(lines)) : null;
}
