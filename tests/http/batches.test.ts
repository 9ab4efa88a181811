import { createHash, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Client, client } from './client.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let api: Client;
beforeAll(async () => {
  stack = await startStack({ MAX_UPLOAD_MB: '1' });
  api = client(stack.url);
}, 60_000);
afterAll(() => stack.stop());

const PATH = '/api/v1/batches';
let serial = 0;
const newText = (): string => {
  serial += 1;
  return `Báo cáo số ${serial} của ${randomUUID()}\nToàn xã có ${serial + 15} hộ nghèo, năm 2021.`;
};
const fileOf = (path: string, text: string) => ({
  path,
  sha256: createHash('sha256').update(text).digest('hex'),
  bytes: Buffer.byteLength(text),
});
const newBatch = async (): Promise<string> => (await api.send('POST', PATH, { name: 'đợt' })).json.id;
const batchOf = async (id: string) => (await api.get(`${PATH}/${id}?lang=en`)).json;
const announce = (id: string, files: object[]) => api.send('POST', `${PATH}/${id}/files`, { files });
const act = (id: string, action: object) => api.send('POST', `${PATH}/${id}/actions`, action);
const finished = async (id: string) => {
  for (;;) {
    const batch = await batchOf(id);
    if (batch.state === 'finished') return batch;
    await sleep(50);
  }
};

test('the same key is the same batch', async () => {
  const key = randomUUID();
  const first = await api.send('POST', PATH, { name: 'một', key, given: { place: 'Xã Tân Hưng', year: 2021 } });
  expect([first.status, first.headers.get('location')]).toEqual([201, `${PATH}/${first.json.id}`]);
  expect(first.json).toMatchObject({ state: 'open', kind: 'files', given: { place: 'Xã Tân Hưng', year: 2021 } });
  const again = await api.send('POST', PATH, { name: 'hai', key });
  expect([again.status, again.json.id, again.json.name]).toEqual([200, first.json.id, 'một']);
});

test('batches are listed newest first, page by page', async () => {
  const ids = [await newBatch(), await newBatch(), await newBatch()].toReversed();
  const first = (await api.get(`${PATH}?limit=2`)).json;
  const second = (await api.get(`${PATH}?limit=1&cursor=${first.next}`)).json;
  expect([...first.items, ...second.items].map(({ id }: { id: string }) => id)).toEqual(ids);
});

