import { describe, expect, test } from '@jest/globals';
import { BLANK_FIGURE } from '../../src/model/blank-figure.ts';
import type { Figure, ReviewedFigure } from '../../src/model/index.ts';
import { addedId, applied, type Figures, inverse, make, type Wish } from '../../web/src/desk/state/changes.ts';
import { clashesOf, isDone, settled } from '../../web/src/desk/state/conflict.ts';
import { cuts, halves, mayHold, merge, split, wholesOf } from '../../web/src/desk/state/edits.ts';
import { type Group, type Keeping, outbox } from '../../web/src/desk/state/outbox.ts';
import {
  inSameOrder,
  linesOf,
  nextWhere,
  partsOf,
  progressOf,
  rowsOf,
  stepped,
  sureOf,
  viewed,
  WHOLE,
} from '../../web/src/desk/state/rows.ts';
import { drawn } from '../../web/src/desk/state/sample.ts';
import { createDesk, type Sent } from '../../web/src/desk/state/store.ts';

const TEXT = 'Toàn tỉnh có 1.855 hộ nghèo, 320 hộ cận nghèo; vay 4.627 triệu đồng.';

const figure = (id: string, start: number, over: Partial<Figure> = {}): Figure => ({
  ...BLANK_FIGURE,
  id,
  span: { start, end: start + 5 },
  value: 1855,
  unit: 'household',
  unitText: 'hộ',
  indicator: 'pov.poor_households',
  subjects: ['poor_household'],
  topic: 'poverty_reduction',
  label: 'hộ nghèo',
  confidence: 0.9,
  rule: 'r',
  implied: ['period', 'unit'],
  ...over,
});
const item = (id: string, start: number, over: Partial<ReviewedFigure> = {}, fields: Partial<Figure> = {}) => ({
  figure: figure(id, start, fields),
  etag: `${id}.0`,
  verdict: null,
  found: true,
  decided: [],
  extractor: {},
  doubts: [],
  sure: false,
  ...over,
});
const figures = (...items: ReviewedFigure[]): Figures => new Map(items.map((each) => [each.figure.id, each]));
const REVIEW = { state: 'in_review', claimed: null, reviewed: null, approved: null, second: null, etag: 'r' } as const;

class Memory implements Keeping {
  readonly kept = new Map<string, string>();
  room = Number.POSITIVE_INFINITY;
  get length() {
    return this.kept.size;
  }
  key(at: number) {
    return [...this.kept.keys()][at] ?? null;
  }
  getItem(key: string) {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    if (value.length > this.room) throw new Error('QuotaExceededError');
    this.kept.set(key, value);
  }
  removeItem(key: string) {
    this.kept.delete(key);
  }
}

