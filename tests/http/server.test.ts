import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { Agent, get as httpGet, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Composition, compose } from '../../src/cli/compose.ts';
import { readConfig } from '../../src/config.ts';
import { type RunningServer, startServer, type Timeouts } from '../../src/http/server.ts';

let dataDir: string;
let composition: Composition;
const running: RunningServer[] = [];

const start = async (timeouts: Partial<Timeouts> = {}): Promise<RunningServer> => {
  const server = await startServer({
    service: composition.service,
    accounts: composition.accounts,
    log: composition.log,
    host: '127.0.0.1',
    port: 0,
    version: '0',
    webRoot: join(dataDir, 'web'),
    uploadsPerMinute: 1,
    resumable: await composition.openUploads(),
    timeouts,
  });
  running.push(server);
  return server;
};

const HEAD = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n';
const END = '\r\n--b--\r\n';
const incoming = () => readdir(join(dataDir, 'blobs', 'incoming'));
const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 500 && !(await done()); tries += 1) await sleep(50);
  expect(await done()).toBe(true);
};

const raw = async ({ url }: RunningServer): Promise<{ socket: Socket; received(): string }> => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk;
  });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return { socket, received: () => received };
};

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ansinh-server-'));
  composition = await compose(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }));
}, 60_000);

afterAll(async () => {
  await Promise.all(running.map((server) => server.close()));
  await composition.close();
  await rm(dataDir, { recursive: true, force: true });
});

describe('a slow client is let go', () => {
  test('whose headers do not come', async () => {
    const { socket, received } = await raw(await start({ headers: 300 }));
    socket.write('GET /health/live HTTP/1.1\r\nHost: a\r\nX-Slow');
    await until(() => socket.destroyed);
    expect(received()).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('whose body does not come, and nothing of it is left', async () => {
    const { socket } = await raw(await start({ headers: 500, request: 700 }));
    socket.write(
      `POST /api/v1/documents HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n${HEAD}${'x'.repeat(200_000)}`,
    );
    await until(async () => (await incoming()).length === 1);
    await until(() => socket.destroyed);
    await until(async () => (await incoming()).length === 0);
  });

  test('who says nothing at all', async () => {
    const { socket } = await raw(await start({ idle: 300 }));
    await until(() => socket.destroyed);
  });
});

describe('told to stop', () => {
  test('the server finishes the upload in hand, ends event streams, keeps no idle connection and takes no new one', async () => {
    const server = await start();
    const agent = new Agent({ keepAlive: true });
    const [idle] = (await once(httpGet(`${server.url}/health/live`, { agent }), 'response')) as [IncomingMessage];
    await text(idle);

    const { id } = (await composition.service.createBatch({ name: 'never finished' }, 'vi')).batch;
    const [events] = (await once(httpGet(`${server.url}/api/v1/batches/${id}/events`), 'response')) as [
      IncomingMessage,
    ];
    const told = text(events);

    const upload = httpRequest(`${server.url}/api/v1/documents`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });
    const answered = once(upload, 'response') as Promise<[IncomingMessage]>;
    upload.write(`${HEAD}Xã có 77 hộ nghèo`);
    await until(async () => (await incoming()).length === 1);

    const closed = server.close();
    expect(await told).toContain('event: open');
    await expect(fetch(`${server.url}/health/live`)).rejects.toThrow();
    upload.end(`, năm 2024.${END}`);
    const [answer] = await answered;
    expect([answer.statusCode, JSON.parse(await text(answer)).documents.length]).toEqual([202, 1]);
    await closed;
    agent.destroy();
  });

  test('the server cuts what takes too long', async () => {
    const server = await start({ stop: 200 });
    const { socket } = await raw(server);
    socket.write(
      `POST /api/v1/documents HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n${HEAD}xx`,
    );
    await until(async () => (await incoming()).length === 1);
    await server.close();
    await until(() => socket.destroyed);
    await until(async () => (await incoming()).length === 0);
  });
});

test('an address that is taken is an error, not a second server', async () => {
  const { url } = await start();
  const port = Number(new URL(url).port);
  const second = startServer({
    service: composition.service,
    accounts: composition.accounts,
    log: composition.log,
    host: '127.0.0.1',
    port,
    version: '0',
    webRoot: dataDir,
    uploadsPerMinute: 1,
    resumable: await composition.openUploads(),
  });
  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('uploads from one address are limited, but not from this machine itself', async () => {
  const { url } = await start();
  const upload = async (client?: string) => {
    const form = new FormData();
    form.append('file', new Blob(['Xã có 78 hộ nghèo.']), 'a.txt');
    const headers: Record<string, string> = client ? { 'x-forwarded-for': client } : {};
    const response = await fetch(`${url}/api/v1/documents`, { method: 'POST', body: form, headers });
    return [response.status, ((await response.json()) as { code?: string }).code];
  };
  expect(await upload('203.0.113.7')).toEqual([202, undefined]);
  expect(await upload('203.0.113.7')).toEqual([429, 'too_many_requests']);
  expect(await upload('203.0.113.8')).toEqual([202, undefined]);
  for (let i = 0; i < 3; i += 1) expect(await upload()).toEqual([202, undefined]);
});

test('the built page and its files are served beside the API, which keeps its own addresses', async () => {
  const { url } = await start();
  await mkdir(join(dataDir, 'web', 'assets'), { recursive: true });
  await writeFile(join(dataDir, 'web', 'index.html'), '<script type="module" src="/assets/a.js"></script>');
  await writeFile(join(dataDir, 'web', 'assets', 'a.js'), 'run()');
  const at = async (path: string) => {
    const response = await fetch(url + path, { headers: { accept: 'text/html,*/*;q=0.8' } });
    return [response.status, (response.headers.get('content-type') ?? '').split(';')[0]];
  };
  expect(await at('/')).toEqual([200, 'text/html']);
  expect(await at('/documents/01a2072d')).toEqual([200, 'text/html']);
  expect(await at('/assets/a.js')).toEqual([200, 'text/javascript']);
  expect(await at('/assets/gone.js')).toEqual([404, 'application/problem+json']);
  expect(await at('/api/v1/nope')).toEqual([404, 'application/problem+json']);
  expect(await at('/docs')).toEqual([200, 'text/html']);
});
