import type { Candidate, Scene } from './draft.ts';

/** What a whole is counted by where "a/b" means a of b ("18/21 xã"), not a share. */
const PAIRED = new Set([
  'province',
  'district',
  'commune',
  'village',
  'item',
  'school',
  'facility',
  'organisation',
  'works',
  'model',
  'house',
]);

/** Nobody speaks of sevenths: "5/8 hộ" is five of eight households. */
const LARGEST_SHARE = 5;

/**
 * A fraction used as a share, "1/3 kinh phí", is one figure, a percentage; "18/21 xã" and "04/5 lao động" are two.
 * Answers the candidate that stands for both numbers, or null.
 */
export const shareOf = (scene: Scene, i: number): Candidate | null => {
  const top = scene.candidates[i] as Candidate;
  const bottom = scene.candidates[i + 1];
  if (!bottom || scene.folded.slice(top.token.span.end, bottom.token.span.start) !== '/') return null;
  const [a, b] = [Number(top.token.value.units), Number(bottom.token.value.units)];
  const small = top.token.decimals === 0 && bottom.token.decimals === 0 && a > 0 && a < b && b <= 10;
  if (!small || top.token.noun || bottom.token.sign || bottom.token.exponent > 0) return null;
  if (bottom.token.noun && (PAIRED.has(bottom.token.noun.unit) || b > LARGEST_SHARE)) return null;
  if ([top, bottom].some(({ token }) => scene.folded[token.numeral.start] === '0')) return null;
  const share = (a * 100) / b;
  return {
    ...top,
    token: {
      ...top.token,
      span: { start: top.token.span.start, end: bottom.token.numeral.end },
      value: { units: BigInt(Math.round(share * 1e13)), scale: 13 },
      sign: 'percent',
      noun: null,
    },
  };
};
