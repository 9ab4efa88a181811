/** Reports that are pictures, over HTTP: how far their recognition is, the pages that they are. */
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { encode as encodePng } from 'fast-png';
import { scanPages, tiffOf } from '../../scripts/renditions/scan.ts';
import type { Progress, ReportRecord } from '../../src/model/index.ts';
import type { Raster } from '../../src/read/image/raster.ts';
import { renderer } from '../../src/read/pdf/render.ts';
import { type Client, client } from './client.ts';
import { type Stack, startStack } from './stack.ts';

const REPORT = new URL('../../fixtures/pdf/001_401ea66197704b5d.pdf', import.meta.url);
const SCAN = { dpi: 150, skew: 0, noise: 0, quality: 80, turn: 0 };
const SLOW = 240_000;

let stack: Stack;
let api: Client;
let pdf: Uint8Array<ArrayBuffer>;
let scans: Raster[];

beforeAll(async () => {
  pdf = new Uint8Array(await readFile(REPORT));
  [stack, scans] = await Promise.all([startStack(), scanPages(pdf, SCAN, [2, 3])]);
  api = client(stack.url);
}, SLOW);
afterAll(async () => {
  await stack.stop();
});

const submit = async (name: string, content: string | Uint8Array<ArrayBuffer>): Promise<string> => {
  const { json } = await api.upload([[name, content]]);
  return json.documents[0].id;
};

/** What is told of a document until it is through. */
const progressOf = async (id: string): Promise<Progress[]> => {
  const told: Progress[] = [];
  for (;;) {
    const { json } = await api.get(`/api/v1/documents/${id}`);
    if (json.progress) told.push(json.progress);
    if (json.status !== 'queued' && json.status !== 'processing') return told;
    await sleep(30);
  }
};
const pagesOf = (id: string) => fetch(`${stack.url}/api/v1/documents/${id}/pages.pdf`);

/** The share of dark pixels in a box, in points, of a page drawn at so many dots an inch. */
const ink = ({ width, data }: Raster, box: { x: number; y: number; width: number; height: number }, dpi: number) => {
  const [left, top, across, down] = [box.x, box.y, box.width, box.height].map((n) => Math.round((n * dpi) / 72)) as [
    number,
    number,
    number,
    number,
  ];
  let dark = 0;
  for (let y = top; y < top + down; y++)
    for (let x = left; x < left + across; x++) if ((data[y * width + x] ?? 255) < 128) dark++;
  return dark / (across * down);
};

test.each([
  ['quét.png', 1, () => encodePng({ ...(scans[0] as Raster), channels: 1, depth: 8 }) as Uint8Array<ArrayBuffer>],
  ['hai trang.tif', 2, () => new Uint8Array(tiffOf(scans, SCAN.dpi))],
])(
  'the pages of %s are a PDF, on which the boxes of its figures lie; the file stays as it came',
  async (name, pages, bytesOf) => {
    const bytes = bytesOf();
    const id = await submit(name, bytes);
    const told = await progressOf(id);
    expect(told.length).toBeGreaterThan(0);
    for (const progress of told) expect(progress.pages).toBe(pages);
    expect(told.map(({ page }) => page)).toEqual(told.map(({ page }) => page).toSorted());
    const view = await api.settled(id);
    expect(view).toMatchObject({ status: 'extracted', counts: { pages } });
    expect(view.progress).toBeUndefined();
    const answer = await pagesOf(id);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="[\w ]+\.pdf"/),
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const made = Buffer.from(await answer.arrayBuffer());
    expect(made.length).toBe(Number(answer.headers.get('content-length')));

    const { figures } = (await api.get(`/api/v1/documents/${id}/record`)).json as ReportRecord;
    const boxes = figures.flatMap((figure) => figure.boxes);
    expect(new Set(boxes.map(({ page }) => page)).size).toBe(pages);
    const { render, close } = renderer(made);
    for (let page = 1; page <= pages; page++) {
      const drawn = await render(page, SCAN.dpi);
      // Pages are drawn in whole points.
      expect(Math.abs(drawn.width - (scans[0]?.width ?? 0))).toBeLessThanOrEqual(3);
      for (const box of boxes.filter((one) => one.page === page)) {
        expect(ink(drawn, box, SCAN.dpi)).toBeGreaterThan(0.03);
        expect(ink(drawn, box, SCAN.dpi)).toBeLessThan(0.6);
      }
    }
    await close();

    const again = await pagesOf(id);
    expect(Buffer.from(await again.arrayBuffer()).equals(made)).toBe(true);
    const file = await fetch(`${stack.url}/api/v1/documents/${id}/file`);
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
  },
  SLOW,
);

test('the pages of a PDF are the PDF', async () => {
  const id = await submit('báo cáo.pdf', pdf);
  await api.settled(id);
  const answer = await pagesOf(id);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(pdf))).toBe(true);
});

test('what has no pages says so, and what to do', async () => {
  const id = await submit('văn bản.txt', 'Toàn huyện có 1.855 hộ nghèo.');
  await api.settled(id);
  const { json } = await api.get(`/api/v1/documents/${id}/pages.pdf`);
  expect(json).toMatchObject({ status: 404, code: 'no_pages', detail: expect.stringContaining('Hãy xem văn bản') });
  const failed = await submit('trống.png', new Uint8Array(Buffer.from('\x89PNG\r\n\x1a\nxxxx', 'latin1')));
  expect(await api.settled(failed)).toMatchObject({ status: 'failed', error: { code: 'damaged' } });
  expect((await api.get(`/api/v1/documents/${failed}/pages.pdf`)).json.code).toBe('no_pages');
  expect((await api.get('/api/v1/documents/nope/pages.pdf')).json.code).toBe('not_found');
});

test('pages whose file is gone say so', async () => {
  const { json } = await api.get('/api/v1/documents?limit=1&status=extracted');
  await stack.loseFiles();
  const gone = await api.get(`/api/v1/documents/${json.items[0].id}/pages.pdf`);
  expect(gone.json).toMatchObject({ status: 410, code: 'file_missing' });
});
