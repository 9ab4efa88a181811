import { inflateSync } from 'node:zlib';
import type { Word } from '../app/index.ts';
import { PageWords } from '../model/index.ts';

/** A page of ten thousand words is a megabyte. */
const LARGEST = 64 * 1024 * 1024;
/** As JSON.stringify begins a list; zlib's own first byte is another (RFC 1950, 2.2). */
const PLAIN = '['.charCodeAt(0);

/**
 * The words of a page as the pipeline packed them, or as JSON, as they were stored before. None of what cannot be words: they come out of a process that
 * has worked on hostile bytes.
 */
export const unpackWords = (packed: Uint8Array): Word[] => {
  try {
    const json = packed[0] === PLAIN ? Buffer.from(packed) : inflateSync(packed, { maxOutputLength: LARGEST });
    return PageWords.shape.words.parse(JSON.parse(json.toString('utf8')));
  } catch {
    return [];
  }
};
