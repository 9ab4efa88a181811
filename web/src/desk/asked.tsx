import type { ReviewAction } from '../../../src/model/index.ts';
import { AgreementDialog } from './dialogs/agreement.tsx';
import { AskDialog, ConfirmDialog } from './dialogs/ask.tsx';
import { ConflictDialog } from './dialogs/conflict.tsx';
import { HistoryDialog } from './dialogs/history.tsx';
import { PeopleDialog } from './dialogs/people.tsx';
import { SureDialog } from './dialogs/sure.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import type { Keys } from './state/commands.ts';
import { sureOf } from './state/rows.ts';
import type { Workbench } from './workbench.ts';

interface Props {
  bench: Workbench;
  keys: Keys;
  onKeys: (keys: Keys) => void;
}

/** The dialog that is open. */
export function Asked({ bench, keys, onKeys }: Props) {
  const { asking, ask, document, record, me, row, desk, shown, deciding, way, choose, d } = bench;
  const { state, store } = desk;
  const { figures, waiting, conflict } = state;
  const left = shown.progress.all - shown.progress.decided;
  const sure = asking?.dialog === 'sure' ? sureOf(shown.rows) : [];
  const close = () => ask(null);
  const act = (action: ReviewAction) => {
    close();
    void way.act(action);
  };
  return (
    <>
      {asking?.dialog === 'keys' && <KeysSheet keys={keys} onKeys={onKeys} onClose={close} />}
      {asking?.dialog === 'sure' && (
        <SureDialog
          record={record}
          items={sure}
          onAccept={() => {
            close();
            deciding.decide(
              'acceptSure',
              sure.map(({ figure }) => ({ figure: figure.id, patch: { verdict: 'accepted' } })),
            );
          }}
          onClose={close}
        />
      )}
      {asking?.dialog === 'reason' && row && (
        <AskDialog
          title={d.reasonTitle}
          label={d.reason}
          start={deciding.reasonOf(row.id)}
          action={d.save}
          onDone={(reason) => {
            deciding.giveReason(row.id, reason);
            close();
          }}
          onClose={close}
        />
      )}
      {asking?.dialog === 'reopen' && (
        <AskDialog
          title={d.reopenTitle}
          label={d.reopenReason}
          required
          action={d.reopen}
          onDone={(reason) => act({ action: 'reopen', reason })}
          onClose={close}
        />
      )}
      {asking?.dialog === 'finish' && (
        <ConfirmDialog
          title={d.finishTitle}
          text={waiting.length > 0 ? d.finishWaiting(waiting.length) : d.finishOpen(left)}
          action={waiting.length > 0 ? null : d.finish}
          onDone={() => {
            close();
            void way.finish();
          }}
          onClose={close}
        />
      )}
      {asking?.dialog === 'people' && (
        <PeopleDialog me={me.id} onDone={(to) => act({ action: 'hand_over', to })} onClose={close} />
      )}
      {asking?.dialog === 'history' && (
        <HistoryDialog document={document.id} figure={asking.figure} figures={figures} onClose={close} />
      )}
      {asking?.dialog === 'agreement' && (
        <AgreementDialog
          document={document.id}
          figures={figures}
          onSelect={(id) => {
            close();
            choose(id, 'key');
          }}
          onClose={close}
        />
      )}
      {asking?.dialog === 'conflict' && conflict && (
        <ConflictDialog
          key={conflict.group.id}
          conflict={conflict}
          figures={figures}
          onSettle={(mine) => {
            close();
            store.settle(mine);
          }}
          onClose={close}
        />
      )}
    </>
  );
}
