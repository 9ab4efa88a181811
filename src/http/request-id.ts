import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

declare global {
  namespace Express {
    interface Locals {
      /** The id under which the log has the request. */
      requestId: string;
      /** The declared path of the route that answered, for metrics. */
      route?: string;
    }
  }
}

/** Takes a proxy's X-Request-Id or makes one, and answers it. */
export const requestId: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id');
  response.locals.requestId = given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
  response.set('X-Request-Id', response.locals.requestId);
  next();
};
