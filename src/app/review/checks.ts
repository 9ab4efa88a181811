import type { Check, Figure } from '../../model/index.ts';
import type { CheckedReport, Examined, Outcome, Recheck } from '../ports.ts';
import { readFigure } from './lenient.ts';

/** A figure that can be reckoned with; null for none. */
const readable = (stored: Figure): Figure | null => {
  const { figure, unreadable } = readFigure(stored);
  return 'value' in unreadable ? null : figure;
};

type Stood = Pick<Examined, 'figure' | 'verdict' | 'extracted'>;

/** Figures that nobody has changed are handed over as they are. */
const before = ({ figure, verdict, extracted }: Stood): CheckedReport['figures'][number] => {
  if (extracted?.figure === figure) return { extracted: figure, now: verdict === 'rejected' ? null : figure };
  return {
    extracted: extracted && readable(extracted.figure),
    now: verdict === 'rejected' ? null : readable(figure),
  };
};

/** The checks of figures as they stand. */
export const checksOf = (
  report: Pick<CheckedReport, 'text' | 'recognised' | 'checks'>,
  figures: readonly Stood[],
  recheck: Recheck,
): Check[] => {
  const { text, recognised, checks } = report;
  return recheck({
    text,
    recognised,
    checks,
    figures: figures.map(before).filter(({ extracted, now }) => extracted ?? now),
  });
};

/** Those of a whole record. */
export const checksOfRecord = ({ record, figures }: Outcome<Examined>, recheck: Recheck): Check[] => {
  const { text, checks, document } = record;
  return checksOf({ text, checks, recognised: Boolean(document?.ocr) }, figures, recheck);
};
