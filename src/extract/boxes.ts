import type { Box, PlacedWord, Span } from '../model/index.ts';

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
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as PlacedWord).span.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const boxes: Box[] = [];
  for (let i = low; i < words.length && (words[i] as PlacedWord).span.start < span.end; i += 1) {
    const { box } = words[i] as PlacedWord;
    const last = boxes.at(-1);
    if (last && sameLine(last, box)) boxes[boxes.length - 1] = join(last, box);
    else boxes.push(box);
  }
  return boxes;
};
