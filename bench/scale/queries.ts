/** The product's own queries, each with other values every time it is asked. */
import { randomUUIDv7 } from 'node:crypto';
import type { Client } from 'pg';
import type { FigureQuery, Ledger, QueueQuery } from '../../src/app/index.ts';
import { extracted } from '../../src/app/review/extracted.ts';
import { recheck } from '../../src/extract/check/again.ts';
import { BLANK_FIGURE } from '../../src/model/blank-figure.ts';
import { Indicator, NOTHING_SAID, type ReportRecord, Subject } from '../../src/model/index.ts';

export interface Query {
  name: string;
  ask(round: number): Promise<unknown>;
  rounds?: number;
}

const NO_FILTER: FigureQuery = {
  document: null,
  indicator: null,
  subject: null,
  place: null,
  from: null,
  to: null,
  phrases: [],
  blind: [],
} as FigureQuery;

/** A page as the API asks for it: one more than it shows. */
const PAGE = 51;
const QUEUE: Omit<QueueQuery, 'mine'> = { states: ['extracted', 'in_review'], who: 'Lan (lan)', limit: PAGE };

const pick = <T>(list: readonly T[], round: number): T => list[(round * 7 + 3) % list.length] as T;

const record = (round: number): ReportRecord => {
  const text =
    'Năm 2023, toàn xã có 1.855 hộ nghèo, chiếm tỷ lệ 4,82% tổng số hộ của xã, giảm so với năm 2022. '.repeat(100);
  return {
    schemaVersion: '1.0',
    extractor: { name: 'ansinh', version: '0.1.0' },
    document: {
      ...NOTHING_SAID,
      sha256: '0'.repeat(64),
      filename: 'a.txt',
      mediaType: 'text/plain',
      bytes: text.length,
      reader: { name: 'text', version: '1' },
      encoding: 'unicode',
      ocr: null,
      pages: null,
      place: {
        name: `xã Ten ${round}`,
        level: 'commune',
        code: String(756 + round * 97).padStart(5, '0'),
        province: null,
        current: null,
      },
    },
    text,
    pages: [],
    sections: [],
    tables: [],
    figures: Array.from({ length: 100 }, (_, n) => ({
      ...BLANK_FIGURE,
      id: `f${n}`,
      span: { start: n * 90 + 22, end: n * 90 + 27 },
      value: 1000 + n * round,
      unit: 'household' as const,
      unitText: 'hộ',
      topic: 'poverty_reduction' as const,
      indicator: Indicator.options[n % 20] ?? null,
      subjects: [Subject.options[n % 10] as Subject],
      period: { start: '2023-01-01', end: '2023-12-31', text: 'năm 2023' },
      label: 'hộ nghèo',
      confidence: 0.9,
      rule: 'scale',
    })),
    checks: [],
    messages: [],
  } as unknown as ReportRecord;
};

