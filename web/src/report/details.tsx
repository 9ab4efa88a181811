import { type ReactNode, useState } from 'react';
import type { Figure, ReportRecord } from '../../../src/model/index.ts';
import { countedUnit, formatNumber, valueText } from '../format.ts';
import { label } from '../i18n/labels.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Confidence } from '../ui/confidence.tsx';
import { sentenceOf } from './blocks.ts';
import { type Row, sectionName } from './model.ts';

interface Props {
  record: ReportRecord;
  row: Row;
  rows: Row[];
  onSelect: (id: string) => void;
  onSection: (id: string) => void;
  onClose: () => void;
  onStep: (by: 1 | -1) => void;
}

export function FigureDetails({ record, row, rows, onSelect, onSection, onClose, onStep }: Props) {
  const { t, language } = useLanguage();
  const [copied, setCopied] = useState<string | null>(null);
  const { figure } = row;
  const { text } = record;
  const sentence = sentenceOf(text, figure.span);
  const section = record.sections.find(({ id }) => id === figure.section);
  const whole = rows.find((other) => other.figure.id === figure.partOf);
  const parts = rows.filter((other) => other.figure.partOf === figure.id);

  const implied = (field: Figure['implied'][number]) =>
    figure.implied.includes(field) && (
      <span className="implied" title={t.impliedHint}>
        {t.implied}
      </span>
    );
  const field = (name: string, value: ReactNode, mark?: ReactNode) => (
    <div>
      <dt>{name}</dt>
      <dd>
        {value || <span className="nothing">{t.none}</span>} {mark}
      </dd>
    </div>
  );
  const jump = (other: Row) => (
    <button key={other.figure.id} type="button" className="chip" onClick={() => onSelect(other.figure.id)}>
      {valueText(other.value)}
    </button>
  );
  const copy = () => {
    void navigator.clipboard?.writeText(location.href).then(() => setCopied(figure.id));
  };

  return (
    <section className="details" aria-label={t.details}>
      <header>
        <h2>
          <span className="amount">{valueText(row.value)}</span> <span lang="vi">{row.name}</span>
        </h2>
        <div className="actions">
          <button
            type="button"
            className="icon"
            aria-label={t.previousFigure}
            title={`${t.previousFigure} (k)`}
            onClick={() => onStep(-1)}
          >
            ↑
          </button>
          <button
            type="button"
            className="icon"
            aria-label={t.nextFigure}
            title={`${t.nextFigure} (j)`}
            onClick={() => onStep(1)}
          >
            ↓
          </button>
          <button type="button" className="icon" aria-label={t.close} title={`${t.close} (Esc)`} onClick={onClose}>
            ✕
          </button>
        </div>
      </header>
      <blockquote lang="vi" aria-label={t.sentence}>
        {text.slice(sentence.start, figure.span.start)}
        <b>{text.slice(figure.span.start, figure.span.end)}</b>
        {text.slice(figure.span.end, Math.max(figure.span.end, sentence.end)).trimEnd()}
      </blockquote>
      {row.failed.map((check) => (
        <p key={check.rule + check.message} className="alarm">
          {check.message}
        </p>
      ))}
      <dl>
        {field(
          t.indicator,
          row.indicator && (
            <>
              {row.indicator} <code>{figure.indicator}</code>
            </>
          ),
          implied('indicator'),
        )}
        {field(t.subjects, row.subjects, implied('subjects'))}
        {field(t.topic, label('topics', figure.topic, language), implied('topic'))}
        {figure.purpose && field(t.purpose, label('topics', figure.purpose, language))}
        {field(t.period, row.period, implied('period'))}
        {field(t.place, figure.place?.name ?? record.document.place?.name, implied('place'))}
        {field(t.kind, label('kinds', figure.kind, language))}
        {field(t.exactValue, `${formatNumber(figure.value)} ${countedUnit(figure, language)}`)}
        {field(
          t.unit,
          figure.unitText ? <span lang="vi">{figure.unitText}</span> : label('units', figure.unit, language),
          implied('unit'),
        )}
        {field(t.comparator, label('comparators', figure.comparator, language), implied('comparator'))}
        {field(t.role, label('roles', figure.role, language), implied('role'))}
        {whole && field(t.partOf, jump(whole))}
        {parts.length > 0 && field(t.parts, <span className="chips">{parts.map(jump)}</span>)}
        {section &&
          field(
            t.section,
            <button type="button" className="linklike" lang="vi" onClick={() => onSection(section.id)}>
              {sectionName(section)}
            </button>,
          )}
        {figure.cell && field(t.cell, t.cellAt(figure.cell.row + 1, figure.cell.column + 1))}
        {field(t.confidence, <Confidence value={figure.confidence} />)}
        {field(t.rule, <code>{figure.rule}</code>)}
      </dl>
      <button type="button" className="quiet" onClick={copy}>
        {copied === figure.id ? t.copied : t.copyLink}
      </button>
    </section>
  );
}
