/**
 * `node scripts/peers.ts --duckling DIR --chrono DIR --recognizers DIR [--all]`: how ansinh reads the test cases of
 * public peers. Each DIR is a clone (bare or not) of facebook/duckling, wanasit/chrono and
 * microsoft/Recognizers-Text; their cases are read there and stay there. `--all` lists every case that differs.
 * docs/peers.md holds the scores and why we differ where we mean to.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { findFigures } from '../src/extract/figures/index.ts';
import { conventionOf } from '../src/extract/numbers/convention.ts';
import { scanNumbers } from '../src/extract/numbers/scan.ts';
import { layoutOf } from '../src/extract/text/layout.ts';
import { fold } from '../src/extract/text/words.ts';
import { findTimes } from '../src/extract/time/index.ts';
import { anchorOf, resolve, yearOfReport } from '../src/extract/time/resolve.ts';

/** One expression of a peer's tests, what the peer makes of it, and what we do; equal strings agree. */
interface Case {
  says: string;
  theirs: string;
  ours: string;
}

/** Why a difference is meant: the expression (or the peer's reading of it) tells which reason holds. */
type Reasons = readonly (readonly [RegExp, string])[];

const sourceOf = (repository: string, path: string): string =>
  execFileSync('git', ['-C', repository, 'show', `HEAD:${path}`], { encoding: 'utf8', maxBuffer: 1 << 26 }).replace(
    /^\uFEFF/,
    '',
  );

const paragraph = (text: string) => ({
  text,
  blocks: [{ span: { start: 0, end: text.length }, kind: 'paragraph' as const, level: null, bold: false }],
});

const figuresIn = (raw: string) => {
  const text = raw.normalize('NFC');
  const times = findTimes(text).filter(({ kind }) => kind !== 'rate');
  return findFigures(
    layoutOf(paragraph(text)),
    times.map(({ span }) => span),
  );
};

const round = (value: number): string => String(Number(value.toPrecision(12)));
const bounded = (comparator: string, value: number): string =>
  ({ gt: '>', ge: '>', lt: '<', le: '<' })[comparator]
    ? `${comparator.startsWith('g') ? '>' : '<'}${round(value)}`
    : round(value);

// ── Duckling ────────────────────────────────────────────────────────────────────────────────────────────────────

/** The tables of a Duckling corpus: the Haskell value, and the phrasings under it. */
const tablesOf = (source: string): { value: string; phrasings: string[] }[] =>
  [...source.matchAll(/examples \((.*)\)\s*\n\s*\[([\s\S]*?)\n\s*\]/g)].map(([, value = '', list = '']) => ({
    value,
    phrasings: [...list.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((m) => JSON.parse(`"${m[1]}"`) as string),
  }));

const numbersOf = (haskell: string): number[] => [...haskell.matchAll(/-?\d+(?:\.\d+)?/g)].map((m) => Number(m[0]));

const ducklingNumerals = (repository: string): Case[] =>
  tablesOf(sourceOf(repository, 'Duckling/Numeral/VI/Corpus.hs')).flatMap(({ value, phrasings }) =>
    phrasings.map((says) => ({
      says,
      theirs: numbersOf(value).map(round).join(),
      ours: figuresIn(`Đã cấp ${says} tấn gạo.`)
        .map((d) => round(d.value))
        .join(),
    })),
  );

const ducklingMoney = (repository: string): Case[] =>
  tablesOf(sourceOf(repository, 'Duckling/AmountOfMoney/VI/Corpus.hs')).flatMap(({ value, phrasings }) => {
    const [, form = '', currency = '', amounts = ''] = /^(\w+) (\w+) (.*)$/.exec(value) ?? [];
    const theirs = numbersOf(amounts).map((n, i) =>
      form === 'simple' ? round(n) : `${form === 'under' || (form === 'between' && i === 1) ? '<' : '>'}${round(n)}`,
    );
    return phrasings.map((says) => ({
      says: `${says} (${currency})`,
      theirs: `${theirs.join()} ${currency === 'VND' ? 'VND' : 'foreign'}`,
      ours: ((found) =>
        `${found.map((d) => bounded(d.comparator, d.value)).join()} ${found[0]?.unit === 'VND' ? 'VND' : 'foreign'}`)(
        figuresIn(`Mức hỗ trợ ${says}.`),
      ),
    }));
  });

const ducklingOrdinals = (repository: string): Case[] =>
  tablesOf(sourceOf(repository, 'Duckling/Ordinal/VI/Corpus.hs')).flatMap(({ phrasings }) =>
    phrasings.map((says) => ({
      says,
      theirs: 'no quantity',
      ours: figuresIn(`Xã đứng ${says} toàn huyện.`).length === 0 ? 'no quantity' : 'a figure',
    })),
  );

const iso = (y: number, m: number, d: number): string => new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10);
const MONTHS: Readonly<Record<string, number>> = { Month: 1, Quarter: 3, Year: 12 };

