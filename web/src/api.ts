import type {
  ArchiveMember,
  DocumentStatus,
  DocumentView,
  ListOf,
  ReportRecord,
  SubmittedDocument,
} from '../../src/model/index.ts';
import type { Language } from './i18n/codes.ts';

const BASE = '/api/v1';

/** Told to the window when an answer says that nobody is signed in (any more). */
export const SIGNED_OUT = 'ansinh:signed-out';

/** An answer that was not 2xx. `sentence` is the server's own, where it gave one. */
export class ApiError extends Error {
  readonly status: number;
  readonly sentence: string | null;
  constructor(status: number, sentence: string | null) {
    super(sentence ?? `HTTP ${status}`);
    this.status = status;
    this.sentence = sentence;
    // Whichever request meets it first: all of them end here.
    if (status === 401) dispatchEvent(new Event(SIGNED_OUT));
  }
}

/** What happened and what to do, of a problem details body (RFC 9457). */
export function sentenceOf(problem: unknown): string | null {
  if (typeof problem !== 'object' || problem === null) return null;
  const { title, detail } = problem as Record<string, unknown>;
  const said = [title, detail].filter((part) => typeof part === 'string');
  return said.length > 0 ? said.join(' ') : null;
}

async function request<T>(path: string, language: Language, init: RequestInit = {}): Promise<T> {
  const headers = { accept: 'application/json', 'accept-language': language };
  const response = await fetch(BASE + path, { ...init, headers });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ApiError(response.status, sentenceOf(body));
  return body as T;
}

export const listDocuments = (
  query: { status: DocumentStatus | null; cursor: string | null },
  language: Language,
  signal: AbortSignal,
): Promise<ListOf<DocumentView>> => {
  const search = new URLSearchParams();
  if (query.status) search.set('status', query.status);
  if (query.cursor) search.set('cursor', query.cursor);
  return request(`/documents?${search}`, language, { signal });
};

export const getDocument = (id: string, language: Language, signal: AbortSignal): Promise<DocumentView> =>
  request(`/documents/${encodeURIComponent(id)}`, language, { signal });

/** Every file of an archive, page after page. */
export async function listMembers(id: string, language: Language, signal: AbortSignal): Promise<ArchiveMember[]> {
  const members: ArchiveMember[] = [];
  let next: string | null = null;
  do {
    const search = new URLSearchParams({ limit: '200', ...(next && { cursor: next }) });
    const page: ListOf<ArchiveMember> = await request(
      `/documents/${encodeURIComponent(id)}/members?${search}`,
      language,
      { signal },
    );
    members.push(...page.items);
    next = page.next;
  } while (next);
  return members;
}

export const getRecord = (id: string, language: Language, signal: AbortSignal): Promise<ReportRecord> =>
  request(recordAddress(id).slice(BASE.length), language, { signal });

export const extractAgain = (id: string, language: Language): Promise<unknown> =>
  request(`/documents/${encodeURIComponent(id)}/extract`, language, { method: 'POST' });

export const recordAddress = (id: string): string => `${BASE}/documents/${encodeURIComponent(id)}/record`;
export const csvAddress = (id: string): string => `${BASE}/export?format=csv&document=${encodeURIComponent(id)}`;
export const fileAddress = (id: string): string => `${BASE}/documents/${encodeURIComponent(id)}/file`;
/** A PDF of the pages of a picture file. */
export const pagesAddress = (id: string): string => `${BASE}/documents/${encodeURIComponent(id)}/pages.pdf`;

/** Sends one file; XMLHttpRequest, because fetch does not tell how far an upload is. */
export function upload(
  file: File,
  language: Language,
  onProgress: (share: number) => void,
): Promise<SubmittedDocument> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', `${BASE}/documents`);
    xhr.responseType = 'json';
    xhr.setRequestHeader('accept-language', language);
    xhr.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    xhr.onerror = () => reject(new ApiError(0, null));
    xhr.onload = () => {
      const [document] = (xhr.response as { documents?: SubmittedDocument[] } | null)?.documents ?? [];
      if (xhr.status < 300 && document) resolve(document);
      else reject(new ApiError(xhr.status, sentenceOf(xhr.response)));
    };
    const form = new FormData();
    form.append('file', file, file.name);
    xhr.send(form);
  });
}
