/**
 * Characters that are typesetting, not text. They are settled here, once, before any span exists:
 * - zero-width characters, soft hyphens, bidirectional marks and control characters go away;
 * - every kind of space (no-break, thin, ideographic…) is one plain space;
 * - vertical tab, form feed and the Unicode line and paragraph separators are line breaks;
 * - the no-break hyphen is a hyphen, Word's private bullets (U+F0xx) are "•";
 * - letters that look like Vietnamese ones and are of other alphabets (the Icelandic "Ð", the African "Ɖ") are those;
 * - the rest is composed (NFC).
 */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g;
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g;
const SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
const LINE_BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const PRIVATE_BULLET = /[\uF0A7\uF0A8\uF0B7\uF0D8\uF0E8\uF0FC\uF076\uF06E\uF071\uF075]/g;

/** No letter carries so many marks; putting them in order takes time that grows with their square. */
export const HEAPED = /([\u0300-\u036F]{16})[\u0300-\u036F]+/g;

/** ASCII and the composed letters of Vietnamese with some signs: of these nothing is repaired, and most texts are of nothing else. */
const SETTLED = /^[\t\n -~ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ‘’“”–•…]*$/;

/** Repairs the characters of `text`; lines and the widths of spaces stay. */
export function cleanCharacters(text: string): string {
  if (SETTLED.test(text)) return text;
  return text
    .replace(LINE_BREAK, '\n')
    .replace(INVISIBLE, '')
    .replace(CONTROL, '')
    .replace(SPACE, ' ')
    .replace(/\u2011/g, '-')
    .replace(PRIVATE_BULLET, '•')
    .replace(/\uF02D/g, '-')
    .replace(/[\u00D0\u0189]/g, 'Đ')
    .replace(/[\u00F0\u0256]/g, 'đ')
    .replace(HEAPED, '$1')
    .normalize('NFC');
}

/** One line of text: characters repaired, runs of spaces made one, ends trimmed; tabs stay, they part columns. */
export function cleanLine(line: string): string {
  const clean = cleanCharacters(line);
  if (!/[\t\n]| {2}|^ | $/.test(clean)) return clean;
  return clean
    .replace(/\n/g, ' ')
    .replace(/ +/g, ' ')
    .replace(/ ?\t[ \t]*/g, '\t')
    .trim();
}
