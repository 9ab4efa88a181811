const EXPONENTS: Record<string, string> = { '2': '²', '3': '³' };

/**
 * What a raised figure after `text` is in plain text: "m²" keeps its exponent; any other is the mark of a footnote, which
 * would change the number before it, and is ''.
 */
export const exponentAfter = (text: string, raised: string): string =>
  /(?:^|[\s\d.,kcdmh])m$/.test(text) ? (EXPONENTS[raised] ?? '') : '';
