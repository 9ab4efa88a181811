/** Headers of a file that came from somebody: never shown in place, and without rights should a browser do it after all. */
export const asFile = (filename: string, mediaType: string, bytes: number) => ({
  'Content-Type': mediaType,
  'Content-Length': String(bytes),
  'Content-Disposition': attachment(filename),
  'Cache-Control': 'private, no-cache',
  'Content-Security-Policy': "default-src 'none'; sandbox",
});

/** `Content-Disposition: attachment` with an ASCII name and the full one (RFC 6266, RFC 8187). */
export const attachment = (filename: string): string => {
  const ascii = filename
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  // RFC 8187 attr-char is narrower than what encodeURIComponent leaves alone.
  const encoded = encodeURIComponent(filename.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};