describe('changes', () => {
  const before = figures(item('a', 0), item('b', 10));
  const wishes: Record<string, Wish[]> = {
    'a value': [{ figure: 'a', patch: { value: 7 } }],
    'a verdict': [{ figure: 'b', patch: { verdict: 'rejected' } }],
    'two figures': [
      { figure: 'a', patch: { label: 'x', unit: 'person' } },
      { figure: 'b', patch: { verdict: 'accepted' } },
    ],
    'the same figure twice': [
      { figure: 'a', patch: { value: 7 } },
      { figure: 'a', patch: { label: 'x' } },
    ],
  };
  test.each(Object.entries(wishes))('%s: done and taken back is as before', (_, wanted) => {
    const changes = make(wanted, before);
    const after = applied(before, changes);
    expect(after).not.toEqual(before);
    const back = applied(after, make(inverse(changes), after));
    for (const [id, { figure, verdict }] of before) {
      expect(back.get(id)).toMatchObject({ verdict, figure: { ...figure, implied: expect.anything() } });
    }
  });

  test('what is so already is no change, and a figure that is gone takes none', () => {
    expect(make([{ figure: 'a', patch: { value: 1855, subjects: ['poor_household'] } }], before)).toEqual([]);
    expect(make([{ figure: 'z', patch: { value: 1 } }], before)).toEqual([]);
  });

  test('a change carries the tag as seen, only the fields that differ, and what they were', () => {
    expect(make([{ figure: 'a', patch: { value: 7, label: 'hộ nghèo', verdict: 'accepted' } }], before)).toEqual([
      {
        figure: 'a',
        etag: 'a.0',
        patch: { value: 7, verdict: 'accepted' },
        before: { value: 1855, verdict: null },
      },
    ]);
  });

  test('what was accepted is accepted again where the extractor has come to say otherwise', () => {
    const news = { code: 'extractor_disagrees' as const, message: '', suggestions: [] };
    const told = figures(item('a', 0, { verdict: 'accepted', doubts: [news], extractor: { value: 9 } }));
    const wish: Wish[] = [{ figure: 'a', patch: { verdict: 'accepted' } }];
    const changes = make(wish, told);
    expect(changes).toMatchObject([{ patch: { verdict: 'accepted' } }]);
    const after = applied(told, changes);
    expect(after.get('a')).toMatchObject({ extractor: {}, doubts: [] });
    expect(make(wish, after)).toEqual([]);
  });

  test('clearing a stored code that the catalogue has no more is a change, though none is shown', () => {
    const odd = figures(item('a', 0, { unreadable: { indicator: 'sp.gone' } }, { indicator: null }));
    const changes = make([{ figure: 'a', patch: { indicator: null } }], odd);
    expect(changes).toMatchObject([{ patch: { indicator: null } }]);
    const after = applied(odd, changes);
    expect(after.get('a')?.unreadable).toBeUndefined();
    expect(make([{ figure: 'a', patch: { indicator: null } }], after)).toEqual([]);
  });

  test('what a person sets is no longer implied', () => {
    const after = applied(before, make([{ figure: 'a', patch: { unit: 'person' } }], before));
    expect(after.get('a')?.figure.implied).toEqual(['period']);
    expect(after.get('a')?.decided).toEqual(['unit']);
  });

  test('an added figure is there at once; taking it back rejects it', () => {
    const changes = make([{ add: { span: { start: 29, end: 32 }, value: 320 } }], before);
    const after = applied(before, changes);
    expect(after.get('p29-32')?.figure.value).toBe(320);
    expect(inverse(changes)).toEqual([{ figure: 'p29-32', patch: { verdict: 'rejected' } }]);
    expect(addedId({ span: { start: 29, end: 32 } })).toBe('p29-32');
  });
});

describe('conflicts', () => {
  const seen = figures(item('a', 0));
  const changes = make([{ figure: 'a', patch: { value: 7, verdict: 'accepted' } }], seen);
  const now = (fields: Partial<Figure>, over: Partial<ReviewedFigure> = {}) =>
    figures(item('a', 0, { etag: 'a.1', ...over }, fields));

  test('every field that either set, with what it was', () => {
    expect(clashesOf(changes, seen, now({ value: 9, label: 'theirs' }))).toEqual([
      { figure: 'a', field: 'verdict', before: null, mine: 'accepted', theirs: null },
      { figure: 'a', field: 'value', before: 1855, mine: 7, theirs: 9 },
      { figure: 'a', field: 'label', before: 'hộ nghèo', mine: 'hộ nghèo', theirs: 'theirs' },
    ]);
  });
  test('what the other did just the same is no clash', () => {
    expect(clashesOf(changes, seen, now({ value: 7 }, { verdict: 'accepted' }))).toEqual([]);
    expect(isDone(changes, now({ value: 7 }, { verdict: 'accepted' }))).toBe(true);
    expect(isDone(changes, now({ value: 7 }))).toBe(false);
    expect(isDone(changes, figures())).toBe(false);
  });
  test.each([
    [['a/value', 'a/verdict'], { value: 7, verdict: 'accepted' }],
    [['a/value'], { value: 7 }],
    [['a/label'], { label: 'hộ nghèo' }],
  ])('mine of %j, theirs of the rest', (mine, patch) => {
    const current = now({ value: 9, label: 'theirs' });
    const clashes = clashesOf(changes, seen, current);
    expect(settled(changes, clashes, new Set(mine), current)).toMatchObject([{ figure: 'a', etag: 'a.1', patch }]);
  });
  test('all theirs leaves nothing to send', () => {
    const current = now({ value: 9 });
    expect(settled(changes, clashesOf(changes, seen, current), new Set(), current)).toEqual([]);
  });
});

