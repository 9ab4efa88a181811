/** What every word processor's file holds, whatever its format: paragraphs of runs, and tables of cells of these. */

/** Letters set alike; "\t" and "\n" stand for tabs and for lines broken inside a paragraph. */
export type WordRun = {
  text: string;
  /** The font that sets letters beyond ASCII, null where the format or an earlier step has settled the encoding. */
  font: string | null;
  bold: boolean;
  raised: boolean;
};

export type WordParagraph = {
  kind: 'paragraph';
  runs: WordRun[];
  /** Outline depth from 1, null for body text. */
  level: number | null;
  listed: boolean;
};

export type WordCell = { blocks: WordBlock[]; colSpan: number; rowSpan: number };
export type WordRow = { cells: WordCell[]; header: boolean };
export type WordTable = { kind: 'table'; rows: WordRow[] };
export type WordBlock = WordParagraph | WordTable;
