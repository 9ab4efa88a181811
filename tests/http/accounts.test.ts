import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AccountRole } from '../../src/model/index.ts';
import { type Client, client, type Reply } from './client.ts';
import { type Stack, startStack } from './stack.ts';

const PASSWORD = 'mười hai con giáp';

/** Whom each operation lets in. What is not here lets in whoever is signed in; a new operation has to be thought of. */
const OPEN = ['signIn', 'signOut', 'getOpenApi', 'getRecordSchema', 'healthLive', 'healthReady'];
const ANY_ROLE = [
  'submitDocuments',
  'startUpload',
  'resumeUpload',
  'sendPiece',
  'stopUpload',
  'listDocuments',
  'getDocument',
  'listMembers',
  'getRecord',
  'getFile',
  'getPages',
  'extractAgain',
  'getFigure',
  'getHistory',
  'searchFigures',
  'getSeries',
  'exportFigures',
  'createBatch',
  'listBatches',
  'getBatch',
  'announceFiles',
  'listBatchFiles',
  'getBatchReport',
  'actOnBatch',
  'watchBatch',
  'getMe',
  'changePassword',
  'getCatalogue',
  'getMetrics',
  'getReview',
  'getPageWords',
];
const NEEDED: Record<string, AccountRole> = {
  extractBelow: 'administrator',
  correctFigure: 'reviewer',
  addFigure: 'reviewer',
  decide: 'reviewer',
  inferFigures: 'reviewer',
  actOnReview: 'reviewer',
  getAgreement: 'reviewer',
  getReviewQueue: 'reviewer',
  listPeople: 'reviewer',
  listAccounts: 'administrator',
  addAccount: 'administrator',
  changeAccount: 'administrator',
  resetPassword: 'administrator',
};

interface Operation {
  id: string;
  method: string;
  path: string;
}

let stack: Stack;
let api: Client;
let operations: Operation[];

const cookieOf = ({ headers }: Reply): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
let addresses = 0;
/** Behind the proxy on this machine everybody has an address of their own, so that no one's attempts count for another. */
const fromElsewhere = (): Record<string, string> => {
  addresses += 1;
  return { 'x-forwarded-for': `198.51.100.${addresses}` };
};
const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
  api.send('POST', '/api/v1/sign-in', { email, password }, { ...fromElsewhere(), ...headers });

let administrator: string;
/** Cookie of a new account of the role, with a password of its own. */
const person = async (role: AccountRole): Promise<{ cookie: string; id: string; name: string }> => {
  const name = `Người ${role}`;
  const account = { name, email: `${randomUUID()}@example.vn`, role };
  const { json } = await api.send('POST', '/api/v1/accounts', account, { cookie: administrator });
  const once = cookieOf(await signIn(account.email, json.password));
  const change = { current: json.password, next: PASSWORD };
  const cookie = cookieOf(await api.send('POST', '/api/v1/me/password', change, { cookie: once, ...fromElsewhere() }));
  return { cookie, id: json.account.id, name };
};

beforeAll(async () => {
  stack = await startStack({ LOG_LEVEL: 'info' });
  api = client(stack.url);
  const { json } = await api.get('/api/v1/openapi.json');
  operations = Object.entries(json.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { operationId: string }>).map(([method, { operationId }]) => ({
      id: operationId,
      method: method.toUpperCase(),
      path: path.replace(/\{\w+\}/g, 'none'),
    })),
  );
}, 60_000);

afterAll(async () => {
  await stack.stop();
});

/** Without a body: who may not is told before anything is read. */
const call = ({ method, path }: Operation, headers: Record<string, string> = {}) => api.call(method, path, { headers });

describe('while there is no account', () => {
  test('whoever asks is the local person', async () => {
    const { json } = await api.get('/api/v1/me');
    expect(json).toEqual({ id: 'local', name: 'Người dùng máy này', role: 'administrator', local: true });
    expect((await api.get('/api/v1/documents')).status).toBe(200);
  });

  test('the first account is an administrator’s, and says all that is wrong with it', async () => {
    const first = { name: 'Nguyễn Thị Lan', email: 'LAN@example.vn', role: 'reviewer', password: PASSWORD };
    expect((await api.send('POST', '/api/v1/accounts', first)).json.code).toBe('first_account');
    const wrong = await api.send('POST', '/api/v1/accounts', {
      name: ' ',
      email: 'lan',
      role: 'king',
      password: 'short',
    });
    expect(wrong.json.issues.map(({ path }: { path: string }) => path)).toEqual(['name', 'email', 'role', 'password']);
    const { status, json } = await api.send('POST', '/api/v1/accounts', { ...first, role: 'administrator' });
    expect([status, json.password, json.account.email]).toEqual([201, null, 'lan@example.vn']);
  });
});

