import { memo, type ReactNode } from 'react';
import type { Figure, ReportRecord } from '../../../src/model/index.ts';
import { countedUnit, formatNumber, valueText } from '../format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Confidence } from '../ui/confidence.tsx';
import { sentenceOf } from '../viewer/sentence.ts';
import type { Field } from './form.tsx';
import { fieldName, fieldValue } from './show.ts';
import { type Figures, fieldOf } from './state/changes.ts';
import type { Command, Keys } from './state/commands.ts';
import type { Row } from './state/rows.ts';

interface Props {
  record: ReportRecord;
  row: Row;
  figures: Figures;
  parts: readonly Figure[];
  keys: Keys;
  may: boolean;
  reason: string;
  onCommand: (command: Command) => void;
  onSelect: (id: string) => void;
}

/** The fields of a figure in the order in which a reviewer reads them, with the command that edits each. */
const FIELDS: [keyof Figure, Command][] = [
  ['indicator', 'editIndicator'],
  ['subjects', 'editSubjects'],
  ['period', 'editPeriod'],
  ['place', 'editPlace'],
  ['topic', 'edit'],
  ['purpose', 'edit'],
  ['comparator', 'edit'],
  ['role', 'edit'],
  ['unit', 'editUnit'],
  ['per', 'edit'],
];

export const FIELD_OF: Partial<Record<Command, Field>> = {
  edit: 'value',
  editValue: 'value',
  editUnit: 'unit',
  editIndicator: 'indicator',
  editSubjects: 'subjects',
  editPeriod: 'period',
  editPlace: 'place',
  editLabel: 'label',
};

export function Key({ of, keys }: { of: Command; keys: Keys }) {
  const [chord] = keys.bindings[of];
  if (!chord) return null;
  return (
    <span aria-hidden="true">
      <kbd>{chord.replace('Escape', 'Esc')}</kbd>
    </span>
  );
}

/** One figure: its sentence, what speaks against it, what can be done about it, every field. */
export const FigureCard = memo(function FigureCard(props: Props) {
  const { record, row, figures, parts, keys, may, reason, onCommand, onSelect } = props;
  const { t, language } = useLanguage();
  const d = t.desk;
  const { item } = row;
  const { figure, verdict } = item;
  const { text } = record;
  const sentence = sentenceOf(text, figure.span);
  const whole = figure.partOf ? figures.get(figure.partOf)?.figure : undefined;
  const say = (field: string, value: unknown) => fieldValue(field, value, figures, t, language);

  const button = (command: Command, name: string, primary = false) => (
    <button
      type="button"
      className={primary ? 'primary' : undefined}
      disabled={!may}
      onClick={() => onCommand(command)}
    >
      {name} <Key of={command} keys={keys} />
    </button>
  );
  const field = (name: string, title: string, value: ReactNode, command?: Command) => (
    <div key={name} data-decided={item.decided.includes(name)}>
      <dt>{title}</dt>
      <dd>
        {command && may ? (
          <button type="button" className="field" onClick={() => onCommand(command)}>
            {value}
          </button>
        ) : (
          value
        )}
        {(figure.implied as string[]).includes(name) && (
          <span className="implied" title={t.impliedHint}>
            {t.implied}
          </span>
        )}
      </dd>
    </div>
  );
  const jump = (other: Figure) => (
    <button key={other.id} type="button" className="chip" onClick={() => onSelect(other.id)}>
      {formatNumber(other.value)} {countedUnit(other, language)}
    </button>
  );
  let number = 0;

  return (
    <section className="card" aria-label={d.card} tabIndex={-1}>
      <header>
        <h2>
          <span className="amount">{valueText(row.value)}</span> <span lang="vi">{row.name}</span>
        </h2>
        <p className="verdict-line" data-verdict={verdict ?? 'none'}>
          {d.verdict[verdict ?? 'none']}
          {item.sure && ` · ${d.sure}`}
          {!item.found && ` · ${d.lost}`}
        </p>
      </header>
      <div className="card-actions">
        {button('accept', d.accept, true)}
        {button('reject', verdict === 'rejected' ? d.unreject : d.reject)}
        {button('edit', d.edit)}
        {button('split', d.split)}
        {button('merge', d.merge)}
        {button('partOf', d.partOf)}
        {button('reason', d.reason)}
        <button type="button" onClick={() => onCommand('history')}>
          {d.history} <Key of="history" keys={keys} />
        </button>
      </div>
      {reason && <p className="second">{d.reasonKept(reason)}</p>}
      {item.doubts.length > 0 && (
        <ul className="doubts" aria-label={d.doubts}>
          {item.doubts.map((doubt, i) => (
            <li key={i}>
              <p>{doubt.message}</p>
              {doubt.suggestions.map((suggestion) => {
                number += 1;
                const command = `suggestion${number}` as Command;
                return number > 9 ? null : (
                  <button
                    key={number}
                    type="button"
                    disabled={!may}
                    aria-label={`${d.suggestion(number)}: ${suggestion.label}`}
                    onClick={() => onCommand(command)}
                  >
                    <Key of={command} keys={keys} /> {suggestion.label}
                  </button>
                );
              })}
            </li>
          ))}
        </ul>
      )}
      {Object.keys(item.extractor).length > 0 && (
        <div className="disagreement">
          <dl>
            {Object.entries(item.extractor).map(([name, value]) => (
              <div key={name}>
                <dt>{fieldName(name, t)}</dt>
                <dd>
                  {d.extractorSays}: <b>{say(name, value)}</b> · {d.personSaid}: <b>{say(name, fieldOf(item, name))}</b>
                </dd>
              </div>
            ))}
          </dl>
          {button('takeTheirs', d.takeTheirs)}
          {button('keepMine', d.keepMine)}
        </div>
      )}
      <blockquote lang="vi" aria-label={t.sentence}>
        {text.slice(sentence.start, figure.span.start)}
        <b>{text.slice(figure.span.start, figure.span.end)}</b>
        {text.slice(figure.span.end, Math.max(figure.span.end, sentence.end)).trimEnd()}
      </blockquote>
      <dl className="fields">
        {field('value', t.exactValue, `${formatNumber(figure.value)} ${countedUnit(figure, language)}`, 'editValue')}
        {field('label', d.label, <span lang="vi">{figure.label || d.none}</span>, 'editLabel')}
        {FIELDS.map(([name, command]) =>
          field(
            name,
            fieldName(name, t),
            name === 'place' && !figure.place
              ? (record.document.place?.name ?? d.none)
              : name === 'unit' && figure.unitText
                ? `${say('unit', figure.unit)} (${figure.unitText})`
                : say(name, figure[name]),
            command,
          ),
        )}
        {whole && field('partOf', d.partOfField, jump(whole))}
        {parts.length > 0 && field('parts', t.parts, <span className="chips">{parts.map(jump)}</span>)}
        {item.agrees &&
          field(
            'checks',
            t.checksTab,
            <ul className="agrees" lang="vi">
              {item.agrees.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>,
          )}
        {field('confidence', t.confidence, <Confidence value={figure.confidence} />)}
        {field('rule', t.rule, <code>{figure.rule}</code>)}
      </dl>
    </section>
  );
});
