import type { Raster } from '../image/raster.ts';
import type { Render } from './picture.ts';

/** Draws pages of a PDF with PDFium, in WebAssembly; it is loaded with the first page. */
export function renderer(bytes: Uint8Array): { render: Render; close: () => Promise<void> } {
  let opened: ReturnType<typeof open> | null = null;
  return {
    render: async (page, dpi) => {
      opened ??= open(bytes);
      const { document } = await opened;
      const drawn = await document.getPage(page - 1).render({ scale: dpi / 72, render: 'bitmap', colorSpace: 'Gray' });
      return { width: drawn.width, height: drawn.height, data: drawn.data } satisfies Raster;
    },
    close: async () => {
      const found = await opened?.catch(() => null);
      found?.document.destroy();
      found?.library.destroy();
    },
  };
}

async function open(bytes: Uint8Array) {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  return { library, document: await library.loadDocument(bytes) };
}
