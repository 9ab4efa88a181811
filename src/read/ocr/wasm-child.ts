/**
 * Recognises one picture: a PGM on standard input, its resolution and mode as arguments, hOCR on descriptor 3. It drives tesseract's core itself: tesseract.js would
 * put it in a thread, which needs more rights, and never says when that thread has died.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { denyNetwork } from '../rights.ts';
import { writeAll } from '../write-all.ts';
import { vietnameseData } from './wasm.ts';

/** What is used of the core's interface (tesseract.js-core has no types; tesseract/baseapi.h documents it). */
type Core = {
  FS: { writeFile(path: string, bytes: Uint8Array): void };
  TessBaseAPI: new () => {
    Init(data: string, language: string, mode: number): number;
    SetVariable(name: string, value: string): boolean;
    SetImageFile(angle: number, upscale: boolean): number;
    Recognize(monitor: null): number;
    GetHOCRText(page: number): string;
  };
};
const LSTM_ONLY = 1;

denyNetwork();
const load = createRequire(import.meta.url)('tesseract.js-core/tesseract-core-simd-lstm') as (
  options: object,
) => Promise<Core>;
const core = await load({ print: () => undefined, printErr: () => undefined });
core.FS.writeFile('/vie.traineddata', gunzipSync(readFileSync(vietnameseData())));
core.FS.writeFile('/input', readFileSync(0));
const api = new core.TessBaseAPI();
if (api.Init('/', 'vie', LSTM_ONLY) !== 0) throw new Error('the data for Vietnamese does not load');
api.SetVariable('tessedit_pageseg_mode', process.argv[3] ?? '4');
api.SetVariable('user_defined_dpi', process.argv[2] ?? '300');
if (api.SetImageFile(0, false) !== 0) throw new Error('the picture is not readable');
if (api.Recognize(null) !== 0) throw new Error('recognition failed');
writeAll(3, [Buffer.from(api.GetHOCRText(0))]);
process.exit(0);
