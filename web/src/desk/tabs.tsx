import { useLanguage } from '../i18n/language.tsx';

export type Panel = 'text' | 'figures' | 'checks';

interface Props {
  tabs: readonly Panel[];
  tab: Panel;
  names: Record<Panel, string>;
  figures: number;
  failed: number;
  said: string;
  onTab: (tab: Panel) => void;
  onHelp: () => void;
}

/** The panels that take turns, and what was last done. */
export function Tabs({ tabs, tab, names, figures, failed, said, onTab, onHelp }: Props) {
  const { t } = useLanguage();
  return (
    <div className="desk-tabs tabs">
      <div role="tablist" aria-label={t.panels}>
        {tabs.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={name === tab}
            aria-controls={`panel-${name}`}
            onClick={() => onTab(name)}
          >
            {names[name]}
            {name === 'figures' && <span className="count">{figures}</span>}
            {name === 'checks' && failed > 0 && <span className="count alarm">{failed}</span>}
          </button>
        ))}
      </div>
      <p className="said" role="status" aria-live="polite">
        {said}
      </p>
      <button type="button" className="icon help" aria-label={t.keysHint} title={t.keysHint} onClick={onHelp}>
        ?
      </button>
    </div>
  );
}
