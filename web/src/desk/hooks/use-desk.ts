import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Desk, ReviewLayer } from '../../../../src/model/index.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Refusal, sendDecisions } from '../api.ts';
import { deskOf } from '../early.ts';
import { createDesk, type DeskState, type DeskStore } from '../state/store.ts';

const LOOK_AGAIN = 60_000;
const REST = 500;

export interface OnDesk {
  store: DeskStore;
  state: DeskState;
  desk: Desk | undefined;
  error: unknown;
  again: () => void;
}

/** The desk of one report: asked for, kept up to date, with this person's decisions on their way. */
export function useDesk(document: string, layer: ReviewLayer, extraction: string | null): OnDesk {
  const { language } = useLanguage();
  const spoken = useRef(language);
  spoken.current = language;
  const client = useQueryClient();
  const key = useMemo(() => ['review', document, layer, extraction], [document, layer, extraction]);

  const store = useMemo(
    () =>
      createDesk({
        document,
        layer,
        storage: localStorage,
        session: sessionStorage,
        now: Date.now,
        later: (ms, run) => void setTimeout(run, ms),
        send: async (group) => {
          // An answer that was asked for before a decision would show the desk as it was.
          await client.cancelQueries({ queryKey: ['review', document] });
          const sent = await sendDecisions(document, group, spoken.current);
          await client.cancelQueries({ queryKey: ['review', document] });
          return sent;
        },
      }),
    [document, layer, client],
  );
  const state = useSyncExternalStore(store.subscribe, store.snapshot);

  const { data, error, dataUpdatedAt, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => deskOf(document, { layer, extraction, language: spoken.current, signal }),
    refetchInterval: LOOK_AGAIN,
    refetchOnWindowFocus: 'always',
    staleTime: Number.POSITIVE_INFINITY,
    // What was seen before is of tags that may be gone.
    gcTime: 0,
    retry: (failures, failure) => failures < 3 && !(failure instanceof Refusal),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer counts each time, also where it is the same
  useEffect(() => {
    if (data) store.receive(data);
  }, [data, dataUpdatedAt, store]);

  // What decisions change elsewhere (other figures of a sum) has come with their answers; the history has not.
  const busy = state.waiting.length > 0;
  const wasBusy = useRef(busy);
  useEffect(() => {
    const ended = wasBusy.current && !busy;
    wasBusy.current = busy;
    if (ended) void client.invalidateQueries({ queryKey: ['history', document] });
  }, [busy, client, document]);

  // A refusal or a conflict tells that the report is no longer as this page has it.
  const isHeld = state.refused !== null || state.conflict !== null;
  useEffect(() => {
    if (isHeld) void refetch();
  }, [isHeld, refetch]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the state begins the rest anew
  useEffect(() => {
    const timer = setTimeout(store.rest, REST);
    return () => clearTimeout(timer);
  }, [state, store]);

  useEffect(() => {
    const online = () => store.pump();
    const leaving = (event: BeforeUnloadEvent) => {
      if (!store.snapshot().kept) event.preventDefault();
    };
    addEventListener('online', online);
    addEventListener('beforeunload', leaving);
    addEventListener('pagehide', store.rest);
    return () => {
      removeEventListener('online', online);
      removeEventListener('beforeunload', leaving);
      removeEventListener('pagehide', store.rest);
      store.rest();
    };
  }, [store]);

  return { store, state, desk: data, error, again: () => void refetch() };
}
