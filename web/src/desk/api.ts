import type {
  Agreement,
  Decided,
  Desk,
  Figure,
  HistoryEvent,
  ListOf,
  Me,
  Review,
  ReviewAction,
  ReviewedFigure,
  ReviewLayer,
  Span,
} from '../../../src/model/index.ts';
import { same } from '../../../src/model/same.ts';
import { ApiError, sentenceOf } from '../api.ts';
import type { Language } from '../i18n/codes.ts';
import { isAdd } from './state/changes.ts';
import type { Group } from './state/outbox.ts';
import type { Sent } from './state/store.ts';

const at = (document: string) => `/api/v1/documents/${encodeURIComponent(document)}`;

interface Asked {
  method?: string;
  body?: unknown;
  ifMatch?: string;
  signal?: AbortSignal;
}

async function ask(path: string, language: Language, { method = 'GET', body, ifMatch, signal }: Asked = {}) {
  const response = await fetch(path, {
    method,
    headers: {
      accept: 'application/json',
      'accept-language': language,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  return { response, answer: (await response.json().catch(() => null)) as unknown };
}

/** A refusal with its stable code; `current`: the review as it is, where it is no longer as the page has it. */
export class Refusal extends ApiError {
  readonly code: string;
  readonly current: Review | null;
  constructor(status: number, problem: unknown) {
    super(status, sentenceOf(problem));
    const { code = '', current } = (problem ?? {}) as { code?: string; current?: Review };
    this.code = code;
    this.current = code === 'review_changed' && current ? current : null;
  }
}

async function json<T>(path: string, language: Language, asked?: Asked): Promise<T> {
  const { response, answer } = await ask(path, language, asked);
  if (!response.ok) throw new Refusal(response.status, answer);
  return answer as T;
}

export const getDesk = (document: string, layer: ReviewLayer, language: Language, signal: AbortSignal): Promise<Desk> =>
  json(`${at(document)}/review?layer=${layer}`, language, { signal });

export const getMe = (language: Language): Promise<Me> => json('/api/v1/me', language);

/** Answers that say nothing of the decision itself: the service is away, starting or behind a proxy that is. */
const AWAY = new Set([0, 408, 425, 429, 500, 502, 503, 504]);

/** A connection can hang for minutes before the browser gives it up: until then nobody would be told. Milliseconds. */
const PATIENCE = 60_000;

/** Sends one group of decisions; what became of it is never an exception. */
export async function sendDecisions(document: string, group: Group, language: Language): Promise<Sent> {
  const changes = group.changes.map((change) =>
    isAdd(change) ? { add: change.add } : { figure: change.figure, etag: change.etag, patch: change.patch },
  );
  const body = { changes, layer: group.layer, ...(group.reason && { reason: group.reason }) };
  try {
    const { response, answer } = await ask(`${at(document)}/decisions`, language, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.ok) return { outcome: 'done', ...(answer as Decided) };
    if (response.status === 401) return { outcome: 'signed_out' };
    const { current } = (answer ?? {}) as { current?: ReviewedFigure[] };
    if (Array.isArray(current)) return { outcome: 'changed', current };
    if (AWAY.has(response.status)) return { outcome: 'unreachable' };
    return { outcome: 'refused', sentence: sentenceOf(answer) ?? `HTTP ${response.status}` };
  } catch {
    return { outcome: 'unreachable' };
  }
}

/** What an action rests on: whoever reviews first and whoever reviews second are not in each other's way. */
const ground = ({ action }: ReviewAction, { second, etag: _etag, ...first }: Review) =>
  action === 'start_second' || action === 'finish_second' ? second : first;

/** Does something with a report as `seen`. Throws a Refusal where that is no longer so. */
export async function actOnReview(
  document: string,
  action: ReviewAction,
  seen: Review,
  language: Language,
): Promise<Review> {
  const send = ({ etag }: Review): Promise<Review> =>
    json(`${at(document)}/review`, language, { method: 'POST', body: action, ifMatch: etag });
  try {
    return await send(seen);
  } catch (failure) {
    const current = failure instanceof Refusal ? failure.current : null;
    if (current === null || !same(ground(action, current), ground(action, seen))) throw failure;
    return send(current);
  }
}

/** The figures that the extractor makes of marked text, the longest first. */
export const infer = async (document: string, span: Span, language: Language): Promise<Figure[]> =>
  (await json<{ figures: Figure[] }>(`${at(document)}/infer`, language, { method: 'POST', body: { span } })).figures;

export const getAgreement = (document: string, language: Language): Promise<Agreement> =>
  json(`${at(document)}/agreement`, language);

/** Every event of a report, the newest last. */
export async function getHistory(document: string, language: Language, signal: AbortSignal): Promise<HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  let cursor: string | null = null;
  do {
    const search: string = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
    const page: ListOf<HistoryEvent> = await json(`${at(document)}/history${search}`, language, { signal });
    events.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return events;
}

export const getPeople = async (language: Language): Promise<{ id: string; name: string }[]> =>
  (await json<{ items: { id: string; name: string }[] }>('/api/v1/people', language)).items;

/** The report to look at next, the most doubtful first; null where none is left. */
export async function nextInQueue(current: string, language: Language): Promise<string | null> {
  const { items } = await json<ListOf<{ id: string }>>('/api/v1/review/queue', language);
  return items.find(({ id }) => id !== current)?.id ?? null;
}