/** First and last day of a Duckling time, or null where it is of the clock. */
const daysOf = (value: string): string | null => {
  const [y = 0, m = 0, d = 0, , , , ...rest] = numbersOf(value);
  const grain = /(\w+)$/.exec(value)?.[1] ?? '';
  if (value.startsWith('datetimeInterval')) {
    const [y2 = 0, m2 = 0, d2 = 0] = rest;
    return ['Day', 'Month', 'Year'].includes(grain) ? `${iso(y, m, d)}…${iso(y2, m2, d2 - 1)}` : null;
  }
  if (grain === 'Day') return `${iso(y, m, d)}…${iso(y, m, d)}`;
  if (grain === 'Week') return `${iso(y, m, d)}…${iso(y, m, d + 6)}`;
  return MONTHS[grain] ? `${iso(y, m, d)}…${iso(y, m + MONTHS[grain], 0)}` : null;
};

const periodIn = (raw: string, issued: string): string => {
  const anchor = anchorOf(issued, null);
  const found = findTimes(raw.normalize('NFC')).map((mention) =>
    resolve(mention, anchor, yearOfReport(mention, anchor)),
  );
  return found.map((p) => (p === null ? 'open' : `${p.start}…${p.end}`)).join(' ') || 'nothing';
};

const ducklingTimes = (repository: string): Case[] =>
  tablesOf(sourceOf(repository, 'Duckling/Time/VI/Corpus.hs')).flatMap(({ value, phrasings }) => {
    const theirs = daysOf(value);
    return theirs === null ? [] : phrasings.map((says) => ({ says, theirs, ours: periodIn(says, '2017-02-02') }));
  });

/** Whatever a peer calls a time must give us no figure. */
const refusedTimes = (phrasings: readonly string[]): Case[] =>
  phrasings.map((says) => ({
    says,
    theirs: 'no figure',
    ours: figuresIn(`Hội nghị họp ${says}.`).length === 0 ? 'no figure' : 'a figure',
  }));

const ducklingClock = (repository: string): Case[] =>
  refusedTimes(tablesOf(sourceOf(repository, 'Duckling/Time/VI/Corpus.hs')).flatMap(({ phrasings }) => phrasings));

// ── chrono ──────────────────────────────────────────────────────────────────────────────────────────────────────

const CHRONO = ['standard', 'slash', 'month_year', 'year', 'date_range', 'casual', 'negative_cases'];
const CALLS = /test(SingleCase|UnexpectedResult)\(\s*chrono\.vi,\s*("(?:[^"\\]|\\.)*"),\s*(REF|new Date\([^)]*\))/g;

const dayOf = (text: string): string => {
  const [y = 0, m = 0, d = 0] = numbersOf(text);
  return iso(y, m + 1, d);
};

/** What a test expects of the day at one end: `2012-08-10`, with `?` for what it does not look at. */
const expected = (body: string, end: 'start' | 'end'): string | null => {
  const said = (part: string): string =>
    new RegExp(`r\\.${end}\\.get\\("${part}"\\)\\)\\.toBe\\((-?\\d+)\\)`).exec(body)?.[1]?.padStart(2, '0') ?? '?';
  const [y, m, d] = ['year', 'month', 'day'].map(said);
  return y === '?' && m === '?' && d === '?' ? null : `${y}-${m}-${d}`;
};

/** Our day as far as the test looks at it. */
const seenAs = (day: string, wanted: string): string => {
  const parts = day.split('-');
  return wanted
    .split('-')
    .map((part, i) => (part === '?' ? '?' : (parts[i] ?? '')))
    .join('-');
};

