/** The parts of the document in reading order: the body with its text boxes, then the notes. */
import type { WordBlock, WordParagraph, WordRun } from '../word/model.ts';
import { Counters, type Lists } from '../word/numbering.ts';
import type { Lengths } from './fib.ts';
import { Flow } from './flow.ts';
import type { DocLevel } from './lists.ts';
import { rowMarks } from './rows.ts';
import type { Paragraph, Story } from './story.ts';

export type Range = { start: number; end: number };
/** Text boxes by the positions of their anchors; those without one are under null. */
export type Boxes = Map<number | null, Range[]>;

export function blocksOf(story: Story, lengths: Lengths, boxes: Boxes, lists: Lists<DocLevel>): WordBlock[] {
  const reader = new BlockReader(story, lists);
  const body = { start: 0, end: lengths.body };
  const footnotes = { start: body.end, end: body.end + lengths.footnotes };
  const endnotesAt = footnotes.end + lengths.headers + lengths.macros + lengths.comments;
  const endnotes = { start: endnotesAt, end: endnotesAt + lengths.endnotes };
  const rest = [...(boxes.get(null) ?? []), footnotes, endnotes];
  return [...reader.read(body, boxes), ...rest.flatMap((range) => reader.read(range))];
}

const CELL = '\u0007';

class BlockReader {
  readonly #story: Story;
  readonly #lists: Lists<DocLevel>;
  readonly #counters: Counters;

  constructor(story: Story, lists: Lists<DocLevel>) {
    this.#story = story;
    this.#lists = lists;
    this.#counters = new Counters(lists);
  }

  /** The blocks of a part of the text, those of a text box after the paragraph it is anchored in. */
  read({ start, end }: Range, boxes?: Boxes): WordBlock[] {
    const flow = new Flow();
    for (const paragraph of this.#story.paragraphs(start, end)) {
      const { properties, mark, prls } = paragraph;
      const depth = mark === CELL ? Math.min(1, depthOf(paragraph)) : depthOf(paragraph);
      if (depth > 0 && (mark === CELL ? properties.rowEnd : properties.innerRowEnd)) {
        flow.endRow(paragraph.deleted ? null : rowMarks(prls), depth);
        continue;
      }
      const anchored = paragraph.anchors.flatMap((anchor) => boxes?.get(anchor) ?? []);
      flow.add([this.#paragraph(paragraph), ...anchored.flatMap((box) => this.read(box))], depth);
      if (mark === CELL || properties.innerCell) flow.endCell(depth);
    }
    return flow.end();
  }

  #paragraph(paragraph: Paragraph): WordParagraph {
    const label = this.#label(paragraph);
    const runs = label ? [label, ...paragraph.runs] : paragraph.runs;
    return { kind: 'paragraph', runs, level: paragraph.level, listed: label !== null };
  }

  /** The computed number or bullet, set like the paragraph's mark unless its level says otherwise. */
  #label({ properties, like }: Paragraph): WordRun | null {
    if (properties.list <= 0) return null;
    const place = { number: String(properties.list), level: properties.listLevel ?? 0 };
    const level = this.#lists.get(place.number)?.levels.get(place.level);
    const text = this.#counters.next(place);
    return level && text !== '' ? { text, ...this.#story.restyled(like, level.prls) } : null;
  }
}

const depthOf = ({ properties: { depth, inTable } }: Paragraph): number => depth ?? (inTable ? 1 : 0);
