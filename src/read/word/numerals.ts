/** The numerals that word processors count lists in. */
const ROMAN: readonly [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Capital Roman numerals to 3999. */
export function roman(value: number): string {
  let rest = Math.min(Math.max(0, value), 3999);
  let text = '';
  for (const [size, letter] of ROMAN) {
    for (; rest >= size; rest -= size) text += letter;
  }
  return text;
}

/** a … z, then aa, bb … (17.18.59, lowerLetter). */
export const letters = (value: number): string =>
  value < 1 ? '' : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(20, Math.ceil(value / 26)));

/** A list's number in the numerals that HTML and OpenDocument name by their first: "1", "a", "A", "i", "I". */
export function numeral(value: number, first: string): string {
  switch (first) {
    case 'I':
      return roman(value);
    case 'i':
      return roman(value).toLowerCase();
    case 'A':
      return letters(value).toUpperCase();
    case 'a':
      return letters(value);
    default:
      return String(value);
  }
}
