import { words } from '../pattern.ts';
import type { Parser } from '../types.ts';

const HOUR = '(?:[01]?[0-9]|2[0-4])';
const MINUTE = '[0-5][0-9]';

/** "08 giờ 30", "10h30", "7h", "15:56", "GMT+7". */
export const clock: Parser = {
  name: 'clock',
  pattern: words(
    `${HOUR}_(?:h|g)_(?:${MINUTE})?(?:p|’|')?|${HOUR} giờ(?: ${MINUTE}(?: phút)?)?|${HOUR}:${MINUTE}(?::${MINUTE})?|24/24(?: giờ)?|24/7|gmt_[+-]_1?[0-9](?::00)?`,
  ),
  read: () => ({ kind: 'clock' }),
};
