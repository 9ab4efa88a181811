import type { Figure, PlacedWord, ReportRecord } from '../../model/index.ts';
import { same } from '../../model/same.ts';
import { settle } from '../overlay.ts';
import type { Finish, Outcome, StoredReview, Word } from '../ports.ts';
import { leftOf, MACHINE } from './desk.ts';
import { changed } from './review.ts';

/** A hundredth of a point is finer than any screen. */
const rounded = (length: number): number => Math.round(length * 100) / 100;

const byPage = (words: readonly PlacedWord[]): Map<number, Word[]> => {
  const pages = new Map<number, Word[]>();
  for (const { span, box } of words) {
    const { page, x, y, width, height } = box;
    const word = { ...span, x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
    const known = pages.get(page);
    if (known) known.push(word);
    else pages.set(page, [word]);
  }
  return pages;
};

/** What a reviewer has vouched for. */
const vouched = ({ figures }: Outcome): [string, unknown][] =>
  figures
    .filter(({ verdict }) => verdict !== 'rejected')
    .map(({ figure }) => {
      const { boxes: _boxes, span: _span, section: _section, cell: _cell, confidence: _c, rule: _r, ...said } = figure;
      return [figure.id, said satisfies Partial<Figure>];
    });

/** Whoever finished or approved a review has vouched for other figures: it is in review again, and says so. */
const reopened = (before: Outcome | null, now: Outcome, review: StoredReview) => {
  const isClosed = review.state === 'reviewed' || review.state === 'approved';
  if (!isClosed || !before || same(vouched(before), vouched(now))) return { review, events: [] };
  const reason = 'extracted again: figures nobody had decided on are others now';
  return changed(review, { state: 'in_review', claimed: null, reviewed: null, approved: null }, MACHINE, reason);
};

/** What is stored of an extraction. */
export const extracted = (record: ReportRecord, words: readonly PlacedWord[] = []): Finish => ({
  settle: (standing) => settle(record, standing),
  review: reopened,
  left: leftOf,
  words: byPage(words),
});
