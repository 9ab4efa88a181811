/** Page numbers, running heads and feet: printed on every page, said by none. */
import type { Row } from './lines.ts';

export type PageRows = { number: number; height: number; rows: Row[] };

/** How many rows at a page's top and bottom may be furniture, and how far from the edge, in parts of the height. */
const EDGE_ROWS = 3;
const EDGE = 0.15;
const PAGE_NUMBER = /^(?:trang|page)?\s*[-–—]?\s*(\d{1,4})\s*[-–—]?(?:\s*(?:\/|of)\s*\d{1,4})?$/i;

const textOf = (row: Row): string => row.map((line) => line.text).join(' ');
const shape = (row: Row): string => textOf(row).replace(/\d+/g, '#');

/** Takes the furniture off the pages' edges; also returns what was taken, each text once. */
export function withoutFurniture<P extends PageRows>(pages: readonly P[]): { pages: P[]; dropped: string[] } {
  const repeated = repeatedShapes(pages);
  const offset = numberOffset(pages);
  const dropped = new Set<string>();
  const isFurniture = (row: Row, page: P): boolean => {
    const number = PAGE_NUMBER.exec(textOf(row))?.[1];
    return repeated.has(shape(row)) || (number !== undefined && Number(number) - page.number === offset);
  };
  const clean = pages.map((page) => {
    const rows = [...page.rows];
    for (const [side, at] of [
      ['top', 0],
      ['bottom', -1],
    ] as const) {
      for (let n = 0; n < EDGE_ROWS; n++) {
        const row = rows.at(at);
        if (!row || !isAtEdge(row, page.height, side) || !isFurniture(row, page)) break;
        dropped.add(shape(row));
        if (at === 0) rows.shift();
        else rows.pop();
      }
    }
    return { ...page, rows };
  });
  return { pages: clean, dropped: [...dropped] };
}

function isAtEdge(row: Row, height: number, side: 'top' | 'bottom'): boolean {
  const y = row[0]?.y ?? 0;
  return side === 'top' ? y < height * EDGE : y > height * (1 - EDGE);
}

const edges = (page: PageRows): Row[] => {
  const top = page.rows.slice(0, EDGE_ROWS).filter((row) => isAtEdge(row, page.height, 'top'));
  return [...top, ...page.rows.slice(-EDGE_ROWS).filter((row) => isAtEdge(row, page.height, 'bottom'))];
};

/** Texts, numbers aside, at the edges of at least three pages and of two pages in five. */
function repeatedShapes(pages: readonly PageRows[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const text of new Set(edges(page).map(shape))) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const least = Math.max(3, pages.length * 0.4);
  return new Set([...counts].filter(([text, count]) => count >= least && /\p{L}/u.test(text)).map(([text]) => text));
}

/** The difference between printed and counted page numbers that most numbered pages share; null where none does. */
function numberOffset(pages: readonly PageRows[]): number | null {
  const counts = new Map<number, number>();
  for (const page of pages) {
    for (const row of edges(page)) {
      const number = PAGE_NUMBER.exec(textOf(row))?.[1];
      if (number === undefined) continue;
      const offset = Number(number) - page.number;
      counts.set(offset, (counts.get(offset) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && (best[1] > 1 || best[0] === 0) ? best[0] : null;
}
