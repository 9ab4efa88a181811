import { memo, type RefObject } from 'react';
import type { Section } from '../../../src/model/index.ts';
import { useLanguage } from '../i18n/language.tsx';
import { sectionName } from '../report/model.ts';
import type { Order, Show, View } from './state/rows.ts';

interface Props {
  view: View;
  search: string;
  sections: readonly Section[];
  shown: number;
  all: number;
  input: RefObject<HTMLInputElement | null>;
  onView: (view: View) => void;
  onSearch: (words: string) => void;
}

/** Which figures the list shows, and in which order. */
export const Filters = memo(function Filters(props: Props) {
  const { view, search, sections, shown, all, input, onView, onSearch } = props;
  const { t } = useLanguage();
  const d = t.desk;
  return (
    <search className="desk-filters">
      <input
        ref={input}
        type="search"
        value={search}
        placeholder={t.filterPlaceholder}
        aria-label={t.filterFigures}
        onChange={(event) => onSearch(event.target.value)}
      />
      <span className="shown" role="status">
        {d.shownOf(shown, all)}
      </span>
      <select
        aria-label={d.showHeading}
        value={view.show}
        onChange={(event) => onView({ ...view, show: event.target.value as Show })}
      >
        {(Object.keys(d.show) as Show[]).map((show) => (
          <option key={show} value={show}>
            {d.show[show]}
          </option>
        ))}
      </select>
      <select
        aria-label={d.orderHeading}
        value={view.order}
        onChange={(event) => onView({ ...view, order: event.target.value as Order })}
      >
        {(Object.keys(d.order) as Order[]).map((order) => (
          <option key={order} value={order}>
            {d.order[order]}
          </option>
        ))}
      </select>
      {sections.length > 0 && (
        <select
          aria-label={t.filterSection}
          value={view.section ?? ''}
          onChange={(event) => onView({ ...view, section: event.target.value || null })}
        >
          <option value="">{t.allSections}</option>
          {sections.map((section) => (
            <option key={section.id} value={section.id}>
              {sectionName(section)}
            </option>
          ))}
        </select>
      )}
    </search>
  );
});
