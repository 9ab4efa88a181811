/** What a PDF says of itself: its title and its outline (PDF 32000-1, 12.3.3 and 14.3.3). */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { cleanLine } from '../clean.ts';

export type Properties = { title: string | null; outline: Map<string, number> };

/** Never throws: a damaged outline is none. */
export async function propertiesOf(document: PDFDocumentProxy): Promise<Properties> {
  const [metadata, outline] = await Promise.all([
    document.getMetadata().catch(() => null),
    document.getOutline().catch(() => null),
  ]);
  const { Title } = (metadata?.info ?? {}) as { Title?: unknown };
  return {
    title: cleanLine(String(Title ?? '')) || null,
    outline: new Map(outlineLevels((outline ?? []) as OutlineItem[])),
  };
}

type OutlineItem = { title: string; items?: OutlineItem[] };

/** Headings have nine levels. */
const DEEPEST = 9;

function* outlineLevels(items: readonly OutlineItem[], level = 1): Generator<[string, number]> {
  for (const item of items) {
    yield [cleanLine(item.title), level];
    if (level < DEEPEST) yield* outlineLevels(item.items ?? [], level + 1);
  }
}
