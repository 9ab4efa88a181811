/** Grey pictures and what turns, shrinks and straightens them. */

/** A grey picture: a byte a pixel, 0 black to 255 white, row by row from the top left corner. */
export type Raster = { width: number; height: number; data: Uint8Array };

/** No page needs more pixels: A4 at 600 dpi has 35 million. */
export const MOST_PIXELS = 60_000_000;

/** Coordinates of one picture in another: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** First `inner`, then `outer`. */
export const after = (outer: Affine, inner: Affine): Affine => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export const pointAt = ([a, b, c, d, e, f]: Affine, x: number, y: number): { x: number; y: number } => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
});

/** Grey of interleaved samples: 1 (grey), 3 (RGB) or 4 (RGB and an opacity over white) bytes a pixel. */
export function greyOf(
  samples: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  channels: number,
): Raster {
  const size = width * height;
  const data = new Uint8Array(size);
  if (channels === 1) data.set(samples.subarray(0, size));
  else {
    for (let i = 0, at = 0; i < size; i++, at += channels) {
      const grey =
        ((samples[at] as number) * 77 + (samples[at + 1] as number) * 151 + (samples[at + 2] as number) * 28) >> 8;
      data[i] = channels === 4 ? 255 - (((255 - grey) * (samples[at + 3] as number)) >> 8) : grey;
    }
  }
  return { width, height, data };
}

/** Grey of one bit a pixel, 1 white, rows padded to bytes. */
export function greyOfBits(bits: Uint8Array | Uint8ClampedArray, width: number, height: number): Raster {
  const data = new Uint8Array(width * height);
  const stride = (width + 7) >> 3;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++)
      data[i] = ((bits[y * stride + (x >> 3)] as number) >> (7 - (x & 7))) & 1 ? 255 : 0;
  }
  return { width, height, data };
}

/** Pixels a side of what is turned at a time. */
const SQUARE = 64;

/** `image` turned clockwise by `quarters` of a full turn, and where its points lay before. */
export function turned(image: Raster, quarters: number): { image: Raster; back: Affine } {
  const { width, height, data } = image;
  const turns = ((quarters % 4) + 4) % 4;
  if (turns === 0) return { image, back: [1, 0, 0, 1, 0, 0] };
  const out = new Uint8Array(data.length);
  if (turns === 2) {
    for (let i = 0, last = data.length - 1; i <= last; i++) out[i] = data[last - i] as number;
    return { image: { width, height, data: out }, back: [-1, 0, 0, -1, width, height] };
  }
  // A column's pixels lie far apart in memory: square by square they are at hand.
  for (let top = 0; top < width; top += SQUARE) {
    for (let left = 0; left < height; left += SQUARE) {
      const [bottom, right] = [Math.min(width, top + SQUARE), Math.min(height, left + SQUARE)];
      for (let y = top; y < bottom; y++) {
        let from = turns === 1 ? (height - 1 - left) * width + y : left * width + (width - 1 - y);
        const step = turns === 1 ? -width : width;
        for (let i = y * height + left; i < y * height + right; i++, from += step) out[i] = data[from] as number;
      }
    }
  }
  const back: Affine = turns === 1 ? [0, -1, 1, 0, 0, height] : [0, 1, -1, 0, width, 0];
  return { image: { width: height, height: width, data: out }, back };
}

/** `image` at `scale` (below 1 the mean of the pixels that fall together, above 1 drawn between them). */
export function scaled(image: Raster, scale: number): Raster {
  const [width, height] = [Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale))];
  if (scale >= 1)
    return warped(image, width, height, [1 / scale, 0, 0, 1 / scale, 0.5 / scale - 0.5, 0.5 / scale - 0.5]);
  const data = new Uint8Array(width * height);
  const [columns, rows] = [shares(image.width, width), shares(image.height, height)];
  const sums = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let row = rows.start[y] as number; row <= (rows.end[y] as number); row++) {
      const weight = rows.weight(y, row);
      for (let x = 0, at = row * image.width; x < width; x++) {
        const [left, right] = [columns.start[x] as number, columns.end[x] as number];
        let sum = (image.data[at + left] as number) * (columns.first[x] as number);
        for (let column = left + 1; column < right; column++) sum += image.data[at + column] as number;
        if (right > left) sum += (image.data[at + right] as number) * (columns.last[x] as number);
        sums[x] = (sums[x] as number) + sum * weight;
      }
    }
    const area = (image.width / width) * (image.height / height);
    for (let x = 0; x < width; x++) data[y * width + x] = (sums[x] as number) / area + 0.5;
  }
  return { width, height, data };
}

