import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { parse as parseCsv } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { z } from 'zod';
import { COLUMNS } from '../../src/http/export/columns.ts';
import { READ_FAILURES, type ReportRecord } from '../../src/model/index.ts';
import { type Client, client } from './client.ts';
import { type Stack, startStack } from './stack.ts';

const fixture = async (path: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(new URL(`../../fixtures/${path}`, import.meta.url)));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const REPORTS = ['pdf/001_401ea66197704b5d.pdf', 'docx/000_a452df1cee3d57cd.docx', '002_85d3af9a86ee4359.txt'] as const;

let stack: Stack;
let api: Client;
let batch: string;
/** Ids of REPORTS, in their order. */
let ids: string[];

beforeAll(async () => {
  stack = await startStack({ MAX_UPLOAD_MB: '5', LOG_LEVEL: 'info' });
  api = client(stack.url);
  batch = (await api.send('POST', '/api/v1/batches', { name: 'Bình Định 2022' })).json.id;
  const files = await Promise.all(
    REPORTS.map(async (path) => [path, await fixture(path)] as [string, Uint8Array<ArrayBuffer>]),
  );
  const { json } = await api.upload(files, batch);
  ids = json.documents.map(({ id }: { id: string }) => id);
  for (const id of ids) await api.settled(id);
}, 60_000);

afterAll(async () => {
  await stack.stop();
});

const record = async (id: string): Promise<ReportRecord> => (await api.get(`/api/v1/documents/${id}/record`)).json;

describe('documents', () => {
  test('a report goes in and its record comes out', async () => {
    for (const [index, path] of REPORTS.entries()) {
      const bytes = await fixture(path);
      const document = await api.settled(ids[index] as string);
      expect(document).toMatchObject({
        status: 'extracted',
        error: null,
        filename: path.split('/').at(-1),
        sha256: sha256(bytes),
        bytes: bytes.length,
        batch,
      });
      const { document: source, figures, text } = await record(document.id);
      expect(source.sha256).toBe(document.sha256);
      expect(figures.length).toBe(document.counts?.figures);
      expect(figures.length).toBeGreaterThan(10);
      for (const { span } of figures) expect(text.slice(span.start, span.end)).toMatch(/\p{N}|\p{L}/u);
    }
  });

  test('the same bytes are the same document, under whatever name', async () => {
    const { json } = await api.upload([['other name.pdf', await fixture(REPORTS[0])]]);
    expect(json.documents).toMatchObject([{ id: ids[0], duplicate: true }]);
    expect(json.refused).toEqual([]);
  });

  test('the list goes on page by page, the newest first, each document once', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { json } = await api.get(`/api/v1/documents?limit=1&status=extracted${next && `&cursor=${next}`}`);
      expect(json.items).toHaveLength(1);
      seen.push(json.items[0].id);
      next = json.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(ids));
  });

  test('the record is not sent again to who has it', async () => {
    const { headers } = await api.get(`/api/v1/documents/${ids[0]}/record`);
    const etag = headers.get('etag') as string;
    expect(etag).toMatch(/^"[^"]+"$/);
    const again = await api.get(`/api/v1/documents/${ids[0]}/record`, { 'if-none-match': `"x", W/${etag}` });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
  });

  test('the file is what was uploaded, as an attachment that no browser runs', async () => {
    const response = await fetch(`${stack.url}/api/v1/documents/${ids[0]}/file`);
    expect(sha256(new Uint8Array(await response.arrayBuffer()))).toBe(sha256(await fixture(REPORTS[0])));
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
  });

  test('extracting again gives the same figures', async () => {
    const before = await record(ids[2] as string);
    const { status } = await api.call('POST', `/api/v1/documents/${ids[2]}/extract`);
    expect(status).toBe(202);
    await api.settled(ids[2] as string);
    expect((await record(ids[2] as string)).figures).toEqual(before.figures);
  });

  test('a document that is not there', async () => {
    for (const path of ['', '/record', '/file', '/history', '/figures/f1']) {
      for (const id of [
        'nope',
        '01999999-0000-7000-8000-000000000000',
        '%00',
        '..%2f..%2fetc%2fpasswd',
        `${'x'.repeat(300)}`,
      ]) {
        expect((await api.get(`/api/v1/documents/${id}${path}`)).json).toMatchObject({
          status: 404,
          code: 'not_found',
        });
      }
    }
    expect((await api.call('POST', '/api/v1/documents/nope/extract')).json.code).toBe('not_found');
  });
});

