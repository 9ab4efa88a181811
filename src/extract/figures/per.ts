import type { Span } from '../../model/index.ts';

/** What a rate is per, by the words that say so. */
const PER: Readonly<Record<string, string>> = {
  người: 'person',
  khẩu: 'person',
  'nhân khẩu': 'person',
  'lao động': 'person',
  em: 'person',
  'học sinh': 'person',
  cháu: 'person',
  'đối tượng': 'person',
  hộ: 'household',
  'gia đình': 'household',
  suất: 'gift',
  'suất quà': 'gift',
  'phần quà': 'gift',
  nhà: 'house',
  'căn nhà': 'house',
  căn: 'house',
  thẻ: 'card',
  tháng: 'month',
  năm: 'year',
  ngày: 'day',
  quý: 'quarter',
  buổi: 'event',
  lớp: 'class',
  'trường hợp': 'case',
  'công trình': 'works',
  kwh: 'kWh',
  kg: 'kg',
  ha: 'ha',
};
const UNIT = `(?:${Object.keys(PER)
  .sort((a, b) => b.length - a.length)
  .join('|')})(?![\\p{L}])`;
const SLASHED = new RegExp(`^(?:\\s*/\\s*(${UNIT}))(?:\\s*/\\s*(${UNIT}))?(?:\\s*/\\s*(${UNIT}))?`, 'u');
const WORDED = new RegExp(`^\\s*(?:mỗi|một|cho mỗi|trên mỗi|(?:hàng|hằng))\\s+(${UNIT})`, 'u');
const BEFORE = new RegExp(`(?:mỗi|bình quân(?: mỗi)?|trung bình(?: mỗi)?|trên mỗi)\\s+(${UNIT})[^.;,\\d]{0,32}$`, 'u');
const YEARLY = /(?<!\p{L})(?:mỗi|hàng|hằng)\s+(năm|tháng|ngày)[^.;,\d]{0,28}$/u;

/** The units of a rate in the order written: "500.000 đồng/người/tháng" gives ["person", "month"]. */
export const perOf = (folded: string, number: Span, nounEnd: number, sentence: Span): string[] => {
  const behind = folded.slice(nounEnd, Math.min(sentence.end, nounEnd + 40));
  const found = SLASHED.exec(behind) ?? WORDED.exec(behind);
  if (found) return found.slice(1).flatMap((word) => PER[word ?? ''] ?? []);
  const before = folded.slice(Math.max(sentence.start, number.start - 48), number.start);
  const rate = BEFORE.exec(before) ?? YEARLY.exec(before);
  return rate ? [PER[rate[1] as string] as string] : [];
};
