/** The reading process's side of recognition: pictures go to its parent, which answers with what an engine says. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { writeAll } from '../write-all.ts';
import { pictureFrame } from './frames.ts';
import type { OcrReply, Recognise } from './recognise.ts';

/** Sends pictures on `out`; replies come on `into`, a line of JSON each: {"id", "engine", "hocr"} or {"id", "failure"}. */
export function askParent(out: number, into: number): Recognise {
  const waiting = new Map<number, (reply: OcrReply) => void>();
  let last = 0;
  const listen = (): void => {
    const lines = createInterface({ input: createReadStream('', { fd: into, autoClose: false }) });
    lines.on('line', (line) => {
      const { id, ...reply } = JSON.parse(line) as OcrReply & { id: number };
      waiting.get(id)?.(reply);
      waiting.delete(id);
    });
  };
  return (image) =>
    new Promise((resolve) => {
      if (last === 0) listen();
      const id = ++last;
      waiting.set(id, resolve);
      writeAll(out, pictureFrame(id, image));
    });
}