describe('the store', () => {
  const setUp = (answers: (Sent | 'as asked')[], storage = new Memory(), session = new Memory()) => {
    const sent: Group[] = [];
    const timers: (() => void)[] = [];
    const tags = new Map<string, ReviewedFigure>([
      ['a', item('a', 0)],
      ['b', item('b', 10)],
    ]);
    let clock = 0;
    const desk = createDesk({
      document: 'd',
      layer: 'first',
      storage,
      session,
      now: () => ++clock,
      later: (_, run) => timers.push(run),
      send: async (group) => {
        sent.push(structuredClone(group));
        const answer = answers.shift() ?? 'as asked';
        if (answer !== 'as asked') return answer;
        const before: Figures = new Map(tags);
        const after = applied(before, group.changes);
        const result = group.changes.map(({ figure: id }) => {
          const old = after.get(id) as ReviewedFigure;
          const next = { ...old, etag: `${id}.${Number((tags.get(id)?.etag ?? '.0').split('.')[1]) + 1}` };
          tags.set(id, next);
          return next;
        });
        return { outcome: 'done', review: REVIEW, figures: result, affected: [] };
      },
    });
    desk.receive({ review: REVIEW, figures: [...tags.values()] });
    const settle = async () => {
      for (let i = 0; i < 40; i++) await Promise.resolve();
    };
    const value = (id: string) => desk.snapshot().figures.get(id)?.figure.value;
    return { desk, sent, timers, settle, value, storage, session };
  };
  const setValue = (figure: string, value: number): Wish[] => [{ figure, patch: { value } }];

  test('shown at once, sent with the tag as seen, kept until it is answered', async () => {
    const { desk, sent, settle, value, storage } = setUp([]);
    expect(desk.act('edit', setValue('a', 7), 'vì sao')).toBe(true);
    expect(value('a')).toBe(7);
    expect(storage.kept.size).toBe(1);
    await settle();
    expect(sent).toMatchObject([{ reason: 'vì sao', changes: [{ figure: 'a', etag: 'a.0', patch: { value: 7 } }] }]);
    expect(storage.kept.size).toBe(0);
    expect(desk.snapshot()).toMatchObject({ link: 'idle', waiting: [] });
  });

  test('a second decision on the same figure goes out with the tag that the first was answered with', async () => {
    const { desk, sent, settle, value } = setUp([]);
    desk.act('edit', setValue('a', 7));
    desk.act('edit', setValue('a', 8));
    desk.act('accept', [{ figure: 'a', patch: { verdict: 'accepted' } }]);
    await settle();
    expect(sent.map(({ changes }) => changes[0]?.etag)).toEqual(['a.0', 'a.1', 'a.2']);
    expect(value('a')).toBe(8);
  });

  test('undo and redo go by actions, each sent as the next decision', async () => {
    const { desk, sent, settle, value } = setUp([]);
    desk.act('edit', [...setValue('a', 7), ...setValue('b', 8)]);
    desk.act('accept', [{ figure: 'a', patch: { verdict: 'accepted' } }]);
    expect(desk.undo()).toBe('accept');
    expect(desk.undo()).toBe('edit');
    expect(desk.undo()).toBeNull();
    expect([value('a'), value('b')]).toEqual([1855, 1855]);
    expect(desk.redo()).toBe('edit');
    expect([value('a'), value('b')]).toEqual([7, 8]);
    desk.act('edit', setValue('a', 9));
    expect(desk.redo()).toBeNull();
    await settle();
    expect(sent).toHaveLength(6);
    expect(desk.undo()).toBe('edit');
    expect(value('a')).toBe(7);
  });

  test('what can be taken back outlives a reload of the window, whether it was taken back already or not', async () => {
    const first = setUp([]);
    first.desk.act('edit', setValue('a', 7));
    first.desk.act('edit', setValue('b', 8));
    first.desk.undo();
    await first.settle();
    first.desk.rest();
    const { desk, settle, value } = setUp([], first.storage, first.session);
    desk.receive({ review: REVIEW, figures: [...first.desk.snapshot().figures.values()] });
    expect(desk.snapshot()).toMatchObject({ undoable: 'edit', redoable: 'edit' });
    expect(desk.redo()).toBe('edit');
    expect([desk.undo(), desk.undo(), desk.undo()]).toEqual(['edit', 'edit', null]);
    expect([value('a'), value('b')]).toEqual([1855, 1855]);
    await settle();
  });

  test.each(['', '{', '{"past":7}', 'null'])('steps kept as %j are none', (kept) => {
    const session = new Memory();
    session.setItem('ansinh.steps/d/first', kept);
    expect(setUp([], new Memory(), session).desk.snapshot()).toMatchObject({ undoable: null, redoable: null });
  });

  test('an added figure is taken back by rejecting it, and comes back by taking the rejection back', async () => {
    const { desk, sent, settle } = setUp([]);
    desk.act('add', [{ add: { span: { start: 29, end: 32 }, value: 320 } }]);
    desk.undo();
    desk.redo();
    await settle();
    expect(sent.map(({ changes }) => changes[0])).toMatchObject([
      { add: { value: 320 } },
      { figure: 'p29-32', etag: 'p29-32.1', patch: { verdict: 'rejected' } },
      { figure: 'p29-32', etag: 'p29-32.2', patch: { verdict: null } },
    ]);
  });

  test('nothing is taken back over what somebody else has changed since', async () => {
    const { desk, settle, value } = setUp([]);
    desk.act('edit', setValue('a', 7));
    await settle();
    desk.receive({ review: REVIEW, figures: [item('a', 0, { etag: 'a.5' }, { value: 99 })] });
    expect(desk.undo()).toEqual({ changed: 'edit' });
    expect(value('a')).toBe(99);
  });

  test('without a connection decisions wait, in order, and go out when it is back', async () => {
    const { desk, sent, timers, settle, value } = setUp([{ outcome: 'unreachable' }, { outcome: 'unreachable' }]);
    desk.act('edit', setValue('a', 7));
    await settle();
    desk.act('edit', setValue('b', 8));
    await settle();
    expect(desk.snapshot()).toMatchObject({ link: 'unreachable', waiting: [{}, {}] });
    for (const run of timers) run();
    await settle();
    for (const run of timers) run();
    await settle();
    expect(desk.snapshot()).toMatchObject({ link: 'idle', waiting: [] });
    expect(sent.slice(-2).map(({ changes }) => changes[0]?.figure)).toEqual(['a', 'b']);
    expect([value('a'), value('b')]).toEqual([7, 8]);
  });

  test('they survive the window: the next one shows and sends them', async () => {
    const first = setUp([{ outcome: 'unreachable' }, { outcome: 'unreachable' }]);
    first.desk.act('edit', setValue('a', 7));
    first.desk.act('edit', setValue('b', 8));
    await first.settle();
    const second = setUp([], first.storage);
    expect([second.value('a'), second.value('b')]).toEqual([7, 8]);
    await second.settle();
    expect(second.sent).toHaveLength(2);
    expect(first.storage.kept.size).toBe(0);
    for (const run of first.timers) run();
    await first.settle();
    expect(first.desk.snapshot().waiting).toEqual([]);
    expect(first.sent.length).toBeLessThanOrEqual(2);
  });

  test('a browser that keeps no more says so', () => {
    const storage = new Memory();
    storage.room = 10;
    const { desk } = setUp([{ outcome: 'unreachable' }], storage);
    desk.act('edit', setValue('a', 7));
    expect(desk.snapshot().kept).toBe(false);
  });

  test('somebody was faster: both versions stand until one is taken, and what waits behind goes on', async () => {
    const theirs = item('a', 0, { etag: 'a.9' }, { value: 99, label: 'theirs' });
    const { desk, sent, settle, value } = setUp([{ outcome: 'changed', current: [theirs] }]);
    desk.act('edit', setValue('a', 7));
    desk.act('edit', setValue('b', 8));
    await settle();
    expect(desk.snapshot().conflict?.clashes.map(({ field, mine, theirs }) => [field, mine, theirs])).toEqual([
      ['value', 7, 99],
      ['label', 'hộ nghèo', 'theirs'],
    ]);
    expect(sent).toHaveLength(1);
    expect(value('b')).toBe(8);
    desk.settle(new Set(['a/value']));
    await settle();
    expect(sent[1]).toMatchObject({ changes: [{ figure: 'a', etag: 'a.9', patch: { value: 7 } }] });
    expect(sent).toHaveLength(3);
    expect(desk.snapshot()).toMatchObject({ conflict: null, waiting: [] });
  });

  test('theirs taken: nothing is sent and nothing of it can be undone', async () => {
    const theirs = item('a', 0, { etag: 'a.9' }, { value: 99 });
    const { desk, sent, settle, value } = setUp([{ outcome: 'changed', current: [theirs] }]);
    desk.act('edit', setValue('a', 7));
    await settle();
    desk.settle(new Set());
    await settle();
    expect([sent.length, value('a'), desk.snapshot().undoable]).toEqual([1, 99, null]);
  });

  test('a decision that had arrived without its answer is done', async () => {
    const arrived = item('a', 0, { etag: 'a.1' }, { value: 7 });
    const { desk, settle } = setUp([{ outcome: 'unreachable' }, { outcome: 'changed', current: [arrived] }]);
    desk.act('edit', setValue('a', 7));
    await settle();
    desk.pump();
    await settle();
    expect(desk.snapshot()).toMatchObject({ conflict: null, waiting: [], link: 'idle' });
    desk.act('edit', setValue('a', 8));
    expect(desk.snapshot().waiting[0]?.changes[0]?.etag).toBe('a.1');
  });

  test('a refusal is told and kept until the person says what becomes of it', async () => {
    const { desk, settle, value, storage } = setUp([{ outcome: 'refused', sentence: 'Người khác đang giữ.' }]);
    desk.act('edit', setValue('a', 7));
    await settle();
    expect(desk.snapshot().refused?.sentence).toBe('Người khác đang giữ.');
    expect(storage.kept.size).toBe(1);
    desk.discard();
    expect([value('a'), storage.kept.size, desk.snapshot().undoable]).toEqual([1855, 0, null]);
  });
});

