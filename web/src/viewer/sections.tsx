import { memo, useMemo } from 'react';
import type { ReportRecord, Section } from '../../../src/model/index.ts';
import { useLanguage } from '../i18n/language.tsx';

/** The deepest section that holds a position. */
const sectionAt = (sections: readonly Section[], position: number): string | null => {
  let deepest: Section | null = null;
  for (const section of sections)
    if (section.span.start <= position && position < section.span.end)
      if (!deepest || section.level >= deepest.level) deepest = section;
  return deepest?.id ?? null;
};

interface Props {
  record: ReportRecord;
  /** Where reading is, in the text. */
  position: number;
  onSection: (id: string) => void;
}

/** The sections, each with the number of figures that stand in it directly. */
export const SectionList = memo(function SectionList({ record, position, onSection }: Props) {
  const { t } = useLanguage();
  const counts = useMemo(() => {
    const counted = new Map<string, number>();
    for (const { section } of record.figures) if (section) counted.set(section, (counted.get(section) ?? 0) + 1);
    return counted;
  }, [record]);
  const current = sectionAt(record.sections, position);
  return (
    <ol className="viewer-outline">
      {record.sections.map(({ id, number, heading, level }) => (
        <li key={id} data-level={Math.min(level, 5)}>
          <button type="button" aria-current={id === current ? 'location' : undefined} onClick={() => onSection(id)}>
            <span className="number">{number}</span>
            <span className="heading" lang="vi">
              {heading || '…'}
            </span>
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
