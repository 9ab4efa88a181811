import { Readable } from 'node:stream';
import type { FigureWithDocument } from '../../model/index.ts';

async function* lines(figures: AsyncIterable<FigureWithDocument>): AsyncIterable<string> {
  for await (const figure of figures) yield `${JSON.stringify(figure)}\n`;
}

async function* array(figures: AsyncIterable<FigureWithDocument>): AsyncIterable<string> {
  let before = '[\n';
  for await (const figure of figures) {
    yield before + JSON.stringify(figure);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** One JSON object a line. */
export const writeJsonLines = (figures: AsyncIterable<FigureWithDocument>): Readable => Readable.from(lines(figures));

/** One JSON array. */
export const writeJson = (figures: AsyncIterable<FigureWithDocument>): Readable => Readable.from(array(figures));