test('an outbox reads only its own report and layer, in order, and skips what it cannot read', () => {
  const storage = new Memory();
  const group = (id: string): Group => ({ id, deed: 'edit', changes: [], layer: 'first' });
  outbox(storage, 'd', 'first').keep(group('2'));
  outbox(storage, 'd', 'first').keep(group('1'));
  outbox(storage, 'd', 'second').keep(group('3'));
  outbox(storage, 'dd', 'first').keep(group('4'));
  storage.setItem('ansinh.outbox/d/first/0', '{broken');
  expect(
    outbox(storage, 'd', 'first')
      .load()
      .map(({ id }) => id),
  ).toEqual(['1', '2']);
});

describe('the list', () => {
  const doubt = { code: 'low_confidence' as const, message: '', suggestions: [] };
  const all = rowsOf(
    figures(
      item('c', 40, { doubts: [doubt] }, { section: 's2', confidence: 0.4, label: 'vay vốn' }),
      item('a', 0, { verdict: 'accepted', doubts: [doubt, doubt] }, { section: 's1' }),
      item('b', 10, {}, { section: 's1', confidence: 0.99, label: 'hộ cận nghèo' }),
      item('d', 50, { verdict: 'rejected' }, { section: 's2' }),
    ),
    TEXT,
    'vi',
  );
  const section = (id: string) => ({
    id,
    number: '',
    heading: id,
    level: 1,
    parent: null,
    topic: null,
    span: { start: 0, end: 1 },
  });
  const sections = [section('s1'), section('s2')];
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).join('');

  test.each([
    ['abcd', WHOLE],
    ['cbad', { ...WHOLE, order: 'doubt' as const }],
    ['bc', { ...WHOLE, show: 'undecided' as const }],
    ['c', { ...WHOLE, show: 'doubtful' as const }],
    ['d', { ...WHOLE, show: 'rejected' as const }],
    ['cd', { ...WHOLE, section: 's2' }],
    ['abcd', { ...WHOLE, search: 'ho ngheo' }],
    ['b', { ...WHOLE, search: 'CẬN' }],
    ['', { ...WHOLE, search: 'không có' }],
  ])('%s', (expected, view) => expect(ids(viewed(all, view, sections))).toBe(expected));
  test('what has just been decided stays until the eye moves on', () => {
    expect(ids(viewed(all, { ...WHOLE, show: 'undecided' }, sections, 'a'))).toBe('abc');
  });
  test('sections head their figures, each with its number', () => {
    const lines = linesOf(all, 'text', { sections });
    expect(lines.map((line) => ('at' in line ? all[line.at]?.id : `${line.section?.id}:${line.count}`))).toEqual([
      's1:2',
      'a',
      'b',
      's2:2',
      'c',
      'd',
    ]);
    expect(linesOf(all, 'doubt', { sections })).toHaveLength(4);
  });
  test('after a decision only the row of its figure is another; where one came they are in order again', () => {
    const known = figures(...all.map((row) => row.item));
    const [a, , c] = all.map((row) => row.item) as [ReviewedFigure, ReviewedFigure, ReviewedFigure];
    const decided = new Map(known).set('a', { ...a, verdict: 'rejected' as const });
    const next = rowsOf(decided, TEXT, 'vi', all);
    expect(next.map((row, i) => row === all[i])).toEqual([false, true, true, true]);
    expect(next[0]?.item.verdict).toBe('rejected');
    expect(inSameOrder(all, next)).toBe(true);
    const moved = { ...c, figure: { ...c.figure, span: { start: 4, end: 9 } } };
    for (const [expected, others] of [
      ['abecd', new Map(known).set('e', item('e', 20))],
      ['acbd', new Map(known).set('c', moved)],
      ['abd', new Map([...known].filter(([id]) => id !== 'c'))],
    ] as const) {
      const rows = rowsOf(others, TEXT, 'vi', all);
      expect(ids(rows)).toBe(expected);
      expect(inSameOrder(all, rows)).toBe(false);
    }
  });
  test('what is decided, doubted, sure, a part', () => {
    const rows = rowsOf(
      figures(
        item('a', 0, { sure: true }, { partOf: 'b' }),
        item('b', 10, { sure: true, verdict: 'accepted', doubts: [doubt] }),
        item('c', 20, { doubts: [doubt] }),
      ),
      TEXT,
      'vi',
    );
    expect(progressOf(rows)).toEqual({ all: 3, decided: 1, doubtful: 1 });
    expect(sureOf(rows).map((each) => each.figure.id)).toEqual(['a']);
    expect(ids(partsOf(rows, 'b'))).toBe('a');
  });
  test('steps stay at the ends; the next doubtful one is looked for behind, then from the top', () => {
    expect([stepped(all, null, 1)?.id, stepped(all, 'a', -1)?.id, stepped(all, 'd', 1)?.id]).toEqual(['a', 'a', 'd']);
    const is = (wanted: string) => (each: ReviewedFigure) => each.figure.id === wanted;
    expect(nextWhere(all, 'c', is('b'))?.id).toBe('b');
    expect(nextWhere(all, 'b', is('b'))).toBeUndefined();
  });
});

