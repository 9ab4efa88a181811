import type { Check, Figure, Message } from '../../model/index.ts';

/** What tells how far a figure can be trusted. All of it can be read off a finished record. */
export type ConfidenceFeatures = {
  /** `explicit`: the counted noun or the sign stands at the number; `implied`: taken from a neighbour or the words before; `other`: a noun the catalogue does not know. */
  unit: 'explicit' | 'implied' | 'other';
  /** A currency or percent sign belongs to the number itself. */
  sign: boolean;
  /** `plain`: digits as the language writes them; `odd`: words, a fraction, or digits about which a message was left. */
  number: 'plain' | 'odd';
  /** `stated`: the figure's own words give it; `implied`: its context does; `none`: no indicator fits. */
  indicator: 'stated' | 'implied' | 'none';
  /** `partial`: subjects come from context; `none`: the text names none. */
  subjects: 'stated' | 'implied' | 'none';
  /** How many of role, comparator, topic, period and place come from context. */
  inherited: number;
  /** A target, a change or a share of plan: its words are read more often wrong than those of what was. */
  besideActual: boolean;
  /** Checks that bear on the figure. */
  passed: number;
  failed: number;
};

export type Weights = { bias: number } & Record<(typeof INPUTS)[number], number>;

/** The inputs of the model, in the order of `inputs`. Each lies between 0 and 1. */
export const INPUTS = [
  'unitImplied',
  'unitOther',
  'sign',
  'numberOdd',
  'indicatorImplied',
  'indicatorNone',
  'subjectsImplied',
  'subjectsNone',
  'inherited',
  'besideActual',
  'passed',
  'failed',
] as const;

/** What is believed where the examples are silent: a failed check is rare, and never a good sign. */
export const PRIOR: Readonly<Partial<Record<(typeof INPUTS)[number], number>>> = {
  unitImplied: -0.5,
  unitOther: -0.3,
  numberOdd: -0.5,
  indicatorImplied: -0.5,
  passed: 0.9,
  failed: -1.5,
};

export const inputs = (f: ConfidenceFeatures): number[] => [
  Number(f.unit === 'implied'),
  Number(f.unit === 'other'),
  Number(f.sign),
  Number(f.number === 'odd'),
  Number(f.indicator === 'implied'),
  Number(f.indicator === 'none'),
  Number(f.subjects === 'implied'),
  Number(f.subjects === 'none'),
  Math.min(1, f.inherited / 5),
  Number(f.besideActual),
  Number(f.passed > 0),
  Number(f.failed > 0),
];

const CONTEXTUAL = ['role', 'comparator', 'topic', 'period', 'place'] as const;
const PLAIN = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![.,]?\d)/;

/** The features of a figure of a record: `text`, `checks` and `messages` are the record's own. */
export function featuresOf(
  figure: Omit<Figure, 'confidence'>,
  text: string,
  checks: readonly Check[],
  messages: readonly Message[],
): ConfidenceFeatures {
  const literal = text.slice(figure.span.start, figure.span.end);
  const about = checks.filter((c) => c.figures.includes(figure.id));
  const doubted = messages.some(
    (m) => m.severity !== 'info' && m.span !== null && m.span.start < figure.span.end && figure.span.start < m.span.end,
  );
  const own = (field: Figure['implied'][number]): boolean => !figure.implied.includes(field);
  return {
    unit: !own('unit') ? 'implied' : figure.unit === 'item' ? 'other' : 'explicit',
    sign: figure.kind === 'percentage' || figure.kind === 'money' ? /[%đ₫$]|đồng|usd/iu.test(literal) : false,
    number: PLAIN.test(literal) && !doubted ? 'plain' : 'odd',
    indicator: figure.indicator === null ? 'none' : own('indicator') ? 'stated' : 'implied',
    subjects: figure.subjects.length === 0 ? 'none' : own('subjects') ? 'stated' : 'implied',
    inherited: CONTEXTUAL.filter((field) => !own(field)).length,
    besideActual: figure.role !== 'actual',
    passed: about.filter((c) => c.status === 'pass').length,
    failed: about.filter((c) => c.status === 'fail').length,
  };
}
