import { describe, expect, test } from '@jest/globals';
import { BLANK_FIGURE } from '../../src/model/blank-figure.ts';
import type { Figure } from '../../src/model/index.ts';
import {
  bound,
  chordOf,
  collisions,
  commandOf,
  DEFAULTS,
  isSingle,
  KEYS,
  loadKeys,
  saveKeys,
} from '../../web/src/desk/state/commands.ts';
import { draftOf, readDraft, typedValue, withUnit, withValue } from '../../web/src/desk/state/draft.ts';
import { readPeriod, typedPeriod } from '../../web/src/desk/state/period.ts';

const REPORT = { start: '2023-01-01', end: '2023-06-30' };

describe('a typed period', () => {
  const readings: [string, string[]][] = [
    ['2019-01-01…2019-03-31', ['quý I/2019', 'Quý 1 năm 2019', 'quý I năm 2019']],
    ['2015-01-01…2015-12-31', ['2015', 'năm 2015', ' Năm  2015 ']],
    ['2016-01-01…2016-09-30', ['9 tháng đầu năm 2016', '09 tháng đầu năm 2016', 'chín tháng đầu năm 2016']],
    ['2023-01-01…2023-06-30', ['6 tháng đầu năm', '6 tháng đầu năm 2023']],
    ['2022-12-31…2022-12-31', ['cuối năm 2022', '31/12/2022', 'ngày 31/12/2022', 'đến ngày 31/12/2022']],
    ['2020-01-01…2022-12-31', ['giai đoạn 2020-2022', '2020-2022', '2020–2022']],
    ['2021-05-01…2021-05-31', ['tháng 5/2021', 'tháng 5 năm 2021']],
    ['2021-02-03…2021-04-05', ['3/2/2021 - 5/4/2021', '03/02/2021–05/04/2021', 'từ ngày 3/2/2021 đến ngày 5/4/2021']],
  ];
  test.each(
    readings.flatMap(([period, typed]) => typed.map((words) => [words, period] as const)),
  )('%s is %s', (words, period) => {
    const [start, end] = period.split('…');
    expect(readPeriod(words, REPORT)).toEqual({ period: { start, end } });
  });
  test.each([
    ['reversed', '5/4/2021 - 3/2/2021'],
    ['reversed', '2019-2018'],
    ['unreadable', '31/2/2021 - 1/3/2021'],
    ['unreadable', 'hôm nọ'],
    ['unreadable', ''],
    ['unreadable', 'năm 2019 và năm 2020 hộ'],
    ['unreadable', 'quý 9/2019'],
  ] as const)('%s: %s', (wrong, words) => expect(readPeriod(words, REPORT)).toEqual({ wrong }));

  test.each([
    ['năm 2019', { start: '2019-01-01', end: '2019-12-31' }],
    ['quý II/2020', { start: '2020-04-01', end: '2020-06-30' }],
    ['6 tháng đầu năm 2023', REPORT],
    ['31/12/2022', { start: '2022-12-31', end: '2022-12-31' }],
    ['tháng 3/2021', { start: '2021-03-01', end: '2021-03-31' }],
    ['2020–2022', { start: '2020-01-01', end: '2022-12-31' }],
    ['03/02/2021 – 05/04/2021', { start: '2021-02-03', end: '2021-04-05' }],
  ])('%s can be typed again', (words, period) => {
    expect(typedPeriod(period)).toBe(words);
    expect(readPeriod(words)).toEqual({ period });
  });
});

const FIGURE: Figure = {
  ...BLANK_FIGURE,
  id: 'a',
  span: { start: 0, end: 5 },
  value: 1855,
  unit: 'household',
  unitText: 'hộ',
  subjects: ['poor_household'],
  topic: 'poverty_reduction',
  period: REPORT,
  label: 'hộ nghèo',
  confidence: 0.9,
  rule: 'r',
};
const PLACE = { name: 'huyện Ba Tri', level: 'district' as const, code: null, province: null, current: null };
const AROUND = { places: [PLACE], period: REPORT };
const draft = draftOf(FIGURE);

