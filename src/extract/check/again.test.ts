import { expect, test } from '@jest/globals';
import { BLANK_FIGURE } from '../../model/blank-figure.ts';
import type { Check, Figure } from '../../model/index.ts';
import { annotated } from '../link/annotated.ts';
import { partOf } from '../link/index.ts';
import { recheck } from './again.ts';
import { checks } from './index.ts';

/** A marked text as extracted: its figures, linked and checked. */
const report = (marked: string, recognised = false) => {
  const { text, figures } = annotated(marked);
  const links = partOf(text, figures);
  const wholes = new Map(links.map(({ figure, whole }) => [figure, whole]));
  const extracted = figures.map((f): Figure => ({ ...BLANK_FIGURE, ...f, partOf: wholes.get(f.id) ?? null }));
  return { text, recognised, extracted, checks: checks(text, figures, links, recognised) };
};

type Change = Partial<Figure> | 'rejected';

const after = (marked: string, changes: Record<string, Change>, added: Partial<Figure>[] = []): Check[] => {
  const { text, recognised, extracted, checks: before } = report(marked);
  const figures = extracted.map((figure) => {
    const change = changes[figure.id];
    return { extracted: figure, now: change === 'rejected' ? null : { ...figure, ...change } };
  });
  const entered = added.map((figure) => ({ extracted: null, now: { ...BLANK_FIGURE, ...figure } }));
  return recheck({ text, recognised, checks: before, figures: [...figures, ...entered] });
};

const said = (all: readonly Check[]): string =>
  all.map((c) => `${c.rule} ${c.status} ${c.expected}/${c.actual}`).join(', ') || 'silence';

const RIGHT =
  'Toàn huyện có [all=500|household] hộ nghèo, gồm: nông thôn [a=175|household] hộ, thành thị [b=325|household] hộ.';
const WRONG = RIGHT.replace('=175|', '=137|');
const RATE = 'Số hộ nghèo là [part=205|household] hộ trên tổng số [whole=2.050|household] hộ.';
const SHARED =
  'Toàn huyện có [whole=1.000|household] hộ, trong đó [part=205|household] hộ nghèo, chiếm [share=20,5|percent|kind=percentage] %.';
const TWICE =
  'Tỷ lệ hộ nghèo năm 2023 của huyện là [a=4,82|percent|kind=percentage&indicator=pov.poor_rate&period=2023]%. Tỷ lệ hộ nghèo năm 2023 của huyện là [b=4,28|percent|kind=percentage&indicator=pov.poor_rate&period=2023]%.';

test('nobody changed anything: the checks are those of the extraction', () => {
  for (const marked of [RIGHT, WRONG, RATE, SHARED, TWICE]) expect(after(marked, {})).toEqual(report(marked).checks);
  expect(said(report(RIGHT).checks)).toBe('breakdown pass 500/500');
  expect(said(report(WRONG).checks)).toBe('breakdown fail 462/500');
  expect(said(report(SHARED).checks)).toBe('rate pass 20.5/20.5');
  expect(said(report(TWICE).checks)).toBe('repeated fail 4.82/4.28');
});

test.each<[expected: string, marked: string, changes: Record<string, Change>]>([
  ['breakdown pass 500/500', WRONG, { a: { value: 175 } }],
  ['breakdown pass 462/462', WRONG, { all: { value: 462 } }],
  ['breakdown fail 501/500', RIGHT, { a: { value: 176 } }],
  ['breakdown fail 500/510', RIGHT, { all: { value: 510 } }],
  ['breakdown fail 463/500', WRONG, { a: { value: 138 } }],
  ['silence', RIGHT, { a: 'rejected' }],
  ['silence', RIGHT, { all: 'rejected' }],
  ['silence', RIGHT, { a: { unit: 'person' } }],
  ['silence', RIGHT, { a: { partOf: null } }],
  ['breakdown pass 500/500', RIGHT, { a: { label: 'khác', indicator: 'pov.poor_households' } }],
  ['silence', RIGHT, { all: { comparator: 'gt' } }],
  ['rate fail 21.5/20.5', SHARED, { part: { value: 215 } }],
  ['rate pass 21.5/21.5', SHARED, { part: { value: 215 }, share: { value: 21.5 } }],
  ['silence', SHARED, { share: { kind: 'money' } }],
  ['repeated pass 4.28/4.28', TWICE, { a: { value: 4.28 } }],
  ['silence', TWICE, { a: { period: { start: '2022-01-01', end: '2022-12-31' } } }],
])('%s: %s as %j', (expected, marked, changes) => {
  expect(said(after(marked, changes))).toBe(expected);
});

test('a part that was missed joins its sum, and one of another unit does not', () => {
  const missed = RIGHT.replace(
    'thành thị [b=325|household] hộ',
    'thành thị [b=300|household] hộ, đảo [c=20|household] hộ',
  );
  expect(said(report(missed).checks)).toBe('breakdown fail 495/500');
  const part = { id: 'p1', kind: 'count', unit: 'household', value: 5, partOf: 'all' } as const;
  expect(said(after(missed, {}, [part]))).toBe('breakdown pass 500/500');
  expect(said(after(missed, {}, [{ ...part, unit: 'person' }]))).toBe('breakdown fail 495/500');
});

test('parts that a person gave to a whole are a sum where they make it, and nothing where they do not', () => {
  const loose = 'Có [all=700|household] hộ. Có [a=175|household] hộ. Có [b=325|household] hộ.';
  expect(said(report(loose).checks)).toBe('silence');
  const given = { a: { partOf: 'all' }, b: { partOf: 'all' } };
  expect(said(after(loose, given))).toBe('silence');
  expect(said(after(loose, { ...given, all: { value: 500 } }))).toBe('breakdown pass 500/500');
});

test('what is suggested is of the figures as they stand, and they are named by what they are now', () => {
  const [failed] = after(WRONG, { a: { value: 17 } });
  expect(failed?.suggestions).toBeUndefined();
  const [slip] = after(WRONG, { a: { value: 1750 } });
  expect(slip?.suggestions).toEqual([{ figure: 'a', value: 175 }]);
  expect(slip?.message).toContain('1.750 + “325” = “500”');
});

test('a correction of one printed in millions is as exact as it was printed', () => {
  const money =
    'Tổng kinh phí [all=1.850,4 triệu|VND|kind=money] đồng, gồm: trung ương [a=1.500,2 triệu|VND|kind=money] đồng, tỉnh [b=391,1 triệu|VND|kind=money] đồng.';
  expect(said(report(money).checks)).toContain('fail');
  expect(said(after(money, { b: { value: 350_200_000 } }))).toBe('breakdown pass 1850400000/1850400000');
});
