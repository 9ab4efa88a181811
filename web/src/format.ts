import type { Figure, Period } from '../../src/model/index.ts';
import type { Language } from './i18n/codes.ts';
import { shortLabel } from './i18n/labels.ts';

// Numbers and dates keep their Vietnamese form in both languages, so the table agrees with the text beside it.
const decimals = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });
export const formatNumber = (value: number): string => decimals.format(value);

/** What is shown of a figure's value: "giảm trên" · "4.627" · "triệu đồng". */
export interface ShownValue {
  before: string;
  number: string;
  unit: string;
}

const MILLION = 1e6;
const BILLION = 1e9;

/** Money as an official writes it: in tỷ where it comes out whole, else in triệu, else in full. */
function money(amount: number, language: Language): Omit<ShownValue, 'before'> {
  const scaled = (scale: number, vi: string, en: string) => ({
    number: formatNumber(amount / scale),
    unit: language === 'vi' ? vi : en,
  });
  const fits = (scale: number) => amount >= scale && Number.isInteger(amount / (scale / 1000));
  if (amount >= BILLION && Number.isInteger(amount / BILLION)) return scaled(BILLION, 'tỷ đồng', 'billion VND');
  if (amount >= 1000 * BILLION && fits(BILLION)) return scaled(BILLION, 'tỷ đồng', 'billion VND');
  if (fits(MILLION)) return scaled(MILLION, 'triệu đồng', 'million VND');
  return scaled(1, 'đồng', 'VND');
}

const PER_TIME: Record<string, Record<Language, string>> = {
  day: { vi: 'ngày', en: 'day' },
  month: { vi: 'tháng', en: 'month' },
  quarter: { vi: 'quý', en: 'quarter' },
  year: { vi: 'năm', en: 'year' },
  school_year: { vi: 'năm học', en: 'school year' },
};
const per = (codes: string[], language: Language): string =>
  codes.map((code) => `/${PER_TIME[code]?.[language] ?? shortLabel('units', code, language)}`).join('');

const COMPARATOR_WORDS: Record<Language, Record<Figure['comparator'], string[]>> = {
  vi: {
    eq: [''],
    gt: ['trên', 'hơn'],
    lt: ['dưới', 'gần'],
    ge: ['ít nhất', 'tối thiểu', 'từ'],
    le: ['tối đa', 'không quá', 'đến'],
    approx: ['khoảng', 'ước', 'xấp xỉ'],
  },
  en: { eq: [''], gt: ['over'], lt: ['under'], ge: ['at least'], le: ['at most'], approx: ['about'] },
};
const WORDS_BEFORE = 24;

/** The report's own word for the bound ("gần" or "dưới") where it stands before the number, else the usual one. */
function comparatorWord(figure: Figure, text: string, language: Language): string {
  const words = COMPARATOR_WORDS[language][figure.comparator];
  const before = text.slice(Math.max(0, figure.span.start - WORDS_BEFORE), figure.span.start).toLowerCase();
  const standing = words.map((word) => ({ word, at: before.lastIndexOf(`${word} `) })).sort((a, b) => b.at - a.at)[0];
  return standing && standing.at >= 0 ? standing.word : (words[0] ?? '');
}

/** A change carries its sign; where a bound stands before it, a word instead ("giảm trên 3 %"). */
function direction(figure: Figure, bound: string, language: Language): { word: string; sign: string } {
  const signed = figure.role === 'change' || figure.value < 0;
  if (!signed) return { word: '', sign: '' };
  if (!bound) return { word: '', sign: figure.value < 0 ? '−' : '+' };
  const fell = figure.value < 0;
  return { word: language === 'vi' ? (fell ? 'giảm' : 'tăng') : fell ? 'down' : 'up', sign: '' };
}

/** What is counted, in a word; units outside the catalogue keep the report's own. */
export function countedUnit(figure: Figure, language: Language): string {
  if (figure.unit === 'item') return figure.unitText.trim();
  return shortLabel('units', figure.unit, language);
}

/** `text` is the record's text: the word for a bound is taken from it. */
export function shownValue(figure: Figure, text: string, language: Language): ShownValue {
  const bound = comparatorWord(figure, text, language);
  const { word, sign } = direction(figure, bound, language);
  const amount = Math.abs(figure.value);
  const { number, unit } =
    figure.unit === 'VND'
      ? money(amount, language)
      : { number: formatNumber(amount), unit: countedUnit(figure, language) };
  return {
    before: [word, bound].filter(Boolean).join(' '),
    number: sign + number,
    unit: unit + per(figure.per, language),
  };
}

export const valueText = ({ before, number, unit }: ShownValue): string =>
  [before, `${number}\u00a0${unit}`].filter(Boolean).join(' ');

/** "2023-06-30" → "30/06/2023"; "2023-06" → "06/2023"; "2023" → "2023". */
export const formatDate = (date: string): string => date.split('-').reverse().join('/');

const clock = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', hour12: false });
const two = (n: number) => String(n).padStart(2, '0');

/** A moment in the reader's own time zone: "14:05 30/06/2023". */
export function formatMoment(iso: string): string {
  const at = new Date(iso);
  return `${clock.format(at)} ${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`;
}

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const ROMAN = ['I', 'II', 'III', 'IV'];

/** Whole years, halves, quarters and months by name; one day by its date; the rest from–to. */
export function formatPeriod({ start, end }: Period, language: Language): string {
  if (start === end) return formatDate(start);
  const [y1, m1, d1] = start.split('-').map(Number) as [number, number, number];
  const [y2, m2, d2] = end.split('-').map(Number) as [number, number, number];
  const vi = language === 'vi';
  const wholeMonths = d1 === 1 && d2 === lastDay(y2, m2);
  if (wholeMonths && m1 === 1 && m2 === 12) return y1 === y2 ? (vi ? `năm ${y1}` : `${y1}`) : `${y1}–${y2}`;
  if (wholeMonths && y1 === y2) {
    const months = m2 - m1 + 1;
    if (months === 1) return `${vi ? 'tháng ' : ''}${m1}/${y1}`;
    if (months === 3 && m2 % 3 === 0) return vi ? `quý ${ROMAN[m2 / 3 - 1]}/${y1}` : `Q${m2 / 3} ${y1}`;
    if (m1 === 1) return vi ? `${months} tháng đầu năm ${y1}` : `first ${months} months of ${y1}`;
    if (m2 === 12) return vi ? `${months} tháng cuối năm ${y1}` : `last ${months} months of ${y1}`;
  }
  return `${formatDate(start)} – ${formatDate(end)}`;
}

export const formatPercent = (share: number): string => `${formatNumber(Math.round(share * 100))}\u00a0%`;

export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${formatNumber(Math.round(bytes / 1024))} KB`;
  return `${formatNumber(Math.round((bytes / 1024 ** 2) * 10) / 10)} MB`;
}

/** Below this a figure is shown as doubtful and asks for a reader's eye. */
export const DOUBTFUL = 0.7;
export const isDoubtful = (figure: Figure): boolean => figure.confidence < DOUBTFUL;
