import type { CSSProperties } from 'react';
import { DOUBTFUL, formatPercent } from '../format.ts';
import { useLanguage } from '../i18n/language.tsx';

/** A quiet bar with its number; below the threshold it also says so in words. */
export function Confidence({ value }: { value: number }) {
  const { t } = useLanguage();
  const doubtful = value < DOUBTFUL;
  return (
    <span className="confidence" data-doubtful={doubtful}>
      <span className="bar" aria-hidden="true" style={{ '--share': value } as CSSProperties} />
      <span className="share">{formatPercent(value)}</span>
      {doubtful && <span className="doubt">{t.doubtful}</span>}
    </span>
  );
}
