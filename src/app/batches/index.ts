import { randomUUIDv7 } from 'node:crypto';
import type { AnnouncedFile, Batch, BatchAction, BatchFile } from '../../model/index.ts';
import type { Context } from '../context.ts';
import { BatchCursor, BatchFileCursor, decodeCursor, page, pageSize } from '../cursor.ts';
import { RefusedRequest } from '../errors.ts';
import type { LedgerBatch, LedgerFile } from '../ports.ts';
import type { Language, Service } from '../service.ts';
import { enqueue } from '../submit.ts';
import { begin } from './begin.ts';
import { batchOf, fileOf } from './view.ts';
import { watch } from './watch.ts';

const NOTHING_GIVEN = { place: null, year: null };
const PAGE = 500;

const HELD = { pause: 'paused', resume: null, cancel: 'cancelled' } as const;

type Methods =
  | 'createBatch'
  | 'batch'
  | 'batchExists'
  | 'finishedUpload'
  | 'batches'
  | 'announce'
  | 'batchFiles'
  | 'everyBatchFile'
  | 'actOnBatch'
  | 'extractBelow'
  | 'watchBatch';

/** Many files at once: each is a row of the ledger from the moment it is announced. */
export const batches = (context: Context): Pick<Service, Methods> => {
  const { ledger } = context;

  const batch = async (id: string, language: Language): Promise<Batch | null> => {
    const found = await ledger.batch(id);
    return found && batchOf(found, language);
  };
  const known = async (id: string, language: Language): Promise<Batch> =>
    batchOf((await ledger.batch(id)) as LedgerBatch, language);

  const act = async (id: string, action: BatchAction): Promise<void> => {
    if (action.action === 'retry') await ledger.retry(id, action.code ?? null);
    else await ledger.hold(id, HELD[action.action]);
    if (action.action === 'retry' || action.action === 'resume') void begin(context, id);
  };

  /** Nobody need send what will not be taken. */
  const refuseTooLarge = async (id: string, files: AnnouncedFile[], standing: LedgerFile[]): Promise<boolean> => {
    const large = files.filter(({ bytes }, i) => bytes > context.limits.uploadBytes && standing[i]?.awaited);
    for (const { path } of large) await ledger.refuse(id, path, 'too_large');
    return large.length > 0;
  };

  async function* everyFile(id: string, language: Language): AsyncGenerator<BatchFile> {
    let files: LedgerFile[];
    let after = 0;
    do {
      files = await ledger.batchFiles(id, { after, limit: PAGE });
      for (const file of files) yield fileOf(file, language);
      after = files.at(-1)?.sequence ?? after;
    } while (files.length === PAGE);
  }

  return {
    createBatch: async ({ name, key = null, given = NOTHING_GIVEN }, language) => {
      const { id, created } = await ledger.createBatch({ id: randomUUIDv7(), name, key, given });
      return { batch: await known(id, language), created };
    },

    batch,
    batchExists: (id) => ledger.batchExists(id),
    finishedUpload: (upload) => ledger.finishedUpload(upload),

    batches: async ({ cursor, limit, language }) => {
      const size = pageSize(limit);
      const after = cursor === undefined ? {} : { after: decodeCursor(BatchCursor, cursor)[0] };
      const rows = await ledger.batches({ limit: size + 1, ...after });
      const { items, next } = page(rows, size, ({ id }) => [id]);
      return { items: items.map((item) => batchOf(item, language)), next };
    },

    announce: async (id, files, language) => {
      if (!(await ledger.batchExists(id))) return null;
      const announced = await ledger.announce(id, files);
      if (announced.begin.length > 0) await enqueue(context, ...announced.begin);
      const refused = await refuseTooLarge(id, files, announced.files);
      const standing = refused ? (await ledger.announce(id, files)).files : announced.files;
      return standing.map((file) => fileOf(file, language));
    },

    batchFiles: async (id, { state, code, cursor, limit, language }) => {
      if (!(await ledger.batchExists(id))) return null;
      const size = pageSize(limit);
      const rows = await ledger.batchFiles(id, {
        limit: size + 1,
        ...(state !== undefined && { state }),
        ...(code !== undefined && { code }),
        ...(cursor !== undefined && { after: decodeCursor(BatchFileCursor, cursor)[0] }),
      });
      const { items, next } = page(rows, size, ({ sequence }) => [sequence]);
      return { items: items.map((file) => fileOf(file, language)), next };
    },

    everyBatchFile: async (id, language) => ((await ledger.batchExists(id)) ? everyFile(id, language) : null),

    actOnBatch: async (id, action, language) => {
      if (!(await ledger.batchExists(id))) return null;
      await act(id, action);
      return known(id, language);
    },

    extractBelow: async ({ below, batch: of = null, name }, language) => {
      if (of !== null && !(await ledger.batchExists(of))) throw new RefusedRequest('unknown_batch');
      const id = randomUUIDv7();
      await ledger.extractBelow({ id, name: name ?? `Trích xuất lại các bản trước ${below}` }, below, of);
      void begin(context, id);
      return known(id, language);
    },

    watchBatch: (id, language, signal) => watch(() => batch(id, language), signal),
  };
};
