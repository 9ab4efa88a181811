import type { Rule } from './look.ts';

/**
 * Confidence is a fitted probability. Of the figures of documents that no rule was written on, fewer than half are right
 * below 0.6 and more than three quarters above (`docs/confidence.svg`); some nine in a hundred lie below.
 */
export const DOUBTED = 0.6;
/** Above this a figure that agrees with a sum or rate need not be looked at one by one. */
export const SURE = 0.95;

export const lowConfidence: Rule = ({ figure, decided }) => {
  if (figure.rule === 'person' || decided.includes('value') || figure.confidence >= DOUBTED) return null;
  const percent = Math.round(figure.confidence * 100);
  return {
    code: 'low_confidence',
    message: {
      vi: `Máy chỉ chắc ${percent}% về số liệu này; hãy đối chiếu với bản gốc.`,
      en: `The extractor is only ${percent}% sure of this figure; compare it with the report.`,
    },
    suggestions: [],
  };
};
