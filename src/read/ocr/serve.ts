/** The parent's side of recognition: which engine, how many at once, how long. */
import { availableParallelism } from 'node:os';
import { turnsOf } from '../turns.ts';
import type { Engine } from './engine.ts';
import { nativeEngine } from './native.ts';
import type { OcrReply, PageImage } from './recognise.ts';
import { wasmEngine } from './wasm.ts';

/** `auto`: the program where it is installed, else WebAssembly; `off`: no picture is recognised. */
export type OcrChoice = 'auto' | 'native' | 'wasm' | 'off';

const takeTurns = turnsOf(Math.max(1, availableParallelism()));
const engines = new Map<OcrChoice, Promise<Engine | null>>();

const find: Record<OcrChoice, () => Promise<Engine | null>> = {
  native: nativeEngine,
  wasm: async () => wasmEngine(),
  auto: async () => (await nativeEngine()) ?? wasmEngine(),
  off: async () => null,
};

/** The engine of this machine; once found it is kept, where there is none it is looked for again. */
export function engineFor(choice: OcrChoice): Promise<Engine | null> {
  const known = engines.get(choice);
  if (known) return known;
  const looked = find[choice]();
  engines.set(choice, looked);
  void looked.then((engine) => engine ?? engines.delete(choice));
  return looked;
}

export type OcrLimits = { ocr: OcrChoice; ocrPageMs: number; ocrDocumentMs: number };

/** Recognises the pictures of one document; once its time is used up, the pages left are answered so at once. */
export function recogniser(
  { ocr, ocrPageMs, ocrDocumentMs }: OcrLimits,
  isWanted: () => boolean = () => true,
): (image: PageImage) => Promise<OcrReply> {
  let end: number | null = null;
  return async (image) => {
    const engine = await engineFor(ocr);
    if (!engine) return { failure: 'unavailable' };
    return takeTurns(async () => {
      if (!isWanted()) return { failure: 'failed' };
      end ??= performance.now() + ocrDocumentMs;
      const left = Math.min(ocrPageMs, end - performance.now());
      if (left <= 0) return { failure: 'timed_out' };
      const reply = await engine.recognise(image, left);
      return 'failure' in reply ? reply : { engine: engine.name, ...reply };
    });
  };
}
