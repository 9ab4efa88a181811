import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** `npx vite web` develops against a service on PORT; the build is served by that service itself. */
const service = `http://127.0.0.1:${process.env.PORT ?? 3000}`;

/** Files that pdf.js asks for by their name while it draws (viewer/pdf.ts), at /pdfjs/FOLDER/NAME. */
const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const PDF_FILES = { wasm: /_nowasm_fallback\.js$|^LICENSE/, standard_fonts: /./, cmaps: /./ };

const pdfFiles = (): Plugin => {
  const files = new Map(
    Object.entries(PDF_FILES).flatMap(([folder, wanted]) =>
      readdirSync(join(PDFJS, folder))
        .filter((name) => wanted.test(name))
        .map((name) => [`pdfjs/${folder}/${name}`, join(PDFJS, folder, name)]),
    ),
  );
  return {
    name: 'pdf-files',
    generateBundle() {
      for (const [fileName, path] of files) this.emitFile({ type: 'asset', fileName, source: readFileSync(path) });
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const path = files.get((request.url ?? '').slice(1));
        if (!path) return next();
        if (path.endsWith('.js')) response.setHeader('Content-Type', 'text/javascript');
        response.end(readFileSync(path));
      });
    },
  };
};

export default defineConfig({
  plugins: [react(), pdfFiles()],
  // A strict Content-Security-Policy forbids inline modules and data: scripts, so nothing is inlined.
  build: { target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': service, '/docs': service } },
});