export const queries = async (ledger: Ledger, client: Client): Promise<Query[]> => {
  const sample = async (sql: string): Promise<string[]> =>
    (await client.query<{ it: string }>(sql)).rows.map(({ it }) => it);
  const documents = await sample(
    "SELECT id AS it FROM documents WHERE status = 'extracted' ORDER BY md5(id) LIMIT 100",
  );
  const communes = await sample(
    "SELECT place_code AS it FROM documents WHERE place_level = 'commune' ORDER BY md5(id) LIMIT 100",
  );
  const names = await sample(
    "SELECT place_name AS it FROM documents WHERE place_level = 'commune' ORDER BY md5(id) LIMIT 100",
  );
  const provinces = await sample("SELECT DISTINCT place_code AS it FROM documents WHERE place_level = 'province'");
  const batches = await sample('SELECT batch AS it FROM batch_files GROUP BY batch HAVING count(*) > 1000');
  const middle = (
    await sample('SELECT id AS it FROM documents ORDER BY id DESC OFFSET (SELECT count(*) / 2 FROM documents) LIMIT 1')
  )[0] as string;

  const [often, seldom] = [Indicator.options[0], Indicator.options.at(-1)] as [Indicator, Indicator];
  const [common, rare] = [Subject.options[0], Subject.options.at(-1)] as [Subject, Subject];
  const year = (round: number) => 2012 + (round % 13);
  const inYear = (round: number) => ({ from: `${year(round)}-01-01`, to: `${year(round)}-12-31` });
  const commune = (round: number) => ({ place: { code: pick(communes, round) } });
  const named = (round: number) => ({ place: { name: pick(names, round), levels: [] } });
  const figures = (
    name: string,
    filter: (round: number) => Partial<FigureQuery>,
    after?: (round: number) => string,
  ): Query => ({
    name: `figures: ${name}`,
    ask: (round) =>
      ledger.figures(
        { ...NO_FILTER, ...filter(round) },
        { limit: PAGE, ...(after && { after: { document: after(round), start: 5000, figure: 'f40' } }) },
      ),
  });

  return [
    figures('no filter', () => ({})),
    figures('a document', (round) => ({ document: pick(documents, round) })),
    figures('a frequent indicator', () => ({ indicator: often })),
    figures('a rare indicator', () => ({ indicator: seldom })),
    figures('any indicator', (round) => ({ indicator: pick(Indicator.options, round) })),
    figures('a frequent group', () => ({ subject: common })),
    figures('a rare group', () => ({ subject: rare })),
    figures('a commune by code', commune),
    figures('a place by name', named),
    figures('a province', (round) => ({ place: { code: pick(provinces, round) } })),
    figures('a year', inYear),
    figures('before what there is', () => ({ to: '2010-12-31' })),
    figures('a word', (round) => ({ phrases: [[`tu${round}`]] })),
    figures('a rare word', (round) => ({ phrases: [[`tu${3000 + round * 13}`]] })),
    figures('a number', (round) => ({ phrases: [[String(1000 + round * 373)]] })),
    figures('two words', (round) => ({ phrases: [[`tu${round}`], [`tu${round * 2 + 1}`]] })),
    figures('a phrase', (round) => ({ phrases: [['ho', 'nam', String(year(round))]] })),
    figures('a word begun', (round) => ({ phrases: [[`tu${1 + (round % 9)}`]] })),
    figures('indicator and commune', (round) => ({ indicator: pick(Indicator.options, round), ...commune(round) })),
    figures('indicator and place by name', (round) => ({ indicator: often, ...named(round) })),
    figures('indicator and year', (round) => ({ indicator: pick(Indicator.options, round), ...inYear(round) })),
    figures('frequent indicator, before what there is', () => ({ indicator: often, to: '2010-12-31' })),
    figures('group and year', (round) => ({ subject: pick(Subject.options, round), ...inYear(round) })),
    figures('group and commune', (round) => ({ subject: pick(Subject.options, round), ...commune(round) })),
    figures('word and commune', (round) => ({ phrases: [[`tu${round}`]], ...commune(round) })),
    figures('word and indicator', (round) => ({
      phrases: [[`tu${round}`]],
      indicator: pick(Indicator.options, round),
    })),
    figures('everything', (round) => ({
      phrases: [[`tu${round % 5}`]],
      indicator: often,
      subject: common,
      ...commune(round),
      ...inYear(round),
    })),
    figures(
      'no filter, a page in the middle',
      () => ({}),
      () => middle,
    ),
    figures(
      'any indicator, a page in the middle',
      (round) => ({ indicator: pick(Indicator.options, round) }),
      () => middle,
    ),
    figures('a commune, a page in the middle', commune, () => middle),
    {
      name: 'series: indicator, commune',
      ask: async (round) =>
        ledger.figures({ ...NO_FILTER, indicator: pick(Indicator.options, round), ...commune(round) }, { limit: 500 }),
    },
    { name: 'documents', ask: () => ledger.documents({ limit: PAGE }) },
    { name: 'documents: failed', ask: () => ledger.documents({ status: 'failed', limit: PAGE }) },
    {
      name: 'documents: a page in the middle',
      ask: () => ledger.documents({ limit: PAGE, after: { root: middle, id: middle } }),
    },
    { name: 'documents: unfinished', ask: () => ledger.unfinished({ limit: 500 }) },
    { name: 'review queue', ask: () => ledger.queue({ ...QUEUE, mine: false }) },
    { name: 'review queue: mine', ask: () => ledger.queue({ ...QUEUE, mine: true }) },
    { name: 'batch of 10,000: counts', ask: (round) => ledger.batch(pick(batches, round)) },
    { name: 'record', ask: (round) => ledger.record(pick(documents, round)) },
    {
      name: 'submit',
      ask: (round) => {
        const id = randomUUIDv7();
        return ledger.submit({
          id,
          sha256: id.replaceAll('-', '').padEnd(64, '0'),
          filename: `${round}.txt`,
          originalName: `${round}.txt`,
          bytes: 1,
          batch: null,
          member: null,
        });
      },
    },
    {
      name: 'begin and finish, 100 figures',
      ask: async (round) => {
        const id = randomUUIDv7();
        await ledger.submit({
          id,
          sha256: id.replaceAll('-', '').padEnd(64, 'f'),
          filename: `${round}.txt`,
          originalName: `${round}.txt`,
          bytes: 1,
          batch: null,
          member: null,
        });
        await ledger.begin(id);
        await ledger.finish(id, extracted({ recheck }, record(round)));
      },
    },
    {
      name: 'what a desk looks at, with neighbours',
      ask: (round) => ledger.reviewing(pick(documents, round), { figures: 'all' }),
    },
  ];
};
