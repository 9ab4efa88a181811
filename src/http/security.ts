import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { Problem } from './problem.ts';

/** Nothing from elsewhere and no inline script; pages are drawn by pdf.js, which needs blobs and a worker. */
export const headers = (): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // React and Swagger UI set style attributes.
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // On plain http (the embedded size) this header means nothing; behind TLS the proxy sets it.
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  });

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Sec-Fetch-Site says it outright, but browsers send it to trustworthy addresses only; Origin goes everywhere. */
const fromElsewhere = (request: Request): boolean => {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = request.get('origin');
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.host);
};

/** Browsers say where a request comes from: pages of other origins may read links, but change nothing here. */
export const sameOriginWrites: RequestHandler = (request, _response, next) => {
  if (!SAFE.has(request.method) && fromElsewhere(request)) throw new Problem('cross_site');
  next();
};

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** `perMinute` uploads for each client address; none counted from this machine itself. */
export const uploadLimit = (perMinute: number): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: ({ ip = '' }) => ipKeyGenerator(ip),
    skip: ({ ip = '' }) => LOOPBACK.test(ip),
    handler: () => {
      throw new Problem('too_many_requests', { headers: { 'Retry-After': '60' } });
    },
  });
