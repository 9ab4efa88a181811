import type { Blobs } from '../app/index.ts';

const AT_ONCE = 4;

/** What became of the blobs: there before, copied now, or not to be copied as what their names say. */
export interface Copied {
  kept: number;
  copied: number;
  missing: string[];
}

/** Copies blobs that `to` has not, each under the hash of what arrived. */
export const copyBlobs = async (from: Blobs, to: Blobs, names: AsyncIterable<string>): Promise<Copied> => {
  const result: Copied = { kept: 0, copied: 0, missing: [] };
  const copy = async (sha256: string): Promise<void> => {
    if (await to.has(sha256)) {
      result.kept += 1;
    } else if (!(await from.has(sha256))) {
      result.missing.push(sha256);
    } else if ((await to.put(await from.get(sha256), Number.POSITIVE_INFINITY)).sha256 === sha256) {
      result.copied += 1;
    } else {
      result.missing.push(sha256);
    }
  };
  const queue = names[Symbol.asyncIterator]();
  const work = async (): Promise<void> => {
    for (let next = await queue.next(); !next.done; next = await queue.next()) await copy(next.value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return result;
};
