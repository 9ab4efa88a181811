import { QueryClient, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Batch, BatchState } from '../../../src/model/batch.ts';
import { ApiError } from '../api.ts';
import { useLanguage } from '../i18n/language.tsx';
import { eventsAddress, getBatch } from './api.ts';

/** What is known of batches; a page that is shown again starts from it. */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status < 500),
      refetchOnWindowFocus: true,
    },
  },
});

const POLL_MS = 3000;
/** Others may bring files to what was finished. */
const POLL_QUIET_MS = 15_000;
const EVENTS: (BatchState | 'message')[] = ['message', 'open', 'paused', 'cancelled', 'finished'];

/** Nothing more happens to it unless somebody does something. */
const isAtEnd = ({ state, pending }: Batch): boolean =>
  state === 'finished' || (state === 'cancelled' && pending === 0);

export const batchKey = (id: string, language: string) => ['batch', id, language];

/** A batch as it goes: told by the server, and asked for every few seconds while that connection is down. */
export function useBatch(id: string): { batch: Batch | undefined; error: Error | null } {
  const { language } = useLanguage();
  const [live, setLive] = useState(false);
  const { data: batch, error } = useQuery({
    queryKey: batchKey(id, language),
    queryFn: ({ signal }) => getBatch(id, language, signal),
    refetchInterval: ({ state }) =>
      live ? false : state.error || (state.data && isAtEnd(state.data)) ? POLL_QUIET_MS : POLL_MS,
  });

  // One at its end has no more events: it is watched again once it is known to go on.
  const goesOn = batch !== undefined && !isAtEnd(batch);
  useEffect(() => {
    if (!goesOn) return;
    const events = new EventSource(eventsAddress(id, language));
    const told = (event: Event) => {
      // "open" is also what the browser says of the connection, without data.
      if (!(event instanceof MessageEvent)) return;
      setLive(true);
      client.setQueryData(batchKey(id, language), JSON.parse(event.data) as Batch);
    };
    const broken = () => setLive(false);
    for (const name of EVENTS) events.addEventListener(name, told);
    events.addEventListener('error', broken);
    return () => {
      setLive(false);
      events.close();
    };
  }, [id, language, goesOn]);

  return { batch, error };
}

const ELSEWHERE_MS = 15_000;

/** Whether files of the batch have come lately: somebody else is sending them. */
export function useComing(batch: Batch): boolean {
  const before = useRef(batch.awaited);
  const [coming, setComing] = useState(false);
  useEffect(() => {
    const fell = batch.awaited < before.current;
    before.current = batch.awaited;
    if (fell) setComing(true);
  }, [batch.awaited]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each file that comes starts the time anew
  useEffect(() => {
    if (!coming) return;
    const timer = setTimeout(() => setComing(false), ELSEWHERE_MS);
    return () => clearTimeout(timer);
  }, [coming, batch.awaited]);
  return coming;
}
