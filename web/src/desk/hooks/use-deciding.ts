import { useState } from 'react';
import type { Deed } from '../../i18n/desk.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { Standing } from '../standing.ts';
import type { Wish } from '../state/changes.ts';
import type { DeskStore } from '../state/store.ts';
import type { Saying } from './use-said.ts';

/** Deciding, with the reasons that were given beforehand; each decision says what became of it. */
export function useDeciding(store: DeskStore, standing: Standing | null, { say, complain }: Saying) {
  const { t } = useLanguage();
  const d = t.desk;
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());

  /** Why nothing can be decided now, said; true where it can. */
  const allowed = (): boolean => {
    if (standing?.may) return true;
    if (standing?.why)
      complain(typeof standing.why === 'string' ? d.mayNot[standing.why] : d.mayNot.held(standing.why.held));
    return false;
  };
  const decide = (deed: Deed, wishes: Wish[]): boolean => {
    if (!allowed()) return false;
    const about = wishes.flatMap((wish) => ('add' in wish ? [] : [wish.figure]));
    const reason = about.map((id) => reasons.get(id)).find(Boolean);
    const done = store.act(deed, wishes, reason);
    if (done && reason) setReasons(new Map([...reasons].filter(([id]) => !about.includes(id))));
    say(done ? d.done[deed] : d.unchanged);
    return done;
  };
  const turnBack = (which: 'undo' | 'redo') => {
    const done = store[which]();
    if (done === null) say(which === 'undo' ? d.nothingToUndo : d.nothingToRedo);
    else if (typeof done === 'object') complain(d.undoBlocked);
    else say((which === 'undo' ? d.undone : d.redone)(d.done[done as Deed] ?? done));
  };
  return {
    allowed,
    decide,
    undo: () => turnBack('undo'),
    redo: () => turnBack('redo'),
    reasonOf: (id: string): string => reasons.get(id) ?? '',
    giveReason: (id: string, reason: string) => setReasons(new Map([...reasons, [id, reason]])),
  };
}
export type Deciding = ReturnType<typeof useDeciding>;
