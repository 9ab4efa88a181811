import type { Kind, Unit } from '../../model/index.ts';
import { fold } from '../text/words.ts';
import type { Convention } from './convention.ts';
import { toNumber } from './decimal.ts';
import { type NumberToken, scanNumbers } from './scan.ts';
import { readNumberWords } from './words.ts';

/** A number as a person types it, in the base unit; kind and unit where the words say them. */
export type TypedValue = { value: number; kind: Kind | null; unit: Unit | null };

/** Decree 30/2020/NĐ-CP: dots between thousands, a comma before decimals. */
const OFFICIAL: Convention = { decimal: ',', votes: { for: 0, against: 0 } };

const NOTHING_ELSE = /^[\s.;]*$/;

const saidBy = ({ sign, noun }: NumberToken): Pick<TypedValue, 'kind' | 'unit'> => {
  if (sign === 'VND') return { kind: 'money', unit: 'VND' };
  if (sign === 'percent' || sign === 'percentage_point') return { kind: 'percentage', unit: sign };
  return noun ? { kind: noun.kind, unit: noun.unit } : { kind: null, unit: null };
};

/**
 * What somebody means who types `text`: "4,6 tỷ" is 4600000000, "1.855 hộ" is 1855 households, "-2,3%" a share. Null
 * where it is not one number and nothing else, or none that can be right as written.
 */
export function readValue(text: string): TypedValue | null {
  const [, minus, rest = ''] = /^\s*([-−–]?)\s*(.*?)\s*$/s.exec(fold(text)) ?? [];
  const sign = minus ? -1 : 1;
  const words = readNumberWords(rest.split(/\s+/));
  if (words !== null) return { value: sign * Number(words), kind: null, unit: null };
  const [token, more] = scanNumbers(rest, OFFICIAL);
  if (!token || more || token.doubt === 'number_malformed' || token.sign === 'foreign') return null;
  const end = Math.max(token.span.end, token.noun?.end ?? 0);
  if (token.span.start > 0 || !NOTHING_ELSE.test(rest.slice(end))) return null;
  return { value: sign * toNumber(token.value), ...saidBy(token) };
}
