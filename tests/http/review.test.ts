import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Desk, ReviewedFigure } from '../../src/model/index.ts';
import { type Client, client } from './client.ts';
import { type Stack, startStack } from './stack.ts';

let stack: Stack;
let api: Client;
let id: string;
const at = (path: string) => `/api/v1/documents/${id}${path}`;
const desk = async (): Promise<Desk> => (await api.get(at('/review'))).json;
const figureOf = async (index: number): Promise<ReviewedFigure> => (await desk()).figures[index] as ReviewedFigure;
const change = ({ figure, etag }: ReviewedFigure, patch: object) => ({ figure: figure.id, etag, patch });
const decide = (changes: object[], extra: object = {}) => api.send('POST', at('/decisions'), { changes, ...extra });
const act = (action: object, etag?: string) =>
  api.send('POST', at('/review'), action, etag === undefined ? {} : { 'if-match': etag });

beforeAll(async () => {
  stack = await startStack();
  api = client(stack.url);
  const pdf = new Uint8Array(await readFile(new URL('../../fixtures/pdf/002_85d3af9a86ee4359.pdf', import.meta.url)));
  const { json } = await api.upload([['002.pdf', pdf]]);
  id = json.documents[0].id;
  await api.settled(id);
}, 60_000);
afterAll(async () => {
  await stack.stop();
});

test('the desk is the record with tags, and says its review’s', async () => {
  const { json, headers } = await api.get(at('/review'));
  const record = (await api.get(at('/record'))).json;
  expect(json.figures.map(({ figure }: ReviewedFigure) => figure)).toEqual(record.figures);
  // A browser that holds the desk must not be told that it still stands: decisions leave the review's tag as it is.
  expect([headers.get('etag'), headers.get('cache-control')]).toEqual([null, 'private, no-store']);
  const { figure, etag } = json.figures[0];
  expect((await api.get(at(`/figures/${figure.id}`))).headers.get('etag')).toBe(`"${etag}"`);
  expect((await api.get('/api/v1/documents/nope/review')).json.code).toBe('not_found');
  expect((await api.get(at('/review?layer=second'))).json.code).toBe('no_second_review');
  expect((await api.get(at('/review?layer=third'))).json.code).toBe('invalid_request');
});

test('doubts come in the language asked for', async () => {
  const sentences = async (lang: string) => {
    const { json } = await api.get(at(`/review?lang=${lang}`));
    return json.figures.flatMap(({ doubts }: ReviewedFigure) => doubts.map(({ message }) => message));
  };
  const [vi, en] = [await sentences('vi'), await sentences('en')];
  expect(vi.length).toBe(en.length);
  expect(vi.join()).not.toBe(en.join());
});

