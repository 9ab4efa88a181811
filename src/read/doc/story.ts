/** The text as paragraphs of runs, with the properties that styles, pages and pieces give them ([MS-DOC] 2.4). */
import type { WordRun } from '../word/model.ts';
import { Instructions } from './fields.ts';
import { settleSymbols } from './fonts.ts';
import type { Pages } from './pages.ts';
import { type Piece, textOf } from './pieces.ts';
import {
  type CharacterProperties,
  formatCharacters,
  formatParagraph,
  type ParagraphProperties,
  styleAfter,
} from './properties.ts';
import { type Prl, parsePrls, SPRM } from './sprm.ts';
import { headingLevel, type Style, type Styles } from './styles.ts';

export type Paragraph = {
  runs: WordRun[];
  properties: ParagraphProperties;
  /** Heading level from 1, null for body text. */
  level: number | null;
  /** All modifiers: those of rows are told by the mark that ends the row. */
  prls: Prl[];
  /** Letters like the paragraph's mark, which is how its number is set. */
  like: Omit<WordRun, 'text'>;
  /** The character that ends it: "\r", of a cell or row "\u0007", of a section "\f". */
  mark: string;
  /** A tracked change took the mark out, and with it the row it ends. */
  deleted: boolean;
  /** Positions of the anchors of shapes. */
  anchors: number[];
};

export type StoryParts = {
  word: Buffer;
  pieces: Piece[];
  characters: Pages;
  paragraphs: Pages;
  styles: Styles;
  fonts: readonly string[];
  /** The stream with long lists of modifiers. */
  data: () => Buffer | null;
};

const [ANCHOR, SYMBOL] = ['\u0008', '('];
const CONTROLS: Record<string, string> = {
  '\t': '\t',
  '\u000B': '\n',
  '\f': '\n',
  '\u000E': '\n',
  '\u001E': '\u2011',
  // The optional hyphen, which is "ư" in TCVN3.
  '\u001F': '\u00AD',
};

export class Story {
  readonly text: string;
  readonly #parts: StoryParts;
  readonly #instructions: Instructions;

  constructor(parts: StoryParts) {
    this.#parts = parts;
    this.text = textOf(parts.pieces, parts.word);
    this.#instructions = new Instructions(this.text);
  }

  /**
   * The paragraphs of a part of the text; one whose mark a tracked change took out goes on in the next, but not from
   * a table into what stands outside of it, nor the other way.
   */
  *paragraphs(start: number, end: number): Generator<Paragraph> {
    const limit = Math.min(end, this.text.length);
    let open: Paragraph | null = null;
    let from = start;
    for (const at of this.#marks(start, limit)) {
      const paragraph = this.#paragraphAt(at);
      if (open && open.properties.inTable === paragraph.properties.inTable) {
        [paragraph.runs, paragraph.anchors] = [open.runs, open.anchors];
      } else if (open) yield open;
      this.#write(from, at, paragraph);
      from = at + 1;
      open = paragraph.deleted && paragraph.mark === '\r' ? paragraph : null;
      if (!open) yield paragraph;
    }
    if (open) yield open;
  }

  /** Letters that look as `prls` say, before which they look like `like`. */
  restyled(like: Omit<WordRun, 'text'>, prls: readonly Prl[]): Omit<WordRun, 'text'> {
    const font = prls.findLast(({ sprm }) => sprm === SPRM.cFont);
    return font ? { ...like, font: this.#font(font.operand.readUInt16LE(0)) } : like;
  }

  /** Positions of the characters that end paragraphs; the part's end is one in any case. */
  *#marks(start: number, end: number): Generator<number> {
    const marks = /[\r\u0007\f]/g;
    marks.lastIndex = start;
    let last = start - 1;
    for (let match = marks.exec(this.text); match && match.index < end; match = marks.exec(this.text)) {
      const { index } = match;
      const instruction = this.#instructions.at(index);
      if (instruction && instruction.start <= index) continue;
      // A form feed may be a page break within a paragraph.
      if (match[0] === '\f' && !this.#endsParagraph(index)) continue;
      yield index;
      last = index;
    }
    if (last < end - 1) yield end - 1;
  }

  #endsParagraph(position: number): boolean {
    const { offset, piece } = this.#locate(position);
    return this.#parts.paragraphs.at(offset).end === offset + piece.width;
  }

