import { mayAs } from '../../../../src/model/person.ts';
import type { Commands } from '../state/commands.ts';
import type { Workbench } from '../workbench.ts';

/** The whole report: its history and its way through people's hands; and leaving whatever is open. */
export function report(bench: Workbench): Commands {
  const { me, desk, way, deciding, reshaping, marking, form, saying, handles, shown, selected, select, ask, d } = bench;
  const { review, waiting } = desk.state;
  const { progress } = shown;
  return {
    history: () => ask({ dialog: 'history', figure: selected }),
    finish: () => {
      if (!way.can('finish') && !way.can('finish_second')) deciding.allowed();
      else if (waiting.length > 0 || progress.decided < progress.all) ask({ dialog: 'finish' });
      else void way.finish();
    },
    approve: () => {
      if (way.can('approve')) void way.act({ action: 'approve' });
      else if (review?.state === 'reviewed')
        saying.complain(mayAs(me.role, 'approver') ? d.approveOther : d.approverOnly);
    },
    reopen: () => {
      if (way.can('reopen')) ask({ dialog: 'reopen' });
    },
    claim: () => {
      if (way.can('claim')) void way.act({ action: 'claim' });
    },
    release: () => {
      if (way.can('release')) void way.act({ action: 'release' });
    },
    handOver: () => {
      if (way.can('handOver')) ask({ dialog: 'people' });
    },
    help: () => ask({ dialog: 'keys' }),
    leave: () => {
      const box = handles.searchBox.current;
      if (reshaping.leave()) return;
      if (form.form) form.close();
      else if (box && window.document.activeElement === box) {
        box.blur();
        handles.focusList();
      } else if (!marking.leave()) select(null, 'key');
    },
  };
}
