import { z } from 'zod';
import { DocumentView, listOf } from '../model/index.ts';
import type { Call } from './call.ts';
import { pieces } from './content.ts';
import { multipart, mustGoInPieces } from './multipart.ts';
import { LedgerBatch, LedgerFile, Refused, type Target, Unavailable } from './target.ts';
import { sendInPieces } from './tus.ts';

/** What goes in one request, in bytes; a larger file goes in pieces of it, which can be resumed. */
export const PIECE = 8 * 1024 * 1024;
/** How long one request may take, in milliseconds: a piece over 30 kB a second. */
const TIMEOUT = 300_000;
/** The same once somebody has ended the run: for answers that are under way, the last sums and the report. */
const LAST_TIMEOUT = 10_000;
const PAGE = 200;

export interface HttpOptions {
  server: string;
  /** Whom to sign in as, where the server has accounts. */
  credentials: { email: string; password: string } | null;
  language: 'vi' | 'en';
  signal: AbortSignal;
}

/** The server wants to know who it is, and nobody has said. */
export class SignInRequired extends Error {}

const Problem = z.object({ code: z.string(), title: z.string(), detail: z.string() });

/** `Retry-After` (RFC 9110 10.2.3) in milliseconds: seconds, or a date. */
export const retryAfterOf = (header: string | null, now: number): number | null => {
  if (header === null) return null;
  const wait = /^\d+$/u.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? null : Math.max(0, wait);
};

/** What cannot be helped by trying again: the rest of 4xx. */
const PASSING = new Set([408, 425, 429]);

const failed = async (response: Response): Promise<Error> => {
  const problem = Problem.safeParse(await response.json().catch(() => null)).data;
  const { status } = response;
  const retryAfter = retryAfterOf(response.headers.get('retry-after'), Date.now());
  if (status >= 500 || PASSING.has(status)) {
    const reason = problem ? `${problem.title} (${status})` : `it answered with status ${status}`;
    return new Unavailable(reason, { retryAfter, isBusy: status === 429 || (status === 503 && retryAfter !== null) });
  }
  return new Refused(status, {
    code: problem?.code ?? `http_${status}`,
    message: problem?.title ?? `The server answered with status ${status}.`,
    remedy: problem?.detail ?? 'Is this the address of an ansinh server of this version?',
  });
};

const JSON_TYPE = 'application/json';

/** How long requests may take: an upload ends with the run, a question that is under way is given a moment for its answer. */
const timing = (run: AbortSignal): ((isUpload: boolean) => AbortSignal) => {
  const last = new AbortController();
  run.addEventListener('abort', () => void setTimeout(() => last.abort(), LAST_TIMEOUT).unref(), { once: true });
  return (isUpload) =>
    run.aborted
      ? AbortSignal.timeout(LAST_TIMEOUT)
      : AbortSignal.any([isUpload ? run : last.signal, AbortSignal.timeout(TIMEOUT)]);
};

const unreachable = (error: unknown): Unavailable => {
  const { message, name, cause } = Object(error) as { message?: string; name?: string; cause?: unknown };
  const { code } = Object(cause) as { code?: string };
  return new Unavailable(name === 'TimeoutError' ? 'it does not answer in time' : (code ?? message ?? 'no connection'));
};

/** A service at an address. */
export const httpTarget = ({ server, credentials, language, signal }: HttpOptions): Target => {
  const base = server.replace(/\/+$/u, '');
  const timeFor = timing(signal);
  let cookie: string | null = null;

  const request: Call = async (method, path, body, headers = {}) => {
    const response = await fetch(new URL(path, `${base}/`), {
      method,
      headers: {
        'accept-language': language,
        ...(cookie !== null && { cookie }),
        ...(body && { 'content-type': body.type }),
        ...headers,
      },
      body: body?.content,
      signal: timeFor(body !== undefined && body.type !== JSON_TYPE),
      redirect: 'manual',
    }).catch((error: unknown) => {
      throw unreachable(error);
    });
    if (!response.ok) throw await failed(response);
    return response;
  };

  const json = (value: unknown) => ({ type: JSON_TYPE, content: Buffer.from(JSON.stringify(value)) });

  const signIn = async (): Promise<void> => {
    if (!credentials) {
      throw new SignInRequired(
        `${server} has accounts: say who you are by ANSINH_EMAIL and ANSINH_PASSWORD in the environment.`,
      );
    }
    const response = await request('POST', 'api/v1/sign-in', json({ ...credentials, remember: true })).catch(
      (error: unknown) => {
        throw error instanceof Refused ? new SignInRequired(error.message) : error;
      },
    );
    cookie = response.headers
      .getSetCookie()
      .map((set) => set.split(';', 1)[0])
      .join('; ');
  };

  /** Signs in where it is asked to, at first and when the session has ended. */
  const call: Call = async (...args) => {
    try {
      return await request(...args);
    } catch (error) {
      if (!(error instanceof Refused) || error.problem.code !== 'sign_in_required') throw error;
    }
    await signIn();
    return request(...args);
  };

  const answer = async <T extends z.ZodType>(schema: T, response: Response): Promise<z.infer<T>> => {
    const body: unknown = await response.json().catch((error: unknown) => {
      throw unreachable(error);
    });
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    throw new Refused(response.status, {
      code: 'unexpected_answer',
      message: `${server} gives an answer that is none of ansinh's.`,
      remedy: 'Check the address, and that the server is of this version or a later one.',
    });
  };
  const at = (id: string, rest = '') => `api/v1/batches/${encodeURIComponent(id)}${rest}`;

  return {
    name: server,
    openBatch: async (batch) => answer(LedgerBatch, await call('POST', 'api/v1/batches', json(batch))),
    batch: async (id) => answer(LedgerBatch, await call('GET', at(id))),
    announce: async (id, files) => {
      const Files = z.object({ files: z.array(LedgerFile).length(files.length) });
      return (await answer(Files, await call('POST', at(id, '/files'), json({ files })))).files;
    },
    send: async (batch, file, open) => {
      if (file.bytes > PIECE || mustGoInPieces(file.path))
        return sendInPieces({ call, base }, batch, file, open, PIECE);
      let content: Buffer = Buffer.alloc(0);
      for await (const whole of pieces(open(), PIECE)) content = whole;
      await call('POST', 'api/v1/documents', multipart(batch, file.path, content));
    },
    files: async (id, { state, cursor }) => {
      const query = new URLSearchParams({ limit: `${PAGE}`, ...(state && { state }), ...(cursor && { cursor }) });
      return answer(listOf(LedgerFile), await call('GET', at(id, `/files?${query}`)));
    },
    extractAgain: async (what) => answer(LedgerBatch, await call('POST', 'api/v1/extractions', json(what))),
    known: async (hashes) => {
      const found = new Set<string>();
      let cursor: string | null = '';
      while (cursor !== null && found.size < hashes.size) {
        const query = new URLSearchParams({ limit: `${PAGE}`, ...(cursor && { cursor }) });
        const Documents = listOf(DocumentView.pick({ sha256: true }));
        const page: z.infer<typeof Documents> = await answer(Documents, await call('GET', `api/v1/documents?${query}`));
        for (const { sha256 } of page.items) if (hashes.has(sha256)) found.add(sha256);
        cursor = page.next;
      }
      return found;
    },
  };
};
