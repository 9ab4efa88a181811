const DIGITS: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const SCALES: Readonly<Record<string, bigint>> = {
  nghìn: 1000n,
  ngàn: 1000n,
  vạn: 10_000n,
  triệu: 1_000_000n,
};
const ONE_BILLION = 1_000_000_000n;
const BILLION: ReadonlySet<string> = new Set(['tỷ', 'tỉ']);

/** Every word a written-out number may hold, as dictionaries write them. */
export const NUMBER_WORDS: readonly string[] = [
  ...Object.keys(DIGITS),
  ...Object.keys(SCALES),
  ...BILLION,
  'mười',
  'mươi',
  'chục',
  'trăm',
  'linh',
  'lẻ',
  'rưỡi',
  'nửa',
];

const digit = (word: string | undefined): number | undefined => (word === undefined ? undefined : DIGITS[word]);
/** Forms of a digit that stand only behind tens: "hai mươi mốt", "mười lăm"; in speech right behind them: "hai mốt". */
const ONLY_AFTER_TENS = new Set(['mốt', 'lăm', 'nhăm', 'tư']);

/** Reads up to 999 from `words[at]`: its value and the place behind it, or null. */
const belowThousand = (words: readonly string[], at: number): { value: number; next: number } | null => {
  let next = at;
  let value = 0;
  let read = false;
  if (digit(words[next]) !== undefined && words[next + 1] === 'trăm') {
    value = (digit(words[next]) as number) * 100;
    next += 2;
    read = true;
    if (words[next] === 'rưỡi') return { value: value + 50, next: next + 1 };
    if (words[next] === 'linh' || words[next] === 'lẻ') {
      const unit = digit(words[next + 1]);
      return unit === undefined ? null : { value: value + unit, next: next + 2 };
    }
  }
  const first = digit(words[next]);
  if (words[next] === 'mười') {
    const unit = digit(words[next + 1]);
    return { value: value + 10 + (unit ?? 0), next: next + (unit === undefined ? 1 : 2) };
  }
  if (first !== undefined && words[next + 1] === 'mươi') {
    const unit = digit(words[next + 2]);
    return { value: value + first * 10 + (unit ?? 0), next: next + (unit === undefined ? 2 : 3) };
  }
  if (first !== undefined && words[next + 1] === 'chục') return { value: value + first * 10, next: next + 2 };
  if (first !== undefined && first > 1 && ONLY_AFTER_TENS.has(words[next + 1] as string))
    return { value: value + first * 10 + (digit(words[next + 1]) as number), next: next + 2 };
  if (first !== undefined && !ONLY_AFTER_TENS.has(words[next] as string))
    return { value: value + first, next: next + 1 };
  return read ? { value, next } : null;
};

/** Reads a whole run whose largest scale is the million. */
const belowBillion = (words: readonly string[]): bigint | null => {
  let total = 0n;
  let at = 0;
  let lastScale: bigint | null = null;
  while (at < words.length) {
    if (words[at] === 'rưỡi' && lastScale && at === words.length - 1) return total + lastScale / 2n;
    if ((words[at] === 'linh' || words[at] === 'lẻ') && lastScale === 1000n) at += 1;
    const part = belowThousand(words, at);
    if (!part) return null;
    at = part.next;
    let scale = 1n;
    while (at < words.length && SCALES[words[at] as string]) {
      scale *= SCALES[words[at] as string] as bigint;
      at += 1;
    }
    if (lastScale !== null && scale >= lastScale) return null;
    total += BigInt(part.value) * scale;
    lastScale = scale;
    if (scale === 1n && at < words.length && words[at] !== 'rưỡi') return null;
  }
  return at > 0 ? total : null;
};

/** "nửa tỷ", "nửa triệu" */
const halfOf = (scale: string): bigint | null => {
  const whole = BILLION.has(scale) ? ONE_BILLION : SCALES[scale];
  return whole === undefined ? null : whole / 2n;
};

/**
 * The value of a whole run of number words ("hai trăm linh năm" is 205), or null where they are no number.
 * Scales descend ("một tỷ hai trăm triệu"), thousands count billions ("hai nghìn năm trăm tỷ"), "rưỡi" adds half of
 * the last scale.
 */
export const readNumberWords = (words: readonly string[]): bigint | null => {
  if (words[0] === 'nửa') return words.length === 2 ? halfOf(words[1] as string) : null;
  const at = words.findLastIndex((word) => BILLION.has(word));
  if (at < 0) return belowBillion(words);
  const many = belowBillion(words.slice(0, at));
  const behind = words.slice(at + 1);
  const rest = behind.length === 0 ? 0n : behind.join() === 'rưỡi' ? ONE_BILLION / 2n : belowBillion(behind);
  return many === null || rest === null || rest >= ONE_BILLION ? null : many * ONE_BILLION + rest;
};
