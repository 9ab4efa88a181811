import { memo, useMemo } from 'react';
import type { ReportRecord } from '../../../src/model/index.ts';
import { useLanguage } from '../i18n/language.tsx';

interface Props {
  record: ReportRecord;
  current: string | null;
  onSection: (id: string) => void;
}

/** The sections, each with the number of figures that stand in it directly. */
export const Outline = memo(function Outline({ record, current, onSection }: Props) {
  const { t } = useLanguage();
  const counts = useMemo(() => {
    const counted = new Map<string, number>();
    for (const { section } of record.figures) if (section) counted.set(section, (counted.get(section) ?? 0) + 1);
    return counted;
  }, [record]);
  if (record.sections.length === 0) return <p className="loading">{t.noSections}</p>;
  return (
    <ol className="outline">
      {record.sections.map(({ id, number, heading, level }) => (
        <li key={id} data-level={Math.min(level, 5)}>
          <button type="button" aria-current={id === current ? 'location' : undefined} onClick={() => onSection(id)}>
            <span className="number">{number}</span>
            <span className="heading">{heading || '…'}</span>
            {counts.has(id) && (
              <span className="count">
                <span aria-hidden="true">{counts.get(id)}</span>
                <span className="hidden">{t.figuresInSection(counts.get(id) ?? 0)}</span>
              </span>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
});
