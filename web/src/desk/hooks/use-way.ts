import { useEffect, useMemo } from 'react';
import type { Me, ReviewAction, ReviewLayer } from '../../../../src/model/index.ts';
import { ApiError } from '../../api.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { actOnReview, Refusal } from '../api.ts';
import { layerOf, type ReportAction, standingOf } from '../standing.ts';
import type { OnDesk } from './use-desk.ts';
import { useSteady } from './use-steady.ts';

interface Of {
  document: string;
  me: Me;
  layer: ReviewLayer;
  onLayer: (layer: ReviewLayer) => void;
  desk: OnDesk;
  complain: (words: string) => void;
}

/** The report's way through people's hands: what this person may do with it, and doing it. */
export function useWay({ document, me, layer, onLayer, desk, complain }: Of) {
  const { t, language } = useLanguage();
  const { store, state, error, again } = desk;
  const { review } = state;
  const standing = useMemo(() => review && standingOf(review, me), [review, me]);
  useEffect(() => {
    if (review && layerOf(review, me) !== layer) onLayer(layerOf(review, me));
    // Whoever reviews a second time sees nothing of the first one's.
    else if (error instanceof Refusal && error.code === 'blind_review') onLayer('second');
  }, [review, me, layer, onLayer, error]);

  const act = useSteady(async (action: ReviewAction) => {
    if (!review) return;
    try {
      // Who finishes a report that nobody has in hand takes it in hand for that.
      const takes = action.action === 'finish' && !review.claimed;
      const now = takes ? await actOnReview(document, { action: 'claim' }, review, language) : review;
      store.reviewIs(await actOnReview(document, action, now, language));
    } catch (failure) {
      complain(failure instanceof ApiError && failure.sentence ? failure.sentence : t.desk.actionFailed);
    }
    again();
  });
  const finish = () => act({ action: standing?.layer === 'second' ? 'finish_second' : 'finish' });
  const can = (action: ReportAction) => standing?.actions.includes(action) ?? false;
  return { standing, act, finish, can };
}
export type Way = ReturnType<typeof useWay>;