const chronoCases = (repository: string): { read: Case[]; refused: Case[] } => {
  const read: Case[] = [];
  const refused: Case[] = [];
  for (const name of CHRONO) {
    const source = sourceOf(repository, `test/vi/vi_${name}.test.ts`);
    const standing = /const REF = (new Date\([^)]*\))/.exec(source)?.[1] ?? '';
    const calls = [...source.matchAll(CALLS)];
    calls.forEach((call, i) => {
      const says = JSON.parse(call[2] as string) as string;
      const issued = dayOf(call[3] === 'REF' ? standing : (call[3] as string));
      const ours = periodIn(says, issued);
      if (call[1] === 'UnexpectedResult') {
        refused.push({ says, theirs: 'nothing', ours });
        return;
      }
      const body = source.slice(call.index + call[0].length, calls[i + 1]?.index ?? source.length);
      const [start, end] = [expected(body, 'start'), expected(body, 'end')];
      if (start === null) return;
      const [first = '', last = ''] = ours.split('…');
      read.push({
        says,
        theirs: [start, end].filter((part) => part !== null).join('…'),
        ours: end === null ? seenAs(first, start) : `${seenAs(first, start)}…${seenAs(last, end)}`,
      });
    });
  }
  return { read, refused };
};

// ── Recognizers-Text ────────────────────────────────────────────────────────────────────────────────────────────

/** Cultures that group by dots or spaces and set decimals off by a comma, as Vietnamese does. */
const CULTURES = ['Spanish', 'Portuguese', 'German', 'Dutch', 'French', 'Italian'];
type Spec = { Input: string; Results: { Text: string; Resolution: { value?: string } | null }[] };

const specs = (repository: string, culture: string, model: string): Spec[] =>
  JSON.parse(sourceOf(repository, `Specs/Number/${culture}/${model}.json`)) as Spec[];

const once = (cases: readonly Case[]): Case[] => [...new Map(cases.map((c) => [`${c.says} ${c.theirs}`, c])).values()];

/** Their decimal mark is a comma; a few French specs resolve with a dot. */
const resolved = (resolution = ''): string => round(Number(resolution.replace('%', '').replace(',', '.')));

const recognizedDigits = (repository: string): Case[] =>
  once(
    CULTURES.flatMap((culture) => specs(repository, culture, 'NumberModel'))
      .filter(({ Input }) => /^[-\s\d.,]+$/.test(Input) && /\d/.test(Input))
      .map(({ Input, Results }) => ({
        says: Input.trim(),
        theirs: Results.map(({ Resolution }) => resolved(Resolution?.value)).join(),
        ours: scanNumbers(fold(`Đã cấp ${Input} tấn gạo.`), conventionOf(Input))
          .map(({ value }) => round(Number(`${value.units}e${-value.scale}`)))
          .join(),
      })),
  );

const recognizedInSentences = (repository: string): Case[] =>
  once(
    CULTURES.flatMap((culture) => specs(repository, culture, 'NumberModel')).flatMap(({ Input, Results }) =>
      Results.filter(({ Text }) => /^\d{1,3}(?:[.\s\u202f\u00a0]\d{3})+(?:,\d+)?$|^\d+,\d+$|^\d+$/.test(Text))
        .map(({ Text, Resolution }) => ({
          says: Text,
          theirs: resolved(Resolution?.value),
          ours: figuresIn(`Đã cấp ${Text} tấn gạo.`)
            .map((d) => round(d.value))
            .join(),
        }))
        .filter(() => Input !== ''),
    ),
  );

const recognizedPercentages = (repository: string): Case[] =>
  once(
    CULTURES.flatMap((culture) => specs(repository, culture, 'PercentModel'))
      .filter(({ Input }) => /^[\s\d.,]+%\s*$/.test(Input))
      .map(({ Input, Results }) => ({
        says: Input.trim(),
        theirs: Results.map(({ Resolution }) => resolved(Resolution?.value)).join(),
        ours: figuresIn(`Tỷ lệ hộ nghèo là ${Input.trim()}.`)
          .map((d) => round(d.value))
          .join(),
      })),
  );

// ── The table ───────────────────────────────────────────────────────────────────────────────────────────────────

