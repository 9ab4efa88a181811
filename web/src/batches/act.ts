import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BatchAction } from '../../../src/model/batch.ts';
import { ApiError } from '../api.ts';
import { useLanguage } from '../i18n/language.tsx';
import { actOn } from './api.ts';
import { batchKey } from './live.ts';
import { stopSending } from './sending/sending.ts';
import { useBatchWords } from './words.ts';

/** Pauses, resumes, cancels, tries again; the batch is shown as it is after it. */
export function useActing(id: string) {
  const t = useBatchWords();
  const { language } = useLanguage();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (action: BatchAction) => actOn(id, action, language),
    onMutate: ({ action }) => {
      if (action === 'cancel') stopSending(id);
    },
    onSuccess: (batch) => {
      client.setQueryData(batchKey(id, language), batch);
      void client.invalidateQueries({ queryKey: ['files', id] });
      void client.invalidateQueries({ queryKey: ['batches'] });
    },
  });
  const refusal = error && ((error instanceof ApiError && error.sentence) || t.actionFailed);
  return { act: mutate, busy: isPending, refusal };
}
