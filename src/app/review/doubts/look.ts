import {
  type Bilingual,
  type Check,
  type DoubtCode,
  type Figure,
  type FigurePatch,
  type Message,
  overlaps,
} from '../../../model/index.ts';
import { byFigure, FIELDS, VERDICT } from '../../overlay.ts';
import type { NumberedEvent, Reviewing, StandingFigure } from '../../ports.ts';
import { eventsOf } from '../layer.ts';
import { readFigure, readRecord } from '../lenient.ts';

/** A figure as a rule of doubt sees it. */
export interface Seen {
  figure: Figure;
  verdict: StandingFigure['verdict'];
  found: boolean;
  etag: string;
  /** Fields as stored that cannot be shown. */
  unreadable: Record<string, unknown>;
  /** Fields that a person set. */
  decided: string[];
  events: NumberedEvent[];
  /** As the latest extraction has it; null where a person entered it, or it is no longer found. */
  extracted: Figure | null;
}

/** The report about a figure. */
export interface Look {
  text: string;
  figures: ReadonlyMap<string, Seen>;
  checks: ReadonlyMap<string, Check[]>;
  /** Messages about the text of a figure. */
  messages: ReadonlyMap<string, Message[]>;
  neighbours: Reviewing['neighbours'];
  since: number;
}

/** A doubt in both languages. */
export interface Said {
  code: DoubtCode;
  message: Bilingual;
  suggestions: { label: Bilingual; patch: FigurePatch }[];
}

export type Rule = (seen: Seen, look: Look) => Said | null;

const decidedIn = (events: readonly NumberedEvent[]): string[] => {
  const names = new Set(events.map(({ field }) => field).filter((field) => field !== VERDICT));
  return [...FIELDS.filter((field) => names.has(field) || names.has('figure'))];
};

const checksOf = (checks: readonly Check[]): Map<string, Check[]> => {
  const byId = new Map<string, Check[]>();
  for (const check of checks) {
    for (const id of new Set(check.figures)) byId.set(id, [...(byId.get(id) ?? []), check]);
  }
  return byId;
};

/** The messages that touch each figure: reports have thousands of both. */
const messagesOf = (messages: readonly Message[], seen: readonly [string, Seen][]): Map<string, Message[]> => {
  const placed = seen.map(([id, { figure }]) => ({ id, ...figure.span })).sort((a, b) => a.start - b.start);
  const longest = Math.max(0, ...placed.map(({ start, end }) => end - start));
  const byId = new Map<string, Message[]>();
  for (const message of messages) {
    const { span } = message;
    if (span === null) continue;
    for (let i = firstFrom(placed, span.start - longest); (placed[i]?.start ?? Infinity) < span.end; i += 1) {
      const { id, ...place } = placed[i] as (typeof placed)[number];
      if (overlaps(place, span)) byId.set(id, [...(byId.get(id) ?? []), message]);
    }
  }
  return byId;
};

/** The index of the first that starts at `at` or behind. */
const firstFrom = (sorted: readonly { start: number }[], at: number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as { start: number }).start < at) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** A report as its figures are looked at, in a layer: every row read leniently, whatever version wrote it. */
export const lookAt = (reviewing: Reviewing, standing: readonly StandingFigure[], layer: 'first' | 'second'): Look => {
  const record = readRecord(reviewing.record);
  const events = byFigure(eventsOf(reviewing, layer));
  const extracted = new Map(record.figures.map((figure) => [figure.id, figure]));
  const seen = standing.map(({ figure: stored, verdict, found, etag }): [string, Seen] => {
    const { figure, unreadable } = readFigure(stored);
    const own = events.get(figure.id) ?? [];
    const latest = extracted.get(figure.id) ?? null;
    return [
      figure.id,
      { figure, verdict, found, etag, unreadable, decided: decidedIn(own), events: own, extracted: latest },
    ];
  });
  const { neighbours, since } = reviewing;
  return {
    text: record.text,
    figures: new Map(seen),
    checks: checksOf(record.checks),
    messages: messagesOf(record.messages, seen),
    neighbours,
    since,
  };
};

const DIGITS = { maximumSignificantDigits: 15 };
const vi = new Intl.NumberFormat('vi-VN', DIGITS);
const en = new Intl.NumberFormat('en', DIGITS);

/** A number as readers of either language write it. */
export const shown = (value: number): Bilingual => ({ vi: vi.format(value), en: en.format(value) });