/** Which of `from` pixels fall into each of `to`, and how much of the first and the last of them. */
function shares(from: number, to: number) {
  const start = new Int32Array(to);
  const end = new Int32Array(to);
  const first = new Float32Array(to);
  const last = new Float32Array(to);
  for (let i = 0; i < to; i++) {
    const [low, high] = [(i * from) / to, ((i + 1) * from) / to];
    start[i] = Math.floor(low);
    end[i] = Math.max(start[i] as number, Math.min(from, Math.ceil(high)) - 1);
    first[i] = Math.min(high, (start[i] as number) + 1) - low;
    last[i] = high - (end[i] as number);
  }
  const weight = (i: number, pixel: number): number =>
    pixel === start[i] ? (first[i] as number) : pixel === end[i] ? (last[i] as number) : 1;
  return { start, end, first, last, weight };
}

/** `image` turned about its centre by `angle` radians (positive: a line that falls to the right comes level), white around. */
export function straightened(image: Raster, angle: number): { image: Raster; back: Affine } {
  const { width, height } = image;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = [(width - 1) / 2, (height - 1) / 2];
  const back: Affine = [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
  return { image: warped(image, width, height, back), back };
}

/** Each pixel of the result is what lies at `from` of its place in `image`, between pixels their weighted mean. */
function warped(image: Raster, width: number, height: number, from: Affine): Raster {
  const { data: source, width: w, height: h } = image;
  const [a, b, c, d, e, f] = from;
  const data = new Uint8Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    let u = c * y + e;
    let v = d * y + f;
    for (let x = 0; x < width; x++, i++, u += a, v += b) {
      if (u >= 0 && v >= 0 && u < w - 1 && v < h - 1) {
        // In whole numbers, parts of a pixel in 256ths: half the time of fractions.
        const left = u | 0;
        const top = v | 0;
        const at = top * w + left;
        const p = ((u - left) * 256) | 0;
        const q = ((v - top) * 256) | 0;
        const above = (source[at] as number) * (256 - p) + (source[at + 1] as number) * p;
        const below = (source[at + w] as number) * (256 - p) + (source[at + w + 1] as number) * p;
        data[i] = (above * (256 - q) + below * q + 32768) >> 16;
      } else {
        const [left, top] = [Math.floor(u), Math.floor(v)];
        const inside = left >= -1 && top >= -1 && left < w && top < h;
        data[i] = inside
          ? (source[Math.min(h - 1, Math.max(0, top)) * w + Math.min(w - 1, Math.max(0, left))] as number)
          : 255;
      }
    }
  }
  return { width, height, data };
}

/** The grey that best parts ink from paper (N. Otsu, "A Threshold Selection Method from Gray-Level Histograms", 1979). */
export function inkThreshold({ data }: Raster): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i < data.length; i++) (counts[data[i] as number] as number)++;
  let total = 0;
  for (let grey = 0; grey < 256; grey++) total += grey * (counts[grey] as number);
  let [below, sumBelow, best, threshold] = [0, 0, -1, 127];
  for (let grey = 0; grey < 255; grey++) {
    below += counts[grey] as number;
    sumBelow += grey * (counts[grey] as number);
    const above = data.length - below;
    if (below === 0 || above === 0) continue;
    const between = below * above * (sumBelow / below - (total - sumBelow) / above) ** 2;
    if (between > best) [best, threshold] = [between, grey];
  }
  return threshold;
}

export function inverse([a, b, c, d, e, f]: Affine): Affine {
  const area = a * d - b * c;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}
