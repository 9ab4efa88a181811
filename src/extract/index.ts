import type { Figure, ReportRecord, SourceDocument } from '../model/index.ts';
import { checks as checksOf } from './check/index.ts';
import { confidence, featuresOf } from './confidence/index.ts';
import { contextOf } from './context/index.ts';
import { findFigures } from './figures/index.ts';
import { identities } from './identity.ts';
import { partOf } from './link/index.ts';
import { furniture, sections as sectionsOf } from './structure/index.ts';
import { layoutOf } from './text/layout.ts';
import { assignPeriods, findTimes } from './time/index.ts';

export const VERSION = '0.1.0';

export const extract = (document: SourceDocument): ReportRecord => {
  const layout = layoutOf(document);
  const sections = sectionsOf(document);
  const metadata = {
    type: 'other' as const,
    number: null,
    title: null,
    issuer: null,
    issued: null,
    signer: null,
    place: null,
    period: null,
  };
  const times = findTimes(document.text);
  const excluded = [...times.filter((t) => t.kind !== 'rate').map((t) => t.span), ...furniture(document)];
  const drafts = findFigures(layout, excluded);
  const ids = identities(document.text, drafts);
  const contexts = contextOf(layout, drafts, { document, sections, title: metadata.title ?? '' });
  const periods = assignPeriods(document, { issued: null, period: null, sections }, drafts);
  const bare: Figure[] = contexts.map((c, i) => ({
    id: ids[i] as string,
    span: c.draft.span,
    boxes: [],
    kind: c.draft.kind,
    value: c.draft.value,
    unit: c.draft.unit,
    unitText: c.draft.noun ? document.text.slice(c.draft.noun.start, c.draft.noun.end) : '',
    per: c.draft.per,
    comparator: c.draft.comparator,
    role: c.draft.role,
    indicator: c.indicator,
    subjects: c.subjects,
    topic: c.topic,
    purpose: c.purpose,
    period: periods[i]?.period ?? null,
    place: null,
    partOf: null,
    section: c.section?.id ?? null,
    label: c.label,
    confidence: 0,
    rule: c.draft.rule,
    implied: c.implied,
    cell: null,
  }));
  const links = partOf(document.text, bare);
  const checks = checksOf(document.text, bare, links);
  const figures = bare.map((f) => ({
    ...f,
    partOf: links.find((l) => l.figure === f.id)?.whole ?? null,
    confidence: confidence(featuresOf(f, document.text, checks, [])),
  }));
  const { sha256, filename, mediaType, bytes, reader, encoding, ocr } = document;
  return {
    schemaVersion: '1.0',
    extractor: { name: 'ansinh', version: VERSION },
    document: {
      sha256,
      filename,
      mediaType,
      bytes,
      reader,
      encoding,
      ocr,
      pages: document.pages.length || null,
      ...metadata,
    },
    text: document.text,
    pages: document.pages,
    sections,
    tables: [],
    figures,
    checks,
    messages: document.messages,
  };
};