/** Differences that are meant, with the reason; docs/peers.md says more of each. */
const MEANT = {
  numerals: [
    [/^-|^âm/, 'a dash before a number is a list mark or a range'],
    [/[kmg]$/i, 'm is metre and g gram; k counts thousands only before đồng'],
    [/^,/, 'digits without a whole part are torn off: kept as written and marked'],
    [/^(?:không|một|trăm)$/, 'an article or a vague word, not a count'],
  ],
  money: [
    [/xen|xu|đô (?:mỹ )?\(|đô \d|đô \(|đô và|INR|AED|Rs/i, 'no report counts rupees, dirhams or cents'],
    [/chấm|phẩy/, 'speech to type, not writing'],
    [/GBP|£9|chín pounds|USD1|EUR29|VND1000-|VN\$|[kK]\$|\$10k/, 'written as apps write it'],
    [/^(?:ít|kém|nhiều|cao) hơn/, '"ít hơn 7.000 đồng" states a difference'],
    [/đô la và bốn/, 'no report counts cents'],
  ],
  times: [
    [/^(?:thứ|chủ nhật|chúa nhật)/, 'a weekday alone dates no figure'],
    [/hôm|bữa|ngày mai|ngày kia|tuần|bây giờ/, 'days counted from now date no figure'],
    [/^(?:tháng|quý) (?:trước|sau|này|nay|hiện tại|tới|tiếp)/, 'what a change is measured against'],
    [/(?:tới|tiếp theo|vừa rồi|vừa qua)$/, 'how long, not when'],
    [/^mùa|giáng sinh/, 'no period of reports'],
    [/^\d+\/\d+$/, 'a pair ("18/21 xã") until a word of time announces a day'],
    [/^tháng sáu$/, '"mỗi tháng sáu trăm nghìn": a bare month by name may count'],
    [/^ngày (?:đầu tiên|12\/10)/, 'reports look back: the nearest day, not the next'],
    [/179|1863|1789|TCN|938/, 'years before 1930 are history'],
    [/tháng 13|ngày 0|61 phút|99 phút/, 'no date; still no figure'],
  ],
  digits: [
    [/^-/, 'a dash before a number is a list mark or a range'],
    [/^,/, 'digits without a whole part are torn off: kept as written and marked'],
    [/^192\.168/, 'no number: one expression, marked'],
    [/^(?:43894|-92321312)/, 'their own case disagrees with itself'],
  ],
} as const satisfies Record<string, Reasons>;

const report = (set: string, cases: readonly Case[], reasons: Reasons, all: boolean): string => {
  const reasonOf = ({ says }: Case) => reasons.find(([words]) => words.test(says))?.[1];
  const differing = cases.filter(({ theirs, ours }) => theirs !== ours);
  const meant = differing.filter(reasonOf);
  if (all)
    for (const c of differing)
      console.error(`${set}: ${c.says}\n    theirs ${c.theirs}\n    ours   ${c.ours}\n    ${reasonOf(c) ?? 'WRONG'}`);
  const same = cases.length - differing.length;
  return `| ${set} | ${cases.length} | ${same} | ${meant.length} | ${differing.length - meant.length} |`;
};

const { values } = parseArgs({
  options: {
    duckling: { type: 'string' },
    chrono: { type: 'string' },
    recognizers: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
});
const lines = ['| set | cases | the same | meant otherwise | wrong |', '| --- | --: | --: | --: | --: |'];
const add = (set: string, cases: readonly Case[], reasons: Reasons = []): void => {
  lines.push(report(set, cases, reasons, values.all));
};
if (values.duckling) {
  add('Duckling VI, numerals', ducklingNumerals(values.duckling), MEANT.numerals);
  add('Duckling VI, money', ducklingMoney(values.duckling), MEANT.money);
  add('Duckling VI, ordinals: no quantity', ducklingOrdinals(values.duckling));
  add('Duckling VI, times of a day or longer', ducklingTimes(values.duckling), MEANT.times);
  add('Duckling VI, all times: no figure', ducklingClock(values.duckling));
}
if (values.chrono) {
  const { read, refused } = chronoCases(values.chrono);
  add('chrono VI, dates', read, MEANT.times);
  add('chrono VI, no dates', refused, MEANT.times);
}
if (values.recognizers) {
  add('Recognizers-Text, digits', recognizedDigits(values.recognizers), MEANT.digits);
  add('Recognizers-Text, numbers of sentences', recognizedInSentences(values.recognizers));
  add('Recognizers-Text, percentages', recognizedPercentages(values.recognizers), MEANT.digits);
}
console.log(lines.join('\n'));
