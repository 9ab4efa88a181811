import type { Check, Figure, Message, PlacedWord, Span } from '../../model/index.ts';
import { firstIndex } from '../text/sorted.ts';

/** What tells how far value, unit and indicator of a figure can be trusted. */
export interface ConfidenceFeatures {
  /** The family of its indicator ("pov"), or the topic where none fits ("none:housing_support"): some are read wrong more often. */
  area: string;
  unit: Figure['unit'];
  /** The unit was taken from a neighbour or the words before: no noun or sign stands at the number. */
  unitImplied: boolean;
  /** A currency or percent sign belongs to the number itself. */
  sign: boolean;
  /** Number words, a fraction, or digits about which a message was left. */
  oddNumber: boolean;
  /** The indicator is that of the figure it belongs to. */
  indicatorImplied: boolean;
  /** The text names nobody whom the figure is about. */
  noSubjects: boolean;
  /** How far the words around it put its topic ahead of the next (`Context.topicLead`). */
  topicLead: number;
  /** No words of its own stand before it. */
  wordless: boolean;
  /** Checks that bear on the figure. */
  passed: number;
  failed: number;
  /** How unsure the OCR engine is of the least sure of its words, 0 to 1; 0 where the text was not recognised. */
  ocrDoubt: number;
}

/** The inputs of the model that are not 0, by name; each lies between 0 and 1. */
export const inputs = (f: ConfidenceFeatures): Map<string, number> => {
  const named: [string, number][] = [
    [`area ${f.area}`, 1],
    [`unit ${f.unit}`, 1],
    ['unit implied', Number(f.unitImplied)],
    ['sign', Number(f.sign)],
    ['odd number', Number(f.oddNumber)],
    ['indicator implied', Number(f.indicatorImplied)],
    ['no subjects', Number(f.noSubjects)],
    ['topic lead', Math.min(1, Math.log1p(f.topicLead) / 4)],
    ['no words before', Number(f.wordless)],
    ['check passed', Number(f.passed > 0)],
    ['check failed', Number(f.failed > 0)],
    ['ocr doubt', f.ocrDoubt],
  ];
  return new Map(named.filter(([, value]) => value !== 0));
};

/** What is believed where examples are few: a failed check is rare, and never a good sign. */
export const BELIEVED: Readonly<Record<string, number>> = {
  'unit implied': -0.5,
  'odd number': -0.5,
  'indicator implied': -0.5,
  'check passed': 0.9,
  'check failed': -1.5,
  'ocr doubt': -4,
};

const PLAIN = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![.,]?\d)/;
const SIGN = /[%đ₫$]|đồng|usd/iu;
/** Fewer letters than the shortest words that say anything. */
const WORDS = 4;

/** What the words around a figure leave for its confidence. */
export interface Told {
  topicLead: number;
  /** How many characters before the number are its own words. */
  lead: number;
}

/** Reads the features off the figures of a record: `text`, `checks` and `messages` are the record's own. */
export function weigher(
  text: string,
  checks: readonly Check[],
  messages: readonly Message[],
  words: readonly PlacedWord[] = [],
): (figure: Omit<Figure, 'confidence'>, told: Told) => ConfidenceFeatures {
  const passed = countsOf(checks, 'pass');
  const failed = countsOf(checks, 'fail');
  const doubted = doubtsOf(messages);
  return (figure, { topicLead, lead }) => {
    const literal = text.slice(figure.span.start, figure.span.end);
    return {
      area: figure.indicator === null ? `none:${figure.topic}` : (figure.indicator.split('.')[0] as string),
      unit: figure.unit,
      unitImplied: figure.implied.includes('unit'),
      sign: figure.kind === 'percentage' || figure.kind === 'money' ? SIGN.test(literal) : false,
      oddNumber: !PLAIN.test(literal) || doubted(figure.span),
      indicatorImplied: figure.indicator !== null && figure.implied.includes('indicator'),
      noSubjects: figure.subjects.length === 0,
      topicLead,
      wordless: lead < WORDS,
      passed: passed.get(figure.id) ?? 0,
      failed: failed.get(figure.id) ?? 0,
      ocrDoubt: ocrDoubt(words, figure.span),
    };
  };
}

/** Of the words (ascending) that a span touches, how unsure the engine is of the least sure; two decimals. */
function ocrDoubt(words: readonly PlacedWord[], span: Span): number {
  let sure = 1;
  for (let i = firstIndex(words, (word) => word.span.end > span.start); i < words.length; i++) {
    const word = words[i] as PlacedWord;
    if (word.span.start >= span.end) break;
    sure = Math.min(sure, word.confidence ?? 1);
  }
  return Math.round((1 - sure) * 100) / 100;
}

/** How many checks of a status name each figure. */
function countsOf(checks: readonly Check[], status: Check['status']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const check of checks)
    if (check.status === status) for (const id of check.figures) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Whether a warning stands at a span; warnings do not overlap by more than a few. */
function doubtsOf(messages: readonly Message[]): (span: Span) => boolean {
  const spans = messages
    .flatMap(({ severity, span }) => (severity !== 'info' && span ? [span] : []))
    .sort((a, b) => a.start - b.start);
  return ({ start, end }) => {
    const behind = firstIndex(spans, (other) => other.start >= end);
    return spans.slice(Math.max(0, behind - 4), behind).some((other) => other.end > start);
  };
}
