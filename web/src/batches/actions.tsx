import { useState } from 'react';
import type { Batch } from '../../../src/model/batch.ts';
import { VERSION } from '../../../src/model/version.ts';
import { useSession } from '../account/session.tsx';
import { ApiError } from '../api.ts';
import { Dialog } from '../desk/dialog.tsx';
import { formatNumber } from '../format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { navigate } from '../router.tsx';
import { useActing } from './act.ts';
import { batchAddress, extractBelow, reportAddress } from './api.ts';
import { useBatchWords } from './words.ts';

function CancelQuestion({ batch, onYes, onClose }: { batch: Batch; onYes: () => void; onClose: () => void }) {
  const t = useBatchWords();
  return (
    <Dialog title={t.cancelTitle} onClose={onClose}>
      <p>{t.cancelHint(formatNumber(batch.pending - batch.processing))}</p>
      <p className="actions">
        <button type="button" onClick={onClose}>
          {t.cancelNo}
        </button>
        <button type="button" className="primary" onClick={onYes}>
          {t.cancelYes}
        </button>
      </p>
    </Dialog>
  );
}

/** What an older engine extracted: as a batch of its own, whose page is shown. */
function ExtractQuestion({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const t = useBatchWords();
  const { language } = useLanguage();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const extract = async () => {
    setBusy(true);
    try {
      const { id, found } = await extractBelow({ below: VERSION, batch: batch.id }, language);
      if (found > 0) navigate(batchAddress(id));
      else setSaid(t.extractOlderNone(VERSION));
    } catch (error) {
      setSaid((error instanceof ApiError && error.sentence) || t.actionFailed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t.extractOlderTitle} onClose={onClose}>
      <p>{t.extractOlderHint(VERSION)}</p>
      <p role="status">{said}</p>
      <p className="actions">
        <button type="button" onClick={onClose}>
          {t.no}
        </button>
        <button type="button" className="primary" disabled={busy} onClick={() => void extract()}>
          {t.extractOlderYes}
        </button>
      </p>
    </Dialog>
  );
}

/** What can be done with the batch as it is now. */
export function Actions({ batch }: { batch: Batch }) {
  const t = useBatchWords();
  const { language } = useLanguage();
  const { may } = useSession();
  const { act, busy, refusal } = useActing(batch.id);
  const [question, setQuestion] = useState<'cancel' | 'extract' | null>(null);
  const close = () => setQuestion(null);
  const goesOn = batch.state === 'open' || batch.state === 'paused';
  const retryable = batch.errors.some((error) => error.retryable);
  return (
    <div className="actions">
      {may('uploader') && (
        <>
          {batch.state === 'open' && (
            <button type="button" disabled={busy} onClick={() => act({ action: 'pause' })}>
              {t.pause}
            </button>
          )}
          {batch.state === 'paused' && (
            <button type="button" className="primary" disabled={busy} onClick={() => act({ action: 'resume' })}>
              {t.resume}
            </button>
          )}
          {retryable && (
            <button type="button" disabled={busy} onClick={() => act({ action: 'retry' })}>
              {t.retryAll}
            </button>
          )}
          {goesOn && (
            <button type="button" disabled={busy} onClick={() => setQuestion('cancel')}>
              {t.cancel}
            </button>
          )}
          {!goesOn && may('administrator') && batch.done + batch.duplicate > 0 && (
            <button type="button" onClick={() => setQuestion('extract')}>
              {t.extractOlder}
            </button>
          )}
        </>
      )}
      <a className="button" href={reportAddress(batch.id, language)} download>
        {t.report}
      </a>
      {refusal && (
        <p className="problem" role="alert">
          {refusal}
        </p>
      )}
      {question === 'cancel' && (
        <CancelQuestion
          batch={batch}
          onClose={close}
          onYes={() => {
            close();
            act({ action: 'cancel' });
          }}
        />
      )}
      {question === 'extract' && <ExtractQuestion batch={batch} onClose={close} />}
    </div>
  );
}
