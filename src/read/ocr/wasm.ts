/** Tesseract in WebAssembly from npm, with Vietnamese data from npm: there wherever the project is installed. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { readerRights } from '../rights.ts';
import { watch } from '../watch.ts';
import { ENGINE_LIMITS, type Engine, endingReply, pageMode } from './engine.ts';
import { writePgm } from './pgm.ts';

const CHILD = fileURLToPath(new URL(`./wasm-child${extname(fileURLToPath(import.meta.url))}`, import.meta.url));

/** The engine, or null where its packages are not installed. */
export function wasmEngine(): Engine | null {
  try {
    const require = createRequire(import.meta.url);
    const { version } = require('tesseract.js-core/package.json') as { version: string };
    if (!existsSync(vietnameseData())) return null;
    return { name: `tesseract.js-core ${version}`, recognise };
  } catch {
    return null;
  }
}

export const vietnameseData = (): string =>
  join(
    dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json')),
    '4.0.0_best_int/vie.traineddata.gz',
  );

/** A process for each page: 0.5 s to start, and nothing of one page is left for the next. */
const recognise: Engine['recognise'] = async (image, timeoutMs) => {
  const child = spawn(process.execPath, [...readerRights(), CHILD, String(image.dpi), pageMode(image)], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    env: {},
    windowsHide: true,
  });
  writePgm(image, child.stdin as Writable);
  return endingReply(await watch(child, child.stdio[3] as Readable, { ...ENGINE_LIMITS, timeoutMs }));
};