describe('split and merge', () => {
  const text = 'có 1.855 hộ, 320 hộ nghèo';
  const one = item('a', 0, {}, { span: { start: 3, end: 16 }, value: 1855 });
  test('a figure is cut where a word or number begins', () => {
    expect(cuts(text, one.figure.span).map((at) => text.slice(at, 16))).toEqual(['hộ, 320', '320']);
    expect(halves(text, one.figure.span, 13)).toEqual([
      { start: 3, end: 12 },
      { start: 13, end: 16 },
    ]);
    expect(halves(text, one.figure.span, 3)).toBeNull();
  });
  test('split: the one goes, two come with what it had', () => {
    const wishes = split(
      one,
      [
        { start: 3, end: 8 },
        { start: 13, end: 16 },
      ],
      [{ value: 1855 }, { value: 320 }],
    );
    expect(wishes).toMatchObject([
      { figure: 'a', patch: { verdict: 'rejected' } },
      { add: { span: { start: 3, end: 8 }, value: 1855, subjects: ['poor_household'] } },
      { add: { span: { start: 13, end: 16 }, value: 320 } },
    ]);
  });
  test('merge: both go, one comes over all their words', () => {
    const other = item('b', 20, {}, { span: { start: 20, end: 22 } });
    expect(merge(other, one, { value: 5 })).toMatchObject([
      { figure: 'b', patch: { verdict: 'rejected' } },
      { figure: 'a', patch: { verdict: 'rejected' } },
      { add: { span: { start: 3, end: 22 }, value: 5 } },
    ]);
  });
  test('a whole is no part of its part', () => {
    const chain = figures(item('a', 0, {}, { partOf: 'b' }), item('b', 10, {}, { partOf: 'c' }), item('c', 20));
    expect([mayHold(chain, 'c', 'a'), mayHold(chain, 'a', 'c'), mayHold(chain, 'a', 'a')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('offered as a whole: what is near, stands and is no part of the figure, and always the present one', () => {
    const many = Array.from({ length: 300 }, (_, i) => item(`f${i}`, i * 10));
    const near = figures(
      ...many.map((each, i) =>
        i === 149
          ? { ...each, verdict: 'rejected' as const }
          : i === 151
            ? item('f151', 1510, {}, { partOf: 'f150' })
            : each,
      ),
    );
    const offered = wholesOf(near, figure('f150', 1500, { partOf: 'f2' })).map(({ id }) => id);
    expect(offered.slice(0, 3)).toEqual(['f2', 'f90', 'f91']);
    expect(offered).toEqual(expect.arrayContaining(['f148', 'f152']));
    expect(offered.filter((id) => ['f149', 'f150', 'f151', 'f5', 'f299'].includes(id))).toEqual([]);
  });
});

test('a sample is the same for the same report, in order, and other for another', () => {
  const items = Array.from({ length: 300 }, (_, i) => i);
  const one = drawn(items, 10, 'd1');
  expect(one).toEqual(drawn(items, 10, 'd1'));
  expect(one).not.toEqual(drawn(items, 10, 'd2'));
  expect(one).toEqual(one.toSorted((a, b) => a - b));
  expect(new Set(one).size).toBe(10);
  expect(drawn([1, 2, 3], 10, 'd1')).toEqual([1, 2, 3]);
});
