/** Lower case without accents: "Hộ Nghèo" and "ho ngheo" are one. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase();

/** Folded words, the separators inside a number dropped ("1.855" → "1855", "4,82%" → "482"). */
export const words = (text: string): string[] =>
  fold(text)
    .replace(/(?<=\p{N})[.,](?=\p{N})/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** What a person types into a search box: "quoted words" are a phrase, each other word stands alone. */
export const phrases = (query: string): string[][] =>
  query
    .split(/["“”]/u)
    .flatMap((part, index) => (index % 2 === 1 ? [words(part)] : words(part).map((word) => [word])))
    .filter((phrase) => phrase.length > 0);

/** A sentence longer than this on either side of its figure is searched only so far. */
const REACH = 600;
const SENTENCE_END = /[.;!?]\s|\n/u;

/** The sentence of `text` around a span. */
export const sentenceAt = (text: string, span: { start: number; end: number }): string => {
  const before =
    text
      .slice(Math.max(0, span.start - REACH), span.start)
      .split(SENTENCE_END)
      .at(-1) ?? '';
  const after = text.slice(span.end, span.end + REACH).split(SENTENCE_END)[0] ?? '';
  return (before + text.slice(span.start, span.end) + after).trim();
};
