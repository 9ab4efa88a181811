/**
 * A perfect reviewer at the desk, with real keys in a real browser: knows the reference, accepts what agrees with it,
 * corrects what does not, and counts every key.
 */
import type { Page } from 'playwright-core';
import { align } from '../../src/evaluate/align.ts';
import { FIELDS, type Field } from '../../src/evaluate/fields.ts';
import type { Gold, GoldFigure } from '../../src/evaluate/gold.ts';
import catalogue from '../../src/model/catalogue.json' with { type: 'json' };
import type { Desk, Figure, ReportRecord, Span } from '../../src/model/index.ts';
import { matches } from '../../web/src/desk/state/matches.ts';
import { plain } from '../../web/src/report/model.ts';
import { joined, step, wordFrom } from '../../web/src/viewer/marking.ts';
import type { Served } from './served.ts';

export interface Cost {
  figures: number;
  /** Figures of which a field was corrected, and how many fields. */
  corrected: number;
  fields: number;
  rejected: number;
  /** Figures that the extractor missed; the reviewer marks them in the text. */
  missed: number;
  keys: number;
  /** Keys of the same review where the sure ones, if all are right, are accepted at once. */
  keysWithSure: number;
}

type Wanted = { figure: Figure; gold: GoldFigure; wrong: Field[] };

/** The gold of each figure, and the fields in which they differ. */
function compared(record: ReportRecord, gold: Gold, text: string) {
  const { pairs, spurious, missed } = align(gold, text, record);
  const goldIds = new Map(pairs.map(({ figure, gold }) => [figure.id, gold.id]));
  const names = Object.keys(FIELDS) as Field[];
  const wanted = pairs.map(({ figure, gold }): Wanted => {
    const wrong = names.filter((field) => !FIELDS[field](figure, gold, (id) => goldIds.get(id) ?? null));
    return { figure, gold, wrong };
  });
  return { wanted, spurious, missed, figureOf: new Map(pairs.map(({ figure, gold }) => [gold.id, figure.id])) };
}

const TABLES = {
  unit: 'units',
  indicator: 'indicators',
  subjects: 'subjects',
  topic: 'topics',
  purpose: 'topics',
  kind: 'kinds',
  comparator: 'comparators',
  role: 'roles',
} as const;
type Coded = keyof typeof TABLES;

/** The shortest beginning of a code's name that the desk's search understands. */
function typedFor(field: Coded, code: string): string {
  const options = Object.entries<string>(catalogue[TABLES[field]]).map(([id, name]) => ({ id, name }));
  const name = plain(options.find(({ id }) => id === code)?.name ?? code);
  const prefixes = Array.from({ length: name.length }, (_, i) => name.slice(0, i + 1));
  return [...prefixes, code].find((typed) => matches(options, typed)[0]?.id === code) ?? code;
}

const day = (iso: string): string => iso.split('-').reverse().join('/');
const typedPeriod = ([start, end]: [string, string]): string =>
  start.endsWith('-01-01') && end === `${start.slice(0, 4)}-12-31` ? start.slice(0, 4) : `${day(start)} - ${day(end)}`;

class Keyboard {
  readonly #page: Page;
  count = 0;

  constructor(page: Page) {
    this.#page = page;
  }
  async press(key: string): Promise<void> {
    this.count += 1;
    await this.#page.keyboard.press(key);
  }
  async type(text: string): Promise<void> {
    this.count += text.length;
    await this.#page.keyboard.type(text);
  }
}

const selected = (page: Page): Promise<string | null> =>
  page.evaluate(`document.querySelector('[data-row][aria-selected="true"]')?.dataset.row ?? null`) as Promise<
    string | null
  >;
const saved = (page: Page): Promise<void> => page.locator('.link-state', { hasText: 'Đã lưu' }).waitFor();
/** The field whose box has the focus: not one of the codes beside it, which come first by Tab. */
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(
    "document.activeElement?.matches('input, select') ? document.activeElement.closest('[data-field]')?.dataset.field ?? null : null",
  ) as Promise<string | null>;

/** Keys that open the form at a field; others are reached by Tab. */
const OPENS: Partial<Record<Field, string>> = {
  value: 'v',
  unit: 'u',
  indicator: 'i',
  subjects: 'o',
  period: 't',
  place: 'd',
};

async function fill(page: Page, keys: Keyboard, field: Field, { figure, gold }: Wanted): Promise<void> {
  if (field === 'value') return keys.type(String(gold.value).replace('.', ','));
  if (field === 'period') {
    await keys.press('Control+a');
    return gold.period ? keys.type(typedPeriod(gold.period)) : keys.press('Delete');
  }
  if (field === 'place') {
    await keys.type(gold.place ?? '');
    return keys.press(gold.place ? 'Enter' : 'Delete');
  }
  if (field === 'subjects') {
    for (const code of figure.subjects.filter((code) => !gold.subjects.includes(code))) {
      const name = JSON.stringify(catalogue.subjects[code]);
      const isThere = `document.activeElement?.matches('.chip') && document.activeElement.textContent.startsWith(${name})`;
      do await keys.press('Shift+Tab');
      while (!(await page.evaluate(isThere)));
      await keys.press('Enter');
    }
    for (const code of gold.subjects.filter((code) => !(figure.subjects as string[]).includes(code))) {
      await keys.type(typedFor('subjects', code));
      await keys.press('Enter');
    }
    return;
  }
  const code = gold[field];
  if (typeof code !== 'string') {
    await keys.press('Delete');
    return keys.press('Enter');
  }
  await keys.type(typedFor(field as Coded, code));
  await keys.press('Enter');
}