  #locate(position: number): { piece: Piece; offset: number } {
    const { pieces } = this.#parts;
    let [low, high] = [0, pieces.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle] as Piece).start <= position) low = middle;
      else high = middle - 1;
    }
    const piece = pieces[low];
    if (!piece || position >= piece.end) throw new RangeError(`no piece of text holds character ${position}`);
    return { piece, offset: piece.offset + (position - piece.start) * piece.width };
  }

  /** The paragraph that ends at `position`, its text not yet written. */
  #paragraphAt(position: number): Paragraph & { style: Style } {
    const { piece, offset } = this.#locate(position);
    const found = this.#parts.paragraphs.at(offset);
    const prls = [...found.prls.flatMap((prl) => this.#long(prl)), ...piece.prls];
    const style = this.#parts.styles.paragraph(styleAfter(found.style, prls));
    const properties = formatParagraph(style.paragraph, prls);
    const level = properties.outline === null ? style.level : headingLevel(properties.outline);
    const own = this.#charactersAt(position, style).properties;
    const mark = this.text[position] as string;
    const [like, deleted] = [this.#like(own), own.deleted];
    return { runs: [], anchors: [], properties, level, style, prls, like, mark, deleted };
  }

  /** Modifiers too many for a page stand in a stream of their own (2.6.2, sprmPHugePapx; 2.6.3, sprmPTableProps). */
  #long(prl: Prl): Prl[] {
    if (prl.sprm !== SPRM.pHuge && prl.sprm !== SPRM.pHugeOld && prl.sprm !== SPRM.pTable) return [prl];
    const at = prl.operand.readUInt32LE(0);
    const data = this.#parts.data();
    return data ? parsePrls(data.subarray(at + 2, at + 2 + data.readUInt16LE(at))) : [];
  }

  /** The properties of a character, and where the stretch of text ends that has them. */
  #charactersAt(position: number, style: Style): { properties: CharacterProperties; end: number } {
    const { piece, offset } = this.#locate(position);
    const { prls, end } = this.#parts.characters.at(offset);
    const own = prls.findLast(({ sprm }) => sprm === SPRM.cStyle);
    const named = own ? this.#parts.styles.character(own.operand.readUInt16LE(0)) : [];
    const base = formatCharacters(style.character, named, style.character);
    const properties = formatCharacters(base, [...prls, ...piece.prls], base);
    const length = Math.max(1, Math.ceil((end - offset) / piece.width));
    return { properties, end: Math.min(piece.end, position + length) };
  }

  /** Adds the shown text from `start` to `end` to the paragraph. */
  #write(start: number, end: number, { style, runs, anchors }: Paragraph & { style: Style }): void {
    for (let at = start; at < end; ) {
      const instruction = this.#instructions.at(at);
      if (instruction && instruction.start <= at) {
        at = instruction.end;
        continue;
      }
      const { properties, end: alike } = this.#charactersAt(at, style);
      const next = Math.min(end, alike, instruction?.start ?? end);
      if (!properties.hidden && !properties.deleted) this.#append(at, next, properties, runs, anchors);
      at = next;
    }
  }

  #append(start: number, end: number, properties: CharacterProperties, runs: WordRun[], anchors: number[]): void {
    const { special, symbol } = properties;
    let raw = this.text.slice(start, end);
    if (special) for (let i = 0; i < raw.length; i++) if (raw[i] === ANCHOR) anchors.push(start + i);
    let like = this.#like(properties);
    if (symbol && raw.includes(SYMBOL)) {
      raw = raw.replaceAll(SYMBOL, symbol.character);
      like = { ...like, font: this.#font(symbol.font) };
    }
    const text = settleSymbols(
      raw.replace(/[\u0000-\u001F]/g, (c) => CONTROLS[c] ?? ''),
      like.font,
    );
    const last = runs.at(-1);
    if (last && last.font === like.font && last.bold === like.bold && last.raised === like.raised) last.text += text;
    else if (text !== '') runs.push({ text, ...like });
  }

  #like({ font, bold, raised }: CharacterProperties): Omit<WordRun, 'text'> {
    return { font: this.#font(font), bold, raised };
  }

  #font(index: number): string | null {
    return this.#parts.fonts[index] || null;
  }
}
