import { type FormEvent, type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import { readValue } from '../../../src/extract/typed.ts';
import catalogue from '../../../src/model/catalogue.json' with { type: 'json' };
import type { Figure } from '../../../src/model/index.ts';
import { formatPeriod, shownValue, valueText } from '../format.ts';
import { label } from '../i18n/labels.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Combo } from './combo.tsx';
import type { Patch } from './state/changes.ts';
import { type Draft, readDraft, type Surroundings, withUnit, withValue } from './state/draft.ts';
import type { Option } from './state/matches.ts';
import { readPeriod } from './state/period.ts';

export type Field = 'value' | 'unit' | 'indicator' | 'subjects' | 'period' | 'place' | 'label';

interface Props {
  title: string;
  figure: Figure;
  draft: Draft;
  reason: string;
  start: Field;
  surroundings: Surroundings;
  /** The figures that may include this one. */
  wholes: readonly Option[];
  onDraft: (draft: Draft) => void;
  onReason: (reason: string) => void;
  onSave: (patch: Patch) => void;
  onCancel: () => void;
  note?: string | null;
}

type Table = 'units' | 'indicators' | 'subjects' | 'topics' | 'kinds' | 'comparators' | 'roles';
const sorted = (table: Table, language: 'vi' | 'en') =>
  Object.keys(catalogue[table]).map((id) => ({ id, name: label(table, id, language) }));

/** Every field of a figure, to be typed. What cannot be read stays as typed, with a sentence beside it. */
export function FigureForm(props: Props) {
  const { title, figure, draft, reason, start, surroundings, wholes, onDraft, onReason, onSave, onCancel, note } =
    props;
  const { t, language } = useLanguage();
  const d = t.desk;
  const form = useRef<HTMLFormElement>(null);
  const ids = useId();
  const options = useMemo(
    () => ({
      units: sorted('units', language),
      indicators: sorted('indicators', language),
      subjects: sorted('subjects', language),
      topics: sorted('topics', language),
      comparators: sorted('comparators', language),
      roles: sorted('roles', language),
      kinds: sorted('kinds', language),
      per: [...Object.entries(d.months).map(([id, name]) => ({ id, name })), ...sorted('units', language)],
      places: surroundings.places.map(({ name }) => ({ id: name, name })),
    }),
    [language, d, surroundings.places],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus is set once, where the person asked for it
  useEffect(() => {
    const input = form.current?.querySelector<HTMLInputElement>(`[data-field="${start}"] input`);
    input?.focus();
    input?.select();
  }, []);

  const read = readDraft(draft, figure, surroundings);
  const wrong = 'wrong' in read ? read.wrong : {};
  const save = (event: FormEvent) => {
    event.preventDefault();
    if ('patch' in read) return onSave(read.patch);
    const [first] = Object.keys(read.wrong);
    form.current?.querySelector<HTMLInputElement>(`[data-field="${first}"] input`)?.focus();
  };
  const set = (news: Partial<Draft>) => onDraft({ ...draft, ...news });

  const field = (
    name: keyof Draft,
    title: string,
    input: (id: string, told: string | undefined) => ReactNode,
    hint?: string,
  ) => {
    const sentence = wrong[name];
    const told = sentence || hint ? `${ids}-${name}-told` : undefined;
    return (
      <div className="form-field" data-field={name} data-wrong={sentence !== undefined}>
        <label htmlFor={`${ids}-${name}`}>{title}</label>
        {input(`${ids}-${name}`, told)}
        {(sentence || hint) && (
          <p id={told} className={sentence ? 'problem' : 'hint'}>
            {sentence ? d.wrong[sentence] : hint}
          </p>
        )}
      </div>
    );
  };
  const text = (
    name: 'value' | 'unitText' | 'period' | 'label',
    title: string,
    hint?: string,
    on = (typed: string) => set({ [name]: typed }),
  ) =>
    field(
      name,
      title,
      (id, told) => (
        <input
          id={id}
          type="text"
          autoComplete="off"
          value={draft[name]}
          aria-invalid={wrong[name] !== undefined}
          aria-describedby={told}
          onChange={(event) => on(event.target.value)}
        />
      ),
      hint,
    );
  const combo = (
    name: 'unit' | 'indicator' | 'topic' | 'purpose' | 'place' | 'partOf' | 'comparator' | 'role' | 'kind',
    title: string,
    list: readonly Option[],
    choose: (id: string | null) => void,
    empty = d.none,
  ) =>
    field(name, title, (id, told) => (
      <Combo
        label={title}
        id={id}
        options={list}
        chosen={draft[name] || null}
        onChoose={choose}
        empty={empty}
        invalid={wrong[name] !== undefined}
        describedBy={told}
      />
    ));
  const many = (name: 'subjects' | 'per', title: string, list: { id: string; name: string }[]) =>
    field(name, title, (id, told) => (
      <div className="many">
        {draft[name].map((code) => {
          const shown = list.find((option) => option.id === code)?.name ?? code;
          return (
            <button
              key={code}
              type="button"
              className="chip"
              aria-label={d.remove(shown)}
              onClick={() => {
                set({ [name]: draft[name].filter((other) => other !== code) });
                form.current?.querySelector<HTMLInputElement>(`[data-field="${name}"] input`)?.focus();
              }}
            >
              {shown} <span aria-hidden="true">✕</span>
            </button>
          );
        })}
        <Combo
          label={`${title}: ${d.addOne}`}
          id={id}
          options={list.filter((option) => !draft[name].includes(option.id))}
          chosen={null}
          onChoose={(code) => code !== null && set({ [name]: [...draft[name], code] })}
          empty={d.addOne}
          describedBy={told}
          clears
        />
      </div>
    ));

  const value = readValue(draft.value)?.value;
  const period = readPeriod(draft.period, surroundings.period);
  const asRead: Figure = {
    ...figure,
    value: value ?? 0,
    unit: draft.unit as Figure['unit'],
    unitText: draft.unitText,
    per: draft.per,
  };
  return (
    <form ref={form} className="figure-form" aria-label={title} onSubmit={save} noValidate>
      <h3>{title}</h3>
      {note && <p className="second">{note}</p>}
      <div className="form-fields">
        {text(
          'value',
          d.value,
          value === undefined
            ? d.valueHint
            : d.means(valueText(shownValue({ ...asRead, role: 'actual', comparator: 'eq' }, '', language))),
          (typed) => onDraft(withValue(draft, typed)),
        )}
        {combo('unit', d.unit, options.units, (unit) => unit && onDraft(withUnit(draft, unit)))}
        {text('label', d.label)}
        {combo('indicator', d.indicator, options.indicators, (indicator) => set({ indicator }))}
        {many('subjects', d.subjects, options.subjects)}
        {text('period', d.period, 'period' in period ? d.means(formatPeriod(period.period, language)) : d.periodHint)}
        {combo('place', d.place, options.places, (place) => set({ place: place ?? '' }), d.ownPlace)}
        {combo('topic', d.topic, options.topics, (topic) => topic && set({ topic }))}
        {combo('purpose', d.purpose, options.topics, (purpose) => set({ purpose }))}
        {combo('comparator', d.comparator, options.comparators, (code) => code && set({ comparator: code }))}
        {combo('role', d.role, options.roles, (code) => code && set({ role: code }))}
        {combo('kind', d.kind, options.kinds, (code) => code && set({ kind: code }))}
        {many('per', d.per, options.per)}
        {text('unitText', d.unitText)}
        {combo('partOf', d.partOfField, wholes, (partOf) => set({ partOf }))}
        <div className="form-field">
          <label htmlFor={`${ids}-reason`}>{d.reasonField}</label>
          <input
            id={`${ids}-reason`}
            type="text"
            maxLength={2000}
            autoComplete="off"
            value={reason}
            onChange={(event) => onReason(event.target.value)}
          />
        </div>
      </div>
      <div className="form-actions">
        <button type="submit" className="primary">
          {d.save} <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={onCancel}>
          {d.cancel} <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
}
