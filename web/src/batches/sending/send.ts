import { DetailedError, Upload as TusUpload } from 'tus-js-client';
import type { Language } from '../../i18n/codes.ts';
import { Refusal, submit, UPLOADS } from '../api.ts';
import type { Found } from './walk.ts';

/** A file whose hash the ledger knows and whose bytes it awaits. */
export interface Announced extends Found {
  sha256: string;
}

/** The file is gone, or no longer as it was when it was hashed. */
export class Unreadable extends Error {}

/** Above this a file goes in pieces, and goes on where it was after any interruption. */
const LARGE = 8 * 1024 * 1024;
const PIECE = 4 * 1024 * 1024;
/** A form's file name knows no such letters: browsers write other ones in their place. */
const UNSAFE = /["\r\n]/;

const isReadable = (file: File): Promise<boolean> =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );

function inPieces(
  batch: string,
  { path, file, sha256 }: Announced,
  language: Language,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const upload = new TusUpload(file, {
      endpoint: UPLOADS,
      metadata: { filename: path, batch },
      headers: { 'accept-language': language },
      chunkSize: PIECE,
      // The sender waits and asks again itself: one clock for all its files.
      retryDelays: null,
      fingerprint: async () => `ansinh:${batch}:${sha256}`,
      removeFingerprintOnSuccess: true,
      onProgress: onSent,
      onSuccess: () => resolve(),
      onError: (error) => reject(refusalOf(error)),
    });
    signal.addEventListener('abort', () => {
      void upload.abort();
      reject(signal.reason);
    });
    void upload.findPreviousUploads().then(([previous]) => {
      if (signal.aborted) return;
      if (previous) upload.resumeFromPreviousUpload(previous);
      upload.start();
    });
  });
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};

const refusalOf = (error: Error): Error => {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (!response) return new Refusal(0, null, null);
  return new Refusal(response.getStatus(), parsed(response.getBody()), response.getHeader('retry-after') ?? null);
};

/** Sends one file. Throws Unreadable, or what the server said, with status 0 where it said nothing. */
export async function send(
  batch: string,
  one: Announced,
  language: Language,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<void> {
  try {
    if (one.file.size > LARGE || UNSAFE.test(one.path)) await inPieces(batch, one, language, signal, onSent);
    else await submit(batch, one, language, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Refusal && error.status !== 0) throw error;
    // A browser says the same of a file that cannot be read and of a server that cannot be reached.
    if (!(await isReadable(one.file))) throw new Unreadable();
    throw error instanceof Refusal ? error : new Refusal(0, null, null);
  }
}
