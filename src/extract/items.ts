import {
  type Check,
  type DocumentMetadata,
  type Figure,
  type Message,
  NOTHING_SAID,
  type Place,
  type Section,
  type SourceDocument,
  type Span,
} from '../model/index.ts';
import type { ConfidenceFeatures } from './confidence/index.ts';
import type { Context } from './context/index.ts';
import type { Draft } from './figures/draft.ts';
import type { Link } from './link/index.ts';
import { type Known, NOTHING_KNOWN } from './metadata/index.ts';
import { type Cell, cellsAsBlocks, type DataTable } from './tables/index.ts';
import { type Layout, layoutOf } from './text/layout.ts';
import type { AssignedPeriod } from './time/index.ts';

/** What is known of a document so far. Every stage adds; none takes back what an earlier one found. */
export interface Items {
  layout: Layout;
  sections: readonly Section[];
  tables: readonly DataTable[];
  metadata: DocumentMetadata;
  /** What was given of the document beside it. */
  known: Known;
  /** The period of figures that nothing nearer dates. */
  standing: DocumentMetadata['period'];
  /** The period that the document itself announces. */
  announced: DocumentMetadata['period'];
  /** Stretches whose digits are no figures: expressions of time, furniture of a page. */
  excluded: readonly Span[];
  /** The figures with value, unit, comparator and role; the lists below run parallel to it. */
  drafts: readonly Draft[];
  /** Those of them that are numbers of tables. */
  cells: ReadonlyMap<Draft, Cell>;
  ids: readonly string[];
  contexts: readonly Context[];
  periods: readonly AssignedPeriod[];
  places: readonly (Place | null)[];
  links: readonly Link[];
  figures: readonly Figure[];
  checks: readonly Check[];
  messages: readonly Message[];
  /** What speaks for and against each figure. */
  evidence: readonly ConfidenceFeatures[];
  /** Where a person says that a figure stands. */
  marked: Span | null;
}

/** One step from Document to Record: pure, and told by what it adds. */
export type Stage = (document: SourceDocument, items: Items) => Partial<Items>;

export const noItems = (document: SourceDocument): Items => ({
  layout: layoutOf({ text: document.text, blocks: cellsAsBlocks(document) }),
  sections: [],
  tables: [],
  metadata: NOTHING_SAID,
  known: NOTHING_KNOWN,
  standing: null,
  announced: null,
  excluded: [],
  drafts: [],
  cells: new Map(),
  ids: [],
  contexts: [],
  periods: [],
  places: [],
  links: [],
  figures: [],
  checks: [],
  messages: document.messages,
  evidence: [],
  marked: null,
});
