import express, { type Express } from 'express';
import type { Logger } from 'pino';
import type { Accounts, Service } from '../app/index.ts';
import { accessLog } from './access-log.ts';
import { mount } from './adapter.ts';
import { docs } from './docs.ts';
import { errors, notFound } from './errors.ts';
import { createMetrics } from './metrics.ts';
import { openApiDocument } from './openapi.ts';
import { pages } from './pages.ts';
import { requestId } from './request-id.ts';
import { type Resumable, resumableUploads } from './resumable.ts';
import { routes } from './routes/index.ts';
import { headers, sameOriginWrites, uploadLimit } from './security.ts';

export interface AppOptions {
  service: Service;
  accounts: Accounts;
  log: Logger;
  version: string;
  /** Folder of the built web page. */
  webRoot: string;
  /** For each client address that is not this machine's own. */
  uploadsPerMinute: number;
  /** Where uploads in pieces are kept until they are whole. */
  resumable: Resumable;
  /** Aborts when the server is asked to stop: event streams end, readiness says so. */
  stop: AbortSignal;
}

/** The Express application over a service. */
export const createApp = ({
  service,
  accounts,
  log,
  version,
  webRoot,
  uploadsPerMinute,
  resumable,
  stop,
}: AppOptions): Express => {
  const metrics = createMetrics();
  const openapi = openApiDocument(routes, version);
  const context = {
    service,
    accounts,
    metrics,
    version,
    resumable: resumableUploads(resumable, service),
    stopping: () => stop.aborted,
    openapi: () => openapi,
  };

  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  // A reverse proxy on the same machine may say who the client is; nobody else may.
  app.set('trust proxy', 'loopback');

  app.use(requestId, accessLog(log, metrics), headers(), sameOriginWrites);
  app.use(mount(routes, context, { upload: uploadLimit(uploadsPerMinute), stop }));
  app.use('/docs', docs());
  app.use(pages(webRoot));
  app.use(notFound, errors(log));
  return app;
};
