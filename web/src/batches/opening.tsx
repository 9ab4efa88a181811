import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../api.ts';
import { formatNumber } from '../format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { navigate } from '../router.tsx';
import { batchAddress } from './api.ts';
import { batchOf, startSending } from './sending/sending.ts';
import type { Folder } from './sending/walk.ts';
import { useBatchWords } from './words.ts';

type Step = { reading: number } | 'opening' | { problem: string };

/** A folder on its way to be a batch: walked, known by its key, and then its batch's page. */
export function Opening({ folder, onEnd }: { folder: Folder; onEnd: () => void }) {
  const t = useBatchWords();
  const { language, t: common } = useLanguage();
  const [step, setStep] = useState<Step>({ reading: 0 });
  const spoken = useRef({ language, t });
  spoken.current = { language, t };

  useEffect(() => {
    let here = true;
    const show = (next: Step) => here && setStep(next);
    const problem = (said: string) => show({ problem: said });
    const open = async () => {
      const walked = await folder.walk((reading) => reading % 100 === 0 && show({ reading }));
      const words = spoken.current.t;
      if (!here) return;
      if (walked.found.length === 0) {
        return problem(walked.lost.length > 0 ? words.folderRefused : words.folderEmpty(folder.name));
      }
      show('opening');
      try {
        const batch = await batchOf(folder, walked, spoken.current.language);
        if (!here) return;
        startSending({ batch, folder, walked, language: spoken.current.language });
        navigate(batchAddress(batch));
        scrollTo(0, 0);
      } catch (error) {
        problem((error instanceof ApiError && error.sentence) || words.batchRefused);
      }
    };
    setStep({ reading: 0 });
    void open();
    return () => {
      here = false;
    };
  }, [folder]);

  const failed = typeof step === 'object' && 'problem' in step;
  return (
    <section className="sending" aria-label={t.sending}>
      {failed ? (
        <p className="problem" role="alert">
          {step.problem}{' '}
          <button type="button" className="quiet" onClick={onEnd}>
            {common.close}
          </button>
        </p>
      ) : (
        <p role="status">{step === 'opening' ? t.opening : t.reading(formatNumber(step.reading))}</p>
      )}
    </section>
  );
}
