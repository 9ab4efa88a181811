import { type FormEvent, useState } from 'react';
import { ApiError } from '../api.ts';
import { useAccountWords } from './words.ts';

/** One request at a time, and the sentence of the one that was refused: thrown by it, or what it resolves to. */
export function useSending() {
  const t = useAccountWords();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = async (request: () => Promise<unknown>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      const sentence = await request();
      setRefusal(typeof sentence === 'string' ? sentence : null);
    } catch (error) {
      setRefusal((error instanceof ApiError && error.sentence) || t.unreachable);
    } finally {
      setBusy(false);
    }
  };
  /** For a form: what its fields hold, by name. */
  const onSubmit =
    (request: (fields: Record<string, string>, form: HTMLFormElement) => Promise<unknown>) =>
    (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      const form = event.currentTarget;
      const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
      void send(() => request(fields, form));
    };
  return { busy, refusal, send, onSubmit };
}
