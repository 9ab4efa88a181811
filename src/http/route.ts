import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Accounts, Caller, Language, Service } from '../app/index.ts';
import type { AccountRole, Me } from '../model/index.ts';
import type { Metrics } from './metrics.ts';
import type { ProblemCode } from './problem.ts';
import type { ResumableUploads } from './resumable.ts';

/** A request as handlers see it: parsed against the route's own declarations, of no framework. */
export interface Request<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  language: Language;
  /** Who asks. */
  me: Me;
  /** The same as the accounts want to know it. */
  caller: Caller;
  /** `me` as the history, a claim and a second review name a person. */
  who: string;
  header(name: string): string | undefined;
  /** The raw body, for routes that declare `multipart`. */
  content: Readable;
  /** Aborts when the client has gone or the server stops. */
  signal: AbortSignal;
}

/** A string, bytes or a stream is sent as it is, anything else as JSON. */
export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string | string[]>;
}

/** What handlers may use beside the request. */
export interface Context {
  service: Service;
  accounts: Accounts;
  metrics: Metrics;
  version: string;
  resumable: ResumableUploads;
  /** True from the moment the server is asked to stop. */
  stopping(): boolean;
  /** The OpenAPI document of all routes. */
  openapi(): object;
}

export interface DeclaredAnswer {
  description: string;
  /** The body; without one, and without `types`, the answer has no body. */
  schema?: z.ZodType;
  /** Media types of the body; `application/json` where only `schema` is given. */
  types?: string[];
  headers?: Record<string, string>;
}

export interface Route<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
> {
  id: string;
  method: 'get' | 'post' | 'patch' | 'head' | 'delete';
  /** As OpenAPI writes it: `/documents/{id}`. */
  path: string;
  tag: 'documents' | 'figures' | 'review' | 'batches' | 'accounts' | 'service';
  summary: string;
  params?: P;
  query?: Q;
  /** The JSON body. */
  body?: B;
  /** The JSON body is a list of many things: up to 8 MB of it are read, else 1 MB. */
  largeBody?: boolean;
  /** The fields of a multipart body, which the handler reads from `content` itself. */
  multipart?: z.ZodObject;
  /** Request headers the route looks at, each with what it is for. */
  requestHeaders?: Record<string, string>;
  answers: Record<number, DeclaredAnswer>;
  problems?: ProblemCode[];
  /** It begins an upload: of these a client may begin so many a minute. */
  uploads?: boolean;
  /** The role that it needs, by default the first: any signed-in person may. */
  role?: AccountRole;
  /** Nobody need sign in for it; `me` is then nobody in particular. */
  open?: boolean;
  /** Whoever signed in by a one-time password may call it before they have chosen their own. */
  beforeOwnPassword?: boolean;
  handle(request: Request<z.output<P>, z.output<Q>, z.output<B>>, context: Context): Answer | Promise<Answer>;
}

/** Declares a route; the types of its handler follow from its schemas. */
export const route = <P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  declaration: Route<P, Q, B>,
): Route => declaration as unknown as Route;
