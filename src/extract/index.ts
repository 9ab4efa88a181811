import {
  type Figure,
  type Given,
  overlaps,
  type ReportRecord,
  type SourceDocument,
  type Span,
} from '../model/index.ts';
import { VERSION } from '../model/version.ts';
import { boxesOf } from './boxes.ts';
import { checks } from './check/index.ts';
import { type ConfidenceFeatures, confidence, weigher } from './confidence/index.ts';
import { contextOf } from './context/index.ts';
import { topicOfText } from './context/topic.ts';
import { shareWithParts } from './context/whole.ts';
import { documentOf } from './document-of.ts';
import { conventionDoubt, doubtsOf, misreadDoubts } from './doubts.ts';
import { type Explained, explained } from './explain/index.ts';
import { conventionIn, findFigures } from './figures/index.ts';
import { asPlanned } from './figures/planned.ts';
import { identities } from './identity.ts';
import { type Items, noItems, type Stage } from './items.ts';
import { partOf } from './link/index.ts';
import { knownIn, knownOf, laidUnder, metadata, NOTHING_KNOWN, standingPeriod } from './metadata/index.ts';
import { unreadableDoubts, unreadableIn } from './numbers/unreadable.ts';
import { assignPlaces } from './places/index.ts';
import { furniture, sections } from './structure/index.ts';
import {
  cellsOf,
  closedToProse,
  contextsOfCells,
  fieldsOf,
  findTables,
  placeView,
  tableChecks,
  tableLinks,
  tablesOf,
  withTables,
} from './tables/index.ts';
import { assignPeriods, findTimes } from './time/index.ts';

/** The way from Document to Record, in order. */
const STAGES: readonly Stage[] = [
  function structure(document) {
    return { sections: sections(document).map((section) => ({ ...section, topic: topicOfText(section.heading) })) };
  },
  function describe(document, { sections, known, messages }) {
    const told = metadata(document, sections);
    const standing = fallbackPeriod(told, document);
    const laid = laidUnder(told, standing, known);
    return {
      metadata: laid.metadata,
      standing: standing ?? (told.period ? null : laid.metadata.period),
      announced: told.period,
      messages: [...messages, ...laid.messages],
    };
  },
  function tabulate(document, { sections }) {
    return { tables: findTables(document, sections) };
  },
  function exclude(document, { layout, tables, messages, marked }) {
    const times = findTimes(document.text).filter(({ kind }) => kind !== 'rate');
    const unreadable = unreadableIn(layout);
    const { endless, parted } = unreadable;
    return {
      excluded: [
        ...times.map(({ span }) => span),
        ...furniture(document),
        ...closedToProse(tables),
        ...endless,
        ...parted,
      ].filter((span) => marked === null || !overlaps(span, marked)),
      messages: [...messages, ...unreadableDoubts(unreadable)],
    };
  },
  function read({ text }, { layout, excluded, messages, sections, tables, metadata, marked }) {
    const found = findFigures(layout, excluded, undefined, marked);
    const prose = asPlanned(layout, found, sections, metadata.issued);
    const cells = new Map(cellsOf(text, tables).map((cell) => [cell.draft, cell]));
    const drafts = [...prose, ...cells.keys()].sort((a, b) => a.span.start - b.span.start);
    return {
      drafts,
      cells,
      ids: identities(text, drafts),
      messages: [...messages, ...conventionDoubt(conventionIn(layout)), ...doubtsOf(drafts, text)],
    };
  },
  function context(document, { layout, drafts, cells, sections, metadata }) {
    const title = metadata.title ?? '';
    const prose = drafts.filter((draft) => !cells.has(draft));
    const told = [
      ...contextOf(layout, prose, { document, sections, title }),
      ...contextsOfCells([...cells.values()], sections, title),
    ];
    const byDraft = new Map(told.map((context) => [context.draft, context]));
    return { contexts: drafts.map((draft) => byDraft.get(draft) as (typeof told)[number]) };
  },
  function date(document, { drafts, sections, metadata: { issued }, standing, announced }) {
    return { periods: assignPeriods(document, { issued, period: standing, announced, sections }, drafts) };
  },
  function place(document, { drafts, metadata, tables, messages }) {
    const spans = drafts.map(({ span }) => span);
    const told = assignPlaces({ ...document, tables: placeView(tables) }, metadata, spans);
    return { places: told.places, messages: [...messages, ...told.messages] };
  },
  function link({ text }, items) {
    const figures = items.drafts.map((_, i) => figureOf(items, i));
    const told = partOf(text, figures.filter(isProse));
    const links = [...told, ...tableLinks(filled(items, figures))];
    return { links, contexts: shareWithParts(items.contexts, items.ids, told) };
  },
  function assemble(document, items) {
    const wholes = new Map(items.links.map(({ figure, whole }) => [figure, whole]));
    return {
      figures: items.drafts.map(({ span }, i) => {
        const figure = figureOf(items, i);
        return { ...figure, boxes: boxesOf(document.words, span), partOf: wholes.get(figure.id) ?? null };
      }),
    };
  },
  function check({ text, ocr }, items) {
    const { figures, links } = items;
    const prose = figures.filter(isProse);
    return {
      checks: [...checks(text, prose, links, ocr !== null), ...tableChecks(text, filled(items, figures), ocr !== null)],
    };
  },
  function weigh({ text, words }, { figures, contexts, checks, messages }) {
    const weighed = weigher(text, checks, messages, words);
    return { evidence: figures.map((figure, i) => weighed(figure, contexts[i] as Items['contexts'][number])) };
  },
  function trust({ text }, { figures, evidence, messages }) {
    const given = evidence.map(confidence);
    return {
      figures: figures.map((figure, i) => ({ ...figure, confidence: given[i] as number })),
      messages: [...messages, ...misreadDoubts(text, figures, evidence)],
    };
  },
];

