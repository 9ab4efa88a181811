/** A part of a page: an image dictionary's entries, its bytes, and the corners it fills, in pixels from the top left. */
export type PagePart = { entries: string; bytes: Uint8Array; x: number; y: number; width: number; height: number };

/** A page of `width` × `height` pixels; `dpi` both ways, or null where the file does not say; `rotate` clockwise. */
export type PicturePage = {
  width: number;
  height: number;
  dpi: readonly [x: number, y: number] | null;
  rotate: 0 | 90 | 180 | 270;
  parts: PagePart[];
};
