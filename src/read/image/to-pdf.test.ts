import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { encode } from 'fast-png';
import { tiffOf } from '../../../scripts/renditions/scan.ts';
import { renderer } from '../pdf/render.ts';
import { pictureToPdf } from './to-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'ansinh-to-pdf-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (bytes: Uint8Array | string): { path: string } => {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  return { path };
};

const grey = (width: number, height: number, level: number) => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(level),
});
const png = (width: number, height: number) => encode({ ...grey(width, height, 90), channels: 1, depth: 8 });

test('the pages of a picture file are those of the PDF, each of its own size', async () => {
  const pdf = await pictureToPdf(fileOf(tiffOf([grey(200, 300, 255), grey(400, 100, 90)], 200)));
  const { render, close } = renderer(pdf);
  const second = await render(2, 200);
  expect([second.width, second.height, second.data[0]]).toEqual([400, 100, 90]);
  expect(await render(3, 200)).toMatchObject({ width: 0 });
  await close();
});

test('the same picture gives the same bytes each time', async () => {
  const file = fileOf(png(100, 140));
  expect((await pictureToPdf(file)).equals(await pictureToPdf(file))).toBe(true);
});

test.each<[string, Uint8Array | string, Parameters<typeof pictureToPdf>[1]]>([
  ['unsupported_type', 'Báo cáo kết quả giảm nghèo năm 2022', {}],
  ['unsupported_type', '', {}],
  ['unsupported_type', '%PDF-1.4', {}],
  ['damaged', png(100, 140).subarray(0, 20), {}],
  ['damaged', Buffer.from('II*\0\x08\0\0\0\xff\xff', 'latin1'), {}],
  ['too_many_pages', tiffOf([grey(9, 9, 0), grey(9, 9, 0)], 200), { maxPages: 1 }],
  ['timed_out', png(100, 140), { timeoutMs: 1 }],
])('%s', async (code, bytes, options) => {
  await expect(pictureToPdf(fileOf(bytes), options)).rejects.toMatchObject({ code });
});
