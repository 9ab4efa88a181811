import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Above this a file is hashed as it is read, so that two workers never hold more than a few of these. */
const WHOLE = 32 * 1024 * 1024;
/** Browsers keep their own SHA-256 from pages that came by plain http, as in an office's network. */
const own = (globalThis.crypto as Crypto | undefined)?.subtle;

async function streamed(file: File): Promise<Uint8Array> {
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += WHOLE / 4) {
    hash.update(new Uint8Array(await file.slice(at, at + WHOLE / 4).arrayBuffer()));
  }
  return hash.digest();
}

const whole = async (file: File, subtle: SubtleCrypto): Promise<Uint8Array> =>
  new Uint8Array(await subtle.digest('SHA-256', await file.arrayBuffer()));

addEventListener('message', async ({ data: file }: MessageEvent<File>) => {
  try {
    postMessage(bytesToHex(await (own && file.size <= WHOLE ? whole(file, own) : streamed(file))));
  } catch {
    postMessage(null);
  }
});
