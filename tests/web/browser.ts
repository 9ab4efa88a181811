/** What the suites of the pages share: a service with its pages, a Chromium, and what may go wrong in any page of it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { serve } from '../../src/cli/serve.ts';
import { readConfig } from '../../src/config.ts';
import type { DocumentView } from '../../src/model/index.ts';
import { chromium } from '../servers/chromium.ts';
import { buildPages } from './build.ts';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

const WATCHED = `
  addEventListener('securitypolicyviolation', (e) => console.error('CSP', e.violatedDirective, e.blockedURI));
  window.alert = () => console.error('a script of the report was run');`;

/** Puts down what goes wrong in a page: exceptions, errors of its console, refusals of its security policy. */
export async function watch(page: Page, complaints: string[], name = ''): Promise<Page> {
  page.setDefaultTimeout(40_000);
  page.on('pageerror', (error) => complaints.push(`${name}: ${error.message}`));
  page.on('console', (message) => {
    // Chromium itself logs every answer of 400 and above, and every connection that was cut.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(`${name}: ${message.text()}`);
  });
  await page.addInitScript(WATCHED);
  return page;
}

export interface Stand {
  url: string;
  /** Of its database and files. */
  folder: string;
  browser: Browser;
  /** What went wrong in any page that was opened. */
  complaints: string[];
  open(path: string, options?: BrowserContextOptions, prepare?: (page: Page) => Promise<unknown>): Promise<Page>;
  api<T>(path: string, init?: RequestInit): Promise<T>;
  /** The id of a file that was sent. */
  upload(name: string, bytes: string | Uint8Array): Promise<string>;
  /** The same, once it has been extracted. */
  submit(name: string, bytes: string | Uint8Array): Promise<string>;
  close(): Promise<void>;
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The embedded service on a free port, its pages, and a browser. */
export async function stand(settings: NodeJS.ProcessEnv = {}): Promise<Stand> {
  const folder = await mkdtemp(join(tmpdir(), 'ansinh-web-'));
  const started = serve(readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'fatal', ...settings }));
  const [server, browser] = await Promise.all([started, chromium(), buildPages()]);
  const complaints: string[] = [];
  const api = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    // A new connection each time: one kept open may be closed by the server while a page is being looked at.
    const headers = { connection: 'close', ...init.headers };
    return (await fetch(`${server.url}/api/v1${path}`, { ...init, headers })).json() as Promise<T>;
  };
  const upload: Stand['upload'] = async (name, bytes) => {
    const body = new FormData();
    body.append('file', new File([bytes as Uint8Array<ArrayBuffer>], name));
    const { documents } = await api<{ documents: { id: string }[] }>('/documents', { method: 'POST', body });
    return documents[0]?.id ?? '';
  };
  return {
    url: server.url,
    folder,
    browser,
    complaints,
    api,
    open: async (path, options = {}, prepare = async () => {}) => {
      const context = await browser.newContext({ viewport: DESKTOP, acceptDownloads: true, ...options });
      const page = await watch(await context.newPage(), complaints, path);
      await prepare(page);
      await page.goto(server.url + path);
      return page;
    },
    upload,
    submit: async (name, bytes) => {
      const id = await upload(name, bytes);
      for (const end = Date.now() + 120_000; Date.now() < end; await sleep(100)) {
        const { status, error } = await api<DocumentView>(`/documents/${id}`);
        if (status === 'failed') throw new Error(`${name}: ${error?.message}`);
        if (status === 'extracted' || status === 'reviewed') return id;
      }
      throw new Error(`${name} was not extracted`);
    },
    close: async () => {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What axe finds within some elements. */
export async function violations(page: Page, within: readonly string[], options: axe.RunOptions = {}) {
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axe.source);
  const context = JSON.stringify({ include: within });
  const asked = JSON.stringify({ resultTypes: ['violations'], ...options });
  const { violations } = (await page.evaluate(`axe.run(${context}, ${asked})`)) as axe.AxeResults;
  return violations.map(({ id, impact, nodes }) => ({
    impact,
    says: `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  }));
}

export const serious = async (page: Page, within: readonly string[] = ['html']): Promise<string[]> =>
  (await violations(page, within))
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ says }) => says);

/** How far a page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - innerWidth') as Promise<number>;

/** For an expression in the page: the pixels of a part of a drawn page. */
export const PIXELS = `((canvas, ...part) => {
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
  copy.drawImage(canvas, 0, 0);
  return copy.getImageData(...part).data;
})`;
