import type { Figure, ReportRecord, Section } from '../model/index.ts';

const WIDTH = 60;

const dated = ({ period }: Figure): string =>
  period === null ? 'no period' : period.start === period.end ? period.start : `${period.start}…${period.end}`;

/** The words around a figure, itself in brackets. */
const quoted = (text: string, { span }: Figure): string => {
  const before = text.slice(Math.max(0, span.start - WIDTH), span.start);
  const after = text.slice(span.end, span.end + WIDTH);
  return `…${before}[${text.slice(span.start, span.end)}]${after}…`.replace(/\s+/g, ' ');
};

const paragraph = (record: ReportRecord, figure: Figure): string[] => {
  const { value, unit, per, comparator, role, rule, indicator, topic, purpose, subjects, place, partOf, implied } =
    figure;
  const checks = record.checks.filter(({ figures }) => figures.includes(figure.id));
  const lines = [
    quoted(record.text, figure),
    `  value       ${value} ${[unit, ...per].join('/')} (${comparator}, ${role}), by the rule ${rule}`,
    `  measures    ${indicator ?? 'no indicator'}; ${topic}${purpose ? ` for ${purpose}` : ''}; of ${subjects.join(', ') || 'nobody named'}`,
    `  when, where ${dated(figure)}; ${place?.name ?? "the document's own place"}`,
    implied.length > 0 ? `  implied     ${implied.join(', ')}: not in its own words but in what surrounds them` : '',
    partOf ? `  part of     ${partOf}` : '',
    ...checks.map(({ rule: name, status, message }) => `  check       ${name} ${status}: ${message}`),
    `  confidence  ${figure.confidence}   id ${figure.id}`,
  ];
  return [...lines.filter((line) => line !== ''), ''];
};

const heading = (section: Section | undefined): string =>
  section ? `${section.number} ${section.heading}`.trim() : 'Before any section';

/** A record as a person reads it: section by section, each figure in its words with what made it what it is. */
export function explained(record: ReportRecord): string {
  const { document } = record;
  const lines = [
    `${document.filename}: ${document.type}, ${document.place?.name ?? 'no place'}, ${document.period?.label ?? 'no period'}`,
    `${record.sections.length} sections, ${record.figures.length} figures, ${record.checks.length} checks`,
    ...record.messages.map(({ severity, code, message }) => `${severity} ${code}: ${message}`),
  ];
  let last: string | null | undefined;
  for (const figure of record.figures) {
    if (figure.section !== last)
      lines.push('', `## ${heading(record.sections.find(({ id }) => id === figure.section))}`, '');
    last = figure.section;
    lines.push(...paragraph(record, figure));
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