describe('from then on', () => {
  test('every operation is thought of, and nobody gets into one without a session', async () => {
    administrator = cookieOf(await signIn('lan@example.vn', PASSWORD));
    const ids = operations.map(({ id }) => id).toSorted();
    expect(ids).toEqual([...OPEN, ...ANY_ROLE, ...Object.keys(NEEDED)].toSorted());
    for (const operation of operations.filter(({ id }) => !OPEN.includes(id))) {
      for (const headers of [{} as Record<string, string>, { cookie: 'ansinh.session_token=forged.c2lnbmF0dXJl' }]) {
        const { status, json } = await call(operation, headers);
        expect([operation.id, status, json?.code ?? 'sign_in_required']).toEqual([
          operation.id,
          401,
          'sign_in_required',
        ]);
      }
    }
    for (const operation of operations.filter(({ id }) => OPEN.includes(id))) {
      expect([operation.id, (await call(operation)).status]).not.toEqual([operation.id, 401]);
    }
  });

  test('too low a role is told which one is needed, in both languages; the needed one gets in', async () => {
    const roles = AccountRole.options;
    for (const role of roles) {
      const { cookie } = await person(role);
      for (const operation of operations.filter(({ id }) => !OPEN.includes(id) && id !== 'watchBatch')) {
        const needed = NEEDED[operation.id] ?? 'uploader';
        const { status, json } = await call(operation, { cookie });
        const isLow = roles.indexOf(role) < roles.indexOf(needed);
        const outcome = status === 403 ? [json?.code, json?.needed, json?.role] : [status === 401 ? 'out' : 'in'];
        const expected = isLow ? ['role_missing', needed, role] : ['in'];
        expect([operation.id, role, ...outcome]).toEqual([operation.id, role, ...expected]);
      }
    }
    const { cookie } = await person('uploader');
    const ask = (lang: string) => api.get(`/api/v1/accounts?lang=${lang}`, { cookie });
    expect((await ask('vi')).json.detail).toBe(
      'Việc này cần vai trò quản trị viên, còn bạn là người tải lên. Hãy liên hệ quản trị viên.',
    );
    expect((await ask('en')).json.detail).toBe(
      'It needs the role administrator, and yours is uploader. Ask an administrator.',
    );
  });

  test('a one-time password opens nothing but one’s own', async () => {
    const account = { name: 'Mới', email: 'moi@example.vn', role: 'administrator' };
    const { json } = await api.send('POST', '/api/v1/accounts', account, { cookie: administrator });
    const cookie = cookieOf(await signIn(account.email, json.password));
    for (const operation of operations.filter(({ id }) => ![...OPEN, 'getMe', 'changePassword'].includes(id))) {
      const { status, json } = await call(operation, { cookie });
      expect([operation.id, status, json?.code ?? 'password_due']).toEqual([operation.id, 403, 'password_due']);
    }
    expect((await api.get('/api/v1/me', { cookie })).json).toMatchObject({ name: 'Mới', passwordDue: true });
  });

  test('a new session every time, and the one that was signed out is dead', async () => {
    const { cookie } = await person('uploader');
    const again = await signIn('lan@example.vn', PASSWORD, { cookie });
    expect(cookieOf(again)).not.toContain(cookie.split('; ')[0]);
    expect((await api.call('POST', '/api/v1/sign-out', { headers: { cookie } })).status).toBe(204);
    expect((await api.get('/api/v1/me', { cookie })).status).toBe(401);
  });

  test('over TLS at the proxy the cookie goes over TLS only', async () => {
    const { headers } = await signIn('lan@example.vn', PASSWORD, { 'x-forwarded-proto': 'https' });
    for (const cookie of headers.getSetCookie())
      expect(cookie).toMatch(/^__Secure-.*; HttpOnly; Secure; SameSite=Lax$/);
  });

  test.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this site', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'http://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
  ])('a page of %s cannot sign anybody in, nor write with their cookie', async (_, headers) => {
    expect((await signIn('lan@example.vn', PASSWORD, headers)).json.code).toBe('cross_site');
    const account = { name: 'X', email: 'x@example.vn', role: 'administrator' };
    const { json } = await api.send('POST', '/api/v1/accounts', account, { ...headers, cookie: administrator });
    expect(json.code).toBe('cross_site');
  });

  test('answers are of one person: no cache between gives them to another', async () => {
    const { headers } = await api.get('/api/v1/documents', { cookie: administrator });
    expect(headers.get('cache-control')).toMatch(/private|no-store/);
  });

  test('uploads, downloads and event streams go by the cookie', async () => {
    const { cookie } = await person('uploader');
    const headers = { cookie };
    const batch = (await api.send('POST', '/api/v1/batches', { name: 'một' }, headers)).json.id;
    const form = new FormData();
    form.append('batch', batch);
    form.append('file', new Blob(['Xã có 15 hộ nghèo, năm 2021.']), 'xã.txt');
    const upload = await api.call('POST', '/api/v1/documents', { body: form, headers });
    const id = upload.json.documents[0].id;
    const events = await api.call('GET', `/api/v1/batches/${batch}/events`, { headers });
    expect(events.text).toContain('event: finished');
    expect((await api.get(`/api/v1/documents/${id}/file`, headers)).text).toBe('Xã có 15 hộ nghèo, năm 2021.');
    expect((await api.get(`/api/v1/documents/${id}/file`)).status).toBe(401);
  });

  test('the history says who, by name and id', async () => {
    const reviewer = await person('reviewer');
    const headers = { cookie: reviewer.cookie };
    const form = new FormData();
    form.append('file', new Blob(['Xã Bình An có 17 hộ nghèo, năm 2021.']), 'bình an.txt');
    const { json } = await api.call('POST', '/api/v1/documents', { body: form, headers });
    const id = json.documents[0].id;
    const status = async () => (await api.get(`/api/v1/documents/${id}`, headers)).json.status;
    while (['queued', 'processing'].includes(await status())) await sleep(100);
    expect(await status()).toBe('extracted');
    const [figure] = (await api.get(`/api/v1/documents/${id}/record`, headers)).json.figures;
    const address = `/api/v1/documents/${id}/figures/${figure.id}`;
    const etag = (await api.get(address, headers)).headers.get('etag') as string;
    const { status: patched } = await api.send('PATCH', address, { value: 18 }, { ...headers, 'if-match': etag });
    expect(patched).toBe(200);
    const { items } = (await api.get(`/api/v1/documents/${id}/history`, headers)).json;
    expect(items.map(({ who }: { who: string }) => who)).toEqual([`${reviewer.name} (${reviewer.id})`]);
  });

  describe('who reviews a report a second time', () => {
    const TEXT = `ỦY BAN NHÂN DÂN HUYỆN TÂY SƠN
BÁO CÁO
Kết quả công tác giảm nghèo năm 2023

Năm 2023, toàn huyện Tây Sơn có 500 hộ nghèo, gồm: nông thôn 137 hộ, thành thị 325 hộ.
Có 1.855 hộ cận nghèo tại xã Bình Tường.
`;
    /** What every operation that reads of a report is asked, and its answer without what may change. */
    const READING: Record<string, (id: string, figures: string[]) => string[]> = {
      getRecord: (id) => [`/documents/${id}/record`],
      getReview: (id) => [`/documents/${id}/review?layer=second`, `/documents/${id}/review`],
      getAgreement: (id) => [`/documents/${id}/agreement`],
      getHistory: (id, figures) => figures.map((one) => `/documents/${id}/history?figure=${one}`),
      getFigure: (id, figures) => figures.map((one) => `/documents/${id}/figures/${one}`),
      searchFigures: (id) =>
        [
          ...[
            '',
            '&q=nghèo',
            '&q=viết-lại',
            '&place=Bình Tường',
            '&place=Quy Nhơn',
            '&from=2023-01-01',
            '&from=2031-01-01',
          ],
          ...['&indicator=pov.poor_households', '&indicator=pop.people', '&subject=child'],
        ].map((query) => `/figures?document=${id}${query}`),
      getSeries: (id) => [`/series?document=${id}`, `/series?document=${id}&subject=poor_household`],
      exportFigures: (id) => ['json', 'jsonl', 'csv'].map((format) => `/export?document=${id}&format=${format}`),
    };
    /** They tell of the file, of the document as a whole or of who has it in hand, and of no decision on a figure. */
    const OF_NO_FIGURE = ['getDocument', 'listMembers', 'getFile', 'getPages', 'getPageWords', 'getReviewQueue'];

    test('reads the extraction wherever figures are read, until both have finished', async () => {
      const reading = operations.filter(
        ({ id, method, path }) =>
          method === 'GET' && (path.includes('/documents/') || id in READING || id === 'getReviewQueue'),
      );
      expect(reading.map(({ id }) => id).toSorted()).toEqual([...Object.keys(READING), ...OF_NO_FIGURE].toSorted());

      const [first, second] = [await person('reviewer'), await person('reviewer')];
      const as = ({ cookie }: { cookie: string }) => ({ cookie });
      const form = new FormData();
      form.append('file', new Blob([TEXT]), 'hai người.txt');
      const { json } = await api.call('POST', '/api/v1/documents', { body: form, headers: as(first) });
      const { id } = json.documents[0];
      const at = (path: string) => `/api/v1/documents/${id}${path}`;
      while ((await api.get(at(''), as(first))).json.status !== 'extracted') await sleep(100);
      const act = (who: { cookie: string }, action: string) =>
        api.send('POST', at('/review'), { action }, { ...as(who), 'if-match': '*' });
      expect((await act(second, 'start_second')).status).toBe(200);

      const { figures } = (await api.get(at('/review'), as(first))).json;
      const ids = figures.map(({ figure }: { figure: { id: string } }) => figure.id);
      const span = { start: TEXT.indexOf('xã Bình'), end: TEXT.indexOf('xã Bình') + 2 };
      const all = [...ids, `p${span.start}-${span.end}`];
      const seen = async (who: { cookie: string }) => {
        const answers: Record<string, unknown> = {};
        for (const paths of Object.values(READING))
          for (const path of paths(id, all)) {
            const { status, headers, json: body, text } = await api.get(encodeURI(`/api/v1${path}`), as(who));
            const { review: _review, ...kept } = Object(body ?? { text });
            answers[path] = [status, headers.get('etag'), body?.code ?? kept];
          }
        return answers;
      };
      const before = await seen(second);

      const [whole, part, other, poor] = figures;
      const change = ({ figure, etag }: typeof whole, patch: object) => ({ figure: figure.id, etag, patch });
      const period = { start: '2031-01-01', end: '2031-12-31' };
      const place = { name: 'Quy Nhơn', level: 'city', code: null, province: null, current: null };
      const renamed = { label: 'viết lại', subjects: ['child'], indicator: 'pop.people', period };
      const changes = [
        change(whole, { verdict: 'rejected' }),
        change(part, { value: 175, ...renamed }),
        change(other, { verdict: 'accepted' }),
        change(poor, {
          value: 2000,
          place: { ...poor.figure.place, ...(poor.figure.place ? {} : place), name: 'Quy Nhơn' },
        }),
        { add: { span, value: 7 } },
      ];
      const decided = await api.send('POST', at('/decisions'), { changes, reason: 'bản giấy' }, as(first));
      expect([decided.status, decided.json.detail]).toEqual([200, undefined]);
      expect(await seen(second)).toEqual(before);

      const address = at(`/figures/${part.figure.id}`);
      const patched = (etag: string) => api.send('PATCH', address, { value: 1 }, { ...as(second), 'if-match': etag });
      expect((await patched(`"${part.etag}"`)).json.code).toBe('blind_review');
      expect((await patched('"x"')).json).toMatchObject({ code: 'figure_changed', current: { value: 137 } });
      const stale = { changes: [{ figure: part.figure.id, etag: 'x', patch: { value: 1 } }] };
      expect((await api.send('POST', at('/decisions'), stale, as(second))).json.code).toBe('blind_review');

      await act(second, 'finish_second');
      const finished = await seen(second);
      expect(Object.values(finished).map((answer) => (answer as unknown[])[1])).toEqual(
        Object.values(before).map((answer) => (answer as unknown[])[1]),
      );
      expect(finished[`/documents/${id}/record`]).toEqual(before[`/documents/${id}/record`]);
      await act(first, 'finish');
      const own = await seen(first);
      const opened = await seen(second);
      expect(opened).toEqual(own);
      expect(opened).not.toEqual(before);
      expect((await api.get(address, as(second))).json).toMatchObject({ value: 175, label: 'viết lại' });
    });
  });

  test('people to hand over to: who may review and is not disabled, without their addresses', async () => {
    const [uploader, reviewer, gone] = [await person('uploader'), await person('reviewer'), await person('approver')];
    const patch = { disabled: true };
    await api.send('PATCH', `/api/v1/accounts/${gone.id}`, patch, { cookie: administrator });
    const { items } = (await api.get('/api/v1/people', { cookie: reviewer.cookie })).json;
    const ids = items.map(({ id }: { id: string }) => id);
    expect(ids).toContain(reviewer.id);
    expect(ids).not.toContain(uploader.id);
    expect(ids).not.toContain(gone.id);
    expect(JSON.stringify(items)).not.toContain('@');
    expect((await api.get('/api/v1/me', { cookie: gone.cookie })).status).toBe(401);
  });

  test('no password and no cookie is ever logged, nor an address by which people sign in', () => {
    const log = stack.log();
    expect(log).toContain('/api/v1/sign-in');
    for (const secret of [PASSWORD, 'session_token', 'lan@example.vn', 'moi@example.vn'])
      expect(log).not.toContain(secret);
  });

  test('who guesses passwords has to wait', async () => {
    const headers = fromElsewhere();
    const codes: string[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      codes.push((await signIn('lan@example.vn', 'a wrong password', headers)).json.code);
    }
    expect(codes).toEqual([...Array(10).fill('wrong_credentials'), 'too_many_attempts', 'too_many_attempts']);
  });
});
