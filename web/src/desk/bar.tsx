import { memo } from 'react';
import type { Me, Review } from '../../../src/model/review.ts';
import { formatMoment } from '../format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Key } from './card.tsx';
import { isMe, personName, type Standing } from './standing.ts';
import type { Command, Keys } from './state/commands.ts';
import type { Progress } from './state/rows.ts';
import type { DeskState } from './state/store.ts';

interface Props {
  state: DeskState;
  review: Review;
  me: Me;
  standing: Standing;
  progress: Progress;
  keys: Keys;
  onCommand: (command: Command) => void;
  onSecond: () => void;
  onAsk: (dialog: 'agreement' | 'conflict') => void;
  onRetry: () => void;
  onDiscard: () => void;
}

/** What has become of the decisions: saved, on their way, or waiting for the connection. */
function Link({ state }: { state: DeskState }) {
  const { t } = useLanguage();
  const d = t.desk;
  const waiting = state.waiting.length;
  const words =
    state.link === 'unreachable'
      ? d.unreachable(waiting)
      : state.link === 'signed_out'
        ? d.signedOut(waiting)
        : waiting > 0
          ? state.conflict || state.refused
            ? d.held(waiting)
            : d.sending
          : d.saved;
  return (
    <span className="link-state" data-link={state.link} role="status">
      {words}
    </span>
  );
}

/** The report's way through people's hands, and what can be done with it now. */
export const ReviewBar = memo(function ReviewBar(props: Props) {
  const { state, review, me, standing, progress, keys, onCommand, onSecond, onAsk } = props;
  const { t } = useLanguage();
  const d = t.desk;
  const act = (command: Command, name: string, primary = false) => (
    <button key={command} type="button" className={primary ? 'primary' : undefined} onClick={() => onCommand(command)}>
      {name} <Key of={command} keys={keys} />
    </button>
  );
  const { claimed, reviewed, approved, second } = review;
  return (
    <section className="review-bar" aria-label={d.review}>
      <div className="review-state">
        <b className="state" data-state={review.state}>
          {d.state[review.state]}
        </b>
        {claimed && <span>{isMe(claimed.who, me) ? d.heldByMe : d.heldBy(personName(claimed.who))}</span>}
        {reviewed && <span>{d.reviewedBy(personName(reviewed.who), formatMoment(reviewed.at))}</span>}
        {approved && <span>{d.approvedBy(personName(approved.who), formatMoment(approved.at))}</span>}
        {second && <span>{d.secondBy(personName(second.who))}</span>}
        <span className="progress">
          {d.progress(progress.decided, progress.all)}
          {progress.doubtful > 0 && ` · ${d.doubtfulLeft(progress.doubtful)}`}
        </span>
        <Link state={state} />
      </div>
      <div className="review-actions">
        <button type="button" disabled={!state.undoable} onClick={() => onCommand('undo')}>
          {d.undo} <Key of="undo" keys={keys} />
        </button>
        <button type="button" disabled={!state.redoable} onClick={() => onCommand('redo')}>
          {d.redo}
        </button>
        {standing.may && act('acceptSure', d.sureShort)}
        {standing.actions.map((action) =>
          action === 'start_second' || action === 'finish_second' ? (
            <button
              key={action}
              type="button"
              onClick={() => (action === 'start_second' ? onSecond() : onCommand('finish'))}
            >
              {action === 'start_second' ? d.startSecond : d.finishSecond}
            </button>
          ) : (
            act(action, d[action], action === 'finish' || action === 'approve')
          ),
        )}
        {second?.state === 'finished' && reviewed && (
          <button type="button" onClick={() => onAsk('agreement')}>
            {d.agreement}
          </button>
        )}
        {act('nextReport', d.nextReport)}
      </div>
      {standing.layer === 'second' && <p className="say">{d.secondLayer}</p>}
      {standing.why && (
        <p className="say">
          {typeof standing.why === 'string' ? d.mayNot[standing.why] : d.mayNot.held(standing.why.held)}
        </p>
      )}
      {!state.kept && (
        <p className="say problem" role="alert">
          {d.notKept}
        </p>
      )}
      {state.conflict && (
        <p className="say problem" role="alert">
          {d.conflictWaiting}{' '}
          <button type="button" onClick={() => onAsk('conflict')}>
            {d.conflictOpen}
          </button>
        </p>
      )}
      {state.refused && (
        <p className="say problem" role="alert">
          {d.refusedTitle}: {state.refused.sentence}{' '}
          <button type="button" onClick={props.onRetry}>
            {d.refusedKeep}
          </button>{' '}
          <button type="button" onClick={props.onDiscard}>
            {d.refusedDrop}
          </button>
        </p>
      )}
    </section>
  );
});
