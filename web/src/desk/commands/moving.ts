import { navigate } from '../../router.tsx';
import { nextInQueue } from '../api.ts';
import type { Commands } from '../state/commands.ts';
import { isOpenDoubt, isUndecided, nextWhere, stepped } from '../state/rows.ts';
import type { Workbench } from '../workbench.ts';

/** From figure to figure, to its place in the report, to the next report. */
export function moving(bench: Workbench): Commands {
  const { document, language, d, panels, handles, saying, shown, selected, choose, goOn } = bench;
  const { say, complain } = saying;
  const goTo = (found: { id: string } | undefined, none: string) => (found ? choose(found.id, 'key') : say(none));
  return {
    next: () => goTo(stepped(shown.shown, selected, 1), d.noneLeft),
    previous: () => goTo(stepped(shown.shown, selected, -1), d.noneLeft),
    nextDoubtful: () => goTo(nextWhere(shown.rows, selected, isOpenDoubt), d.noDoubtLeft),
    nextUndecided: () => goTo(nextWhere(shown.rows, selected, isUndecided), d.noneLeft),
    follow: () => {
      if (!selected) return goOn();
      panels.showText();
      handles.viewer.current?.showFigure(selected, { focus: true });
    },
    search: () => {
      panels.show('figures');
      requestAnimationFrame(() => handles.searchBox.current?.focus());
    },
    order: () => shown.turnOrder(),
    nextReport: () => {
      nextInQueue(document.id, language).then(
        (next) => (next ? navigate(`/documents/${encodeURIComponent(next)}`) : say(d.noNextReport)),
        () => complain(d.actionFailed),
      );
    },
  };
}
