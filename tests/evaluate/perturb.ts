import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Gold, GoldFigure } from '../../src/evaluate/gold.ts';
import type { Figure, ReportRecord } from '../../src/model/index.ts';

export const fixtures = resolve(import.meta.dirname, '../../fixtures');

/** What the two scorers look at; the reference scorer takes nothing else from a record either. */
export type ScoredRecord = Pick<ReportRecord, 'text' | 'figures' | 'sections'>;

export interface Case {
  name: string;
  gold: Gold;
  goldText: string;
  /** null: this document has no record. */
  record: ScoredRecord | null;
}

/** The five reports with records that are their gold, spoiled in every way in which a record can be wrong. */
export function spoiledCases(seed: number): Case[] {
  const random = generator(seed);
  const names = readdirSync(fixtures).filter((file) => file.endsWith('.gold.json'));
  return names.sort().map((file) => {
    const gold: Gold = JSON.parse(readFileSync(join(fixtures, file), 'utf8'));
    const goldText = readFileSync(join(fixtures, gold.text_file), 'utf8');
    const record = random() < 0.1 ? null : spoil(gold, goldText.normalize('NFC'), random);
    return { name: basename(file, '.gold.json'), gold, goldText, record };
  });
}

/** Lays the cases out as the reference scorer reads them: GOLD_DIR and RECORD_DIR. */
export function writeCases(directory: string, cases: readonly Case[]): { gold: string; records: string } {
  const [gold, records] = [join(directory, 'gold'), join(directory, 'records')];
  for (const folder of [gold, records]) if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  for (const each of cases) {
    writeFileSync(
      join(gold, `${each.name}.gold.json`),
      JSON.stringify({ ...each.gold, text_file: `${each.name}.txt` }),
    );
    writeFileSync(join(gold, `${each.name}.txt`), each.goldText);
    if (each.record) writeFileSync(join(records, `${each.name}.json`), JSON.stringify(each.record));
  }
  return { gold, records };
}

type Random = () => number;

/** mulberry32: the same seed, the same spoiled records, on every machine. */
function generator(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const LEADS = ['', 'Trang chủ | Lượt xem: 1.234 | 12/3/2024\n', '📰 Tin 24h 😀\n', '5 5 5 tin mới\n'];

function spoil(gold: Gold, text: string, random: Random): ScoredRecord {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const lead = pick(LEADS);
  const figures = gold.figures
    .filter(() => random() > 0.12)
    .map((figure, index) => spoilFigure(figure, index, lead.length, pick, random));
  for (const at of [3, 40, 400, 900]) {
    if (random() < 0.5 && figures[0]) {
      figures.push({ ...figures[0], id: `s${at}`, span: { start: at, end: at + 3 }, confidence: random() });
    }
  }
  const sections = (gold.doc.sections ?? [])
    .filter(() => random() > 0.2)
    .map((section, index) => ({
      id: `s${index}`,
      number: pick([section.number ?? '', `${section.number ?? ''}.`]),
      heading: pick([section.heading ?? '', `${(section.heading ?? '').toUpperCase()} :`, 'Khác']),
      level: pick([section.level, section.level, 9]),
      parent: null,
      topic: null,
      span: { start: 0, end: 1 },
    }));
  return { text: lead + text, figures, sections };
}

function spoilFigure(
  gold: GoldFigure,
  index: number,
  lead: number,
  pick: <T>(list: readonly T[]) => T,
  random: Random,
): Figure {
  const or = <T>(right: T, wrong: T): T => (random() < 0.15 ? wrong : right);
  const [start, end] = or([gold.start, gold.end], [gold.start + pick([-4, -1, 1, 6]), gold.end + pick([0, 3, 9])]);
  return {
    id: `f${gold.id}`,
    span: { start: lead + start, end: lead + end },
    boxes: [],
    kind: or(gold.kind, 'measure') as Figure['kind'],
    value: or(gold.value, gold.value * (1 + pick([1e-12, 1e-6, 9]))),
    unit: or(gold.unit, 'item') as Figure['unit'],
    unitText: '',
    per: [],
    comparator: or(gold.comparator, 'approx') as Figure['comparator'],
    role: or(gold.role, 'target') as Figure['role'],
    indicator: or(gold.indicator, null) as Figure['indicator'],
    subjects: or(gold.subjects.toReversed(), ['woman', 'child']) as Figure['subjects'],
    topic: or(gold.topic, 'other') as Figure['topic'],
    purpose: or(gold.purpose, 'housing_support') as Figure['purpose'],
    period: or(gold.period && { start: gold.period[0], end: gold.period[1] }, null),
    place: or(gold.place ? { name: pick([gold.place, `Huyện ${gold.place}`]) } : null, {
      name: 'xã Vĩnh Hựu',
    }) as Figure['place'],
    partOf: or(gold.partOf && `f${gold.partOf}`, pick([null, 'fg1', 'nowhere'])),
    section: null,
    label: '',
    confidence: pick([0, 0.35, 0.7, 0.95, 1]) * (index % 2 ? 1 : 0.999),
    rule: '',
    implied: [],
    cell: null,
  };
}
