import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npx vite web` develops against a service on PORT; the build is served by that service itself. */
const service = `http://127.0.0.1:${process.env.PORT ?? 3000}`;

export default defineConfig({
  plugins: [react()],
  // A strict Content-Security-Policy forbids inline modules and data: scripts, so nothing is inlined.
  build: { target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': service, '/docs': service } },
});
