import { describe, expect, test } from '@jest/globals';
import { BLANK_FIGURE } from '../model/blank-figure.ts';
import { type Figure, type HistoryEvent, NOTHING_SAID, type ReportRecord } from '../model/index.ts';
import { ADDED, reviewed, settle } from './overlay.ts';
import { standing } from './standing.ts';

/** A record of `text` whose figures are the given literals, in order, with ids made of their places. */
const recordOf = (text: string, literals: string[], change: Partial<Figure> = {}): ReportRecord => {
  let from = 0;
  const figures = literals.map((literal): Figure => {
    const start = text.indexOf(literal, from);
    if (start < 0) throw new Error(`${literal} is not in the text`);
    from = start + literal.length;
    return {
      ...BLANK_FIGURE,
      id: `n${start}`,
      span: { start, end: from },
      value: Number(literal.replaceAll('.', '')),
      unit: 'household',
      unitText: 'hộ',
      topic: 'poverty_reduction',
      label: 'hộ',
      confidence: 0.9,
      rule: 'test',
      implied: ['topic'],
      ...change,
    };
  });
  return {
    schemaVersion: '1.0',
    extractor: { name: 'ansinh', version: '1' },
    document: {
      sha256: '0'.repeat(64),
      filename: 'a.txt',
      mediaType: 'text/plain',
      bytes: 1,
      reader: { name: 'text', version: '1' },
      encoding: 'unicode',
      ocr: null,
      pages: null,
      ...NOTHING_SAID,
      type: 'report',
    },
    text,
    pages: [],
    sections: [],
    tables: [],
    figures,
    checks: [],
    messages: [],
  };
};

const decided = (figure: string, field: string, value: unknown): HistoryEvent => ({
  at: '2026-01-01T00:00:00.000Z',
  who: 'lan',
  figure,
  field,
  old: null,
  new: value,
  reason: null,
});

const nothing = { record: null, figures: [], decisions: [] };
const again = (before: ReportRecord, now: ReportRecord, decisions: HistoryEvent[] = []) => {
  const figures = before.figures.map((figure) => standing(figure, before.text));
  return settle(now, { record: before, figures, decisions });
};
const idsOf = ({ figures }: { figures: { figure: Figure }[] }) => figures.map(({ figure }) => figure.id);

const TEXT = 'Toàn huyện có 1.855 hộ nghèo, 2.040 hộ cận nghèo; năm trước là 2.040 hộ.';

describe('extracting again', () => {
  test('the same extraction gives the same figures under the same tags', () => {
    const record = recordOf(TEXT, ['1.855', '2.040', '2.040']);
    expect(again(record, record)).toEqual(settle(record, nothing));
  });

  test('a figure whose span is found again keeps its id, whatever the extractor calls it now', () => {
    const before = recordOf(TEXT, ['1.855', '2.040']);
    const now = recordOf(TEXT, ['1.855', '2.040', '2.040']);
    const renamed = { ...now, figures: now.figures.map((figure, n) => ({ ...figure, id: `x${n}` })) };
    expect(idsOf(again(before, renamed))).toEqual([...before.figures.map(({ id }) => id), 'x2']);
  });

  test('a longer span at the same start is the same figure', () => {
    const before = recordOf('chi 16 tỷ đồng', ['16']);
    expect(idsOf(again(before, recordOf('chi 16 tỷ đồng', ['16 tỷ đồng'], { value: 1 })))).toEqual(['n4']);
  });

  test('in a text read anew, figures are known by the words around them', () => {
    const before = recordOf(TEXT, ['1.855', '2.040', '2.040']);
    const now = recordOf(`ỦY BAN NHÂN DÂN HUYỆN\n${TEXT}`, ['1.855', '2.040', '2.040']);
    expect(idsOf(again(before, now))).toEqual(before.figures.map(({ id }) => id));
  });

  test('links and checks follow the ids', () => {
    const before = recordOf(TEXT, ['1.855', '2.040']);
    const now = recordOf(TEXT, ['1.855', '2.040']);
    const [whole, part] = now.figures as [Figure, Figure];
    const renamed: ReportRecord = {
      ...now,
      figures: [
        { ...whole, id: 'a' },
        { ...part, id: 'b', partOf: 'a' },
      ],
      checks: [{ rule: 'sum', status: 'pass', figures: ['a', 'b'], expected: 1, actual: 1, message: '' }],
    };
    const outcome = again(before, renamed);
    expect(outcome.record.checks[0]?.figures).toEqual(['n14', 'n30']);
    expect(outcome.figures[1]?.figure.partOf).toBe('n14');
  });

  test('no two figures share an id, even where the extractor gives a new one the name of an old one', () => {
    const before = recordOf(TEXT, ['1.855', '2.040']);
    const now = recordOf(TEXT, ['1.855', '2.040', '2.040']);
    const figures = now.figures.map((figure, n) => ({ ...figure, id: n === 2 ? 'n14' : `x${n}` }));
    const ids = idsOf(again(before, { ...now, figures }));
    expect(new Set(ids).size).toBe(3);
    expect(ids.slice(0, 2)).toEqual(['n14', 'n30']);
  });
});

