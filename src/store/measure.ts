import { createHash } from 'node:crypto';
import { ReadError } from '../model/index.ts';

/** Lets bytes through while it counts and hashes them; throws ReadError `too_large` at the first one past `limit`. */
export const measure = (limit: number) => {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    through: async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > limit) throw new ReadError('too_large', `more than ${limit} bytes`);
        hash.update(chunk);
        yield chunk;
      }
    },
    /** Of all that went through; once, at the end. */
    result: () => ({ sha256: hash.digest('hex'), bytes }),
  };
};
