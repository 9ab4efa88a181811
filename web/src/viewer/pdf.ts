import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import rendererAddress from 'pdfjs-dist/legacy/build/pdf.renderer.min.mjs?url';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** Why the pages of a file cannot be shown. */
export type NoPages = 'password' | 'missing' | 'damaged' | 'offline';

/** What vite.config.ts puts beside the page: fonts that files leave out, character maps, decoders of scans. */
const FILES = '/pdfjs/';

/** Pictures of more pixels than this are left out, as the server's reader does. */
const MOST_PIXELS = 1e8;

/**
 * Opens a PDF for drawing; the promise fails with what {@link noPagesOf} explains. pdf.js comes with the first one.
 * It reads and draws in workers of its own. WebAssembly is off, since the content security policy forbids it: scans
 * are decoded by the JavaScript of the same decoders. Nothing in a file is run: there is no eval in it any more (6.x).
 */
export function openPdf(address: string): { opened: Promise<PDFDocumentProxy>; close: () => void } {
  const task = import('pdfjs-dist/legacy/build/pdf.mjs').then((pdfjs) => {
    pdfjs.GlobalWorkerOptions.workerSrc = workerAddress;
    (pdfjs.GlobalWorkerOptions as { rendererSrc?: string }).rendererSrc = rendererAddress;
    return pdfjs.getDocument({
      url: address,
      verbosity: pdfjs.VerbosityLevel.ERRORS,
      useWasm: false,
      wasmUrl: `${FILES}wasm/`,
      cMapUrl: `${FILES}cmaps/`,
      standardFontDataUrl: `${FILES}standard_fonts/`,
      maxImageSize: MOST_PIXELS,
      enableXfa: false,
    });
  });
  return {
    opened: task.then(({ promise }) => promise),
    close: () => void task.then((loading) => loading.destroy()).catch(() => {}),
  };
}

export function noPagesOf(error: unknown): NoPages {
  const { name, status } = error as { name?: string; status?: number };
  if (name === 'PasswordException') return 'password';
  if (name === 'InvalidPDFException') return 'damaged';
  if (name === 'ResponseException' && (status === 404 || status === 410)) return 'missing';
  return name === 'ResponseException' || error instanceof TypeError ? 'offline' : 'damaged';
}
