import type { Me, ReportRecord, ReviewAction, ReviewedFigure } from '../../../src/model/index.ts';
import { useLanguage } from '../i18n/language.tsx';
import { AgreementDialog } from './dialogs/agreement.tsx';
import { AskDialog, ConfirmDialog } from './dialogs/ask.tsx';
import { ConflictDialog } from './dialogs/conflict.tsx';
import { HistoryDialog } from './dialogs/history.tsx';
import { PeopleDialog } from './dialogs/people.tsx';
import { SureDialog } from './dialogs/sure.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import type { Figures } from './state/changes.ts';
import type { Keys } from './state/commands.ts';
import type { Row } from './state/rows.ts';
import type { DeskState } from './state/store.ts';

/** What the desk shows or asks before it goes on. */
export type Asking =
  | { dialog: 'keys' | 'sure' | 'reason' | 'reopen' | 'finish' | 'people' | 'agreement' | 'conflict' }
  | { dialog: 'history'; figure: string | null };

interface Props {
  asking: Asking | null;
  onAsk: (asking: Asking | null) => void;
  document: string;
  record: ReportRecord;
  me: Me;
  row: Row | undefined;
  figures: Figures;
  sure: readonly ReviewedFigure[];
  state: DeskState;
  /** How many figures nobody has decided on. */
  left: number;
  keys: Keys;
  onKeys: (keys: Keys) => void;
  reason: string;
  onReason: (figure: string, reason: string) => void;
  onAcceptSure: () => void;
  onAct: (action: ReviewAction) => void;
  onFinish: () => void;
  onSettle: (mine: ReadonlySet<string>) => void;
  onSelect: (figure: string) => void;
}

/** The dialog that is open. */
export function Asked(props: Props) {
  const { asking, document, record, me, row, figures, sure, state, keys } = props;
  const { t } = useLanguage();
  const d = t.desk;
  const close = () => props.onAsk(null);
  return (
    <>
      {asking?.dialog === 'keys' && <KeysSheet keys={keys} onKeys={props.onKeys} onClose={close} />}
      {asking?.dialog === 'sure' && (
        <SureDialog
          record={record}
          items={sure}
          onAccept={() => {
            close();
            props.onAcceptSure();
          }}
          onClose={close}
        />
      )}
      {asking?.dialog === 'reason' && row && (
        <AskDialog
          title={d.reasonTitle}
          label={d.reason}
          start={props.reason}
          action={d.save}
          onDone={(reason) => {
            props.onReason(row.id, reason);
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
          onDone={(reason) => props.onAct({ action: 'reopen', reason })}
          onClose={close}
        />
      )}
      {asking?.dialog === 'finish' && (
        <ConfirmDialog
          title={d.finishTitle}
          text={state.waiting.length > 0 ? d.finishWaiting(state.waiting.length) : d.finishOpen(props.left)}
          action={state.waiting.length > 0 ? null : d.finish}
          onDone={props.onFinish}
          onClose={close}
        />
      )}
      {asking?.dialog === 'people' && (
        <PeopleDialog me={me.id} onDone={(to) => props.onAct({ action: 'hand_over', to })} onClose={close} />
      )}
      {asking?.dialog === 'history' && (
        <HistoryDialog document={document} figure={asking.figure} figures={figures} onClose={close} />
      )}
      {asking?.dialog === 'agreement' && (
        <AgreementDialog
          document={document}
          figures={figures}
          onSelect={(id) => {
            close();
            props.onSelect(id);
          }}
          onClose={close}
        />
      )}
      {asking?.dialog === 'conflict' && state.conflict && (
        <ConflictDialog
          key={state.conflict.group.id}
          conflict={state.conflict}
          figures={figures}
          onSettle={(mine) => {
            close();
            props.onSettle(mine);
          }}
          onClose={close}
        />
      )}
    </>
  );
}