describe('decisions', () => {
  test('are made together, and told with the figures as they stand', async () => {
    const [one, two] = [await figureOf(0), await figureOf(1)];
    const { status, json } = await decide([change(one, { verdict: 'accepted' }), change(two, { value: 12 })], {
      reason: 'đối chiếu bản giấy',
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      review: { state: 'in_review', claimed: { who: expect.stringContaining('local') } },
      figures: [{ verdict: 'accepted' }, { figure: { value: 12 }, decided: ['value'] }],
      affected: expect.any(Array),
    });
    const history = (await api.get(at(`/history?figure=${two.figure.id}`))).json.items;
    expect(history).toMatchObject([{ field: 'value', new: 12, reason: 'đối chiếu bản giấy' }]);
    const document = (await api.get(at(''))).json;
    expect(document).toMatchObject({ status: 'reviewed', review: { state: 'in_review' } });
    expect(document.counts.doubtful).toEqual(expect.any(Number));
  });

  test('on what has changed meanwhile are none, and the answer has it all as it stands', async () => {
    const [one, two] = [await figureOf(2), await figureOf(3)];
    await decide([change(two, { label: 'khác' })]);
    const { json } = await decide([change(one, { value: 1 }), change(two, { value: 2 })]);
    expect(json).toMatchObject({
      status: 412,
      code: 'figure_changed',
      current: [{ figure: { value: one.figure.value }, etag: one.etag }, { figure: { label: 'khác' } }],
    });
  });

  test('a rejected figure leaves the export and the search', async () => {
    const one = await figureOf(4);
    await decide([change(one, { verdict: 'rejected' })]);
    const ids = async (path: string) => JSON.stringify((await api.get(path)).json);
    expect(await ids(`/api/v1/figures?document=${id}&limit=200`)).not.toContain(`"${one.figure.id}"`);
    expect(await (await fetch(`${stack.url}/api/v1/export?format=json&document=${id}`)).text()).not.toContain(
      `"${one.figure.id}"`,
    );
    expect((await figureOf(4)).verdict).toBe('rejected');
  });

  test('PATCH sets a verdict too', async () => {
    const { figure, etag } = await figureOf(5);
    const path = at(`/figures/${figure.id}`);
    const { status, headers } = await api.send('PATCH', path, { verdict: 'accepted' }, { 'if-match': `"${etag}"` });
    expect([status, headers.get('etag')]).toEqual([200, `"${(await figureOf(5)).etag}"`]);
    expect((await figureOf(5)).verdict).toBe('accepted');
  });

  test.each<[string, string, object]>([
    ['invalid_request', 'no changes', { changes: [] }],
    ['invalid_request', 'a change of nothing known', { changes: [{ figure: 'f' }] }],
    ['invalid_request', 'an unknown verdict', { changes: [{ figure: 'f', etag: 'x', patch: { verdict: 'maybe' } }] }],
    ['invalid_span', 'a span outside the text', { changes: [{ add: { span: { start: 0, end: 1e7 }, value: 1 } }] }],
    [
      'no_second_review',
      'in a layer there is none of',
      {
        changes: [{ add: { span: { start: 0, end: 2 }, value: 1 } }],
        layer: 'second',
      },
    ],
  ])('%s: %s', async (code, _, body) => {
    expect((await api.send('POST', at('/decisions'), body)).json.code).toBe(code);
  });

  test('a period that ends before it starts is refused', async () => {
    const period = { start: '2023-12-31', end: '2023-01-01' };
    const { json } = await decide([change(await figureOf(6), { period })]);
    expect(json).toMatchObject({ status: 422, code: 'period_reversed', detail: expect.stringContaining('Hãy') });
  });

  test.each<[string, string]>([
    ['a value that is no number', '{"value": "mười"}'],
    ['no value', '{"value": null}'],
    ['a value beyond all numbers', '{"value": 1e999}'],
    ['a day that there is none of', '{"period": {"start": "2023-02-30", "end": "2023-03-01"}}'],
    ['a unit that the catalogue no longer has', '{"unit": "furlong"}'],
    ['an indicator that the catalogue no longer has', '{"indicator": "pov.gone"}'],
    ['a group that the catalogue no longer has', '{"subjects": ["gone"]}'],
  ])('with %s are refused in a sentence that names it, and nothing is done', async (_, patch) => {
    const before = await desk();
    const { figure, etag } = before.figures[6] as ReviewedFigure;
    const body = `{"changes": [{"figure": "${figure.id}", "etag": "${etag}", "patch": ${patch}}]}`;
    const headers = { 'content-type': 'application/json' };
    const decided = await api.call('POST', at('/decisions'), { body, headers });
    expect(decided.json).toMatchObject({
      status: 400,
      code: 'invalid_request',
      detail: expect.stringContaining('Hãy'),
    });
    expect(JSON.stringify(decided.json.issues)).toContain('changes');
    const ifMatch = { ...headers, 'if-match': `"${etag}"` };
    const corrected = await api.call('PATCH', at(`/figures/${figure.id}`), { body: patch, headers: ifMatch });
    const [field] = Object.keys(JSON.parse(patch));
    expect(corrected.json.issues[0].path).toContain(field);
    expect(await desk()).toEqual(before);
  });

  test('on a report that is gone are told so: what could not be sent is kept where it waits', async () => {
    const changes = [change(await figureOf(6), { value: 1 })];
    const gone = '/api/v1/documents/01900000-0000-7000-8000-000000000000';
    const decided = await api.send('POST', `${gone}/decisions`, { changes });
    expect(decided.json).toMatchObject({
      status: 404,
      code: 'report_gone',
      detail: expect.stringContaining('vẫn giữ'),
    });
    const acted = await api.send('POST', `${gone}/review`, { action: 'finish' }, { 'if-match': '*' });
    expect(acted.json).toMatchObject({ status: 404, code: 'report_gone' });
  });

  test('on a figure that is gone change nothing, and those that are there are given as they stand', async () => {
    const one = await figureOf(6);
    const gone = { figure: 'gone', etag: 'x', patch: { value: 1 } };
    const { json } = await decide([gone, change(one, { value: 1 })]);
    expect(json).toMatchObject({ status: 412, code: 'figure_changed' });
    expect(json.current).toEqual([one]);
    expect((await decide([gone])).json).toMatchObject({ code: 'figure_changed', current: [] });
  });

  test('an added figure has its boxes on the page', async () => {
    const [{ page, span }] = (await words(1)).slice(0, 1) as [{ page: number; span: { start: number; end: number } }];
    const { json } = await decide([{ add: { span, value: 7 } }]);
    expect(json.figures[0].figure).toMatchObject({ id: `p${span.start}-${span.end}`, value: 7, boxes: [{ page }] });
  });
});

