import { type ReactNode, useCallback } from 'react';
import { ApiError } from '../api.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Asked } from './asked.tsx';
import { ReviewBar } from './bar.tsx';
import { ChecksSide } from './checks-side.tsx';
import { run } from './commands/index.ts';
import { FiguresSide } from './figures-side.tsx';
import { useCommands, useOwnKeys } from './hooks/use-keys.ts';
import { useSteady } from './hooks/use-steady.ts';
import { ReportSide } from './report-side.tsx';
import type { Command } from './state/commands.ts';
import { type Panel, Tabs } from './tabs.tsx';
import { useWorkbench, type WorkbenchProps } from './workbench.ts';

/** One report's desk for one person: its panels, and what the keys do. */
export function Workspace(props: WorkbenchProps) {
  const { t } = useLanguage();
  const bench = useWorkbench(props);
  const { desk, panels, saying, shown, way, ask, d, me, record } = bench;
  const { store, state } = desk;
  const { review } = state;
  const { standing } = way;
  const [keys, setKeys] = useOwnKeys();
  const onCommand = useSteady((command: Command) => run(command, bench));
  useCommands(keys, onCommand);
  const startSecond = useCallback(() => void way.act({ action: 'start_second' }), [way.act]);
  const askFor = useCallback((dialog: 'agreement' | 'conflict') => ask({ dialog }), [ask]);

  if (desk.error && !desk.desk)
    return (
      <p className="problem desk-problem" role="alert">
        {d.deskFailed} {desk.error instanceof ApiError && desk.error.sentence}{' '}
        <button type="button" onClick={desk.again}>
          {t.retry}
        </button>
      </p>
    );
  if (!review || !standing) return <p className="loading">{t.loading}</p>;

  const names: Record<Panel, string> = { text: t.text, figures: d.figures, checks: t.checksTab };
  const panel = (name: Panel, content: ReactNode) => (
    <section
      id={`panel-${name}`}
      className={`desk-panel ${name}-side`}
      role={panels.takesTurns(name) ? 'tabpanel' : 'region'}
      aria-label={names[name]}
      hidden={panels.takesTurns(name) && panels.tab !== name}
      tabIndex={name === 'checks' ? 0 : undefined}
    >
      {content}
    </section>
  );
  return (
    <div className="desk" data-layout={panels.layout}>
      <div className="desk-top">
        <ReviewBar
          state={state}
          review={review}
          me={me}
          standing={standing}
          progress={shown.progress}
          keys={keys}
          onCommand={onCommand}
          onSecond={startSecond}
          onAsk={askFor}
          onRetry={store.retry}
          onDiscard={store.discard}
        />
        {desk.desk?.notices.map(({ code, message }) => (
          <p key={code} className="desk-notice" data-notice={code}>
            {message}
          </p>
        ))}
      </div>
      <Tabs
        tabs={panels.tabs}
        tab={panels.tab}
        names={names}
        figures={shown.rows.length}
        failed={record.checks.filter((check) => check.status === 'fail').length}
        said={saying.said}
        onTab={panels.show}
        onHelp={() => onCommand('help')}
      />
      {panel('text', <ReportSide bench={bench} />)}
      {panel('figures', <FiguresSide bench={bench} keys={keys} onCommand={onCommand} />)}
      {panel('checks', panels.tab === 'checks' && <ChecksSide bench={bench} />)}
      <Asked bench={bench} keys={keys} onKeys={setKeys} />
    </div>
  );
}