describe('uploads', () => {
  /** Over a raw request: fetch would mend such names. */
  const raw = async (filename: string, content: string) => {
    const body = `--b\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\n\r\n${content}\r\n--b--\r\n`;
    return (
      await api.call('POST', '/api/v1/documents', {
        body,
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
      })
    ).json;
  };

  test.each<[string, string]>([
    ['passwd.txt', '../../../etc/passwd.txt'],
    ['báo cáo.txt', '..\\..\\báo cáo.txt'],
    [`${'ộ'.repeat(83)}.txt`, `${'ộ'.repeat(98)}.txt`],
    ['a b.txt', 'a\u0000 b.txt'],
  ])('is called %s', async (expected, given) => {
    const { documents } = await raw(given, `Tên tệp ${given.length} ${expected}: 12 hộ nghèo.`);
    expect(documents).toMatchObject([{ filename: expected }]);
    expect(Buffer.byteLength(documents[0].filename)).toBeLessThanOrEqual(255);
    const { headers } = await api.get(`/api/v1/documents/${documents[0].id}/file`);
    expect(decodeURIComponent(headers.get('content-disposition')?.split("UTF-8''")[1] ?? '')).toBe(expected);
  });

  test('one file too large does not stop the others, and leaves nothing behind', async () => {
    const { status, json } = await api.upload([
      ['một.txt', 'Xã có 15 hộ nghèo, năm 2021.'],
      ['large.pdf', new Uint8Array(6 * 1024 * 1024)],
      ['hai.txt', 'Xã có 16 hộ nghèo, năm 2022.'],
    ]);
    expect(status).toBe(202);
    expect(json.documents.map(({ filename }: { filename: string }) => filename)).toEqual(['một.txt', 'hai.txt']);
    expect(json.refused).toEqual([
      {
        filename: 'large.pdf',
        code: 'too_large',
        message: READ_FAILURES.too_large.message.vi,
        remedy: READ_FAILURES.too_large.remedy.vi,
      },
    ]);
    const alone = await api.upload([['large.pdf', new Uint8Array(60 * 1024 * 1024)]]);
    expect(alone.json).toMatchObject({
      status: 413,
      code: 'too_large',
      documents: [],
      refused: [{ filename: 'large.pdf' }],
    });
    expect(await stack.leftovers()).toEqual([]);
  });

  test('an upload that breaks off leaves nothing behind', async () => {
    const broken = httpRequest(`${stack.url}/api/v1/documents`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=b', 'content-length': '1000000' },
    });
    broken.on('error', () => undefined);
    broken.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n');
    broken.write('x'.repeat(300_000));
    for (let tries = 0; tries < 500 && (await stack.leftovers()).length === 0; tries += 1) await sleep(50);
    expect(await stack.leftovers()).toHaveLength(1);
    broken.destroy();
    for (let tries = 0; tries < 500 && (await stack.leftovers()).length > 0; tries += 1) await sleep(50);
    expect(await stack.leftovers()).toEqual([]);
  });

  test('a form sent from disk as a stream is taken as a stream', async () => {
    const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="s.pdf"\r\n\r\n';
    async function* form() {
      yield Buffer.from(head);
      yield* createReadStream(new URL(`../../fixtures/${REPORTS[0]}`, import.meta.url), { highWaterMark: 1000 });
      yield Buffer.from('\r\n--b--\r\n');
    }
    const init = { body: form(), duplex: 'half', headers: { 'content-type': 'multipart/form-data; boundary=b' } };
    const { json } = await api.call('POST', '/api/v1/documents', init as unknown as RequestInit);
    expect(json.documents).toMatchObject([{ id: ids[0], duplicate: true }]);
  });

  test.each<[string, number, string, string]>([
    ['no_file', 400, 'multipart/form-data; boundary=b', '--b--\r\n'],
    [
      'no_file',
      400,
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"\r\n\r\ntext\r\n--b--\r\n',
    ],
    ['bad_multipart', 400, 'multipart/form-data; boundary=b', 'no form at all'],
    [
      'bad_multipart',
      400,
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\ncut',
    ],
    [
      'unexpected_field',
      400,
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="report"; filename="a"\r\n\r\nx\r\n--b--\r\n',
    ],
    ['unsupported_media_type', 415, 'application/json', '{}'],
    ['unsupported_media_type', 415, 'multipart/form-data', 'x'],
    [
      'unknown_batch',
      404,
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="batch"\r\n\r\nnope\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx\r\n--b--\r\n',
    ],
    [
      'batch_after_file',
      400,
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx\r\n--b\r\nContent-Disposition: form-data; name="batch"\r\n\r\nlate\r\n--b--\r\n',
    ],
  ])('%s (%i)', async (code, status, type, body) => {
    const { json } = await api.call('POST', '/api/v1/documents', { body, headers: { 'content-type': type } });
    expect(json).toMatchObject({ code, status, refused: expect.any(Array) });
  });

  test('a page of another site cannot upload', async () => {
    const form = new FormData();
    form.append('file', new Blob(['x']), 'a.txt');
    const { json } = await api.call('POST', '/api/v1/documents', {
      body: form,
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(json).toMatchObject({ status: 403, code: 'cross_site' });
  });
});

describe('a file that cannot be read says so on its document, and harms nobody', () => {
  const BAD: [string, string][] = [
    ['empty', 'empty.pdf'],
    ['encrypted', 'encrypted_user.pdf'],
    ['damaged', 'truncated.pdf'],
    ['damaged', 'truncated.docx'],
    ['bomb', 'bomb_60MB_paragraphs.docx'],
    ['unsupported_type', 'random.pdf'],
  ];

  test('all at once', async () => {
    const files = await Promise.all(
      BAD.map(async ([, name]) => [name, await fixture(`bad/${name}`)] as [string, Uint8Array<ArrayBuffer>]),
    );
    const { status, json } = await api.upload([...files, ['neighbour.txt', 'Xã Tây An có 31 hộ nghèo, năm 2023.']]);
    expect(status).toBe(202);
    const documents = await Promise.all(json.documents.map(({ id }: { id: string }) => api.settled(id)));
    const found = documents.map(({ filename, error }) => [error?.code, filename]);
    expect(found).toEqual([...BAD, [undefined, 'neighbour.txt']]);
    for (const { id, error } of documents.slice(0, -1)) {
      const texts = READ_FAILURES[error?.code as keyof typeof READ_FAILURES];
      expect(error).toMatchObject({ message: texts.message.en, remedy: texts.remedy.en });
      const none = await api.get(`/api/v1/documents/${id}/record`);
      expect(none.json).toMatchObject({ status: 404, code: 'record_failed', error: { code: error?.code } });
    }
    expect(await stack.leftovers()).toEqual([]);
  }, 60_000);
});

describe('review', () => {
  const at = (id: string | undefined, figure: string) => `/api/v1/documents/${id}/figures/${figure}`;

  test('a figure is corrected by who has seen it as it is', async () => {
    const [figure] = (await record(ids[0] as string)).figures;
    const path = at(ids[0], figure?.id as string);
    const before = await api.get(path);
    expect(before.json).toEqual(figure);
    const etag = before.headers.get('etag') as string;

    expect((await api.send('PATCH', path, { value: 1 })).json).toMatchObject({
      status: 428,
      code: 'precondition_required',
    });
    const patch = { value: before.json.value + 1, reason: 'Đối chiếu bản giấy' };
    const corrected = await api.send('PATCH', path, patch, { 'if-match': etag });
    expect(corrected).toMatchObject({ status: 200, json: { id: figure?.id, value: patch.value } });
    expect(corrected.headers.get('etag')).not.toBe(etag);

    const late = await api.send('PATCH', path, { value: 0 }, { 'if-match': etag });
    expect(late.json).toMatchObject({ status: 412, code: 'figure_changed', current: { value: patch.value } });
    expect(late.headers.get('etag')).toBe(corrected.headers.get('etag'));
    expect((await api.get(path)).json.value).toBe(patch.value);
    expect((await record(ids[0] as string)).figures[0]?.value).toBe(patch.value);

    const { json } = await api.get(`/api/v1/documents/${ids[0]}/history`);
    expect(json.items).toMatchObject([
      { figure: figure?.id, field: 'value', old: figure?.value, new: patch.value, reason: patch.reason },
    ]);
  });

  test('of two who correct at once, one is told', async () => {
    const figure = (await record(ids[0] as string)).figures[1];
    const path = at(ids[0], figure?.id as string);
    const etag = (await api.get(path)).headers.get('etag') as string;
    const both = await Promise.all([71, 72].map((value) => api.send('PATCH', path, { value }, { 'if-match': etag })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test('a missed figure is added where there is none', async () => {
    const { text, figures } = await record(ids[1] as string);
    const free = /\p{L}{3,}/u.exec(text.slice((figures[0]?.span.end ?? 0) + 1));
    const start = (figures[0]?.span.end ?? 0) + 1 + (free?.index ?? 0);
    const span = { start, end: start + 3 };
    const path = `/api/v1/documents/${ids[1]}/figures`;
    const added = await api.send('POST', path, { span, value: 42, unit: 'household', kind: 'count' });
    expect(added).toMatchObject({ status: 201, json: { span, value: 42, unit: 'household' } });
    const address = added.headers.get('location') as string;
    expect((await api.get(address)).headers.get('etag')).toBe(added.headers.get('etag'));
    expect((await record(ids[1] as string)).figures.map(({ id }) => id)).toContain(added.json.id);

    expect((await api.send('POST', path, { span, value: 43 })).json).toMatchObject({
      status: 409,
      code: 'figure_exists',
    });
    const outside = { start: text.length, end: text.length + 5 };
    expect((await api.send('POST', path, { span: outside, value: 1 })).json).toMatchObject({
      status: 422,
      code: 'invalid_span',
    });
    expect((await api.send('POST', path, { span })).json).toMatchObject({ status: 422, code: 'value_missing' });
    expect((await api.send('POST', '/api/v1/documents/nope/figures', { span, value: 1 })).json.code).toBe('not_found');
  });

  test.each<[string, unknown]>([
    ['value', { value: '12' }],
    ['unit', { unit: 'furlong' }],
    ['', { valeu: 12 }],
    ['reason', { reason: 'x'.repeat(2001) }],
    ['', { reason: 'a\0b' }],
    ['', []],
  ])('%s is refused: %j', async (path, patch) => {
    const figure = (await record(ids[0] as string)).figures[2]?.id as string;
    const { json } = await api.send('PATCH', at(ids[0], figure), patch, { 'if-match': '*' });
    expect(json).toMatchObject({ status: 400, code: 'invalid_request', issues: [{ in: 'body', path }] });
  });

  test('a body that is no JSON, or too much of it', async () => {
    const path = at(ids[0], 'f1');
    const patch = (body: string, type: string) =>
      api.call('PATCH', path, { body, headers: { 'content-type': type, 'if-match': '*' } });
    expect((await patch('{', 'application/json')).json.code).toBe('invalid_request');
    expect((await patch('value=1', 'application/x-www-form-urlencoded')).json.code).toBe('unsupported_media_type');
    expect((await patch('{}', 'application/json; charset=x-none')).json.code).toBe('unsupported_media_type');
    expect((await patch(`{"reason":"${'x'.repeat(1_100_000)}"}`, 'application/json')).json.code).toBe('body_too_large');
  });
});

describe('search, series, export', () => {
  test('one document’s figures, page by page, are those of its record', async () => {
    const wanted = (await record(ids[0] as string)).figures.map(({ id }) => id).sort();
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { json } = await api.get(`/api/v1/figures?document=${ids[0]}&limit=20${next && `&cursor=${next}`}`);
      for (const { id, document } of json.items) {
        expect(document.id).toBe(ids[0]);
        seen.push(id);
      }
      next = json.next;
    }
    expect(seen.sort()).toEqual(wanted);
  });

  test('filters narrow', async () => {
    const all = (await record(ids[0] as string)).figures;
    const indicator = all.find((figure) => figure.indicator)?.indicator as string;
    const subject = all.find((figure) => figure.subjects.length > 0)?.subjects[0] as never;
    const count = async (query: string) =>
      (await api.get(`/api/v1/figures?document=${ids[0]}&limit=200&${query}`)).json.items.length;
    expect(await count(`indicator=${indicator}`)).toBe(all.filter((figure) => figure.indicator === indicator).length);
    expect(await count(`subject=${subject}`)).toBe(all.filter(({ subjects }) => subjects.includes(subject)).length);
    expect(await count('q=%C4%91%C3%A2y%20l%C3%A0%20m%E1%BB%99t%20chu%E1%BB%97i%20kh%C3%B4ng%20c%C3%B3')).toBe(0);
    expect(await count('from=1901-01-01&to=1901-12-31')).toBe(0);
  });

  test('a series has its points in the order of time', async () => {
    const { json } = await api.get(`/api/v1/series?document=${ids[0]}`);
    const starts = json.points.map(({ period }: { period: { start: string } }) => period.start);
    expect(starts.length).toBeGreaterThan(0);
    expect(starts).toEqual(starts.toSorted());
  });

  test.each([
    'indicator=pov',
    'subject=nobody',
    'from=2022',
    'limit=0',
    'limit=many',
    'indicatr=pov.poor_households',
    'q=%00',
    'lang=fr',
    'q=a&q=b',
  ])('a query that cannot mean anything: %s', async (query) => {
    const { json } = await api.get(`/api/v1/figures?${query}`);
    expect(json).toMatchObject({ status: 400, code: 'invalid_request', issues: [{ in: 'query' }] });
  });

  test('a cursor that is not ours', async () => {
    for (const path of ['documents', 'figures']) {
      expect((await api.get(`/api/v1/${path}?cursor=nonsense`)).json).toMatchObject({
        status: 400,
        code: 'invalid_cursor',
      });
    }
  });

  test('each format opens again with the same figures', async () => {
    const wanted = (await record(ids[0] as string)).figures;
    const values = wanted.map(({ value }) => value).sort();
    const load = async (format: string) => {
      const response = await fetch(`${stack.url}/api/v1/export?format=${format}&document=${ids[0]}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-disposition')).toContain(
        `attachment; filename="001_401ea66197704b5d.${format}"`,
      );
      return Buffer.from(await response.arrayBuffer());
    };
    const numbers = (rows: { value: unknown }[]) => rows.map(({ value }) => Number(value)).sort();
    expect(numbers(JSON.parse(String(await load('json'))))).toEqual(values);
    expect(
      numbers(
        String(await load('jsonl'))
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ),
    ).toEqual(values);
    const csv = await load('csv');
    expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(numbers(parseCsv(csv, { bom: true, columns: true }))).toEqual(values);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await load('xlsx')) as unknown as ArrayBuffer);
    const column = COLUMNS.findIndex(({ name }) => name === 'value') + 1;
    const cells = (book.worksheets[0]?.getColumn(column).values ?? []).slice(2);
    expect(cells.every((cell) => typeof cell === 'number')).toBe(true);
    expect([...cells].sort()).toEqual(values);
  });

  test('a format there is none of', async () => {
    for (const query of ['', '?format=pdf'])
      expect((await api.get(`/api/v1/export${query}`)).json.code).toBe('invalid_request');
  });
});

describe('batches', () => {
  test('count every file once', async () => {
    const { json } = await api.get(`/api/v1/batches/${batch}`);
    expect(json).toMatchObject({
      name: 'Bình Định 2022',
      state: 'finished',
      found: 3,
      done: 3,
      duplicate: 0,
      failed: 0,
      pending: 0,
    });
    expect((await api.get('/api/v1/batches/nope')).json.code).toBe('not_found');
    for (const body of [{}, { name: ' ' }, { name: 'x'.repeat(201) }, { name: 'a', extra: 1 }]) {
      expect((await api.send('POST', '/api/v1/batches', body)).json.code).toBe('invalid_request');
    }
  });

  test('are told as they go, until they are finished', async () => {
    const { json } = await api.send('POST', '/api/v1/batches', { name: 'events' });
    const path = `/api/v1/batches/${json.id}/events`;
    const events = api.get(path, { accept: 'text/event-stream' });
    await api.upload(
      [
        ['sk1.txt', 'Xã có 101 hộ nghèo.'],
        ['sk2.txt', 'Xã có 102 hộ nghèo.'],
      ],
      json.id,
    );
    const { text } = await events;
    const told = [...text.matchAll(/id: (.+)\nevent: (.+)\ndata: (.+)\n\n/g)].map(([, id, event, data]) => ({
      ...JSON.parse(data as string),
      id,
      event,
    }));
    expect(told.length).toBeGreaterThanOrEqual(2);
    expect(told[0]).toMatchObject({ event: 'open' });
    expect(told.at(-1)).toMatchObject({ event: 'finished', found: 2, done: 2 });
    for (const { found, done, duplicate, failed, pending } of told)
      expect(done + duplicate + failed + pending).toBe(found);
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);

    expect((await api.get(path, { 'last-event-id': told.at(-1)?.id })).status).toBe(204);
    expect((await api.get(path, { 'last-event-id': told[0]?.id })).text).toContain('event: finished');
    expect((await api.get('/api/v1/batches/nope/events')).json.code).toBe('not_found');
  });
});

describe('what describes the service', () => {
  /** Every address of `design/record.md`. */
  const CONTRACT = [
    'post /api/v1/documents',
    'get /api/v1/documents',
    'get /api/v1/documents/{id}',
    'get /api/v1/documents/{id}/record',
    'get /api/v1/documents/{id}/file',
    'post /api/v1/documents/{id}/extract',
    'get /api/v1/documents/{id}/figures/{figureId}',
    'patch /api/v1/documents/{id}/figures/{figureId}',
    'post /api/v1/documents/{id}/figures',
    'get /api/v1/documents/{id}/history',
    'get /api/v1/documents/{id}/review',
    'post /api/v1/documents/{id}/review',
    'post /api/v1/documents/{id}/decisions',
    'get /api/v1/documents/{id}/agreement',
    'get /api/v1/documents/{id}/pages/{number}/words',
    'post /api/v1/documents/{id}/infer',
    'get /api/v1/review/queue',
    'get /api/v1/figures',
    'get /api/v1/series',
    'get /api/v1/export',
    'post /api/v1/batches',
    'get /api/v1/batches/{id}',
    'get /api/v1/batches/{id}/events',
    'get /api/v1/schema/record.json',
    'get /api/v1/openapi.json',
    'get /health/live',
    'get /health/ready',
    'get /metrics',
  ];

  test('the OpenAPI document is valid and has every address of the contract', async () => {
    const { json } = await api.get('/api/v1/openapi.json');
    const result = await new Validator().validate(structuredClone(json));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    const paths = Object.entries(json.paths as Record<string, object>);
    const declared = paths.flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
    expect(declared).toEqual(expect.arrayContaining(CONTRACT));
    expect(json.components.schemas.Figure.type).toBe('object');
    expect(JSON.stringify(json.paths['/api/v1/documents/{id}/record'])).toContain('#/components/schemas/Record');
  });

  test('the record’s schema takes the record', async () => {
    const { json } = await api.get('/api/v1/schema/record.json');
    expect(json).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: expect.stringContaining('record'),
    });
    const { $id: _, ...schema } = json;
    const fromSchema = z.fromJSONSchema(schema);
    const whole = await record(ids[0] as string);
    expect(fromSchema.safeParse(whole).success).toBe(true);
    expect(fromSchema.safeParse({ ...whole, figures: [{ ...whole.figures[0], unit: 'furlong' }] }).success).toBe(false);
  });

  test('the catalogue has a label for every code of the records', async () => {
    const { json } = await api.get('/api/v1/catalogue.json');
    for (const { unit, topic, indicator } of (await record(ids[0] as string)).figures) {
      expect(json.units[unit]).toEqual(expect.any(String));
      expect(json.topics[topic]).toEqual(expect.any(String));
      if (indicator) expect(json.indicators[indicator]).toEqual(expect.any(String));
    }
  });

  test('health and metrics', async () => {
    expect((await api.get('/health/live')).json.status).toBe('live');
    expect((await api.get('/health/ready')).json).toEqual({
      status: 'ready',
      database: true,
      queue: true,
      blobs: true,
    });
    const { text } = await api.get('/metrics', {
      accept: 'application/openmetrics-text;version=1.0.0,text/plain;q=0.5',
    });
    expect(text).toMatch(
      /ansinh_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/documents\/\{id\}\/record",status="200"\} \d+/,
    );
    expect(text).toMatch(/ansinh_uploaded_files_total\{outcome="duplicate"\} [1-9]/);
  });

  test('the page to try it runs no inline script', async () => {
    const response = await fetch(`${stack.url}/docs`);
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page).not.toMatch(/<script(?![^>]* src=)|\son\w+=|style=/);
    for (const [, address] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect(address).toMatch(/^\/docs\//);
      expect((await fetch(stack.url + address)).status).toBe(200);
    }
    expect((await fetch(`${stack.url}/docs/package.json`)).status).toBe(404);
  });
});

describe('errors', () => {
  test('speak Vietnamese unless asked otherwise', async () => {
    const title = async (query: string, accept?: string) => {
      const { json, headers } = await api.get(
        `/api/v1/documents/nope${query}`,
        accept ? { 'accept-language': accept } : {},
      );
      return [headers.get('content-language'), json.title];
    };
    expect(await title('')).toEqual(['vi', 'Không tìm thấy.']);
    expect(await title('', 'en-GB,en;q=0.9')).toEqual(['en', 'Not found.']);
    expect(await title('', 'fr')).toEqual(['vi', 'Không tìm thấy.']);
    expect(await title('', 'fr;q=0.9, vi;q=0.8, en;q=0.7')).toEqual(['vi', 'Không tìm thấy.']);
    expect(await title('?lang=en', 'vi')).toEqual(['en', 'Not found.']);
  });

  test.each<[string, number, string, string]>([
    ['route_not_found', 404, 'GET', '/api/v1/nope'],
    ['route_not_found', 404, 'GET', '/api'],
    ['route_not_found', 404, 'POST', '/'],
    ['route_not_found', 404, 'GET', '/missing.js'],
    ['method_not_allowed', 405, 'DELETE', '/api/v1/documents'],
    ['method_not_allowed', 405, 'PUT', '/api/v1/figures'],
    ['method_not_allowed', 405, 'POST', '/health/live'],
  ])('%s (%i): %s %s', async (code, status, method, path) => {
    const { json, headers } = await api.call(method, path);
    expect(json).toMatchObject({ code, status, instance: path, request: headers.get('x-request-id') });
    if (status === 405) expect(headers.get('allow')).toMatch(/GET/);
  });

  test('an answer in a type there is none of', async () => {
    expect((await api.get('/api/v1/documents', { accept: 'application/xml' })).json).toMatchObject({
      status: 406,
      code: 'not_acceptable',
    });
    expect((await api.get('/api/v1/documents', { accept: 'text/html,*/*;q=0.1' })).status).toBe(200);
  });

  test('an address that cannot be decoded', async () => {
    expect((await api.get('/api/v1/documents/%E0%A4%A')).json).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  test('a request keeps the id its proxy gave it, in the answer and in the log', async () => {
    const { headers } = await api.get('/health/live', { 'x-request-id': 'proxy-id-12345' });
    expect(headers.get('x-request-id')).toBe('proxy-id-12345');
    await api.get('/api/v1/documents/nope', { 'x-request-id': 'proxy-id-67890' });
    for (let tries = 0; tries < 500 && !stack.log().includes('proxy-id-67890'); tries += 1) await sleep(20);
    expect(stack.log().includes('"request":"proxy-id-67890"')).toBe(true);
    expect((await api.get('/health/live', { 'x-request-id': 'a b<script>' })).headers.get('x-request-id')).toMatch(
      /^[\w-]{36}$/,
    );
  });

  test('HEAD answers as GET does, without a body', async () => {
    for (const path of ['', '/record', '/file']) {
      const response = await fetch(`${stack.url}/api/v1/documents/${ids[0]}${path}`, { method: 'HEAD' });
      expect([response.status, await response.text()]).toEqual([200, '']);
    }
  });
});

/** Last: it takes the database away. */
describe('without its database', () => {
  test('the service says what is wrong, leaks nothing and stops when told', async () => {
    await stack.killDatabase();
    const down = async () => (await api.get('/health/ready')).json;
    let health = await down();
    for (let tries = 0; tries < 500 && health.database; tries += 1) {
      await sleep(100);
      health = await down();
    }
    expect(health).toMatchObject({ status: 'not_ready', database: false, blobs: true });
    expect((await api.get('/health/live')).status).toBe(200);
    const { json, text } = await api.get('/api/v1/documents?lang=en');
    expect(json).toMatchObject({ status: 500, code: 'internal' });
    expect(text).not.toMatch(/ECONN|postgres|127\.0\.0\.1|at .*\.ts/i);
    expect(await stack.stop()).toBe(0);
  });
});
