import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';

const QUIET = new Set(['/health/live', '/health/ready', '/metrics']);

/** 503 is said on purpose: a dependency is down, the page is not built. */
const levelOf = (status: number, path: string) => {
  if (status >= 500) return status === 503 ? 'warn' : 'error';
  return QUIET.has(path) ? 'debug' : 'info';
};

/** One line and one measurement a request, when its answer has gone out or its client has left. */
export const accessLog =
  (log: Logger, metrics: Metrics): RequestHandler =>
  (request, response, next) => {
    const started = performance.now();
    const { path } = request;
    response.once('close', () => {
      const ms = performance.now() - started;
      const { statusCode: status } = response;
      const complete = response.writableFinished;
      metrics.request({ method: request.method, route: response.locals.route ?? 'other', status }, ms / 1000);
      log[levelOf(status, path)](
        {
          request: response.locals.requestId,
          method: request.method,
          path,
          status,
          ms: Math.round(ms),
          client: request.ip,
          ...(complete ? {} : { aborted: true }),
        },
        'request',
      );
    });
    next();
  };