describe('a back-fill', () => {
  test('announces, sends what is awaited, and reads what became of each file', async () => {
    const id = await newBatch();
    const [known, one, two] = [newText(), newText(), newText()];
    await api.upload([['có rồi.txt', known]]);
    const { json } = await announce(id, [
      fileOf('a/một.txt', one),
      fileOf('a/có rồi.txt', known),
      fileOf('b/hai.txt', two),
      fileOf('b/một lần nữa.txt', one),
    ]);
    const seen = json.files.map(({ state, awaited }: { state: string; awaited: boolean }) => [state, awaited]);
    expect(seen).toEqual([
      ['pending', true],
      ['duplicate', false],
      ['pending', true],
      ['pending', true],
    ]);
    expect(await batchOf(id)).toMatchObject({ found: 4, duplicate: 1, pending: 3, awaited: 3 });
    await api.upload([['a/một.txt', one]], id);
    await api.upload([['b/hai.txt', two]], id);
    expect(await finished(id)).toMatchObject({ found: 4, done: 2, duplicate: 2, failed: 0, awaited: 0 });
    const files = (await api.get(`${PATH}/${id}/files`)).json.items;
    expect(files.map(({ path, state }: { path: string; state: string }) => [path, state])).toEqual([
      ['a/có rồi.txt', 'duplicate'],
      ['a/một.txt', 'done'],
      ['b/hai.txt', 'done'],
      ['b/một lần nữa.txt', 'duplicate'],
    ]);
    expect((await announce(id, [fileOf('a/một.txt', one)])).json.files[0]).toEqual(files[1]);
  });

  test('a file that is too large is refused when it is announced: nobody need send it', async () => {
    const id = await newBatch();
    const { json } = await announce(id, [{ ...fileOf('to.pdf', 'x'), bytes: 1024 * 1024 + 1 }, fileOf('nhỏ.txt', 'y')]);
    expect(json.files).toMatchObject([
      { path: 'to.pdf', state: 'failed', awaited: false, stage: 'upload', error: { code: 'too_large' } },
      { path: 'nhỏ.txt', state: 'pending', awaited: true },
    ]);
    expect(await batchOf(id)).toMatchObject({ found: 2, failed: 1, pending: 1, awaited: 1 });
  });

  test('what failed is told by code, with what to do; the report has a line for each file', async () => {
    const id = await newBatch();
    await api.upload([['tốt.txt', newText()]], id);
    await api.upload([['=cmd.png', new Uint8Array([0x89, 0x50, ...Buffer.from(randomUUID())])]], id);
    await api.upload([['to.txt', new Uint8Array(1024 * 1024 + 1)]], id);
    const batch = await finished(id);
    expect(batch).toMatchObject({ found: 3, done: 1, failed: 2 });
    expect(batch.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'too_large', stage: 'upload', count: 1, retryable: false }),
        expect.objectContaining({ stage: 'read', count: 1, retryable: true }),
      ]),
    );
    const failed = (await api.get(`${PATH}/${id}/files?state=failed&code=too_large&lang=en`)).json.items;
    expect(failed).toMatchObject([{ path: 'to.txt', document: null, error: { code: 'too_large' } }]);
    const { text, headers } = await api.get(`${PATH}/${id}/report.csv?lang=en`);
    expect(headers.get('content-disposition')).toContain('attachment');
    const lines = text.trim().split('\r\n');
    expect(lines[0]).toBe('file,state,code,reason,remedy,document');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/^tốt.txt,done,,,,[\w-]+$/);
    expect(lines[2]).toMatch(/^"?'=cmd.png"?,failed,/);
  });

  test('what cannot be is refused in a sentence', async () => {
    const id = await newBatch();
    for (const files of [[], [{ path: '', sha256: 'x', bytes: -1 }], [{ ...fileOf('a', 'b'), path: 'a\0b' }]]) {
      expect((await announce(id, files)).json.code).toBe('invalid_request');
    }
    expect((await announce('none', [fileOf('a', 'b')])).json.code).toBe('not_found');
    expect((await act('none', { action: 'pause' })).json.code).toBe('not_found');
    expect((await act(id, { action: 'explode' })).json.code).toBe('invalid_request');
    expect((await api.get(`${PATH}/none/files`)).json.code).toBe('not_found');
    expect((await api.get(`${PATH}/none/report.csv`)).json.code).toBe('not_found');
    expect((await api.get(`${PATH}?cursor=x`)).json.code).toBe('invalid_cursor');
    const below = await api.send('POST', '/api/v1/extractions', { below: '1.0.0', batch: 'none' });
    expect(below.json.code).toBe('unknown_batch');
  });
});

test('events are the batch with an id that a client comes back with', async () => {
  const id = await newBatch();
  await api.upload([['một.txt', newText()]], id);
  const { text } = await api.get(`${PATH}/${id}/events`, { accept: 'text/event-stream' });
  const last = text.trim().split('\n\n').at(-1) as string;
  const event = /^id: (.+)\nevent: finished\ndata: (.+)$/.exec(last);
  expect(JSON.parse(event?.[2] ?? '')).toMatchObject({ id, found: 1, done: 1 });
  const again = await api.get(`${PATH}/${id}/events`, { 'last-event-id': event?.[1] ?? '' });
  expect(again.status).toBe(204);
});

