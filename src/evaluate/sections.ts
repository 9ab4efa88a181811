import type { ReportRecord } from '../model/index.ts';
import type { Gold } from './gold.ts';

type Section = Pick<ReportRecord['sections'][number], 'number' | 'heading' | 'level'>;

/** A section is found when number and heading agree; its level is scored where it is found. */
export interface SectionScore {
  name: string;
  gold: number;
  found: number;
  hits: number;
  levelsRight: number;
}

export interface SectionScores {
  F1: number;
  level: number;
  gold: number;
  found: number;
  per_doc_F1: Record<string, number>;
}

/** Scores the outline of one record; null where the gold gives no headings to compare with. */
export function scoreSections(name: string, gold: Gold, sections: readonly Section[]): SectionScore | null {
  const expected = (gold.doc.sections ?? []).filter((section) => section.heading);
  if (expected.length === 0) return null;
  const unmatched = Map.groupBy(sections, key);
  const score: SectionScore = { name, gold: expected.length, found: sections.length, hits: 0, levelsRight: 0 };
  for (const section of expected) {
    const match = unmatched.get(key(section))?.shift();
    if (!match) continue;
    score.hits++;
    if (match.level === section.level) score.levelsRight++;
  }
  return score;
}

export function totalSections(documents: readonly SectionScore[]): SectionScores {
  const sum = (count: (document: SectionScore) => number) => documents.reduce((n, d) => n + count(d), 0);
  const f1 = (hits: number, gold: number, found: number) => (2 * hits) / Math.max(1, gold + found);
  const [gold, found, hits] = [sum((d) => d.gold), sum((d) => d.found), sum((d) => d.hits)];
  return {
    F1: f1(hits, gold, found),
    level: sum((d) => d.levelsRight) / Math.max(1, hits),
    gold,
    found,
    per_doc_F1: Object.fromEntries(documents.map((d) => [d.name, f1(d.hits, d.gold, d.found)])),
  };
}

/** Case, white space and closing punctuation aside. */
const key = ({ number, heading }: { number?: string | null; heading?: string | null }): string =>
  JSON.stringify([bareNumber(number ?? ''), bareHeading(heading ?? '')]);

const bareNumber = (number: string): string =>
  number
    .trim()
    .replace(/[.)\s]+$/u, '')
    .toLowerCase();

const bareHeading = (heading: string): string =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[\s.:;,]+$/u, '')
    .trim();
