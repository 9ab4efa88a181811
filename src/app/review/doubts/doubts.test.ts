import { describe, expect, test } from '@jest/globals';
import { event, figure, recheck, record, reviewing } from '../../../../tests/app/reviewing.ts';
import type { Check, DoubtCode, Figure, Message, ReviewedFigure } from '../../../model/index.ts';
import type { Reviewing, StandingFigure } from '../../ports.ts';
import { standing } from '../../standing.ts';
import { leftOf, reviewedFigures } from '../desk.ts';
import { step } from './outlier.ts';

type Scene = {
  stands?: object;
  extracted?: Partial<Figure>;
  checks?: Check[];
  messages?: Message[];
  about?: Partial<Reviewing>;
  verdict?: StandingFigure['verdict'];
  found?: boolean;
};

/** A report whose figure f1 stands, or was extracted, with what is said of it; f2 and f3 are beyond doubt. */
const scene = ({ stands = {}, extracted, checks = [], messages = [], about = {}, verdict = null, found }: Scene) => {
  const first = figure('f1', { ...extracted, ...stands } as Partial<Figure>);
  const others = [figure('f2'), figure('f3')];
  const latest = found === false ? others : [figure('f1', { ...(extracted ?? stands) } as Partial<Figure>), ...others];
  const stored = standing(first, '', { verdict, ...(found !== undefined && { found }) });
  return reviewing({ figures: [stored, ...others], ...about }, record(latest, { checks, messages }));
};

const seen = (given: Scene): ReviewedFigure =>
  reviewedFigures(scene(given), { layer: 'first', language: 'vi', recheck, ids: ['f1'] })[0] as ReviewedFigure;
const codes = (given: Scene): DoubtCode[] => seen(given).doubts.map(({ code }) => code);

const failed = (change: Partial<Check> = {}): Check => ({
  rule: 'breakdown',
  status: 'fail',
  figures: ['f1', 'f2', 'f3'],
  expected: 3710,
  actual: 1855,
  message: 'Không khớp.',
  ...change,
});
const passed = (rule: string): Check => failed({ rule, status: 'pass' });
const agreed = failed({ rule: 'repeated', status: 'pass', figures: ['f2', 'f1'], expected: 1855 });
const note = (code: string, start: number, end: number): Message => ({
  code,
  severity: 'warning',
  message: `Chữ ${code}.`,
  span: { start, end },
});
const beside = (median: number) => ({
  neighbours: new Map([['f1', { median, count: 2, years: [2020, 2022] as [number, number] }]]),
});
const corrected = (old: unknown, now: unknown) => [event('f1', 'value', old, now)];

