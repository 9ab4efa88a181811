import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, upload } from '../api.ts';
import { useLanguage } from '../i18n/language.tsx';

export type UploadState =
  | { step: 'waiting' }
  | { step: 'sending'; share: number }
  | { step: 'sent'; document: string; duplicate: boolean }
  | { step: 'failed'; status: number; sentence: string | null };

export interface Upload {
  key: number;
  file: File;
  state: UploadState;
}

/** How many files travel at once: enough to fill a line, few enough that each shows its progress. */
const AT_ONCE = 3;

export function useUploads(onSent: () => void) {
  const { language } = useLanguage();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const started = useRef(new Set<number>());
  const lastKey = useRef(0);

  const set = useCallback((key: number, state: UploadState) => {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, state } : one)));
  }, []);

  const send = useCallback(
    async ({ key, file }: Upload) => {
      set(key, { step: 'sending', share: 0 });
      try {
        const document = await upload(file, language, (share) => set(key, { step: 'sending', share }));
        set(key, { step: 'sent', document: document.id, duplicate: document.duplicate });
        onSent();
      } catch (error) {
        const { status, sentence } = error instanceof ApiError ? error : { status: 0, sentence: null };
        set(key, { step: 'failed', status, sentence });
      }
    },
    [language, onSent, set],
  );

  useEffect(() => {
    const sending = uploads.filter((one) => one.state.step === 'sending').length;
    const waiting = uploads.filter((one) => one.state.step === 'waiting' && !started.current.has(one.key));
    for (const one of waiting.slice(0, Math.max(0, AT_ONCE - sending))) {
      started.current.add(one.key);
      void send(one);
    }
  }, [uploads, send]);

  const add = useCallback((files: File[]) => {
    const fresh = files.map((file): Upload => ({ key: ++lastKey.current, file, state: { step: 'waiting' } }));
    setUploads((all) => [...all, ...fresh]);
  }, []);
  const retry = (key: number) => {
    started.current.delete(key);
    set(key, { step: 'waiting' });
  };
  const clear = () =>
    setUploads((all) => all.filter(({ state }) => state.step === 'waiting' || state.step === 'sending'));

  return { uploads, add, retry, clear };
}