/** The period of figures that nothing nearer dates: what the title, else the lines at the head, report on. */
const fallbackPeriod = (told: Items['metadata'], { text, blocks }: SourceDocument): Items['metadata']['period'] =>
  standingPeriod(
    told,
    blocks.filter(({ kind }) => kind !== 'furniture').map(({ span }) => text.slice(span.start, span.end)),
  );

/** The rules of prose link and check what stands outside the cells of tables. */
const isProse = (figure: Figure): boolean => figure.cell === null;

/** The numbers of tables with the figures they became. */
const filled = ({ drafts, cells }: Items, figures: readonly Figure[]) =>
  drafts.flatMap((draft, i) => {
    const cell = cells.get(draft);
    return cell ? [{ cell, figure: figures[i] as Figure }] : [];
  });

/** One figure out of the parallel lists. */
const figureOf = ({ layout, ids, contexts, periods, places, cells }: Items, i: number): Figure => {
  const context = contexts[i] as Items['contexts'][number];
  const { draft, subjects, topic, purpose, indicator, label, section } = context;
  const dated = periods[i];
  const cell = cells.get(draft);
  return {
    id: ids[i] as string,
    span: draft.span,
    boxes: [],
    kind: draft.kind,
    value: draft.value,
    unit: draft.unit,
    unitText: draft.noun ? layout.text.slice(draft.noun.start, draft.noun.end) : '',
    per: draft.per,
    comparator: draft.comparator,
    role: draft.role,
    indicator,
    subjects,
    topic,
    purpose,
    period: dated?.period ?? null,
    place: places[i] ?? null,
    partOf: null,
    section: section?.id ?? null,
    label,
    confidence: 0,
    rule: draft.rule,
    implied: dated?.period && dated.implied ? [...context.implied, 'period'] : context.implied,
    cell: null,
    ...(cell && fieldsOf(cell, places[i] ?? null)),
  };
};

const run = (source: SourceDocument, beside: Partial<Items> = {}): Items => {
  const document = withTables(source);
  const start = noItems(document);
  let items: Items = { ...start, ...beside, messages: [...start.messages, ...(beside.messages ?? [])] };
  for (const stage of STAGES) items = { ...items, ...stage(document, items) };
  return items;
};

const recordOf = (document: SourceDocument, items: Items): ReportRecord => {
  const { sections, metadata, tables, figures, checks, messages } = items;
  const { sha256, filename, mediaType, bytes, reader, encoding, ocr, text, pages } = document;
  return {
    schemaVersion: '1.0',
    extractor: { name: 'ansinh', version: VERSION },
    document: { sha256, filename, mediaType, bytes, pages: pages.length || null, reader, encoding, ocr, ...metadata },
    text,
    pages,
    sections: [...sections],
    tables: tablesOf(tables),
    figures: [...figures],
    checks: [...checks],
    messages: [...messages],
  };
};

/**
 * What a person's mark on the text of a record is: the figures that stand there, read as those around them are, though a
 * rule had refused them. Empty where no number stands in it.
 */
export const infer = (record: ReportRecord, marked: Span): Figure[] => {
  const found = run(documentOf(record), { marked, known: knownIn(record) }).figures.filter(({ span }) =>
    overlaps(span, marked),
  );
  const cells = found.filter(({ cell }) => cell !== null);
  return cells.length > 0 ? cells : found;
};

/**
 * Document → Record: sections, metadata, figures with their context, links and checks. Pure and synchronous;
 * doubts are messages on the record, never exceptions. `given`: place and year of the report where it names none itself.
 */
export const extract = (document: SourceDocument, given: Given | null = null): ReportRecord => {
  const { known, messages } = given ? knownOf(given) : { known: NOTHING_KNOWN, messages: [] };
  return recordOf(document, run(document, { known, messages }));
};

/** The same record with what made each figure and why every other number is none: for people who look into it. */
export const explain = (document: SourceDocument): Explained => {
  const items = run(document);
  return explained(document, items, recordOf(document, items));
};

/** The same record with what speaks for and against each of its figures: confidence is fitted on it. */
export const weighed = (
  document: SourceDocument,
): { record: ReportRecord; evidence: readonly ConfidenceFeatures[] } => {
  const items = run(document);
  return { record: recordOf(document, items), evidence: items.evidence };
};
