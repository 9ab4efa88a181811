import { DASH, words, YEAR } from '../pattern.ts';
import type { Parser } from '../types.ts';
import { int, years } from './reading.ts';

/** Crop seasons: "vụ Đông Xuân 2021-2022", "vụ mùa năm 2022", "niên vụ 2021/2022". */
export const season: Parser = {
  name: 'season',
  pattern: words(
    `(?:vụ|niên vụ|mùa)(?: (?:đông${DASH}xuân|đông xuân|hè${DASH}thu|hè thu|thu${DASH}đông|thu đông|mùa|xuân|đông|hè|thu|chiêm|chiêm xuân|mưa|mưa bão|khô|hạn))?(?: năm)? (?<a>${YEAR})(?:(?:${DASH}|/)(?<b>${YEAR}))?`,
  ),
  read: ({ a, b }, { before }) =>
    /(?:nhiệm|phục|dịch|chức|nghiệp|nghĩa)[^\S\n]+$/u.test(before) ? null : years('season', int(a), int(b ?? a)),
};
