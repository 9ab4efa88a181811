/**
 * Cohen's kappa (Cohen 1960, "A coefficient of agreement for nominal scales"): agreement of two raters beyond what their
 * own frequencies would give by chance. Null where chance alone already agrees on everything, or nothing was rated.
 */
export const kappa = (pairs: readonly (readonly [string, string])[]): number | null => {
  const n = pairs.length;
  if (n === 0) return null;
  const counts = (rater: 0 | 1) => Map.groupBy(pairs, (pair) => pair[rater]);
  const [first, second] = [counts(0), counts(1)];
  const observed = pairs.filter(([a, b]) => a === b).length / n;
  let chance = 0;
  for (const [code, rated] of first) chance += (rated.length / n) * ((second.get(code)?.length ?? 0) / n);
  return chance === 1 ? null : (observed - chance) / (1 - chance);
};