describe('an upload in pieces', () => {
  const encode = (fields: Record<string, string>): string =>
    Object.entries(fields)
      .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
      .join(',');
  const TUS = { 'tus-resumable': '1.0.0' };
  const begin = (bytes: number, fields: Record<string, string>) =>
    api.call('POST', '/api/v1/uploads', {
      headers: { ...TUS, 'upload-length': String(bytes), 'upload-metadata': encode(fields) },
    });
  const send = (address: string, offset: number, body: Uint8Array<ArrayBuffer>) =>
    api.call('PATCH', address, {
      headers: { ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      body,
    });
  const ask = (address: string) => api.call('HEAD', address, { headers: TUS });

  test('goes on where it was, and is the announced file once it is whole', async () => {
    const batch = await newBatch();
    const text = newText();
    const bytes = new Uint8Array(Buffer.from(text));
    await announce(batch, [fileOf('lớn/một.txt', text)]);
    const begun = await begin(bytes.length, { filename: 'lớn/một.txt', batch });
    const address = begun.headers.get('location') as string;
    expect([begun.status, address]).toEqual([201, expect.stringMatching(/^\/api\/v1\/uploads\/[0-9a-f]{32}$/)]);
    expect((await send(address, 0, bytes.slice(0, 10))).headers.get('upload-offset')).toBe('10');
    expect((await send(address, 4, bytes.slice(4))).json.code).toBe('wrong_offset');
    expect((await ask(address)).headers.get('upload-offset')).toBe('10');
    const whole = await send(address, 10, bytes.slice(10));
    const document = whole.headers.get('ansinh-document') as string;
    expect([whole.status, whole.headers.get('ansinh-duplicate')]).toEqual([204, 'false']);
    // The answer was lost: the client asks how far it is.
    const late = await ask(address);
    expect([late.status, late.headers.get('upload-offset'), late.headers.get('ansinh-document')]).toEqual([
      200,
      String(bytes.length),
      document,
    ]);
    expect((await send(address, 10, bytes.slice(10))).json.code).toBe('wrong_offset');
    expect(await finished(batch)).toMatchObject({ found: 1, done: 1 });
    expect((await api.get(`/api/v1/documents/${document}/file`)).text).toBe(text);
    expect(await stack.pieces()).toEqual([]);
  });

  test('one that came whole to a process which was killed then is taken in when it is asked for', async () => {
    const text = newText();
    const { headers } = await begin(Buffer.byteLength(text), { filename: 'ba.txt' });
    const address = headers.get('location') as string;
    await writeFile(join(stack.piecesIn, address.split('/').at(-1) as string), text);
    const asked = await Promise.all([ask(address), ask(address)]);
    const [document, same] = asked.map((reply) => reply.headers.get('ansinh-document') as string);
    expect([same, asked[0]?.headers.get('ansinh-duplicate')]).toEqual([document, 'false']);
    expect((await api.get(`/api/v1/documents/${document}/file`)).text).toBe(text);
    expect(await stack.pieces()).toEqual([]);
  });

  test('what cannot be is refused in a sentence', async () => {
    expect((await api.call('POST', '/api/v1/uploads')).json.code).toBe('tus_required');
    expect((await begin(1024 * 1024 + 1, { filename: 'to.pdf' })).json.code).toBe('too_large');
    expect((await begin(10, { batch: 'none' })).json.code).toBe('no_file');
    expect((await begin(10, { filename: 'a.txt', batch: 'none' })).json.code).toBe('unknown_batch');
    const nowhere = `/api/v1/uploads/${'0'.repeat(32)}`;
    expect((await send(nowhere, 0, new Uint8Array(1))).json.code).toBe('not_found');
    expect((await ask(nowhere)).status).toBe(404);
    const { headers } = await begin(5, { filename: 'a.txt' });
    const address = headers.get('location') as string;
    expect((await send(address, 0, new Uint8Array(6))).json.code).toBe('too_large');
    expect((await api.call('DELETE', address, { headers: TUS })).status).toBe(204);
    expect((await ask(address)).status).toBe(404);
    expect(await stack.pieces()).toEqual([]);
  });

  test('of two that send the same piece at once one is told to wait or to ask', async () => {
    const text = newText();
    const bytes = new Uint8Array(Buffer.from(text));
    const { headers } = await begin(bytes.length, { filename: 'hai.txt' });
    const address = headers.get('location') as string;
    const both = await Promise.all([send(address, 0, bytes), send(address, 0, bytes)]);
    const outcomes = both.map(({ status, json }) => (status === 204 ? 'taken' : json.code));
    expect(outcomes.filter((outcome) => outcome === 'taken').length).toBe(1);
    const document = (await ask(address)).headers.get('ansinh-document') as string;
    expect((await api.get(`/api/v1/documents/${document}/file`)).text).toBe(text);
  });
});
