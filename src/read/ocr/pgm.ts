import type { Writable } from 'node:stream';
import type { Raster } from '../image/raster.ts';

/** Writes a picture as a binary portable graymap (https://netpbm.sourceforge.net/doc/pgm.html), the simplest file that engines read. */
export function writePgm({ width, height, data }: Raster, to: Writable): void {
  // An engine that ends early says so by its exit.
  to.on('error', () => undefined);
  to.write(`P5\n${width} ${height}\n255\n`);
  to.end(data);
}
