import type { Explained, Reasons, Refused } from '../extract/explain/index.ts';
import type { Figure, ReportRecord, Section } from '../model/index.ts';

const WIDTH = 60;
const FEW = 24;

const dated = ({ period }: Figure): string =>
  period === null ? 'no period' : period.start === period.end ? period.start : `${period.start}…${period.end}`;

/** The words around a span, itself in brackets. */
const quoted = (text: string, { start, end }: Figure['span'], width: number): string => {
  const before = text.slice(Math.max(0, start - width), start);
  const after = text.slice(end, end + width);
  return `…${before}[${text.slice(start, end)}]${after}…`.replace(/\s+/g, ' ');
};

const grouped = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: 10 }).replaceAll(',', ' ');

/** One line a field: what it is, and behind a dash why. */
const line = (name: string, value: string, why = ''): string =>
  `  ${name.padEnd(11)} ${value}${value && why ? ' — ' : ''}${why}`;

const paragraph = (record: ReportRecord, figure: Figure, why: Reasons): string[] => {
  const { value, unit, per, comparator, role, indicator, topic, purpose, subjects, place, implied, kind } = figure;
  const checks = record.checks.filter(({ figures }) => figures.includes(figure.id));
  const lines = [
    quoted(record.text, figure.span, WIDTH),
    line(
      'value',
      `${value} ${[unit, ...per].join('/')} (${comparator}, ${role})`,
      Math.abs(value) >= 10_000 ? `${grouped(value)}, ${kind}` : kind,
    ),
    line('number', '', why.number),
    line('unit', '', why.unit),
    why.comparator && line('comparator', comparator, why.comparator),
    why.role && line('role', role, why.role),
    line('measures', indicator ?? 'no indicator', why.indicator),
    line('topic', `${topic}${purpose ? ` for ${purpose}` : ''}`, why.topic),
    subjects.length > 0 && line('of', subjects.join(', '), why.subjects),
    line('when', dated(figure), why.period),
    place && line('where', `${place.name} (${place.level}${place.code ? ` ${place.code}` : ''})`, why.place),
    why.partOf && line('part of', '', why.partOf),
    implied.length > 0 && line('implied', implied.join(', '), 'not in its own words but in what surrounds them'),
    ...checks.map(({ rule, status, message }) => line('check', `${rule} ${status}`, message)),
    line('confidence', `${figure.confidence}`, why.confidence),
    line('id', figure.id),
  ];
  return [...lines.filter((text) => typeof text === 'string' && text !== ''), ''] as string[];
};

const refusal = (text: string, { span, name, because }: Refused): string =>
  `  no figure   ${quoted(text, span, FEW)} ${name}: ${because}`;

const heading = (section: Section | undefined): string =>
  section ? `${section.number} ${section.heading}`.trim() : 'Before any section';

/** How often each reason refused a number, the commonest first. */
const tally = (refused: readonly Refused[]): string => {
  const counts = [...Map.groupBy(refused, ({ name }) => name)].map(([name, all]) => [name, all.length] as const);
  return counts
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
};

const head = ({ record, convention, refused }: Explained): string[] => {
  const { document, messages } = record;
  const failed = record.checks.filter(({ status }) => status === 'fail').length;
  const { decimal, votes } = convention;
  return [
    `${document.filename}: ${document.type}, ${document.place?.name ?? 'no place'}, ${document.period?.label ?? 'no period'}`,
    `${record.sections.length} sections, ${record.figures.length} figures, ${record.checks.length} checks (${failed} failed)`,
    `decimals behind “${decimal}”: ${votes.for} numbers say so, ${votes.against} say otherwise`,
    `${refused.length} numbers are no figures${refused.length > 0 ? `: ${tally(refused)}` : ''}`,
    ...messages.map(({ severity, code, message }) => `${severity} ${code}: ${message}`),
  ];
};

/** The innermost section that holds an offset. */
const sectionAt = (sections: readonly Section[], offset: number): Section | undefined =>
  sections.findLast(({ span }) => span.start <= offset && offset < span.end);

type Entry = { at: number; section: Section | undefined; lines: string[]; refused: boolean };

/**
 * A record as a person reads it: section by section and in reading order, each figure in its words with what made it
 * what it is, and between them each number that is no figure with the reason.
 */
export function printed(explained: Explained): string {
  const { record, reasons, refused } = explained;
  const byId = new Map(record.sections.map((section) => [section.id, section]));
  const entries: Entry[] = [
    ...record.figures.map((figure) => ({
      at: figure.span.start,
      section: byId.get(figure.section ?? ''),
      lines: paragraph(record, figure, reasons.get(figure.id) as Reasons),
      refused: false,
    })),
    ...refused.map((number) => ({
      at: number.span.start,
      section: sectionAt(record.sections, number.span.start),
      lines: [refusal(record.text, number)],
      refused: true,
    })),
  ].sort((a, b) => a.at - b.at);
  const lines = head(explained);
  let last: Entry | null = null;
  for (const entry of entries) {
    if (!last || entry.section !== last.section) lines.push('', `## ${heading(entry.section)}`, '');
    else if (last.refused && !entry.refused) lines.push('');
    lines.push(...entry.lines);
    last = entry;
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
