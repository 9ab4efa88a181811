import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { PageWords, Span } from '../../../src/model/index.ts';

/** A word of the record's text and where it stands on its page, in points from the page's top left corner. */
export type PageWord = PageWords['words'][number];

/** Keeps the words of pages, for as long as the page is open. */
export const wordsClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, gcTime: 600_000 } } });

/** The words of one page; null where none are known, as of reports read before they were kept. `version` tells one extraction from the next. */
export const wordsOfPage = (document: string, version: string | null, page: number) =>
  queryOptions({
    queryKey: ['words', document, version, page],
    queryFn: async ({ signal }): Promise<PageWord[] | null> => {
      const response = await fetch(`/api/v1/documents/${encodeURIComponent(document)}/pages/${page}/words`, { signal });
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      const { words } = (await response.json()) as PageWords;
      return words.length > 0 ? words : null;
    },
    retry: 1,
  });

export type Rect = Pick<PageWord, 'x' | 'y' | 'width' | 'height'>;

/** Where a span stands on the page of these words: a rectangle for each of its lines. */
export function rectsOf(words: readonly PageWord[], { start, end }: Span): Rect[] {
  const rects: Rect[] = [];
  for (const word of words) {
    if (word.end <= start || word.start >= end) continue;
    const last = rects.at(-1);
    const sameLine = last && Math.abs(last.y - word.y) < Math.max(last.height, word.height) / 2 && word.x >= last.x;
    if (!last || !sameLine) rects.push({ x: word.x, y: word.y, width: word.width, height: word.height });
    else {
      const bottom = Math.max(last.y + last.height, word.y + word.height);
      last.width = Math.max(last.width, word.x + word.width - last.x);
      last.y = Math.min(last.y, word.y);
      last.height = bottom - last.y;
    }
  }
  return rects;
}

/** The word at a point of the page, or the nearest: rather on the same line than on the next. */
export function wordAt(words: readonly PageWord[], x: number, y: number): PageWord | null {
  let nearest: PageWord | null = null;
  let least = Infinity;
  for (const word of words) {
    const across = Math.max(word.x - x, 0, x - word.x - word.width);
    const down = Math.max(word.y - y, 0, y - word.y - word.height);
    const far = across + 4 * down;
    if (far < least) [nearest, least] = [word, far];
  }
  return nearest;
}
