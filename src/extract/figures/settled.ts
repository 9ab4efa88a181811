import { shift, toNumber } from '../numbers/decimal.ts';
import type { Draft } from './draft.ts';

/** "4.743 tỷ": thousands or a fraction, as the writer's convention has it. */
const EITHER_WAY = /^[1-9]\d{0,2}[.,]\d{3}$/;
const OPENS_LIST = /(?<!\p{L})(?:gồm|bao gồm|trong đó|cụ thể|chia ra)(?!\p{L})|[:(]/u;
const MOST_PARTS = 12;

interface Read {
  draft: Draft;
  value: number;
  /** What it would be with the mark read the other way, or null. */
  other: number | null;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

const turned = (draft: Draft): Draft => {
  const by = draft.token.decimals === 3 ? 3 : -3;
  const token = { ...draft.token, value: shift(draft.token.value, by), decimals: draft.token.decimals === 3 ? 0 : 3 };
  const value = Math.sign(draft.value) * toNumber(token.value);
  return { ...draft, token, value, doubts: ['separator_by_sum'] };
};

const readOf = (folded: string, draft: Draft): Read => {
  const { token } = draft;
  const written = folded.slice(token.numeral.start, token.numeral.end);
  const open = EITHER_WAY.test(written) && (token.exponent > 0 || draft.kind === 'measure') && !draft.unitImplied;
  return { draft, value: Math.abs(draft.value), other: open ? Math.abs(turned(draft).value) : null };
};

/** The numbers of one unit that the words behind a number list as its parts. */
const listedUnder = (folded: string, drafts: readonly Draft[], i: number): Draft[] => {
  const whole = drafts[i] as Draft;
  const first = drafts[i + 1];
  if (!first || !OPENS_LIST.test(folded.slice(whole.span.end, first.span.start))) return [];
  const parts: Draft[] = [];
  for (let at = i + 1; at < drafts.length && parts.length < MOST_PARTS; at += 1) {
    const part = drafts[at] as Draft;
    if (part.paragraph !== whole.paragraph) break;
    if (part.unit === whole.unit && part.role === whole.role) parts.push(part);
  }
  return parts;
};

/** Whether the first two or more of `values` add up to `total`. */
const adds = (values: readonly number[], total: number): boolean => {
  let sum = 0;
  return values.some((value, i) => {
    sum += value;
    return i > 0 && near(sum, total);
  });
};

/**
 * A number that can be read two ways is read so that it is the sum of its parts, where exactly one way makes it so:
 * "4.743 tỷ đồng, gồm: ngân sách 2.500 triệu đồng, đóng góp 2.243 triệu đồng" is 4,743 billion.
 */
export const settledBySums = (folded: string, drafts: readonly Draft[]): Draft[] => {
  const settled = [...drafts];
  drafts.forEach((draft, i) => {
    const whole = readOf(folded, draft);
    const under = listedUnder(folded, drafts, i);
    if (under.length < 2) return;
    const parts = under.map((part) => readOf(folded, part));
    if (whole.other === null && parts.every(({ other }) => other === null)) return;
    const asRead = parts.map(({ value }) => value);
    if (adds(asRead, whole.value)) return;
    const turnedParts = parts.map(({ value, other }) => other ?? value);
    const byWhole = whole.other !== null && adds(asRead, whole.other);
    const byParts = adds(turnedParts, whole.value);
    if (byWhole === byParts) return;
    if (byWhole) settled[i] = turned(draft);
    else
      for (const { draft: part, other } of parts) if (other !== null) settled[drafts.indexOf(part, i)] = turned(part);
  });
  return settled;
};