async function correct(page: Page, keys: Keyboard, wanted: Wanted, figureOf: Map<string, string>): Promise<void> {
  const [first, ...others] = wanted.wrong.filter((field) => field !== 'partOf');
  if (first) {
    await keys.press(OPENS[first] ?? 'e');
    await page.locator('.figure-form input:focus').waitFor();
    for (const field of [first, ...others]) {
      while ((await focused(page)) !== field) await keys.press('Tab');
      await fill(page, keys, field, wanted);
    }
    await keys.press('Enter');
    await page.locator('.figure-form').waitFor({ state: 'detached' });
  }
  if (!wanted.wrong.includes('partOf')) return;
  await keys.press('p');
  const whole = wanted.gold.partOf === null ? null : figureOf.get(wanted.gold.partOf);
  const backwards = whole !== null && whole !== undefined;
  for (let i = 0; backwards && (await selected(page)) !== whole && i < 100; i++) await keys.press('k');
  // A figure that is its own whole is part of none.
  await keys.press('Enter');
}

/** Where a figure of the reference stands in the record's text: its words, the nearest to their place in the reference. */
function spanOf(text: string, { literal, start }: GoldFigure): Span {
  const words = literal.normalize('NFC');
  const [before, behind] = [text.lastIndexOf(words, start), text.indexOf(words, start)];
  const at = behind < 0 || (before >= 0 && start - before < behind - start) ? before : behind;
  if (at < 0) throw new Error(`not in the text: ${literal}`);
  return { start: at, end: at + words.length };
}

/** Marks words with the keyboard, from the figure in front of them, and keeps what the extractor makes of them. */
async function mark(page: Page, keys: Keyboard, { text, figures }: ReportRecord, gold: GoldFigure): Promise<void> {
  const wanted = spanOf(text, gold);
  const inFront = figures
    .filter(({ span }) => span.start < wanted.start)
    .sort((a, b) => a.span.start - b.span.start)
    .at(-1);
  for (let i = 0; inFront && (await selected(page)) !== inFront.id && i < figures.length; i++) await keys.press('j');
  await keys.press('m');
  let at = inFront?.span ?? wordFrom(text, 0);
  for (let moved = at; at && at.start < wanted.start; at = moved) {
    const down = step(text, at, 'ArrowDown');
    const isDown = down !== null && down.start > at.start && down.start <= wanted.start;
    await keys.press(isDown ? 'ArrowDown' : 'ArrowRight');
    moved = isDown ? down : step(text, at, 'ArrowRight');
    if (moved?.start === at.start) break;
  }
  for (let head = at; at && head && joined(at, head).end < wanted.end; head = step(text, head, 'ArrowRight'))
    await keys.press('Shift+ArrowRight');
  await keys.press('Enter');
  const value = page.locator('[data-field="value"] input:focus');
  await value.waitFor();
  if ((await value.inputValue()) === '') await keys.type(String(gold.value).replace('.', ','));
  await keys.press('Enter');
  await page.locator('.figure-form').waitFor({ state: 'detached' });
}

/** Reviews one report to the end; throws where it does not come out as the reference. */
export async function review(service: Served, name: string, text: string, gold: Gold): Promise<Cost> {
  const id = await service.submit(`${name}.txt`, new Uint8Array(Buffer.from(text)));
  const record = () => service.get<ReportRecord>(`/documents/${id}/record`);
  const extracted = await record();
  const { spurious, missed } = compared(extracted, gold, text);
  const page = await service.browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(60_000);
  await page.goto(`${service.url}/documents/${id}`);
  await page.locator('[data-row]').first().waitFor();
  const keys = new Keyboard(page);
  for (const figure of missed.toSorted((a, b) => a.start - b.start)) await mark(page, keys, extracted, figure);
  await saved(page);

  const { wanted, figureOf } = compared(await record(), gold, text);
  const desk = await service.get<Desk>(`/documents/${id}/review`);
  const wrong = new Map(wanted.map((each) => [each.figure.id, each]));
  if (missed.length > 0) await keys.press('Escape');
  const all = desk.figures.toSorted((a, b) => a.figure.span.start - b.figure.span.start);
  for (const { figure } of all) {
    while ((await selected(page)) !== figure.id) await keys.press('j');
    const known = wrong.get(figure.id);
    if (known && known.wrong.length > 0) await correct(page, keys, known, figureOf);
    await keys.press(known ? 'a' : 'x');
  }
  await saved(page);
  await keys.press('Shift+F');
  await page.locator('.state[data-state="reviewed"]').waitFor();
  await page.close();

  const left = compared(await record(), gold, text);
  const still = left.wanted.flatMap(({ figure, wrong }) => wrong.map((field) => `${figure.id} ${field}`));
  if (still.length > 0 || left.spurious.length > 0 || left.missed.length > 0)
    throw new Error(`${name}: not as the reference: ${still.join(', ')}, ${left.missed.length} missed`);
  const corrected = wanted.filter((each) => each.wrong.length > 0);
  const sure = desk.figures.filter((item) => item.sure);
  const allRight = sure.every(({ figure }) => wrong.get(figure.id)?.wrong.length === 0);
  return {
    figures: all.length,
    corrected: corrected.length,
    fields: corrected.reduce((sum, each) => sum + each.wrong.length, 0),
    rejected: spurious.length,
    missed: missed.length,
    keys: keys.count,
    // Shift+A and Enter for all of them, instead of one key each.
    keysWithSure: allRight && sure.length > 2 ? keys.count - sure.length + 2 : keys.count,
  };
}
