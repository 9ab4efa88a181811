/**
 * Letters are placed here, never drawn. Where pdfjs finds no browser to set its fonts it takes the outline of every letter
 * out of its font, to draw it with; told that there is one, it leaves them.
 */
export const NO_DRAWING = {
  disableFontFace: false,
  ownerDocument: { fonts: { add: () => {}, delete: () => {} } } as never,
};

if (!('FontFace' in globalThis))
  Object.assign(globalThis, {
    FontFace: class {
      loaded = Promise.resolve();
    },
  });
