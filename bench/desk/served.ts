/** The whole service with its pages on a free port, a browser, and reports in it: what the benchmarks of the desk run on. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { serve } from '../../src/cli/serve.ts';
import { readConfig } from '../../src/config.ts';
import type { DocumentView } from '../../src/model/index.ts';
import { chromium } from '../../tests/servers/chromium.ts';
import { buildPages } from '../../tests/web/build.ts';

export interface Served {
  url: string;
  browser: Browser;
  /** Uploads a report and waits for its figures; its id. */
  submit(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string>;
  get<T>(path: string): Promise<T>;
  close(): Promise<void>;
}

export async function served(): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'ansinh-bench-'));
  await buildPages();
  const server = await serve(readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'fatal' }));
  const browser = await chromium();
  const get = async <T>(path: string): Promise<T> => (await fetch(`${server.url}/api/v1${path}`)).json() as Promise<T>;
  return {
    url: server.url,
    browser,
    get,
    submit: async (name, bytes) => {
      const body = new FormData();
      body.append('file', new File([bytes], name));
      const answer = await fetch(`${server.url}/api/v1/documents`, { method: 'POST', body });
      const { documents } = (await answer.json()) as { documents: { id: string }[] };
      const id = documents[0]?.id ?? '';
      for (;;) {
        const { status, error } = await get<DocumentView>(`/documents/${id}`);
        if (status === 'failed') throw new Error(`${name}: ${error?.message}`);
        if (status === 'extracted') return id;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    },
    close: async () => {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
