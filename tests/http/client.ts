import { setTimeout as sleep } from 'node:timers/promises';
import { problemCodesOf } from '../../src/http/openapi.ts';
import { kindOf } from '../../src/http/problem.ts';
import type { Route } from '../../src/http/route.ts';
import { routes } from '../../src/http/routes/index.ts';
import { type DocumentView, ProblemDetails } from '../../src/model/index.ts';

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what it is, the declared schema has checked
  json: any;
}

const pattern = ({ path }: Route): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);

const routeOf = (method: string, path: string): Route | undefined =>
  routes.find((route) => route.method === method.toLowerCase() && pattern(route).test(path));

const mediaType = (headers: Headers): string => (headers.get('content-type') ?? '').split(';')[0] as string;

/** Problem codes any address may answer, whatever its route declares. */
const ANYWHERE = new Set(['route_not_found', 'method_not_allowed']);

const checkProblem = ({ status, headers, json }: Reply, route: Route | undefined): void => {
  if (mediaType(headers) !== 'application/problem+json')
    throw new Error(`${status} is no problem: ${mediaType(headers)}`);
  const problem = ProblemDetails.parse(json);
  const declared = new Set<string>(route ? problemCodesOf(route) : []);
  if (!declared.has(problem.code) && !ANYWHERE.has(problem.code)) throw new Error(`${problem.code} is not declared`);
  if (problem.status !== status || kindOf(problem.code as Parameters<typeof kindOf>[0]).status !== status) {
    throw new Error(`${problem.code} came with ${status}`);
  }
};

/** Throws where an answer is not what its route declares; how every answer of the suite is checked. */
const check = (reply: Reply, route: Route | undefined): void => {
  const declared = route?.answers[reply.status];
  if (!declared) {
    checkProblem(reply, route);
    return;
  }
  const types = (declared.types ?? (declared.schema ? ['application/json'] : [])).map((type) => type.split(';')[0]);
  if (types.length > 0 && !types.includes(mediaType(reply.headers)))
    throw new Error(`undeclared ${mediaType(reply.headers)}`);
  declared.schema?.parse(reply.json);
};

export const client = (url: string) => {
  const call = async (method: string, path: string, init: RequestInit = {}): Promise<Reply> => {
    const response = await fetch(url + path, { method, ...init });
    const text = await response.text();
    // A HEAD has no body to check, whatever it answers.
    if (method === 'HEAD') return { status: response.status, headers: response.headers, text, json: null };
    const json = /json$/.test(mediaType(response.headers)) && text !== '' ? JSON.parse(text) : null;
    const reply = { status: response.status, headers: response.headers, text, json };
    check(reply, routeOf(method, new URL(path, url).pathname));
    return reply;
  };
  const get = (path: string, headers: Record<string, string> = {}) => call('GET', path, { headers });
  const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
    call(method, path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });

  type File = [name: string, content: string | Uint8Array<ArrayBuffer>];
  const upload = (files: File[], batch?: string) => {
    const form = new FormData();
    if (batch) form.append('batch', batch);
    for (const [name, content] of files) form.append('file', new Blob([content]), name);
    return call('POST', '/api/v1/documents', { body: form });
  };

  /** The document when it is through. */
  const settled = async (id: string): Promise<DocumentView> => {
    for (;;) {
      const { json } = await get(`/api/v1/documents/${id}?lang=en`);
      if (json.status !== 'queued' && json.status !== 'processing') return json;
      await sleep(100);
    }
  };
  return { url, call, get, send, upload, settled };
};

export type Client = ReturnType<typeof client>;
