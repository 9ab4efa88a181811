import type { Commands } from '../state/commands.ts';
import type { Workbench } from '../workbench.ts';

/** Figures that were missed, and figures made of others. */
export function changing({ row, shown, deciding, reshaping, marking, saying, d }: Workbench): Commands {
  return {
    add: marking.begin,
    split: () => {
      if (row) reshaping.beginSplit(row);
    },
    merge: () => {
      if (!row || !deciding.allowed()) return;
      const alive = shown.rows.filter(({ item }) => item.verdict !== 'rejected');
      const next = alive[alive.findIndex(({ id }) => id === row.id) + 1];
      if (next && next.id !== row.id) void reshaping.mergeWith(row.id, next.id);
      else saying.say(d.noNext);
    },
    mergePicked: () => {
      if (row) reshaping.pick('merge', row);
    },
    partOf: () => {
      if (row) reshaping.pick('partOf', row);
    },
  };
}
