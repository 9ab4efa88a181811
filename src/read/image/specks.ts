import type { Raster } from './raster.ts';

/** So much darker or lighter than all its neighbours, a pixel is dust or a hole, no part of a stroke. */
const APART = 40;

/** `image` with each lone speck made like its nearest neighbour in grey; strokes, dots of letters among them, stay. */
export function withoutSpecks(image: Raster): Raster {
  const { width, height, data: source } = image;
  const data = Uint8Array.from(source);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const grey = source[i] as number;
      const left = source[i - 1] as number;
      const right = source[i + 1] as number;
      const dark = grey + APART < left && grey + APART < right;
      if (!dark && (grey - APART <= left || grey - APART <= right)) continue;
      let least = Math.min(left, right);
      let most = Math.max(left, right);
      for (let at = i - width - 1; at <= i + width - 1; at += 2 * width) {
        for (let beside = at; beside < at + 3; beside++) {
          const other = source[beside] as number;
          if (other < least) least = other;
          if (other > most) most = other;
        }
      }
      if (grey + APART < least) data[i] = least;
      else if (grey - APART > most) data[i] = most;
    }
  }
  return { width, height, data };
}
