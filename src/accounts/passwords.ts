import { randomInt } from 'node:crypto';

/** Nothing that is taken for something else when read out or copied from paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

const letters = (count: number): string =>
  Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Names an account in histories: short, since people see it, and no account's but one. */
export const newId = (): string => letters(8);

/** Eighty bits in four groups. */
export const oneTimePassword = (): string => [4, 4, 4, 4].map(letters).join('-');
