import { describe, expect, test } from '@jest/globals';
import type { Service } from '../../src/app/index.ts';
import {
  type Change,
  Decided,
  Decisions,
  Desk,
  type Figure,
  type Me,
  Review,
  type ReviewAction,
  type ReviewedFigure,
  whoIs,
} from '../../src/model/index.ts';
import { finished, submit, until } from './harness.ts';
import { HOA, LAN, MINH, QUAN } from './people.ts';
import { otherReport, TAY_SON } from './texts.ts';

type Layer = 'first' | 'second';

/** The parts do not make the whole: a check that fails. */
const SUM = `ỦY BAN NHÂN DÂN HUYỆN TÂY SƠN
BÁO CÁO
Kết quả công tác giảm nghèo năm 2023

Năm 2023, toàn huyện Tây Sơn có 500 hộ nghèo, gồm: nông thôn 137 hộ, thành thị 325 hộ.
Có 1.855 hộ cận nghèo.
`;

/** What every size of the service promises of people's decisions. Workers run. */
export const reviewTests = (service: () => Service): void => {
  let reports = 0;
  /** The Tây Sơn report as a new document, extracted. */
  const report = async (text = TAY_SON): Promise<string> => {
    reports += 1;
    const { id } = await submit(service(), `${text}\nRà soát ${'I'.repeat(reports)}.`);
    await finished(service(), id);
    return id;
  };
  const deskOf = async (id: string, me: Me = LAN, layer: Layer = 'first') =>
    Desk.parse(await service().desk(id, me, { layer, language: 'vi' }));
  const byValue = ({ figures }: Desk, value: number) =>
    figures.find(({ figure }) => figure.value === value) as ReviewedFigure;
  const change = ({ figure, etag }: ReviewedFigure, patch: Extract<Change, { patch: unknown }>['patch']): Change => ({
    figure: figure.id,
    etag,
    patch,
  });
  const decide = (id: string, changes: Change[], me: Me = LAN, layer: Layer = 'first', reason = 'thử') =>
    service().decide(id, Decisions.parse({ changes, layer, reason }), me, 'vi');
  const act = async (id: string, action: ReviewAction, me: Me = LAN) => {
    const { etag } = Review.parse(await service().review(id));
    return service().act(id, etag, action, me);
  };
  const counted = async (id: string) => (await service().document(id, 'vi'))?.counts;
  const again = async (id: string) => {
    const before = await service().document(id, 'vi');
    await service().extractAgain(id);
    await until(
      () => service().document(id, 'vi'),
      (now) => now?.processed !== before?.processed && now?.status !== 'queued' && now?.status !== 'processing',
    );
  };
  const refused = (code: string, done: Promise<unknown>) => expect(done).rejects.toMatchObject({ code });

  test('the desk has every figure of a new report, undecided', async () => {
    const id = await report();
    const desk = await deskOf(id);
    const record = (await service().record(id))?.value;
    expect(desk.figures.map(({ figure }) => figure)).toEqual(record?.figures);
    expect(desk.review).toMatchObject({ state: 'extracted', claimed: null, second: null });
    for (const one of desk.figures) {
      expect(one).toMatchObject({ verdict: null, found: true, decided: [], extractor: {} });
      expect(one.etag).toBe((await service().figure(id, one.figure.id))?.etag);
    }
    expect(await service().desk('nothing', LAN, { layer: 'first', language: 'vi' })).toBeNull();
  });

  test('changes that belong together are all made, each an event, and whoever made them has the report in hand', async () => {
    const id = await report();
    const desk = await deskOf(id);
    const [poor, people] = [byValue(desk, 1855), byValue(desk, 4839)];
    const result = await decide(id, [change(poor, { verdict: 'accepted' }), change(people, { value: 4840 })]);
    if (result?.outcome !== 'done') throw new Error('not done');
    const { review, figures } = Decided.parse(result.decided);
    expect(review).toMatchObject({ state: 'in_review', claimed: { who: whoIs(LAN) } });
    expect(figures).toMatchObject([
      { figure: { id: poor.figure.id }, verdict: 'accepted', decided: [] },
      { figure: { id: people.figure.id, value: 4840 }, verdict: null, decided: ['value'] },
    ]);
    expect((await service().history(id, LAN))?.items).toMatchObject([
      { figure: poor.figure.id, field: 'verdict', old: null, new: 'accepted', reason: 'thử', who: whoIs(LAN) },
      { figure: people.figure.id, field: 'value', old: 4839, new: 4840, reason: 'thử' },
    ]);
    const ofOne = await service().history(id, LAN, { figure: people.figure.id });
    expect(ofOne?.items.map(({ field }) => field)).toEqual(['value']);
    expect(await service().document(id, 'vi')).toMatchObject({
      status: 'reviewed',
      review: { state: 'in_review', claimedBy: whoIs(LAN) },
    });
    expect((await deskOf(id)).review).toEqual(review);
  });

  test('where one figure has changed meanwhile nothing is done, and all are given as they stand', async () => {
    const id = await report();
    const desk = await deskOf(id);
    const [poor, people] = [byValue(desk, 1855), byValue(desk, 4839)];
    await decide(id, [change(people, { value: 4840 })]);
    const late = await decide(id, [change(poor, { value: 1 }), change(people, { value: 2 })], MINH);
    expect(late).toMatchObject({
      outcome: 'conflict',
      current: [{ figure: { value: 1855 }, etag: poor.etag }, { figure: { value: 4840 } }],
    });
    const gone: Change = { figure: 'gone', etag: 'x', patch: { value: 1 } };
    expect(await decide(id, [gone, change(poor, { value: 1 })])).toMatchObject({
      outcome: 'conflict',
      current: [{ figure: { id: poor.figure.id } }],
    });
    expect((await service().history(id, LAN))?.items).toHaveLength(1);
  });

  test('of many who decide on the same figure at once, one does', async () => {
    const id = await report();
    const poor = byValue(await deskOf(id), 1855);
    const results = await Promise.all([1, 2, 3, 4].map((value) => decide(id, [change(poor, { value })])));
    expect(results.map((result) => result?.outcome).toSorted()).toEqual(['conflict', 'conflict', 'conflict', 'done']);
    expect((await service().history(id, LAN))?.items).toHaveLength(1);
  });

  test('a rejected figure is in no record, search, series or stream, and its parts are parts of nothing', async () => {
    const id = await report();
    const desk = await deskOf(id);
    const [poor, share] = [byValue(desk, 1855), byValue(desk, 4.82)];
    await decide(id, [change(share, { partOf: poor.figure.id }), change(poor, { verdict: 'rejected' })]);
    const found = async () => {
      const streamed: Figure[] = [];
      for await (const figure of service().everyFigure({ document: id })) streamed.push(figure);
      return [
        (await service().record(id))?.value.figures ?? [],
        (await service().figures({ document: id }, undefined, 500)).items,
        (await service().series({ document: id })).points.flatMap((point) => point.figures),
        streamed,
      ];
    };
    for (const figures of await found()) {
      expect(figures.map((figure) => figure.id)).not.toContain(poor.figure.id);
      expect(figures.find((figure) => figure.id === share.figure.id)?.partOf).toBeNull();
    }
    const record = (await service().record(id))?.value;
    expect(record?.checks.flatMap((check) => check.figures)).not.toContain(poor.figure.id);
    expect((await counted(id))?.figures).toBe(desk.figures.length - 1);

    const after = await deskOf(id);
    expect(byValue(after, 4.82).figure.partOf).toBe(poor.figure.id);
    expect(byValue(after, 1855).verdict).toBe('rejected');
    await decide(id, [change(byValue(after, 1855), { verdict: null })]);
    for (const figures of await found()) {
      expect(figures.find((figure) => figure.id === share.figure.id)?.partOf).toBe(poor.figure.id);
    }
    expect((await counted(id))?.figures).toBe(desk.figures.length);
  });

  test('the verdict is in the tag: nobody edits what was rejected meanwhile', async () => {
    const id = await report();
    const poor = byValue(await deskOf(id), 1855);
    await decide(id, [change(poor, { verdict: 'rejected' })]);
    const late = await service().correct(id, poor.figure.id, poor.etag, { value: 1 }, LAN);
    expect(late).toMatchObject({ outcome: 'conflict', figure: { value: { value: 1855 } } });
  });

  test('a figure is split: the whole is rejected and others stand in its place, inferred from their text', async () => {
    const id = await report();
    const poor = byValue(await deskOf(id), 1855);
    const { span } = poor.figure;
    const result = await decide(id, [
      change(poor, { verdict: 'rejected' }),
      { add: { span, value: 1800 } },
      { add: { span: { start: span.start, end: span.start + 2 }, value: 55, partOf: `p${span.start}-${span.end}` } },
    ]);
    if (result?.outcome !== 'done') throw new Error('not done');
    const [, whole, part] = result.decided.figures;
    expect(whole).toMatchObject({
      figure: { id: `p${span.start}-${span.end}`, value: 1800, unit: 'household', rule: 'person', confidence: 1 },
      verdict: null,
      doubts: [],
    });
    expect(part?.figure.partOf).toBe(whole?.figure.id);
    const before = await deskOf(id);
    await again(id);
    expect((await deskOf(id)).figures.map(({ figure, verdict }) => [figure, verdict])).toEqual(
      before.figures.map(({ figure, verdict }) => [figure, verdict]),
    );
  });

  describe('checks are of the figures as they stand', () => {
    const codes = ({ doubts }: ReviewedFigure) => doubts.map(({ code }) => code);
    const sums = async (id: string) =>
      (await service().record(id))?.value.checks.map(({ status, expected, actual }) => [status, expected, actual]);
    const done = async (result: ReturnType<typeof decide>) => {
      const settled = await result;
      if (settled?.outcome !== 'done') throw new Error('not done');
      return Decided.parse(settled.decided);
    };

    test('a correction that makes a sum right is told with every figure of it, and one that breaks it too', async () => {
      const id = await report(SUM);
      const before = await deskOf(id);
      expect(await sums(id)).toEqual([['fail', 462, 500]]);
      expect(before.figures.map(codes).filter((each) => each.includes('failed_check'))).toHaveLength(3);
      expect(await counted(id)).toMatchObject({ doubtful: 3, failedChecks: 1 });

      const { figures, affected } = await done(decide(id, [change(byValue(before, 137), { value: 175 })]));
      expect(figures.map(codes)).toEqual([[]]);
      expect(affected.map((one) => [one.figure.value, codes(one)])).toEqual([
        [500, []],
        [325, []],
      ]);
      expect(await sums(id)).toEqual([['pass', 500, 500]]);
      const right = await deskOf(id);
      expect(right.figures.flatMap(codes)).toEqual([]);
      const agreeing = ({ figures }: Desk) => figures.filter(({ agrees }) => agrees).map(({ figure }) => figure.value);
      expect([agreeing(before), agreeing(right)]).toEqual([[], [500, 175, 325]]);
      expect(byValue(right, 500).agrees).toEqual([expect.stringMatching(/175.*325/)]);
      expect(affected).toEqual([byValue(right, 500), byValue(right, 325)]);
      expect((await counted(id))?.doubtful).toBe(0);

      const broken = await done(decide(id, [change(byValue(right, 325), { value: 326 })]));
      expect(broken.figures.map(codes)).toEqual([['failed_check']]);
      expect(broken.affected.map(({ figure }) => figure.value)).toEqual([500, 175]);
      expect(await sums(id)).toEqual([['fail', 501, 500]]);
      expect((await counted(id))?.doubtful).toBe(1);

      await again(id);
      expect(await sums(id)).toEqual([['fail', 501, 500]]);
      expect((await counted(id))?.doubtful).toBe(1);
    });

    test('a missed part joins the sum; rejected it leaves it; a figure of another sum is not told of', async () => {
      const id = await report(SUM);
      const whole = byValue(await deskOf(id), 500);
      const start = SUM.indexOf('1.855');
      const { id: near } = byValue(await deskOf(id), 1855).figure;
      const added = await done(
        decide(id, [
          { add: { span: { start, end: start + 2 }, value: 38, unit: 'household', partOf: whole.figure.id } },
        ]),
      );
      expect(await sums(id)).toEqual([['pass', 500, 500]]);
      expect(added.affected.map(({ figure }) => figure.value)).toEqual([500, 137, 325]);
      const [part] = added.figures as [ReviewedFigure];
      const rejected = await done(decide(id, [change(part, { verdict: 'rejected' })]));
      expect(rejected.affected.map(({ figure }) => figure.id)).not.toContain(near);
      expect(await sums(id)).toEqual([['fail', 462, 500]]);
      const back = await done(decide(id, [change(rejected.figures[0] as ReviewedFigure, { verdict: null })]));
      expect(back.affected.map(codes)).toEqual([[], [], []]);
      const agreed = await done(decide(id, [change(byValue(await deskOf(id), 500), { verdict: 'accepted' })]));
      expect(agreed.affected).toEqual([]);
    });
  });

  test('what a person may not do is refused, and leaves nothing', async () => {
    const id = await report();
    const desk = await deskOf(id);
    const [poor, share] = [byValue(desk, 1855), byValue(desk, 4.82)];
    const reversed = { period: { start: '2023-12-31', end: '2023-01-01' } };
    const circle = [change(poor, { partOf: share.figure.id }), change(share, { partOf: poor.figure.id })];
    await refused('period_reversed', decide(id, [change(share, { value: 5 }), change(poor, reversed)]));
    await refused('unknown_figure', decide(id, [change(poor, { partOf: 'gone' })]));
    await refused('circular_part', decide(id, circle));
    await refused('figure_exists', decide(id, [{ add: { span: poor.figure.span, value: 1 } }]));
    await refused('invalid_span', decide(id, [{ add: { span: { start: 0, end: 1e6 }, value: 1 } }]));
    await refused('no_second_review', decide(id, [change(poor, { value: 1 })], LAN, 'second'));
    expect(await deskOf(id)).toEqual(desk);
    expect((await service().history(id, LAN))?.items).toEqual([]);
    await decide(id, [change(poor, { verdict: 'accepted' })]);
    await refused('claimed_by_other', decide(id, [change(share, { value: 1 })], MINH));
    await act(id, { action: 'finish' });
    await refused('review_closed', decide(id, [change(share, { value: 1 })]));
  });

  test('a report goes its way through people’s hands', async () => {
    const id = await report();
    expect(await act(id, { action: 'claim' })).toMatchObject({ review: { state: 'in_review' } });
    await refused('claimed_by_other', act(id, { action: 'finish' }, QUAN));
    expect(await act(id, { action: 'finish' })).toMatchObject({ review: { state: 'reviewed', claimed: null } });
    await refused('needs_second_person', act(id, { action: 'approve' }, { ...LAN, role: 'approver' }));
    await refused('approver_only', act(id, { action: 'approve' }, MINH));
    expect(await act(id, { action: 'approve' }, HOA)).toMatchObject({
      review: { state: 'approved', reviewed: { who: whoIs(LAN) }, approved: { who: whoIs(HOA) } },
    });
    await act(id, { action: 'reopen', reason: 'sai biểu 2' }, HOA);
    expect((await service().history(id, LAN))?.items).toMatchObject([
      { figure: null, field: 'state', old: 'extracted', new: 'in_review', who: whoIs(LAN) },
      { figure: null, field: 'claimed', new: whoIs(LAN) },
      { figure: null, field: 'state', new: 'reviewed' },
      { figure: null, field: 'claimed', new: null },
      { figure: null, field: 'state', new: 'approved', who: whoIs(HOA) },
      { figure: null, field: 'state', new: 'in_review', reason: 'sai biểu 2' },
    ]);
    expect((await service().document(id, 'vi'))?.status).toBe('extracted');
  });

  test('of actions on a review as it was, the later is told how it is now', async () => {
    const id = await report();
    const { etag } = Review.parse(await service().review(id));
    const claims = await Promise.all([LAN, MINH].map((me) => service().act(id, etag, { action: 'claim' }, me)));
    expect(claims.map((claim) => claim?.outcome).toSorted()).toEqual(['conflict', 'done']);
    expect(claims[0]?.review).toEqual(claims[1]?.review);
    expect(await service().act('nothing', etag, { action: 'claim' }, LAN)).toBeNull();
  });

  test('two review one report without seeing each other, and are compared when both have finished', async () => {
    const id = await report();
    const desk = await deskOf(id);
    await decide(id, [
      change(byValue(desk, 1855), { value: 1865 }),
      change(byValue(desk, 174), { verdict: 'rejected' }),
    ]);
    await act(id, { action: 'start_second' }, MINH);
    await refused('blind_review', deskOf(id, MINH));
    await refused('claimed_by_other', deskOf(id, LAN, 'second'));
    await refused('blind_review', decide(id, [change(byValue(desk, 4839), { value: 1 })], MINH));
    const blind = await deskOf(id, MINH, 'second');
    expect(blind.figures).toEqual(desk.figures);
    const own = [change(byValue(blind, 1855), { value: 1865 }), change(byValue(blind, 4839), { unit: 'case' })];
    const result = await decide(id, own, MINH, 'second');
    expect(result).toMatchObject({ outcome: 'done', decided: { figures: [{ figure: { value: 1865 } }, {}] } });
    expect(await decide(id, own, MINH, 'second')).toMatchObject({ outcome: 'conflict' });
    const late = [{ ...(own[0] as Change), etag: 'x' } as Change];
    await refused('blind_review', decide(id, late, MINH));
    expect(byValue(await deskOf(id), 4839).figure.unit).toBe('person');
    const seen = async (me: Me) => (await service().history(id, me))?.items.filter(({ figure }) => figure !== null);
    expect((await seen(LAN))?.map(({ who }) => who)).toEqual([whoIs(LAN), whoIs(LAN)]);
    expect(await seen(MINH)).toMatchObject([
      { who: whoIs(MINH), layer: 'second' },
      { who: whoIs(MINH), layer: 'second' },
    ]);
    await refused('agreement_not_ready', service().agreement(id));
    await act(id, { action: 'finish_second' }, MINH);
    await refused('blind_review', deskOf(id, MINH));
    await refused('agreement_not_ready', deskOf(id, LAN, 'second'));
    expect(await seen(LAN)).toHaveLength(2);
    expect(await seen(MINH)).toHaveLength(2);
    await refused('agreement_not_ready', service().agreement(id));
    await act(id, { action: 'finish' });
    const agreement = await service().agreement(id);
    const total = desk.figures.length;
    expect(agreement).toMatchObject({ first: whoIs(LAN), second: whoIs(MINH), figures: total, both: total - 1 });
    expect(agreement?.differences.map(({ field }) => field)).toEqual(['figure', 'unit']);
    const unit = agreement?.fields.find(({ field }) => field === 'unit');
    expect(unit).toMatchObject({ same: total - 2, of: total - 1 });
    expect(unit?.kappa).toBeLessThan(1);
    expect(await seen(LAN)).toHaveLength(4);
    await act(id, { action: 'reopen', reason: 'xem lại' });
    expect(await seen(MINH)).toHaveLength(4);
    expect(byValue(await deskOf(id, MINH), 1865).figure.id).toBe(byValue(desk, 1855).figure.id);
  });

  test('what is counted of a report tells the second reviewer nothing of how far the first one is', async () => {
    const id = await report(SUM);
    await act(id, { action: 'claim' });
    await act(id, { action: 'start_second' }, MINH);
    const seen = async (me: Me) => {
      const one = await service().document(id, 'vi', me);
      const listed = await service().documents({ language: 'vi', limit: 200 }, me);
      const queued = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: Awaited<ReturnType<Service['queue']>> = await service().queue(me, {
          limit: 2,
          language: 'vi',
          ...(cursor && { cursor }),
        });
        queued.push(...page.items);
        cursor = page.next;
      }
      const is = (document: { id: string }) => document.id === id;
      expect([listed.items.find(is)?.counts, queued.filter(is).map(({ counts }) => counts)]).toEqual([
        one?.counts,
        [one?.counts],
      ]);
      return { counts: one?.counts, behind: queued.slice(queued.findIndex(is) + 1).map(({ counts }) => counts) };
    };
    const [before, first] = [await seen(MINH), await seen(LAN)];
    expect(first.counts?.doubtful).toBeGreaterThan(0);
    expect(before.counts).toEqual({ ...first.counts, doubtful: undefined });
    // The place in the queue tells nothing either: it is behind every report whose doubts are counted.
    expect(before.behind.filter((counts) => counts?.doubtful)).toEqual([]);

    const desk = await deskOf(id);
    await decide(
      id,
      desk.figures.map((figure, i) => change(figure, { verdict: i === 0 ? 'rejected' : 'accepted' })),
    );
    expect((await seen(LAN)).counts).toMatchObject({ figures: desk.figures.length - 1, doubtful: 0 });
    expect(await seen(MINH)).toEqual(before);
    await act(id, { action: 'finish_second' }, MINH);
    expect(await seen(MINH)).toEqual(before);
    await act(id, { action: 'finish' });
    expect((await service().document(id, 'vi', MINH))?.counts).toMatchObject({ doubtful: 0 });
  });

  test('extracting again keeps verdicts, the review and the second layer', async () => {
    const id = await report();
    const desk = await deskOf(id);
    await decide(id, [
      change(byValue(desk, 1855), { verdict: 'accepted' }),
      change(byValue(desk, 174), { verdict: 'rejected' }),
      change(byValue(desk, 4839), { value: 4840 }),
    ]);
    await act(id, { action: 'start_second' }, MINH);
    const blind = await deskOf(id, MINH, 'second');
    await decide(
      id,
      [change(byValue(blind, 174), { value: 175 }), { add: { span: { start: 0, end: 2 }, value: 9 } }],
      MINH,
      'second',
    );
    await act(id, { action: 'finish' });
    const before = [await deskOf(id), await deskOf(id, MINH, 'second'), await counted(id)];
    await again(id);
    expect([await deskOf(id), await deskOf(id, MINH, 'second'), await counted(id)]).toEqual(before);
  });

  test('the queue has what is left to decide, the most doubtful first, and what I have in hand', async () => {
    const ids = [await report(), await report(), await report(otherReport(77))];
    await act(ids[1] as string, { action: 'claim' }, MINH);
    await act(ids[2] as string, { action: 'claim' });
    await act(ids[2] as string, { action: 'finish' });
    const listed = async (query: object) => {
      const all = [];
      let cursor: string | undefined;
      do {
        const page = await service().queue(LAN, { limit: 3, language: 'vi', ...query, ...(cursor && { cursor }) });
        all.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor);
      return all;
    };
    const open = await listed({});
    const doubtful = open.map(({ counts }) => counts?.doubtful ?? 0);
    expect(doubtful).toEqual(doubtful.toSorted((a, b) => b - a));
    const found = open.map(({ id }) => id);
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual(expect.arrayContaining(ids.slice(0, 2)));
    expect(found).not.toContain(ids[2]);
    expect((await listed({ states: ['reviewed'] })).map(({ id }) => id)).toContain(ids[2]);
    const mine = (await service().queue(MINH, { mine: true, limit: 200, language: 'vi' })).items;
    expect(mine.map(({ id }) => id)).toContain(ids[1]);
    for (const { review } of mine) expect(review?.claimedBy).toBe(whoIs(MINH));
  });

  test('doubts are counted until they are decided on', async () => {
    const id = await report();
    const desk = await deskOf(id);
    const doubtful = desk.figures.filter(({ doubts }) => doubts.length > 0).length;
    expect((await counted(id))?.doubtful).toBe(doubtful);
    await decide(
      id,
      desk.figures.map((figure) => change(figure, { verdict: 'accepted' })),
    );
    expect((await counted(id))?.doubtful).toBe(0);
  });

  test('a value tenfold that of the year before at the same place is an outlier, with the likely value', async () => {
    const year = (n: number, households: string) => `ỦY BAN NHÂN DÂN HUYỆN TÂY SƠN
BÁO CÁO
Kết quả công tác giảm nghèo năm ${n}

Năm ${n}, toàn huyện Tây Sơn có ${households} hộ nghèo, giảm 3 hộ.
`;
    await report(year(2011, '1.900'));
    const id = await report(year(2012, '19.500'));
    const { doubts } = byValue(await deskOf(id), 19_500);
    expect(doubts).toMatchObject([{ code: 'outlier', suggestions: [{ patch: { value: 1950 } }] }]);
    expect(doubts[0]?.message).toContain('2011');
    const same = await report(year(2013, '1.700'));
    expect(byValue(await deskOf(same), 1700).doubts).toEqual([]);
  });

  test('marked text is inferred, and nothing is stored', async () => {
    const id = await report();
    const start = TAY_SON.indexOf('1.855');
    const inferred = await service().infer(id, { start, end: start + 5 });
    expect(inferred).toMatchObject([{ value: 1855, unit: 'household', span: { start, end: start + 5 } }]);
    expect(await service().infer(id, { start: 0, end: 2 })).toEqual([]);
    await refused('invalid_span', service().infer(id, { start: 5, end: 5 }));
    expect(await service().infer('nothing', { start: 0, end: 1 })).toBeNull();
    expect((await service().history(id, LAN))?.items).toEqual([]);
  });
};
