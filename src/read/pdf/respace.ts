/** Repairs the spaces of a document's drafts: by the gaps on its pages, then by the form of Vietnamese syllables. */
import type { Block } from '../../model/index.ts';
import type { Draft, DraftWord } from '../compose.ts';
import { info, type Message } from '../reading.ts';
import { type Narrow, type Repair, repairsOf } from '../vietnamese/respace.ts';

/** A gap is no space where it is narrower than this part of those beside it; fewer gaps than these tell nothing. */
const NARROW = 0.55;
const ENOUGH = 3;
/** Of more repairs than these each is not told by itself: what reads them has enough. */
const TOLD = 1000;

/** A repair as it stands in its draft afterwards: the words it made, and what they were before. */
type Told = { start: number; end: number; said: string };

export interface Respaced {
  drafts: Draft[];
  /** Where the repairs stand, once the drafts are blocks of a text. */
  messages(blocks: readonly Block[]): Message[];
}

export function respaced(drafts: readonly Draft[]): Respaced {
  const repairs = repairsOf(drafts.map((draft) => ({ text: draft.text, narrow: narrowIn(draft) })));
  if (repairs.every((each) => each.length === 0)) return { drafts: [...drafts], messages: () => [] };
  const repaired = drafts.map((draft, i) => repair(draft, repairs[i] as Repair[]));
  const told = drafts.map((draft, i) => toldOf(draft.text, (repaired[i] as Draft).text, repairs[i] as Repair[]));
  return {
    drafts: repaired,
    messages: (blocks) => {
      const set = told.filter((_, i) => repaired[i]?.text !== '');
      return set.flatMap((some, i) => some.map((one) => messageAt(one, blocks[i]?.span.start ?? 0))).slice(0, TOLD);
    },
  };
}

const messageAt = ({ start, end, said }: Told, at: number): Message => ({
  ...info('text_respaced', `Khoảng trắng đã được sửa: ${said}.`),
  span: { start: at + start, end: at + end },
});

const isSpace = (character: string | undefined): boolean => character === undefined || /\s/.test(character);

/** The words about each repair, in the text as it was and as it is. */
function toldOf(before: string, now: string, repairs: readonly Repair[]): Told[] {
  const moved = movedBy(repairs);
  const around = repairs.map(({ at, kind }) => {
    let [start, end] = [at, kind === 'join' ? at + 1 : at];
    while (start > 0 && !isSpace(before[start - 1])) start -= 1;
    while (end < before.length && !isSpace(before[end])) end += 1;
    return { start, end };
  });
  // Repairs of one run of words are one.
  const runs: { start: number; end: number }[] = [];
  for (const span of around) {
    const last = runs.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else runs.push({ ...span });
  }
  return runs.map((run) => {
    const [start, end] = [moved(run.start, 'start'), moved(run.end, 'end')];
    return { start, end, said: `“${before.slice(run.start, run.end)}” → “${now.slice(start, end)}”` };
  });
}

/** The gaps between the words of a draft's lines, by the offset of the space between them. */
function narrowIn({ words = [] }: Draft): Narrow {
  const gaps = new Map<number, { gap: number; usual: number }>();
  let line: { at: number; gap: number }[] = [];
  const close = (): void => {
    const sorted = line.map(({ gap }) => gap).sort((a, b) => a - b);
    const usual = sorted[Math.floor(sorted.length / 2)] ?? 0;
    if (line.length >= ENOUGH) for (const { at, gap } of line) gaps.set(at, { gap, usual });
    line = [];
  };
  for (const [i, word] of words.entries()) {
    const before = words[i - 1];
    if (!before || !sameLine(before, word)) close();
    else line.push({ at: before.end, gap: word.box.x - before.box.x - before.box.width });
  }
  close();
  return (at) => {
    const found = gaps.get(at);
    return found ? found.gap < found.usual * NARROW : null;
  };
}

/** Recognised words have no exact gaps. */
const sameLine = (a: DraftWord, b: DraftWord): boolean =>
  a.confidence === undefined &&
  b.confidence === undefined &&
  a.box.page === b.box.page &&
  Math.abs(a.box.y + a.box.height - b.box.y - b.box.height) < 2 &&
  b.box.x > a.box.x;

/** Where what began (or ended) at an offset begins (or ends) now. */
const movedBy =
  (repairs: readonly Repair[]) =>
  (offset: number, side: 'start' | 'end'): number =>
    repairs.reduce((now, { at, kind }) => {
      if (kind === 'join') return offset > at ? now - 1 : now;
      return offset > at || (offset === at && side === 'start') ? now + 1 : now;
    }, offset);

function repair(draft: Draft, repairs: readonly Repair[]): Draft {
  if (repairs.length === 0) return draft;
  let text = '';
  let from = 0;
  for (const { at, kind } of repairs) {
    text += draft.text.slice(from, at) + (kind === 'part' ? ' ' : '');
    from = kind === 'join' ? at + 1 : at;
  }
  text += draft.text.slice(from);
  const moved = movedBy(repairs);
  const words = draft.words
    ?.flatMap((word) => parts(word, repairs))
    .map((word) => ({
      ...word,
      start: moved(word.start, 'start'),
      end: moved(word.end, 'end'),
    }));
  const rows = draft.table?.rows.map((row) =>
    row.map((cell) => {
      const [start, end] = [moved(cell.start, 'start'), moved(cell.start + cell.text.length, 'end')];
      return { ...cell, start, text: text.slice(start, end) };
    }),
  );
  return {
    ...draft,
    text,
    ...(words && { words }),
    ...(draft.table && rows && { table: { ...draft.table, rows } }),
  };
}

/** A word's parts between the spaces set into it, each with its share of the box. */
function parts(word: DraftWord, repairs: readonly Repair[]): DraftWord[] {
  const cuts = repairs.filter(({ at, kind }) => kind === 'part' && at > word.start && at < word.end);
  const edges = [word.start, ...cuts.map(({ at }) => at), word.end];
  const width = word.box.width / (word.end - word.start);
  return edges.slice(1).map((end, i) => {
    const start = edges[i] as number;
    const [x, wide] = [word.box.x + (start - word.start) * width, (end - start) * width].map(
      (n) => Math.round(n * 100) / 100,
    );
    const box = { ...word.box, x: x as number, width: wide as number };
    return { ...word, start, end, box };
  });
}
