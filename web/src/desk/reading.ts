import { readValue } from '../../../src/extract/typed.ts';
import type { Figure, Span } from '../../../src/model/index.ts';
import type { Language } from '../i18n/codes.ts';
import { infer } from './api.ts';
import type { Patch } from './state/changes.ts';

/** What words say of a value by themselves: "4,6 tỷ đồng" is 4600000000, in đồng, money. */
export function valueSaid(words: string): Patch | null {
  const read = readValue(words);
  return read && { value: read.value, ...(read.unit && { unit: read.unit }), ...(read.kind && { kind: read.kind }) };
}

/** The extractor's figure in a stretch of the text; null where it finds none, or cannot be asked. */
export const figureIn = async (document: string, span: Span, language: Language): Promise<Figure | null> =>
  (await infer(document, span, language).catch(() => []))[0] ?? null;

/** What a stretch of the text says of value, unit and what is counted, for a figure that is to stand on it. */
export async function readingOf(document: string, text: string, span: Span, language: Language): Promise<Patch> {
  const found = await figureIn(document, span, language);
  if (!found) return valueSaid(text.slice(span.start, span.end)) ?? {};
  const { value, unit, unitText, kind, label, subjects, indicator } = found;
  return { value, unit, unitText, kind, label, subjects, indicator };
}
