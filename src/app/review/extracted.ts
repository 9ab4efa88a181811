import type { Figure, ReportRecord } from '../../model/index.ts';
import { same } from '../../model/same.ts';
import { settle } from '../overlay.ts';
import type { Extraction, Finish, Outcome, Recheck, StoredReview } from '../ports.ts';
import { leftOf } from './desk.ts';
import { examined } from './examined.ts';
import { completed, readRecord } from './lenient.ts';
import { MACHINE, type MachineReason } from './machine.ts';
import { changed } from './review.ts';

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
  const reason: MachineReason = 'figures_changed';
  return changed(review, { state: 'in_review', claimed: null, reviewed: null, approved: null }, MACHINE, reason);
};

/** What is stored of an extraction. */
export const extracted = (
  { recheck }: { recheck: Recheck },
  record: ReportRecord,
  words: Extraction['words'] = [],
): Finish => ({
  settle: ({ record: before, figures, decisions }) => {
    const outcome = settle(record, {
      record: before && readRecord(before),
      figures: figures.map((one) => ({ ...one, figure: completed(one.figure) })),
      decisions,
    });
    return { ...outcome, figures: examined(outcome) };
  },
  review: reopened,
  left: leftOf(recheck),
  words,
});
