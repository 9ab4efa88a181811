import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import type { Language } from '../app/index.ts';
import { type Me, whoIs } from '../model/index.ts';
import { admit, callerOf, NOBODY } from './admit.ts';
import { LANGUAGES, languageOf, localeError } from './language.ts';
import { Problem } from './problem.ts';
import type { Answer, Context, Route } from './route.ts';
import { storable } from './storable.ts';

export interface Guards {
  /** Runs before every upload. */
  upload: RequestHandler;
  /** Aborts when the server stops. */
  stop: AbortSignal;
}

type Part = 'params' | 'query' | 'body';

const UNSTORABLE = { path: [], code: 'invalid_text', message: 'U+0000 or half a surrogate pair' };

/** Throws Problem `invalid_request` with one issue for each thing wrong. */
const parse = (part: Part, schema: z.ZodType, input: unknown, language: Language): unknown => {
  const result = schema.safeParse(input, { error: localeError(language) });
  if (result.success && storable(input)) return result.data;
  // An id that could not be one of ours is an unknown id.
  if (part === 'params') throw new Problem('not_found');
  const issues = (result.error?.issues ?? [UNSTORABLE]).map(({ path, message, code }) => ({
    in: part,
    path: path.join('.'),
    code,
    message,
  }));
  throw new Problem('invalid_request', { extra: { issues } });
};

const None = z.object({});
const Lang = { lang: z.enum(LANGUAGES).optional() };

/** Strict, so that a misspelt filter is an error and not "everything". */
const querySchema = ({ query }: Route): z.ZodType =>
  z
    .strictObject({ ...(query ?? None).shape, ...Lang })
    .transform(({ lang: _lang, ...rest }: Record<string, unknown>) => rest);

const acceptable = (request: Request, route: Route): void => {
  const answers = Object.entries(route.answers).filter(([status]) => status < '300');
  const types = answers.flatMap(([, { types, schema }]) => types ?? (schema ? ['application/json'] : []));
  const plain = types.map((type) => type.split(';')[0] as string);
  const wide = plain.some((type) => type.endsWith('+json')) ? [...plain, 'application/json'] : plain;
  if (plain.length > 0 && request.accepts(wide) === false) {
    throw new Problem('not_acceptable', { params: { types: plain.join(', ') } });
  }
};

const goneSignal = (response: Response): AbortSignal => {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
};

/** Streams with back-pressure; a source that fails half-way cuts the connection, so that no one takes a part for the whole. */
const sendStream = async (request: Request, response: Response, body: Readable): Promise<void> => {
  if (request.method === 'HEAD') {
    body.destroy();
    response.end();
    return;
  }
  response.flushHeaders();
  await pipeline(body, response);
};

const send = async (request: Request, response: Response, { status, body, headers = {} }: Answer): Promise<void> => {
  response.status(status).set(headers);
  if (body instanceof Readable) await sendStream(request, response, body);
  else if (body === undefined) response.end();
  else if (typeof body === 'string' || Buffer.isBuffer(body)) response.send(body);
  else response.json(body);
};

const handler = (route: Route, context: Context, { stop }: Guards): RequestHandler => {
  const query = querySchema(route);
  return async (request, response) => {
    const language = languageOf(request);
    response.locals.route = route.path;
    acceptable(request, route);
    const me: Me = response.locals.me ?? NOBODY;
    const answer = await route.handle(
      {
        params: parse('params', route.params ?? None, request.params, language) as Record<string, unknown>,
        query: parse('query', query, request.query, language) as Record<string, unknown>,
        body: route.body && parse('body', route.body, request.body, language),
        language,
        me,
        who: whoIs(me),
        caller: callerOf(request),
        header: (name) => request.get(name),
        content: request,
        signal: AbortSignal.any([goneSignal(response), stop]),
      },
      context,
    );
    response.set('Content-Language', language).vary('Accept-Language');
    await send(request, response, answer);
  };
};

const expressPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** express.json() lets other types pass with an empty body: they are refused instead. */
const jsonOnly: RequestHandler = (request, _response, next) => {
  if (!request.is('json')) throw new Problem('unsupported_media_type', { params: { types: 'application/json' } });
  next();
};

const before = (route: Route, { accounts }: Context, guards: Guards): RequestHandler[] => {
  const admitted = route.open ? [] : [admit(route, accounts)];
  if (route.multipart || route.uploads) return [...admitted, guards.upload];
  return route.body
    ? [...admitted, jsonOnly, express.json({ limit: route.largeBody ? '8mb' : '1mb', strict: true })]
    : admitted;
};

/** Express handlers for the routes, and 405 for the methods their paths do not have. */
export const mount = (routes: readonly Route[], context: Context, guards: Guards): Router => {
  const router = Router({ caseSensitive: true });
  for (const route of routes) {
    router[route.method](expressPath(route.path), ...before(route, context, guards), handler(route, context, guards));
  }
  for (const [path, same] of Map.groupBy(routes, (route) => route.path)) {
    const methods = same.map(({ method }) => method.toUpperCase());
    const allow = [...(methods.includes('GET') ? ['HEAD'] : []), ...methods, 'OPTIONS'].join(', ');
    router.all(expressPath(path), (request, response) => {
      response.locals.route = path;
      if (request.method !== 'OPTIONS') {
        throw new Problem('method_not_allowed', { params: { allow }, headers: { Allow: allow } });
      }
      response.set('Allow', allow).status(204).end();
    });
  }
  return router;
};
