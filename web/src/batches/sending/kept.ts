/** A folder that this browser has begun to send: enough to go on, or to ask for it by its name. */
export interface Kept {
  batch: string;
  name: string;
  handle: FileSystemDirectoryHandle | null;
  /** Files that the ledger has not been told of yet. */
  unannounced: number;
}

const STORE = 'folders';

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open('ansinh.batches', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'batch' });
  return asked(request);
}

async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  try {
    const database = await opened();
    try {
      return await asked(ask(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  } catch {
    return null; // a private window keeps nothing: the folder is then chosen again
  }
}

export const keep = (folder: Kept): Promise<unknown> =>
  inStore('readwrite', (store) => store.put(folder)).then(
    // A browser that cannot keep a folder still keeps its name and what is left of it.
    (done) => done ?? inStore('readwrite', (store) => store.put({ ...folder, handle: null })),
  );
export const keptOf = async (batch: string): Promise<Kept | null> =>
  (await inStore<Kept | undefined>('readonly', (store) => store.get(batch))) ?? null;
export const forget = (batch: string): Promise<unknown> => inStore('readwrite', (store) => store.delete(batch));