const words = async (page: number) => {
  const { json } = await api.get(at(`/pages/${page}/words`));
  return json.words.map(({ start, end }: { start: number; end: number }) => ({ page, span: { start, end } }));
};

test('the words of a page stand on it, and in the text', async () => {
  const { json } = await api.get(at('/pages/1/words'));
  const { text, pages } = (await api.get(at('/record'))).json;
  expect(json).toMatchObject({ number: 1, width: pages[0].width, height: pages[0].height });
  expect(json.words.length).toBeGreaterThan(50);
  for (const { start, end, x, y, width, height } of json.words) {
    expect(text.slice(start, end)).toMatch(/^\S+$/);
    expect([x >= 0, y >= 0, x + width <= json.width + 1, y + height <= json.height + 1]).not.toContain(false);
  }
  for (const page of ['0', 'x', '99']) expect((await api.get(at(`/pages/${page}/words`))).json.code).toBe('not_found');
});

test('marked text is inferred and not stored', async () => {
  const { figure } = await figureOf(10);
  const { json } = await api.send('POST', at('/infer'), { span: figure.span });
  expect(json.figures).toMatchObject([{ value: figure.value, unit: figure.unit, boxes: figure.boxes }]);
  const before = (await desk()).figures.length;
  expect((await api.send('POST', at('/infer'), { span: { start: 9, end: 9 } })).json.code).toBe('invalid_span');
  expect((await desk()).figures).toHaveLength(before);
});

test('a review goes on by who has seen it as it is', async () => {
  expect((await act({ action: 'finish' })).json).toMatchObject({ status: 428, code: 'precondition_required' });
  const { etag } = (await desk()).review;
  expect((await act({ action: 'finish' }, '"x"')).json).toMatchObject({ code: 'review_changed', current: { etag } });
  const done = await act({ action: 'finish' }, `"${etag}"`);
  expect(done).toMatchObject({ status: 200, json: { state: 'reviewed', claimed: null } });
  expect(done.headers.get('etag')).toBe(`"${done.json.etag}"`);
  const approved = await act({ action: 'approve' }, '*');
  expect(approved.json).toMatchObject({ status: 409, code: 'needs_second_person' });
  expect(approved.json.detail).toContain('local');
  expect((await act({ action: 'reopen', reason: ' ' }, '*')).json.code).toBe('invalid_request');
  expect((await act({ action: 'hand_over', to: 'nobody' }, '*')).json.code).toBe('review_closed');
  expect((await decide([change(await figureOf(7), { value: 1 })])).json.code).toBe('review_closed');
  expect((await act({ action: 'reopen', reason: 'sót biểu 3' }, '*')).json).toMatchObject({ state: 'in_review' });
  expect((await api.get(at('/agreement'))).json).toMatchObject({ status: 409, code: 'no_second_review' });
});

test('the queue has the report, until it is reviewed', async () => {
  const queued = async (query: string) =>
    (await api.get(`/api/v1/review/queue${query}`)).json.items.map((item: { id: string }) => item.id);
  expect(await queued('')).toContain(id);
  expect(await queued('?state=approved')).toEqual([]);
  await act({ action: 'claim' }, '*');
  expect(await queued('?mine=true')).toEqual([id]);
  expect((await api.get('/api/v1/review/queue?cursor=x')).json.code).toBe('invalid_cursor');
  expect((await api.get('/api/v1/review/queue?state=x')).json.code).toBe('invalid_request');
});

test('a report whose file is gone keeps its record and its decisions, and says so', async () => {
  await stack.loseFiles();
  expect((await api.get(at('/file'))).json).toMatchObject({ status: 410, code: 'file_missing' });
  const { notices, figures } = await desk();
  expect(notices).toMatchObject([{ code: 'file_missing', message: expect.stringContaining('hãy') }]);
  expect(figures.map(({ verdict }) => verdict)).toContain('accepted');
});
