import { type EdgedCell, type EdgedRow, tableOf } from '../word/grid.ts';
import type { WordBlock, WordParagraph, WordRun } from '../word/model.ts';

type CellMarks = { right: number; left: boolean; up: boolean };
export type ParagraphMarks = { level: number | null; listed: boolean; inTable: boolean };

/** One stream of paragraphs and tables (the body, or a footnote), built as the control words come. */
export class Flow {
  readonly #blocks: WordBlock[] = [];
  #runs: WordRun[] = [];
  #cell: WordBlock[] = [];
  #cells: WordBlock[][] = [];
  #rows: EdgedRow[] = [];
  #marks: CellMarks[] = [];
  #next = { left: false, up: false };
  #header = false;

  write(text: string, like: Omit<WordRun, 'text'>): void {
    const last = this.#runs.at(-1);
    if (last && last.font === like.font && last.bold === like.bold && last.raised === like.raised) last.text += text;
    else this.#runs.push({ text, ...like });
  }

  endParagraph({ level, listed, inTable }: ParagraphMarks): void {
    const paragraph: WordParagraph = { kind: 'paragraph', runs: this.#runs, level, listed };
    this.#runs = [];
    if (inTable) this.#cell.push(paragraph);
    else {
      this.#endTable();
      this.#blocks.push(paragraph);
    }
  }

  startRow(): void {
    this.#marks = [];
    this.#next = { left: false, up: false };
    this.#header = false;
  }

  headRow(): void {
    this.#header = true;
  }

  /** Says of the next cell defined that it goes on its neighbour. */
  merge(direction: 'left' | 'up'): void {
    this.#next[direction] = true;
  }

  defineCell(right: number): void {
    this.#marks.push({ right, ...this.#next });
    this.#next = { left: false, up: false };
  }

  endCell(marks: ParagraphMarks): void {
    this.endParagraph({ ...marks, inTable: true });
    this.#cells.push(this.#cell);
    this.#cell = [];
  }

  endRow(): void {
    if (this.#cells.length === 0) return;
    const cells = this.#cells.map((blocks, i): EdgedCell => {
      // A cell that no definition foresaw stands right of those that are defined.
      const mark = this.#marks[i] ?? {
        right: (this.#marks.at(-1)?.right ?? 0) + (i + 1) * 1000,
        left: false,
        up: false,
      };
      return { blocks, right: mark.right, merged: { left: mark.left, up: mark.up } };
    });
    this.#rows.push({ cells, header: this.#header });
    this.#cells = [];
  }

  /** What was written; a row left open is ended first. */
  end(): WordBlock[] {
    if (this.#runs.length > 0) this.endParagraph({ level: null, listed: false, inTable: this.#cells.length > 0 });
    if (this.#cell.length > 0) this.#cells.push(this.#cell);
    this.#cell = [];
    this.#endTable();
    return this.#blocks;
  }

  #endTable(): void {
    this.endRow();
    if (this.#rows.length > 0) this.#blocks.push(tableOf(this.#rows));
    this.#rows = [];
  }
}