describe('the form', () => {
  test('untouched it changes nothing', () => expect(readDraft(draft, FIGURE, AROUND)).toEqual({ patch: {} }));

  test.each([
    [{ value: 4600000000, unit: 'VND', kind: 'money' }, withValue(draft, '4,6 tỷ đồng')],
    [{ value: 4600000000 }, withValue(draft, '4,6 tỷ')],
    [{ value: -2.3, unit: 'percent', kind: 'percentage' }, withValue(draft, '-2,3%')],
    [{ value: 1900 }, withValue(draft, '1.900')],
    [{ unit: 'ha', kind: 'measure' }, withUnit(draft, 'ha')],
    [{ period: { start: '2019-01-01', end: '2019-03-31' } }, { ...draft, period: 'quý I/2019' }],
    [{ period: null }, { ...draft, period: '' }],
    [{ place: PLACE }, { ...draft, place: 'Huyện Ba Tri' }],
    [{ indicator: 'pov.poor_households' }, { ...draft, indicator: 'pov.poor_households' }],
    [{ subjects: ['child', 'poor_household'] }, { ...draft, subjects: ['poor_household', 'child'] }],
    [{ label: 'hộ cận nghèo' }, { ...draft, label: ' hộ cận nghèo ' }],
  ])('%j', (patch, typed) => expect(readDraft(typed, FIGURE, AROUND)).toEqual({ patch }));

  test.each([
    [{ value: 'value' }, { ...draft, value: 'bốn gì đó' }],
    [{ value: 'value_empty' }, { ...draft, value: ' ' }],
    [{ period: 'period_reversed' }, { ...draft, period: '5/4/2021 - 3/2/2021' }],
    [{ period: 'period' }, { ...draft, period: 'hôm nọ' }],
    [{ place: 'place' }, { ...draft, place: 'Sao Hoả' }],
    [{ indicator: 'code' }, { ...draft, indicator: 'pov.gone' }],
    [
      { value: 'value', period: 'period' },
      { ...draft, value: 'x', period: 'y' },
    ],
  ])('%j is said, nothing is changed', (wrong, typed) => {
    expect(readDraft(typed, FIGURE, AROUND)).toEqual({ wrong });
  });

  test('a code that the catalogue no longer has may stay while other fields are mended', () => {
    const old = { ...FIGURE, indicator: 'pov.gone' as Figure['indicator'] };
    expect(readDraft({ ...draftOf(old), label: 'khác' }, old, AROUND)).toEqual({ patch: { label: 'khác' } });
  });

  test.each([
    ['4,6 tỷ', 4600000000, 'VND'],
    ['4.627 triệu', 4627000000, 'VND'],
    ['500 nghìn', 500000, 'VND'],
    ['1.855', 1855, 'household'],
    ['-1,46', -1.46, 'percent'],
    ['0,0001', 0.0001, 'percent'],
  ] as const)('%s is how %d (%s) can be typed', (words, value, unit) => {
    const typed = typedValue({ value, unit });
    expect(readDraft({ ...draft, value: typed }, { ...FIGURE, value: 1 }, AROUND)).toEqual({ patch: { value } });
    if (words !== '500 nghìn' && words !== '4.627 triệu') expect(typed).toBe(words);
  });
});

describe('keys', () => {
  const pressed = (key: string, held: string[] = []) => ({
    key,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    altKey: held.includes('alt'),
    shiftKey: held.includes('shift'),
  });
  test.each([
    ['a', pressed('a')],
    ['Shift+A', pressed('A', ['shift'])],
    ['Ctrl+z', pressed('z', ['ctrl'])],
    ['Ctrl+z', pressed('z', ['meta'])],
    ['Ctrl+Shift+Z', pressed('Z', ['ctrl', 'shift'])],
    ['?', pressed('?', ['shift'])],
    ['Shift+Enter', pressed('Enter', ['shift'])],
    [null, pressed('Shift', ['shift'])],
  ])('%s', (chord, event) => expect(chordOf(event)).toBe(chord));

  test('no two commands have the same key', () => expect([...collisions(DEFAULTS)]).toEqual([]));

  test('two commands on one key are told', () => {
    const bindings = bound(DEFAULTS, 'reject', 'a');
    expect(commandOf('a', { bindings, singleKeys: true })).toBe('accept');
    expect([...collisions(bindings)]).toEqual([['a', ['accept', 'reject']]]);
  });

  test('single keys can be switched off; those with Ctrl, arrows and Enter stay', () => {
    const quiet = { ...KEYS, singleKeys: false };
    expect(['a', 'Shift+A', '?', '1'].map((chord) => commandOf(chord, quiet))).toEqual([null, null, null, null]);
    expect(commandOf('Ctrl+z', quiet)).toBe('undo');
    expect(commandOf('ArrowDown', quiet)).toBe('next');
    expect([isSingle('Shift+A'), isSingle('Ctrl+a'), isSingle('F2')]).toEqual([true, false, false]);
  });

  test('own keys are kept, unreadable ones are not', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    expect(loadKeys(storage)).toEqual(KEYS);
    const own = { bindings: bound(DEFAULTS, 'accept', 'Ctrl+Enter'), singleKeys: false };
    saveKeys(storage, own);
    expect(loadKeys(storage)).toEqual(own);
    expect([...kept.values()][0]).not.toContain('reject');
    kept.set('ansinh.keys', '{"bindings":{"accept":5,"gone":["q"]}');
    expect(loadKeys(storage)).toEqual(KEYS);
  });
});
