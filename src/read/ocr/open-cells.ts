import { rowsOf } from '../pdf/lines.ts';
import { takeUnruled } from '../pdf/unruled.ts';
import type { CellBox } from './cells.ts';
import type { OcrWord } from './hocr.ts';

/** hOCR's letter height in parts of the type's size; how far letters with marks reach over their line and under it, and beside. */
const [OF_SIZE, OVER, UNDER, BESIDE] = [0.9, 1.05, 0.3, 0.12];

/** Where the cells of tables without rules stand among recognised words, in pixels. */
export function openCells(words: readonly OcrWord[], dpi: number): CellBox[] {
  const sizes = words.map(({ size }) => size).sort((a, b) => a - b);
  const size = (sizes[sizes.length >> 1] ?? 0) / OF_SIZE;
  const points = 72 / dpi;
  const glyphs = words.map(({ text, x, y, width }) => ({
    text,
    x: x * points,
    y: y * points,
    width: width * points,
    size: size * points,
    bold: false,
    quarter: 0 as const,
    confidence: 1,
  }));
  return takeUnruled(rowsOf(glyphs), 1).tables.flatMap(({ table }) =>
    table.rows.flat().flatMap(({ words: inside }) => {
      if (inside.length === 0) return [];
      const [lefts, rights, lines] = [
        inside.map(({ word }) => word.x / points),
        inside.map(({ word }) => (word.x + word.width) / points),
        inside.map(({ word }) => word.y / points),
      ];
      return {
        x1: Math.min(...lefts) - BESIDE * size,
        y1: Math.min(...lines) - OVER * size,
        x2: Math.max(...rights) + BESIDE * size,
        y2: Math.max(...lines) + UNDER * size,
      };
    }),
  );
}