describe('a figure is doubtful', () => {
  test.each<[DoubtCode, string, Scene]>([
    ['low_confidence', 'which the extractor is unsure of', { stands: { confidence: 0.59 } }],
    ['failed_check', 'whose sum does not come out', { checks: [failed()] }],
    [
      'failed_check',
      'whose sum a correction broke',
      { stands: { value: 1865 }, extracted: {}, checks: [agreed], about: { events: corrected(1855, 1865) } },
    ],
    ['repaired_text', 'whose separators were chosen', { messages: [note('separator_chosen', 10, 14)] }],
    ['repaired_text', 'whose digits were hard to recognise', { messages: [note('ocr_doubtful_number', 10, 14)] }],
    ['repaired_text', 'in a line that was respaced', { messages: [note('text_respaced', 0, 100)] }],
    ['outlier', 'tenfold that of other years', { about: beside(185) }],
    ['outlier', 'a thousandth of that of other years', { about: beside(1_855_000) }],
    ['value_not_a_number', 'whose value is none', { stands: { value: null } }],
    ['value_not_a_number', 'whose value is a word', { stands: { value: 'mười' } }],
    [
      'period_reversed',
      'that ends before it starts',
      { stands: { period: { start: '2023-12-31', end: '2023-01-01' } } },
    ],
    ['unknown_code', 'with a unit there no longer is', { stands: { unit: 'furlong' } }],
    ['unknown_code', 'with a group there no longer is', { stands: { subjects: ['poor_household', 'gone'] } }],
    ['unknown_whole', 'that is part of what is gone', { stands: { partOf: 'gone' } }],
  ])('%s: %s', (code, _, given) => {
    const { doubts, sure } = seen(given);
    expect(doubts.map((doubt) => doubt.code)).toEqual([code]);
    expect(doubts[0]?.message).toMatch(/\p{L}.*[.;]$|\.$/u);
    expect(sure).toBe(false);
  });

  test.each<[string, Scene]>([
    ['of which the extractor is sure enough', { stands: { confidence: 0.6 } }],
    ['whose sum comes out', { checks: [passed('breakdown')] }],
    ['of a check on others', { checks: [failed({ figures: ['f2', 'f3'] })] }],
    [
      'whose sum a correction made right',
      { stands: { value: 3710 }, extracted: {}, checks: [failed()], about: { events: corrected(1855, 3710) } },
    ],
    [
      'that was made something else than its sum is of',
      { stands: { unit: 'person' }, extracted: {}, checks: [failed()] },
    ],
    ['where sums settled how to read it', { messages: [note('separator_by_sum', 10, 14)] }],
    ['where the text beside it was mended', { messages: [note('text_respaced', 14, 100), note('x', 0, 10)] }],
    ['with a doubt about the whole document', { messages: [{ ...note('encoding_converted', 0, 0), span: null }] }],
    ['five times that of other years', { about: beside(371) }],
    ['of the other sign', { about: beside(-1) }],
    [
      'that a person accepted, whatever a machine doubted',
      { stands: { confidence: 0.1 }, about: beside(1), verdict: 'accepted' },
    ],
    ['that a person rejected', { stands: { confidence: 0.1, value: null, partOf: 'gone' }, verdict: 'rejected' }],
    [
      'that a person corrected',
      { stands: { confidence: 0.1 }, messages: [note('x', 10, 14)], about: { events: corrected(1, 1855) } },
    ],
  ])('not %s', (_, given) => expect(codes(given)).toEqual([]));

  test.each<[object[], Scene]>([
    [[{ value: 1855 }], { stands: { value: 18_550 }, about: beside(1800) }],
    [[{ value: 1855 }], { stands: { value: 1.855, kind: 'measure' }, about: beside(1800) }],
    [[], { stands: { value: 1855 }, about: beside(180) }],
    [[{ value: 185.5 }], { stands: { value: 1855, kind: 'measure' }, about: beside(180) }],
    [
      [{ value: 1_855_000 }],
      {
        checks: [
          failed({
            suggestions: [
              { figure: 'f1', value: 1_855_000 },
              { figure: 'f2', value: 2 },
            ],
          }),
        ],
      },
    ],
    [
      [{ period: { start: '2023-01-01', end: '2023-12-31' } }],
      { stands: { period: { start: '2023-12-31', end: '2023-01-01' } } },
    ],
    [[{ indicator: null }], { stands: { indicator: 'pov.gone' } }],
    [[{ subjects: ['poor_household'] }], { stands: { subjects: ['poor_household', 'gone'] } }],
    [[], { stands: { unit: 'furlong' } }],
    [[{ partOf: null }], { stands: { partOf: 'gone' } }],
  ])('and %j would settle it', (patches, given) => {
    const { doubts } = seen(given);
    expect(doubts).toHaveLength(1);
    expect(doubts[0]?.suggestions.map(({ patch }) => patch)).toEqual(patches);
  });

  test('what cannot be shown is given as it was stored', () => {
    expect(seen({ stands: { value: 'mười', unit: 'furlong' } })).toMatchObject({
      figure: { value: 0, unit: 'item' },
      unreadable: { value: 'mười', unit: 'furlong' },
    });
  });
});

