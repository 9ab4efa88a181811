/** Repairs the spaces of a document's drafts: by the gaps on its pages, then by the form of Vietnamese syllables. */
import type { Draft, DraftWord } from '../compose.ts';
import { info, type Message } from '../reading.ts';
import { type Narrow, type Repair, repairsOf } from '../vietnamese/respace.ts';

/** A gap is no space where it is narrower than this part of those beside it; fewer gaps than these tell nothing. */
const NARROW = 0.55;
const ENOUGH = 3;
/** Repairs that the message quotes. */
const QUOTED = 5;

export function respaced(drafts: readonly Draft[]): { drafts: Draft[]; messages: Message[] } {
  const repairs = repairsOf(drafts.map((draft) => ({ text: draft.text, narrow: narrowIn(draft) })));
  const count = repairs.reduce((sum, each) => sum + each.length, 0);
  if (count === 0) return { drafts: [...drafts], messages: [] };
  const repaired = drafts.map((draft, i) => repair(draft, repairs[i] as Repair[]));
  const quotes = repairs.flatMap((each, i) => each.map(({ at, kind }) => quote((drafts[i] as Draft).text, at, kind)));
  const more = count > QUOTED ? ', …' : '';
  const said = `spaces repaired in ${count} places: ${quotes.slice(0, QUOTED).join(', ')}${more}`;
  return { drafts: repaired, messages: [info('text_respaced', said)] };
}

function quote(text: string, at: number, kind: Repair['kind']): string {
  const [before, after] = [text.slice(0, at), text.slice(kind === 'join' ? at + 1 : at)];
  const [left, right] = [/\S*$/.exec(before)?.[0] ?? '', /^\S*/.exec(after)?.[0] ?? ''];
  return kind === 'join' ? `“${left} ${right}” → “${left}${right}”` : `“${left}${right}” → “${left} ${right}”`;
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

function repair(draft: Draft, repairs: readonly Repair[]): Draft {
  if (repairs.length === 0) return draft;
  let text = '';
  let from = 0;
  for (const { at, kind } of repairs) {
    text += draft.text.slice(from, at) + (kind === 'part' ? ' ' : '');
    from = kind === 'join' ? at + 1 : at;
  }
  text += draft.text.slice(from);
  /** Where what began (or ended) at an offset begins (or ends) now. */
  const moved = (offset: number, side: 'start' | 'end'): number =>
    repairs.reduce((now, { at, kind }) => {
      if (kind === 'join') return offset > at ? now - 1 : now;
      return offset > at || (offset === at && side === 'start') ? now + 1 : now;
    }, offset);
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
