import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { AnnouncedFile } from '../model/batch.ts';
import { httpTarget, PIECE, retryAfterOf } from './http.ts';
import { GivenUp, Patience, pause } from './patience.ts';
import { Refused, Unavailable } from './target.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;
let close = async (): Promise<void> => undefined;
afterEach(() => close());

/** A server that answers as it is told, and a target for it. */
const answering = async (answer: Answer) => {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    answer(request, response, Buffer.concat(chunks));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  close = async () => {
    server.closeAllConnections();
    server.close();
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return httpTarget({ server: url, credentials: null, language: 'en', signal: new AbortController().signal });
};

const file = (content: Buffer): AnnouncedFile => ({
  path: 'bc.doc',
  sha256: createHash('sha256').update(content).digest('hex'),
  bytes: content.length,
});
async function* bytesOf(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

describe('what a server answers', () => {
  test.each<[string, number, Record<string, string>, object]>([
    ['too many', 429, { 'retry-after': '7' }, { retryAfter: 7000, isBusy: true }],
    ['not now', 503, { 'retry-after': '1' }, { retryAfter: 1000, isBusy: true }],
    ['nobody behind the proxy', 502, {}, { retryAfter: null, isBusy: false }],
    ['a fault', 500, {}, { retryAfter: null, isBusy: false }],
  ])('%s is worth trying again', async (_, status, headers, expected) => {
    const target = await answering((_request, response) => response.writeHead(status, headers).end('no'));
    const failure = await target.batch('x').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Unavailable);
    expect(failure).toMatchObject(expected);
  });

  test.each<[string, number, string, string]>([
    ['a refusal', 413, '{"code":"too_large","title":"Too large.","detail":"Split it."}', 'too_large'],
    ['a page that is not ours', 404, '<html>', 'http_404'],
    ['an answer that is not ours', 200, '{"id":1}', 'unexpected_answer'],
  ])('%s is not', async (_, status, body, code) => {
    const target = await answering((_request, response) => response.writeHead(status).end(body));
    const failure = await target.batch('x').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Refused);
    expect(failure).toMatchObject({ problem: { code } });
  });

  test('a connection that breaks is worth trying again', async () => {
    const target = await answering((request) => request.socket.destroy());
    await expect(target.batch('x')).rejects.toBeInstanceOf(Unavailable);
  });

  test.each<[number | null, string | null]>([
    [120_000, '120'],
    [5_000, 'Mon, 23 Nov 2026 00:00:05 GMT'],
    [0, 'Mon, 23 Nov 2026 00:00:00 GMT'],
    [null, 'soon'],
    [null, null],
  ])('Retry-After: %s', (expected, header) =>
    expect(retryAfterOf(header, Date.parse('2026-11-23T00:00:00Z'))).toBe(expected));
});

describe('a large file', () => {
  const content = Buffer.alloc(PIECE * 2 + 5, 'báo cáo ');

  /** What has come of an upload, whose first piece is cut in the middle, with an answer lost after the second. */
  const keeping = async (fault: (at: number, response: ServerResponse) => boolean) => {
    let kept = Buffer.alloc(0);
    const calls: string[] = [];
    const target = await answering((request, response, body) => {
      const at = Number(request.headers['upload-offset']);
      calls.push(`${request.method}${request.method === 'PATCH' ? ` ${at}` : ''}`);
      response.setHeader('Tus-Resumable', '1.0.0');
      if (request.method === 'POST') return response.writeHead(201, { location: '/api/v1/uploads/1' }).end();
      if (request.method === 'HEAD') return response.writeHead(200, { 'upload-offset': `${kept.length}` }).end();
      if (request.method === 'DELETE') return response.writeHead(204).end();
      if (at !== kept.length) return response.writeHead(409).end();
      const half = at === 0 && !calls.includes('HEAD');
      kept = Buffer.concat([kept, half ? body.subarray(0, body.length / 2) : body]);
      if (half || fault(at, response)) return request.socket.destroy();
      return response.writeHead(204, { 'upload-offset': `${kept.length}` }).end();
    });
    return { target, calls, kept: () => kept };
  };

  test('goes in pieces, and on where its connection broke', async () => {
    let lost = false;
    const { target, calls, kept } = await keeping((at) => {
      const isFirst = at === PIECE && !lost;
      lost ||= isFirst;
      return isFirst;
    });
    await target.send('b', file(content), () => bytesOf(content));
    expect(kept().equals(content)).toBe(true);
    expect(calls).toEqual([
      'POST',
      'PATCH 0',
      'HEAD',
      `PATCH ${PIECE / 2}`,
      `PATCH ${PIECE}`,
      'HEAD',
      `PATCH ${2 * PIECE}`,
    ]);
  });

  test('is taken back where it fails on our side', async () => {
    const { target, calls } = await keeping(() => false);
    const broken = async function* () {
      yield content;
      throw new Error('unreadable');
    };
    await expect(target.send('b', file(content), broken)).rejects.toThrow('unreadable');
    expect(calls.at(-1)).toBe('DELETE');
  });
});

describe('patience', () => {
  test.each<[number, number, number | null]>([
    [250, 0, null],
    [500, 1, null],
    [30_000, 9, null],
    [30_000, 1000, null],
    [7_250, 0, 7_000],
    [60_250, 3, 60_000],
  ])('%i ms at most after %i failures', (expected, failures, retryAfter) => {
    expect(pause(failures, retryAfter, 1)).toBe(expected);
    expect(pause(failures, retryAfter, 0)).toBeLessThan(expected);
    expect(pause(failures, retryAfter, 0)).toBeGreaterThanOrEqual(retryAfter ?? expected / 2);
  });

  const patienceOf = (patience: number) => {
    const told: string[] = [];
    const { signal } = new AbortController();
    return {
      told,
      patience: new Patience({ patience, signal, tell: (waiting) => told.push(waiting?.reason ?? 'back') }),
    };
  };

  test('tells once that it waits, and once that it goes on', async () => {
    const { told, patience } = patienceOf(60_000);
    let calls = 0;
    const answer = await patience.until(async () => {
      calls += 1;
      if (calls < 3) throw new Unavailable('gone');
      return 'here';
    });
    expect({ answer, told }).toEqual({ answer: 'here', told: ['gone', 'back'] });
  });

  test('ends', async () => {
    const { patience } = patienceOf(1);
    await expect(patience.until(() => Promise.reject(new Unavailable('gone')))).rejects.toBeInstanceOf(GivenUp);
  });

  test('a refusal is no reason to wait', async () => {
    const refused = new Refused(422, { code: 'x', message: '', remedy: '' });
    await expect(patienceOf(60_000).patience.until(() => Promise.reject(refused))).rejects.toBe(refused);
  });
});
