import type { Box, PlacedWord, Span } from '../model/index.ts';
import { firstIndex } from './text/sorted.ts';

const join = (a: Box, b: Box): Box => {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    page: a.page,
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
};

const sameLine = (a: Box, b: Box): boolean =>
  a.page === b.page && Math.abs(a.y - b.y) < Math.max(a.height, b.height) / 2;

/** Where a span stands on its pages: one box a line, from the words (ascending) that it touches. */
export const boxesOf = (words: readonly PlacedWord[], span: Span): Box[] => {
  const boxes: Box[] = [];
  for (
    let i = firstIndex(words, (word) => word.span.end > span.start);
    i < words.length && (words[i] as PlacedWord).span.start < span.end;
    i += 1
  ) {
    const { box } = words[i] as PlacedWord;
    const last = boxes.at(-1);
    if (last && sameLine(last, box)) boxes[boxes.length - 1] = join(last, box);
    else boxes.push(box);
  }
  return boxes;
};
