import type {
  AnnouncedFile,
  Batch,
  BatchAction,
  BatchFile,
  BatchFileState,
  NewBatch,
  NewExtraction,
} from '../../../src/model/batch.ts';
import type { ListOf, Upload } from '../../../src/model/index.ts';
import { ApiError, sentenceOf } from '../api.ts';
import type { Language } from '../i18n/codes.ts';

const BATCHES = '/api/v1/batches';
export const UPLOADS = '/api/v1/uploads';

/** A refusal that may name the seconds after which to ask again, and has a code for programs. */
export class Refusal extends ApiError {
  readonly code: string | null;
  readonly after: number | null;
  constructor(status: number, problem: unknown, after: string | null) {
    super(status, sentenceOf(problem));
    this.code = (problem as { code?: string } | null)?.code ?? null;
    this.after = after && /^\d+$/.test(after) ? Number(after) : null;
  }
}

interface Asked {
  body?: unknown;
  form?: FormData;
  signal?: AbortSignal;
}

async function ask<T>(path: string, language: Language, { body, form, signal }: Asked = {}): Promise<T> {
  const headers = {
    accept: 'application/json',
    'accept-language': language,
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  const sent = form ?? (body === undefined ? undefined : JSON.stringify(body));
  const init = { headers, ...(sent && { method: 'POST', body: sent }), ...(signal && { signal }) };
  const response = await fetch(path, init);
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new Refusal(response.status, answer, response.headers.get('retry-after'));
  return answer as T;
}

export const batchAddress = (id: string): string => `/batches/${encodeURIComponent(id)}`;
const at = (id: string): string => `${BATCHES}/${encodeURIComponent(id)}`;
export const reportAddress = (id: string, language: Language): string => `${at(id)}/report.csv?lang=${language}`;
/** A browser's EventSource sends no headers, so the language stands in the address. */
export const eventsAddress = (id: string, language: Language): string => `${at(id)}/events?lang=${language}`;

export const listBatches = (cursor: string | null, language: Language, signal: AbortSignal): Promise<ListOf<Batch>> =>
  ask(cursor ? `${BATCHES}?cursor=${encodeURIComponent(cursor)}` : BATCHES, language, { signal });

export const getBatch = (id: string, language: Language, signal?: AbortSignal): Promise<Batch> =>
  ask(at(id), language, signal ? { signal } : {});
export const createBatch = (batch: NewBatch, language: Language): Promise<Batch> =>
  ask(BATCHES, language, { body: batch });
export const actOn = (id: string, action: BatchAction, language: Language): Promise<Batch> =>
  ask(`${at(id)}/actions`, language, { body: action });
export const extractBelow = (extraction: NewExtraction, language: Language): Promise<Batch> =>
  ask('/api/v1/extractions', language, { body: extraction });

export interface FileQuery {
  state: BatchFileState | null;
  code: string | null;
}

export function listFiles(
  id: string,
  { state, code }: FileQuery,
  cursor: string | null,
  language: Language,
  signal: AbortSignal,
): Promise<ListOf<BatchFile>> {
  const search = new URLSearchParams({ limit: '200' });
  if (state) search.set('state', state);
  if (code) search.set('code', code);
  if (cursor) search.set('cursor', cursor);
  return ask(`${at(id)}/files?${search}`, language, { signal });
}

export const announce = async (
  id: string,
  files: AnnouncedFile[],
  language: Language,
  signal: AbortSignal,
): Promise<BatchFile[]> =>
  (await ask<{ files: BatchFile[] }>(`${at(id)}/files`, language, { body: { files }, signal })).files;

export function submit(
  batch: string,
  { path, file }: { path: string; file: File },
  language: Language,
  signal: AbortSignal,
): Promise<Upload> {
  const form = new FormData();
  form.append('batch', batch); // before the file: it is taken as it comes
  form.append('file', file, path);
  return ask('/api/v1/documents', language, { form, signal });
}