describe('human decisions', () => {
  test('a decided field stays decided; the others follow the new extraction; it is no longer implied', () => {
    const before = recordOf(TEXT, ['1.855']);
    const now = recordOf(TEXT, ['1.855'], { value: 7, unit: 'person', topic: 'housing_support' });
    const decisions = [
      decided('n14', 'value', 1),
      decided('n14', 'value', 1850),
      decided('n14', 'topic', 'population'),
    ];
    const figure = again(before, now, decisions).figures[0]?.figure;
    expect(figure).toMatchObject({ value: 1850, unit: 'person', topic: 'population', implied: [] });
  });

  test('a decided figure that is no longer found is kept and said; an undecided one goes', () => {
    const before = recordOf(TEXT, ['1.855', '2.040', '2.040']);
    const outcome = again(before, recordOf(TEXT, ['2.040']), [decided('n14', 'value', 1850)]);
    expect(idsOf(outcome)).toEqual(['n14', 'n30']);
    expect(reviewed(outcome, []).messages).toMatchObject([
      { code: 'decided_figure_not_found', span: { start: 14, end: 19 } },
    ]);
  });

  test('a decision on a number that went does not fall on an equal number elsewhere', () => {
    const before = recordOf(TEXT, ['2.040'], { value: 5 });
    const now = recordOf(TEXT, ['2.040', '2.040']);
    const outcome = again(before, { ...now, figures: now.figures.slice(1) }, [decided('n30', 'value', 5)]);
    expect(outcome.figures.map(({ figure }) => [figure.id, figure.value])).toEqual([
      ['n30', 5],
      ['n63', 2040],
    ]);
  });

  test('a figure a person entered stays as entered when the extractor finds it too', () => {
    const before = recordOf(TEXT, ['1.855']);
    const entered = recordOf(TEXT, ['1.855', '2.040'], { unit: 'person', rule: 'person' }).figures[1] as Figure;
    const added = { ...entered, id: 'p30-35' };
    const standings = [...before.figures, added].map((figure) => standing(figure, TEXT));
    const now = recordOf(TEXT, ['1.855', '2.040']);
    const decisions = [decided('p30-35', ADDED, added)];
    const outcome = settle(now, { record: before, figures: standings, decisions });
    expect(outcome.figures[1]?.figure).toMatchObject({ id: 'p30-35', unit: 'person', rule: 'person' });
    expect(reviewed(outcome, []).messages).toEqual([]);
    const without = settle(before, { record: before, figures: standings, decisions });
    expect(idsOf(without)).toEqual(['n14', 'p30-35']);
    expect(reviewed(without, []).messages).toEqual([]);
  });

  test('a kept figure moves with its words when the text was read anew', () => {
    const before = recordOf(TEXT, ['1.855']);
    const text = `Mục lục. ${TEXT}`;
    const outcome = again(before, recordOf(text, []), [decided('n14', 'value', 1)]);
    const span = outcome.figures[0]?.figure.span ?? { start: 0, end: 0 };
    expect(text.slice(span.start, span.end)).toBe('1.855');
  });

  test('a link to a figure that went is cut', () => {
    const before = recordOf(TEXT, ['1.855', '2.040']);
    const outcome = again(before, recordOf(TEXT, ['1.855']), [decided('n14', 'partOf', 'n30')]);
    expect(outcome.figures[0]?.figure.partOf).toBeNull();
  });
});