describe('where the latest extraction and a person differ', () => {
  const human = { value: 1865 };
  const before = corrected(1855, 1865);
  const later = (sequence = before[0]?.sequence ?? 0) => ({ events: before, since: sequence });

  test('it is said where the extractor says something new', () => {
    const one = seen({ stands: human, extracted: { value: 1875 }, about: later() });
    expect(one.extractor).toEqual({ value: 1875 });
    expect(one.doubts).toMatchObject([{ code: 'extractor_disagrees', suggestions: [{ patch: { value: 1875 } }] }]);
  });

  test.each<[string, Scene]>([
    ['what the person has overruled', { stands: human, extracted: { value: 1855 }, about: later() }],
    ['what the person has seen', { stands: human, extracted: { value: 1875 }, about: later(0) }],
    ['the same', { stands: human, extracted: human, about: later() }],
    [
      'something of a field that no person set',
      { stands: human, extracted: { ...human, label: 'khác' }, about: later() },
    ],
    ['something of a rejected figure', { stands: human, extracted: { value: 1 }, about: later(), verdict: 'rejected' }],
  ])('it is not where the extractor says %s', (_, given) => {
    expect(seen(given)).toMatchObject({ extractor: {}, doubts: [] });
  });

  test('an accepted figure was decided on in all its fields', () => {
    const events = [event('f1', 'verdict', null, 'accepted')];
    const since = events[0]?.sequence ?? 0;
    const one = seen({
      stands: { label: 'a' },
      extracted: { label: 'b' },
      verdict: 'accepted',
      about: { events, since },
    });
    expect(one.extractor).toEqual({ label: 'b' });
  });

  test('a figure that is no longer found is said until a person has looked at it again', () => {
    expect(codes({ found: false, stands: human, about: later() })).toEqual(['no_longer_found']);
    expect(codes({ found: false, stands: human, about: later(0) })).toEqual([]);
  });
});

describe('sure', () => {
  const certain = { stands: { confidence: 0.96 } };
  test.each<[boolean, string, Scene]>([
    [true, 'a sum comes out', { ...certain, checks: [passed('breakdown')] }],
    [true, 'a rate comes out', { ...certain, checks: [passed('rate')] }],
    [false, 'nothing speaks for it', certain],
    [false, 'it is only said twice', { ...certain, checks: [passed('repeated')] }],
    [false, 'the confidence is no more than 0.95', { stands: { confidence: 0.95 }, checks: [passed('rate')] }],
    [false, 'another check fails', { ...certain, checks: [passed('rate'), failed()] }],
    [
      false,
      'the sum was of a value since corrected',
      { stands: { confidence: 0.96, value: 7 }, extracted: { confidence: 0.96 }, checks: [passed('rate')] },
    ],
    [false, 'a figure of the sum was rejected', { ...certain, verdict: 'rejected', checks: [passed('rate')] }],
  ])('%s where %s', (expected, _, given) => expect(seen(given).sure).toBe(expected));
});

test('what is left to decide, and how much of it is doubtful', () => {
  const about = { events: [event('f2', 'value', 1, 1855)] };
  const left = (given: Scene) => {
    const { undecided, doubtful } = leftOf(recheck)(scene(given));
    return [[...undecided], [...doubtful]];
  };
  expect(left({ stands: { confidence: 0.1 }, about })).toEqual([['f1', 'f3'], ['f1']]);
  expect(left({ verdict: 'accepted', about })).toEqual([['f3'], []]);
  expect(left({ stands: { confidence: 0.1 }, about: { ...about, whole: new Set(['f3']) } })).toEqual([['f3'], []]);
});

test.each([
  [1, 1850, 185],
  [1, 1855, 180],
  [-1, 185, 1850],
  [3, 4_627_000, 4_627],
  [-3, 4.627, 5_000],
  // A slip by ten in a number that has fallen since.
  [1, 1800, 210],
  [1, 1300, 205],
  [null, 1100, 190],
  [null, 1855, 1855],
  [null, 0, 5],
  [null, 5, 0],
  [null, -50, 5],
])('a step of %s powers of ten: %s beside %s', (expected, value, usual) => expect(step(value, usual)).toBe(expected));
