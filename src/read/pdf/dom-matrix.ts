/** pdf-parse's pdfjs wants this class as soon as it loads; only drawing, which no reader does, ever uses it. */
if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: class DOMMatrix {} });
