import type { Place, PlaceLevel } from '../model/index.ts';
import type { PlaceQuery } from './ports.ts';
import { fold } from './words.ts';

/** The levels a unit's type word may stand for, by its folded form; longer words first. */
const TYPES: [string, PlaceLevel[]][] = [
  ['thanh pho', ['province', 'district']],
  ['to dan pho', ['village']],
  ['khu pho', ['village']],
  ['thi tran', ['commune']],
  ['thi xa', ['district']],
  ['phuong', ['commune']],
  ['huyen', ['district']],
  ['tinh', ['province']],
  ['quan', ['district']],
  ['thon', ['village']],
  ['lang', ['village']],
  ['ban', ['village']],
  ['xa', ['commune']],
  ['ap', ['village']],
  ['tp.', ['province', 'district']],
  ['tp', ['province', 'district']],
];

const split = (text: string): { name: string; levels: PlaceLevel[] } => {
  const folded = fold(text).replace(/\s+/gu, ' ').trim();
  for (const [word, levels] of TYPES) {
    if (folded.startsWith(`${word} `)) return { name: folded.slice(word.length + 1).trim(), levels };
  }
  return { name: folded, levels: [] };
};

/** The name a place is found by: folded, without "tỉnh", "huyện", "xã" … */
export const placeName = (place: Place): string => split(place.name).name;

/** Digits are an official code; "xã Tây Sơn" asks for a commune, "tay son" for any unit of that name. */
export const placeQuery = (text: string): PlaceQuery =>
  /^\s*\d+\s*$/u.test(text) ? { code: text.trim() } : split(text);
