import { describe, expect, test } from '@jest/globals';
import { after, inkThreshold, inverse, pointAt, type Raster, scaled, straightened, turned } from './raster.ts';
import { ruledLines, withoutLines } from './ruling.ts';
import { lieOf } from './skew.ts';
import { withoutSpecks } from './specks.ts';

const DPI = 100;
const blank = (width = 600, height = 800): Raster => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(250),
});
const ink = (image: Raster, x: number, y: number, width: number, height: number, grey = 10): void => {
  for (let row = y; row < y + height; row++)
    image.data.fill(grey, row * image.width + x, row * image.width + x + width);
};

/** Lines of something like words: bars of letters' width, with gaps. */
function prose(): Raster {
  const image = blank();
  for (let y = 60; y < 740; y += 24) {
    for (let x = 60; x < 540; x += 9) if ((x * 7 + y * 3) % 5 !== 0) ink(image, x, y, 6, 12);
  }
  return image;
}

/** Two columns and three rows of cells, with words that stand near the rules. */
function table(grey = 10): Raster {
  const image = blank();
  for (const y of [100, 140, 180, 220]) ink(image, 100, y, 401, 1, grey);
  for (const x of [100, 300, 500]) ink(image, x, 100, 1, 121, grey);
  for (const y of [112, 152, 192]) for (let x = 106; x < 290; x += 9) ink(image, x, y, 6, 10);
  return image;
}

describe('how a page lies', () => {
  test.each([0, 0.4, 1.5, -2.3, 5])('%d degrees', (degrees) => {
    const askew = straightened(prose(), (-degrees * Math.PI) / 180).image;
    const { quarters, angle } = lieOf(askew, DPI);
    expect(quarters).toBe(0);
    expect(Math.abs((angle * 180) / Math.PI - degrees)).toBeLessThan(0.15);
  });

  test('on its side', () => {
    expect(lieOf(turned(prose(), 1).image, DPI).quarters).toBe(1);
    expect(lieOf(turned(prose(), 3).image, DPI).quarters).toBe(1);
  });

  test('an empty page lies straight', () => {
    expect(lieOf(blank(), DPI)).toEqual({ quarters: 0, angle: 0 });
  });
});

describe('ruled lines', () => {
  test.each([
    ['black', 10],
    ['grey', 200],
  ])('of %s ink', (_, grey) => {
    const lines = ruledLines(table(grey), DPI);
    const across = lines.filter(({ y1, y2 }) => y1 === y2).map(({ y1 }) => y1);
    const down = lines.filter(({ x1, x2 }) => x1 === x2).map(({ x1 }) => x1);
    expect(across.toSorted((a, b) => a - b)).toEqual([100, 140, 180, 220]);
    expect(down.toSorted((a, b) => a - b)).toEqual([100, 300, 500]);
  });

  test('text has none, nor have lines that meet no others', () => {
    const underlined = prose();
    ink(underlined, 60, 50, 300, 2);
    expect(ruledLines(underlined, DPI)).toEqual([]);
  });

  test('are taken away, and the words stay', () => {
    const image = table();
    const clean = withoutLines(image, ruledLines(image, DPI));
    const dark = (raster: Raster): number => raster.data.filter((value) => value < 128).length;
    expect(dark(clean)).toBe(3 * 21 * 60);
  });
});

test('a point goes through a picture turned, shrunk and straightened and comes back', () => {
  const flat = turned(blank(), 1);
  const straight = straightened(flat.image, 0.03);
  const way = after(flat.back, straight.back);
  const there = pointAt(way, 123, 456);
  expect(pointAt(inverse(way), there.x, there.y)).toEqual({ x: expect.closeTo(123, 6), y: expect.closeTo(456, 6) });
});

test.each([1, 2, 3])('turned by %d quarters, a mark lies where the way back says', (quarters) => {
  const image = blank();
  ink(image, 40, 90, 1, 1);
  const { image: out, back } = turned(image, quarters);
  const i = out.data.indexOf(10);
  const { x, y } = pointAt(back, (i % out.width) + 0.5, Math.floor(i / out.width) + 0.5);
  expect([Math.floor(x), Math.floor(y)]).toEqual([40, 90]);
});

test('half the size is the mean of pixels', () => {
  const image: Raster = { width: 4, height: 2, data: Uint8Array.of(0, 100, 200, 200, 100, 200, 0, 0) };
  expect([...scaled(image, 0.5).data]).toEqual([100, 100]);
});

test('ink is told from paper whatever their greys', () => {
  const image = blank();
  ink(image, 0, 0, 600, 80, 60);
  expect(inkThreshold(image)).toBeGreaterThanOrEqual(60);
  expect(inkThreshold(image)).toBeLessThan(250);
});

test('a speck goes, a dot of two pixels stays', () => {
  const image = blank();
  ink(image, 100, 100, 1, 1);
  ink(image, 200, 200, 2, 2);
  const clean = withoutSpecks(image);
  expect([clean.data[100 * 600 + 100], clean.data[200 * 600 + 200]]).toEqual([250, 10]);
});
