import type { Kind, Unit } from '../../model/index.ts';
import { perOf } from '../figures/per.ts';
import { toNumber } from '../numbers/decimal.ts';
import { nounAfter } from '../numbers/nouns.ts';
import { scanNumbers } from '../numbers/scan.ts';
import { matches, quick } from '../text/quick.ts';
import { fold } from '../text/words.ts';

/** What the numbers of a column, a row or a table are counted in. */
export interface Measure {
  kind: Kind;
  unit: Unit;
  /** Power of ten from the written number to the base unit: 6 for "triệu đồng". */
  exponent: number;
  /** The unit in the table's own words: "hộ", "triệu đồng". */
  words: string;
  per: string[];
}

const CONVENTION = { decimal: ',', votes: { for: 0, against: 0 } } as const;

/** A phrase that is nothing but a unit: "triệu đồng", "1.000 đ", "%", "hộ", "đồng/người/tháng"; else null. */
export const unitOf = (text: string): Measure | null => {
  const words = fold(text).replace(/^[\s:(]+|[\s.:)]+$/gu, '');
  if (!words || words.length > 40) return null;
  const one = /^10*(?:[. ]000)*\s*(?=\p{L})/u.test(words) ? words : `1 ${words}`;
  const token = scanNumbers(one, CONVENTION)[0];
  if (token?.span.start !== 0) return null;
  const end = token.noun?.end ?? token.span.end;
  const rest = one.slice(end).trim();
  const per = rest ? perOf(one, { start: 0, end }, end, { start: 0, end: one.length }) : [];
  if (rest && (per.length === 0 || !rest.startsWith('/'))) return null;
  const exponent = Math.round(Math.log10(toNumber(token.value)));
  if (token.sign === 'VND') return { kind: 'money', unit: 'VND', exponent, words, per };
  if (token.sign === 'percent') return { kind: 'percentage', unit: 'percent', exponent: 0, words: '%', per: [] };
  if (token.exponent >= 6 && !token.noun && !token.sign)
    return { kind: 'money', unit: 'VND', exponent, words: `${words} đồng`, per };
  return token.noun ? { kind: token.noun.kind, unit: token.noun.unit, exponent, words, per } : null;
};

/** The units of a list: "triệu đồng, hộ", "người; %". */
export const unitsOf = (text: string): Measure[] =>
  text.split(/[,;]|\s[-–]\s|\svà\s/u).flatMap((part) => unitOf(part.replace(/^.*:/u, '')) ?? []);

/** The units that a heading or label gives outright, in brackets or behind "ĐVT:". */
export const unitsIn = (text: string): Measure[] => {
  const bracketed = [...text.matchAll(/[([](?:[^()[\]]*:)?([^()[\]]*)[)\]]/gu)].map((match) => match[1] as string);
  const announced = UNIT_LINE.exec(text)?.[1];
  return [...bracketed, ...(announced ? [announced] : [])]
    .flatMap(unitsOf)
    .filter((unit, i, all) => all.findIndex((other) => other.words === unit.words) === i);
};

/** "ĐVT: triệu đồng", "Đơn vị tính: hộ". */
export const UNIT_LINE = quick(/(?<!\p{L})(?:đvt|đ\/vt|đơn vị tính|đơn vị)\s*:\s*([^()\n]{1,60})/iu);

const PERCENT: Measure = { kind: 'percentage', unit: 'percent', exponent: 0, words: '%', per: [] };
const DONG: Measure = { kind: 'money', unit: 'VND', exponent: 0, words: 'đồng', per: [] };
const RATE = quick(/(?<!\p{L})(?:t[ỷỉ] lệ|t[ỷỉ] trọng|tỷ suất|phần trăm)(?!\p{L})/u);
const MONEY = quick(
  /(?<!\p{L})(?:số tiền|tiền|kinh phí|(?<!nguồn |vay )vốn(?! vay)|dư nợ|doanh số|ngân sách|trị giá|giá trị|nguồn vốn|chi phí|mức (?:hỗ trợ|trợ cấp|vay|chuẩn|hưởng)|nợ quá hạn|thu nợ|giải ngân|thu nhập|nsnn|nstw|nsđp|dự toán)(?!\p{L})/u,
);
const COUNTED = quick(/(?<!\p{L})(?<!(?:thiểu|đa|dân|doanh|mã|hồ sơ) )số\s+(?:lượng\s+)?/gu);

/** What the words of a heading or label say is counted. `strong`: a rate, money or "số hộ"; else any noun in it. */
export const measureIn = (text: string, strong: boolean): Measure | null => {
  const folded = fold(text);
  if (strong) {
    if (folded.includes('%')) return PERCENT;
    const said: [number, Measure][] = [];
    for (const match of matches(COUNTED, folded)) {
      const found = nounAt(folded, match.index + match[0].length);
      if (found) said.push([match.index, found]);
    }
    for (const [pattern, measure] of [
      [RATE, PERCENT],
      [MONEY, DONG],
    ] as const) {
      const at = folded.search(pattern);
      if (at >= 0) said.push([at, measure]);
    }
    return said.sort(([a], [b]) => a - b)[0]?.[1] ?? null;
  }
  for (const match of folded.matchAll(/(?<![\p{L}\p{M}])\p{L}/gu)) {
    const found = noun(folded, match.index);
    if (found && (match.index === 0 ? !NAMES.has(found.unit) : PEOPLE.has(found.unit))) return found;
  }
  return null;
};

/** Nouns of plans, programmes, papers and places head columns that count something else. */
const NAMES: ReadonlySet<Unit> = new Set(['document', 'item', 'event', 'village', 'commune', 'district', 'province']);
const PEOPLE: ReadonlySet<Unit> = new Set([
  'household',
  'household_turn',
  'person',
  'person_turn',
  'card',
  'house',
  'gift',
]);
/** "dân tộc", "dân cư" and "xuất khẩu" count nobody; "việc làm" and "nhà ở" as bare headings are matters. */
const NO_NOUN =
  /^(?:dân\s+(?:tộc|cư|số|sinh|chính|quân)|nhân dân|nam\s+\p{L}|hội|ngành|bộ|xuất khẩu|việc làm|nhà (?:ở|tiêu|vệ sinh))(?!\p{L})/u;

const noun = (folded: string, offset: number): Measure | null =>
  NO_NOUN.test(folded.slice(offset)) ? null : nounAt(folded, offset);

/** A heading that names a matter or a place, whatever noun it opens with: "Việc làm", "Nhà ở", "Xã". */
export const isMatter = (text: string, { unit }: Measure): boolean =>
  NAMES.has(unit) || NO_NOUN.test(fold(text).trim());

const nounAt = (folded: string, offset: number): Measure | null => {
  const found = nounAfter(folded, offset);
  if (!found || found.start !== offset) return null;
  const words = folded.slice(found.start, found.end);
  return { kind: found.kind, unit: found.unit, exponent: found.exponent, words, per: [] };
};
