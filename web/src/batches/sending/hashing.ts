/** Hashing waits for the disk as often as for the processor. */
const AT_ONCE = 2;

export interface Hashing {
  /** The file's SHA-256 in hexadecimal; null where it cannot be read, or no longer as it was. */
  hash(file: File): Promise<string | null>;
  close(): void;
}

export const HASHED_AT_ONCE = AT_ONCE;

/** Hashes files beside the page, so that it never stands still. As many may be asked at once as there are workers. */
export function startHashing(): Hashing {
  const workers = Array.from({ length: AT_ONCE }, () => {
    return new Worker(new URL('./hash.worker.ts', import.meta.url), { type: 'module' });
  });
  const idle = [...workers];
  return {
    hash: async (file) => {
      const worker = idle.pop();
      if (!worker) throw new Error('more files at once than there are workers');
      try {
        return await new Promise((resolve, reject) => {
          worker.onmessage = ({ data }: MessageEvent<string | null>) => resolve(data);
          worker.onerror = () => reject(new Error('the worker of hashes could not be started'));
          worker.postMessage(file);
        });
      } finally {
        idle.push(worker);
      }
    },
    close: () => {
      for (const worker of workers) worker.terminate();
    },
  };
}
