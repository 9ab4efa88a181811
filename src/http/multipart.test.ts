import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { type FilePart, readForm } from './multipart.ts';
import { Problem } from './problem.ts';

const TYPE = 'multipart/form-data; boundary=b';
const END = '--b--\r\n';
const field = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (filename: string, content: string, name = 'file') =>
  `--b\r\nContent-Disposition: form-data; name="${name}"; filename="${filename}"\r\nContent-Type: application/pdf\r\n\r\n${content}\r\n`;

const inChunks = (text: string, size: number): Readable => {
  const bytes = Buffer.from(text);
  const count = Math.ceil(bytes.length / size);
  return Readable.from(Array.from({ length: count }, (_, i) => bytes.subarray(i * size, (i + 1) * size)));
};

const collect = () => {
  const taken: { field: string; filename: string; text: string; fields: Record<string, string> }[] = [];
  const take = async ({ content, fields, ...part }: FilePart) => {
    taken.push({ ...part, text: (await buffer(content)).toString(), fields: Object.fromEntries(fields) });
  };
  return { taken, take };
};

describe('reads a form however it is cut into chunks', () => {
  test.each([1, 7, 64, 65_536])('%i bytes', async (size) => {
    const { taken, take } = collect();
    const form = await readForm(
      inChunks(field('batch', 'b1') + file('báo cáo.pdf', 'một') + file('../x.pdf', '') + END, size),
      TYPE,
      take,
    );
    expect(taken).toEqual([
      { field: 'file', filename: 'báo cáo.pdf', text: 'một', fields: { batch: 'b1' } },
      { field: 'file', filename: '../x.pdf', text: '', fields: { batch: 'b1' } },
    ]);
    expect(form.files).toBe(2);
    expect(form.late.size).toBe(0);
  });
});

test('a reader that gives up a large file does not stop the next one', async () => {
  const texts: string[] = [];
  const take = async ({ content, filename }: FilePart) => {
    if (filename === 'big') {
      for await (const _ of content) break;
      return;
    }
    texts.push((await buffer(content)).toString());
  };
  await readForm(inChunks(file('big', 'x'.repeat(3_000_000)) + file('small', 'still here') + END, 65_536), TYPE, take);
  expect(texts).toEqual(['still here']);
});

test('an error of the reader is thrown when the form has been read to its end', async () => {
  let seen = 0;
  const take = async ({ content }: FilePart) => {
    seen += 1;
    content.resume();
    throw new Error(`no room for ${seen}`);
  };
  await expect(readForm(inChunks(file('a', '1') + file('b', '2') + END, 10), TYPE, take)).rejects.toThrow(
    'no room for 1',
  );
  expect(seen).toBe(2);
});

test('fields that come after a file are told', async () => {
  const { take } = collect();
  const form = await readForm(inChunks(file('a', '1') + field('batch', 'b1') + END, 100), TYPE, take);
  expect([...form.late]).toEqual(['batch']);
});

test('a body that ends early is told to the reader of the file and to the caller', async () => {
  const whole = file('a', 'x'.repeat(1000));
  const errors: unknown[] = [];
  const take = async ({ content }: FilePart) => {
    await buffer(content).catch((error: unknown) => errors.push(error));
  };
  await expect(readForm(inChunks(whole.slice(0, 500), 50), TYPE, take)).rejects.toMatchObject({
    code: 'bad_multipart',
  });
  expect(errors).toHaveLength(1);
});

test('a client that goes away is told to the reader of the file and to the caller', async () => {
  const body = new PassThrough();
  const errors: unknown[] = [];
  const reading = readForm(body, TYPE, async ({ content }) => {
    await buffer(content).catch((error: unknown) => errors.push(error));
  });
  body.write(file('a', 'x'.repeat(1000)).slice(0, 500));
  setTimeout(() => body.destroy(new Error('aborted')), 20);
  await expect(reading).rejects.toMatchObject({ code: 'bad_multipart' });
  expect(errors).toHaveLength(1);
});

describe('refuses what is no form', () => {
  test.each([undefined, 'application/json', 'multipart/form-data', 'text/plain; boundary=b'])('%s', async (type) => {
    const reading = readForm(Readable.from(['x']), type, async () => undefined);
    await expect(reading).rejects.toBeInstanceOf(Problem);
    await expect(reading).rejects.toMatchObject({ code: 'unsupported_media_type' });
  });
});
