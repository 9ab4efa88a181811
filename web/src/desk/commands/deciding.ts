import type { Commands } from '../state/commands.ts';
import { keepPersons, takeExtractors } from '../state/edits.ts';
import { disagrees } from '../state/rows.ts';
import type { Workbench } from '../workbench.ts';

/** What becomes of the selected figure, or of many. */
export function deciding(bench: Workbench): Commands {
  const { row, reshaping, goOn, ask, deciding } = bench;
  const { allowed, decide, undo, redo } = deciding;
  return {
    accept: () => {
      if (reshaping.picked()) return;
      if (!row) return goOn();
      decide('accept', [{ figure: row.id, patch: { verdict: 'accepted' } }]);
      goOn();
    },
    reject: () => {
      if (!row) return;
      const back = row.item.verdict === 'rejected';
      decide(back ? 'unreject' : 'reject', [{ figure: row.id, patch: { verdict: back ? null : 'rejected' } }]);
      if (!back) goOn();
    },
    takeTheirs: () => {
      if (row && disagrees(row.item)) decide('takeTheirs', [takeExtractors(row.item)]);
    },
    keepMine: () => {
      if (row && disagrees(row.item)) decide('keepMine', [keepPersons(row.item)]);
    },
    reason: () => {
      if (row && allowed()) ask({ dialog: 'reason' });
    },
    acceptSure: () => {
      if (allowed()) ask({ dialog: 'sure' });
    },
    undo,
    redo,
  };
}

/** Takes the suggestion of that number, counted over all that is doubted of the figure. */
export function takeSuggestion({ row, deciding, saying, d }: Workbench, number: number): void {
  const suggestion = row?.item.doubts.flatMap(({ suggestions }) => suggestions)[number - 1];
  if (row && suggestion) {
    const { reason: _reason, ...patch } = suggestion.patch;
    deciding.decide('suggestion', [{ figure: row.id, patch: { verdict: 'accepted', ...patch } }]);
  } else saying.say(d.noSuggestion);
}
