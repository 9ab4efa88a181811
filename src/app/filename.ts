const MAX_BYTES = 255;
/** C0, C1, line and paragraph separators, and the marks that turn the direction of writing. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

const bytes = (text: string): number => Buffer.byteLength(text);

const cut = (text: string, limit: number): string => {
  let kept = '';
  for (const letter of text) {
    if (bytes(kept) + bytes(letter) > limit) break;
    kept += letter;
  }
  return kept;
};

/**
 * A file name that is only a name: no folders, no control characters, in NFC, at most 255 bytes of UTF-8
 * (its extension kept), and "document" where nothing is left.
 */
export const cleanFilename = (original: string): string => {
  const base = original.split(/[/\\]/).at(-1) ?? '';
  const name = base.toWellFormed().replace(UNPRINTABLE, '').normalize('NFC').trim();
  if (name === '' || name === '.' || name === '..') return 'document';
  if (bytes(name) <= MAX_BYTES) return name;
  const extension = /\.[^.\s]{1,16}$/u.exec(name)?.[0] ?? '';
  return cut(name.slice(0, name.length - extension.length), MAX_BYTES - bytes(extension)).trimEnd() + extension;
};
