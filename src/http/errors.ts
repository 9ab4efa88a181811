import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { languageOf } from './language.ts';
import { describe, kindOf, Problem, toProblem } from './problem.ts';

/** Everything no route has taken. */
export const notFound: RequestHandler = () => {
  throw new Problem('route_not_found');
};

/** Errors as problem details; the log has the cause of those we did not foresee, the answer never. */
export const errors =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, _next) => {
    const problem = toProblem(error);
    const { requestId } = response.locals;
    if (response.headersSent) {
      // The answer was under way: all that is left is to let the client see that it is not whole.
      if (!response.destroyed && !response.writableFinished) {
        log.error({ err: error, request: requestId }, 'answer cut short');
      }
      response.destroy();
      return;
    }
    if (problem.code === 'internal') log.error({ err: error, request: requestId }, 'request failed');
    const language = languageOf(request);
    for (const name of ['Content-Disposition', 'Content-Length', 'ETag']) response.removeHeader(name);
    const instance = request.originalUrl.split('?')[0] ?? '/';
    const body = JSON.stringify(describe(problem, { language, instance, request: requestId }));
    response
      .status(kindOf(problem.code).status)
      .set({ 'Cache-Control': 'no-store', 'Content-Language': language, ...problem.details.headers })
      .vary('Accept-Language')
      // Not type(): RFC 9457 registers no charset parameter.
      .setHeader('Content-Type', 'application/problem+json')
      .end(request.method === 'HEAD' ? undefined : body);
  };
