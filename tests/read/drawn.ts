import type { Raster } from '../../src/read/image/raster.ts';

/** A picture of signs, each a square of `side` pixels: "#" ink, "'" a single dark pixel, all else paper. */
export function drawn(rows: readonly string[], side: number): Raster {
  const [width, height] = [Math.max(...rows.map((row) => row.length)) * side, rows.length * side];
  const data = new Uint8Array(width * height).fill(250);
  for (const [r, row] of rows.entries()) {
    for (const [c, sign] of [...row].entries()) {
      const size = sign === '#' ? side : sign === "'" ? 1 : 0;
      for (let y = r * side; y < r * side + size; y++) data.fill(10, y * width + c * side, y * width + c * side + size);
    }
  }
  return { width, height, data };
}
