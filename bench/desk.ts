/**
 * How quick the reviewer's desk is in a real Chromium, on a report of more than 300 pages with 5,000 figures: from the click on the
 * report to its first figure, and from a key to the next figure on the screen (Event Timing: to the next paint).
 *
 * usage: node bench/desk.ts [KEYS]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { DocumentView } from '../src/model/index.ts';
import { served } from './desk/served.ts';
import { repeatPdf } from './repeat.ts';

const KEYS = Number(process.argv[2] ?? 200);
const SOURCE = join(import.meta.dirname, '../fixtures/pdf/001_401ea66197704b5d.pdf');
/** The report has 9 pages and 106 figures: 432 pages, so that there are 5,000 figures. */
const TIMES = 48;

const PROBE = `
  window.firstFigure = new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-row]')) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    }).observe(document, { childList: true, subtree: true });
  });
  window.keys = [];
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') window.keys.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 });
`;

const at = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const ms = (value: number): string => `${value.toFixed(0)} ms`;

/** A quick reviewer looks at a figure for so long; a key that is held down comes as often as the page takes it. */
const PAUSES = [
  ['ten a second', 100],
  ['held down', 0],
] as const;
/** What a page still loads behind the first figure is not the keys'. */
const REST = 3000;

/** Presses a key over and over; those answered within a frame are not reported by the browser and count as one. */
async function press(page: Page, key: string, pause: number): Promise<number[]> {
  await page.evaluate('window.keys.length = 0');
  for (let i = 0; i < KEYS; i++) {
    await page.keyboard.press(key);
    if (pause > 0) await page.waitForTimeout(pause);
  }
  await page.waitForTimeout(500);
  const slow = (await page.evaluate('window.keys')) as number[];
  return [...slow, ...Array.from({ length: Math.max(0, KEYS - slow.length) }, () => 16)];
}

const { url, browser, submit, get, close } = await served();
try {
  const id = await submit('dài.pdf', new Uint8Array(repeatPdf(readFileSync(SOURCE), TIMES)));
  const { counts } = await get<DocumentView>(`/documents/${id}`);
  console.log(`The desk on a report of ${counts?.pages} pages with ${counts?.figures} figures`);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(120_000);
  await page.addInitScript(PROBE);
  for (const visit of ['first visit', 'second visit']) {
    await page.goto(`${url}/documents/${id}`);
    console.log(`first figure, ${visit}: ${ms((await page.evaluate('window.firstFigure')) as number)}`);
  }
  await page.waitForTimeout(REST);
  for (const [key, does] of [
    ['j', 'next figure'],
    ['k', 'the one before'],
    ['a', 'accept, and next'],
  ] as const) {
    for (const [how, pause] of PAUSES) {
      const times = await press(page, key, pause);
      const shares = `median ${ms(at(times, 0.5))}, 95th percentile ${ms(at(times, 0.95))}`;
      console.log(`key "${key}" (${does}), ${KEYS} times, ${how}: ${shares}`);
    }
  }
} finally {
  await close();
}
