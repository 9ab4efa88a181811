import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

const NOT_BUILT = `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>ansinh</title></head>
<body>
<p>Trang web chưa được dựng. Hãy chạy <code>npm run build</code> trong thư mục của ansinh rồi tải lại trang này.</p>
<p lang="en">The web page has not been built. Run <code>npm run build</code> in ansinh's folder and reload. The API works: <a href="/docs">/docs</a>.</p>
</body>
</html>
`;

/** Below these, an unknown address is an error for a program to see, never the page. */
const RESERVED = /^\/(api|docs|health|metrics)(\/|$)/;

/** Addresses of the single-page application look like names, not like files. */
const isPageAddress = (path: string): boolean => !RESERVED.test(path) && !/\.[^/]*$/.test(path);

/**
 * The built web page in `root`. Files under /assets have their hash in their name and never change; the page
 * itself is asked for anew each time, and answers for every address that is not a file.
 */
export const pages = (root: string): Router => {
  const index = join(root, 'index.html');
  const page: RequestHandler = (request, response, next) => {
    if (!isPageAddress(request.path) || !request.accepts('html')) return next();
    if (!existsSync(index)) {
      response.status(503).type('html').set('Cache-Control', 'no-store').send(NOT_BUILT);
      return;
    }
    response.sendFile('index.html', { root, headers: { 'Cache-Control': 'no-cache' }, cacheControl: false });
  };
  const router = Router();
  router.use('/assets', express.static(join(root, 'assets'), { index: false, immutable: true, maxAge: '1y' }));
  router.use(express.static(root, { index: false, maxAge: '1h' }));
  router.get('/{*address}', page);
  return router;
};
