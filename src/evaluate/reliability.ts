/** A probability that was given, and whether what it was given for was right. */
export interface Judged {
  confidence: number;
  right: boolean;
}

export interface Bin {
  /** Lower bound of the confidences in it; the upper is a tenth higher. */
  from: number;
  count: number;
  /** Mean confidence and share right, 0 to 1. */
  confidence: number;
  right: number;
}

/** The ten equal bins of confidence that hold anything, from low to high. */
export function reliability(judged: readonly Judged[]): Bin[] {
  const bins = Map.groupBy(judged, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)));
  return [...bins]
    .sort(([a], [b]) => a - b)
    .map(([index, members]) => ({
      from: index / 10,
      count: members.length,
      confidence: mean(members.map(({ confidence }) => confidence)),
      right: mean(members.map(({ right }) => Number(right))),
    }));
}

/** Expected calibration error over ten bins of confidence (Naeini et al. 2015); null where nothing was found. */
export function calibrationError(judged: readonly Judged[]): number | null {
  if (judged.length === 0) return null;
  const gaps = reliability(judged).map(({ count, confidence, right }) => count * Math.abs(confidence - right));
  return gaps.reduce((a, b) => a + b, 0) / judged.length;
}

/** The chance that a right one was given more than a wrong one, ties counting half; null where one kind is missing. */
export function rankingQuality(judged: readonly Judged[]): number | null {
  const [right, wrong] = [true, false].map((kind) => judged.filter((one) => one.right === kind));
  if (!right?.length || !wrong?.length) return null;
  const won = (a: Judged) =>
    mean(wrong.map((b) => (a.confidence > b.confidence ? 1 : a.confidence < b.confidence ? 0 : 0.5)));
  return mean(right.map(won));
}

const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length;
