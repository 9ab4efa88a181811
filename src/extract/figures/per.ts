import type { Span } from '../../model/index.ts';
import { quick } from '../text/quick.ts';

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
  phần: 'gift',
  'túi quà': 'gift',
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
  con: 'animal',
  xã: 'commune',
  phường: 'commune',
  huyện: 'district',
  quận: 'district',
  tỉnh: 'province',
  thôn: 'village',
  'học viên': 'person',
  'sinh viên': 'person',
  'trẻ em': 'person',
  trẻ: 'person',
  'hộ gia đình': 'household',
  'hộ dân': 'household',
  'hộ nghèo': 'household',
  'học bổng': 'scholarship',
  'suất học bổng': 'scholarship',
  'ngôi nhà': 'house',
  mẹ: 'person',
  'đơn vị': 'organisation',
  kwh: 'kWh',
  kg: 'kg',
  ha: 'ha',
};
const UNIT = `(?:${Object.keys(PER)
  .sort((a, b) => b.length - a.length)
  .join('|')})(?![\\p{L}])`;
const SLASHED = new RegExp(`^(?:\\s*/\\s*(${UNIT}))(?:\\s*/\\s*(${UNIT}))?(?:\\s*/\\s*(${UNIT}))?`, 'u');
const WORDED = new RegExp(`^\\s*(?:tiền mặt\\s+)?(?:mỗi|một|cho mỗi|trên mỗi|(?:hàng|hằng))\\s+(${UNIT})`, 'u');
const BEFORE = new RegExp(`(?:mỗi|bình quân(?: mỗi)?|trung bình(?: mỗi)?|trên mỗi)\\s+(${UNIT})[^.;,\\d]{0,32}$`, 'u');
/** "trợ cấp hàng tháng cho 2.345 đối tượng" says how often they are paid, not how many a month. */
const PAID = quick(
  /(?<!\p{L})(?:trợ cấp|trợ giúp|phụ cấp|lương|lương hưu|xã hội|bhxh|thường xuyên|ưu đãi)\s+(?:hàng|hằng)\s+tháng[^.;,\d]*$/u,
);
const YEARLY = quick(/(?<!\p{L})(?:mỗi|hàng|hằng)\s+(năm|tháng|ngày)(?![^.;,\d]*\svà\s)[^.;,\d]{0,28}$/u);

/** The units of a rate in the order written: "500.000 đồng/người/tháng" gives ["person", "month"]. */
export const perOf = (folded: string, number: Span, nounEnd: number, sentence: Span): string[] => {
  const behind = folded.slice(nounEnd, Math.min(sentence.end, nounEnd + 40));
  const found = SLASHED.exec(behind) ?? WORDED.exec(behind);
  if (found) return found.slice(1).flatMap((word) => PER[word ?? ''] ?? []);
  const before = folded.slice(Math.max(sentence.start, number.start - 48), number.start);
  const paid = nounEnd > number.end && PAID.test(before);
  const rate = BEFORE.exec(before) ?? (paid ? null : YEARLY.exec(before));
  return rate ? [PER[rate[1] as string] as string] : [];
};
