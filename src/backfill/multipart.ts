import { randomUUID } from 'node:crypto';

/** RFC 8187: every letter that could end a name or a header is written by its number. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/gu, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

/** A name with a line break in it is refused in forms. */
export const mustGoInPieces = (name: string): boolean => /[\r\n]/u.test(name);

/**
 * A form with the fields `batch` and `file`. FormData would write a quotation mark in the name as `%22`, which no server
 * takes back; the path has to arrive as it was announced.
 */
export const multipart = (
  batch: string,
  path: string,
  content: Buffer,
): { type: string; content: Uint8Array<ArrayBuffer> } => {
  const boundary = `ansinh-${randomUUID()}`;
  const head = [
    `--${boundary}`,
    'Content-Disposition: form-data; name="batch"',
    '',
    batch,
    `--${boundary}`,
    `Content-Disposition: form-data; name="file"; filename*=UTF-8''${encoded(path)}`,
    'Content-Type: application/octet-stream',
    '',
    '',
  ].join('\r\n');
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    content: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
};
