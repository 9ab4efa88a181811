import type { Bilingual, Check, DoubtCode, Figure, FigurePatch, Message } from '../../../model/index.ts';
import { byFigure, FIELDS, VERDICT } from '../../overlay.ts';
import type { Examined, NumberedEvent, Recheck, Reviewing, StandingFigure } from '../../ports.ts';
import { checksOf } from '../checks.ts';
import { eventsOf } from '../layer.ts';
import { readFigure } from '../lenient.ts';

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
  /** Messages about its text. */
  messages: readonly Message[];
}

/** The report about a figure. */
export interface Look {
  figures: ReadonlyMap<string, Seen>;
  /** Those of which all is known that bears on them. */
  whole: ReadonlySet<string> | null;
  /** Of the figures as they stand, by figure. */
  checks: ReadonlyMap<string, Check[]>;
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

const byId = (checks: readonly Check[]): Map<string, Check[]> => {
  const found = new Map<string, Check[]>();
  for (const check of checks) {
    for (const id of new Set(check.figures)) {
      const known = found.get(id);
      if (known) known.push(check);
      else found.set(id, [check]);
    }
  }
  return found;
};

/** A report as its figures are looked at, in a layer: every row read leniently, whatever version wrote it. */
export const lookAt = (
  reviewing: Reviewing,
  standing: readonly Examined[],
  layer: 'first' | 'second',
  recheck: Recheck,
): Look => {
  const events = byFigure(eventsOf(reviewing, layer));
  const seen = standing.map(({ figure: stored, verdict, found, etag, extracted, messages }): [string, Seen] => {
    const { figure, unreadable } = readFigure(stored);
    const own = events.get(figure.id) ?? [];
    const decided = decidedIn(own);
    return [
      figure.id,
      {
        figure,
        verdict,
        found,
        etag,
        unreadable,
        decided,
        events: own,
        extracted: extracted?.figure ?? null,
        messages,
      },
    ];
  });
  const { neighbours, since, whole } = reviewing;
  return {
    figures: new Map(seen),
    whole,
    checks: byId(checksOf(reviewing, standing, recheck)),
    neighbours,
    since,
  };
};

const DIGITS = { maximumSignificantDigits: 15 };
const vi = new Intl.NumberFormat('vi-VN', DIGITS);
const en = new Intl.NumberFormat('en', DIGITS);

/** A number as readers of either language write it. */
export const shown = (value: number): Bilingual => ({ vi: vi.format(value), en: en.format(value) });
