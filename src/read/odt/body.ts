import type { WordBlock, WordCell, WordParagraph, WordRow, WordRun } from '../word/model.ts';
import { TEXT, type XmlElement } from '../xml.ts';
import { type Lists, OUTLINE } from './lists.ts';
import type { Styles } from './styles.ts';

/** No writer nests lists, boxes or tables deeper; a file that does was made to exhaust its readers. */
const DEEPEST = 60;
/** A cell or row repeated more often stands for the rest of an empty sheet. */
const MOST_REPEATED = 200;
const MOST_SPACES = 100;

/** Marks of the file and of its editors that are no text: removed text is kept in text:tracked-changes. */
const LEFT_OUT = new Set([
  'office:annotation',
  'office:forms',
  'text:tracked-changes',
  'text:sequence-decls',
  'text:note-citation',
  'text:variable-decls',
  'text:user-field-decls',
  'text:alphabetical-index-mark',
  'draw:image',
  'draw:object',
  'draw:object-ole',
  'svg:title',
  'svg:desc',
  'table:shapes',
]);

type Label = { text: string; listed: boolean };
const NONE: Label = { text: '', listed: false };

/** Turns the elements of office:text into blocks, in reading order; notes follow at the end. */
export class Body {
  readonly #styles: Styles;
  readonly #lists: Lists;
  readonly #notes: WordBlock[] = [];

  constructor(styles: Styles, lists: Lists) {
    this.#styles = styles;
    this.#lists = lists;
  }

  read(text: XmlElement): WordBlock[] {
    return [...this.#blocks(text, 0), ...this.#notes];
  }

  #blocks(parent: XmlElement, depth: number): WordBlock[] {
    if (depth > DEEPEST) return [];
    return parent.children.flatMap((element) => this.#block(element, depth + 1));
  }

  #block(element: XmlElement, depth: number): WordBlock[] {
    switch (element.name) {
      case TEXT:
        return [];
      case 'text:h':
      case 'text:p':
        return this.#paragraph(element, NONE, depth);
      case 'text:list':
        return this.#list(element, 1, null, depth);
      case 'table:table':
        return [{ kind: 'table', rows: this.#rows(element, false, depth) }];
      default:
        return LEFT_OUT.has(element.name) ? [] : this.#blocks(element, depth);
    }
  }

  #list(list: XmlElement, level: number, inherited: string | null, depth: number): WordBlock[] {
    const style = list.attributes['text:style-name'] ?? inherited ?? '';
    const goesOn = list.attributes['text:continue-numbering'] === 'true' || 'text:continue-list' in list.attributes;
    if (level === 1 && !goesOn) this.#lists.restart(style);
    if (depth > DEEPEST) return [];
    return list.children.flatMap((item) => {
      if (item.name !== 'text:list-item' && item.name !== 'text:list-header') return [];
      const start = Number(item.attributes['text:start-value'] ?? Number.NaN);
      let label = NONE;
      const isCounted = item.name === 'text:list-item' && item.children.some(({ name }) => /^text:[hp]$/.test(name));
      if (isCounted) {
        label = { text: this.#lists.next(style, level, Number.isNaN(start) ? null : start), listed: true };
      }
      return item.children.flatMap((element) => {
        if (element.name === 'text:list') return this.#list(element, level + 1, style, depth + 1);
        if (element.name !== 'text:h' && element.name !== 'text:p') return this.#block(element, depth + 1);
        const blocks = this.#paragraph(element, label, depth + 1);
        label = NONE;
        return blocks;
      });
    });
  }

  #paragraph(element: XmlElement, label: Label, depth: number): WordBlock[] {
    const level = element.name === 'text:h' ? Math.max(1, Number(element.attributes['text:outline-level'] ?? 1)) : null;
    const isNumbered = level !== null && !label.listed && element.attributes['text:is-list-header'] !== 'true';
    const number = isNumbered ? this.#lists.next(OUTLINE, level, null) : label.text;
    const runs: WordRun[] = [];
    if (number !== '') runs.push({ text: `${number} `, font: null, bold: false, raised: false });
    const boxes = this.#runs(element, element.attributes['text:style-name'] ?? null, null, runs, depth);
    const paragraph: WordParagraph = { kind: 'paragraph', runs, level, listed: label.listed };
    return [paragraph, ...boxes];
  }

  /** Writes the runs of a paragraph or span; returns the blocks of the boxes anchored in it. */
  #runs(
    element: XmlElement,
    paragraph: string | null,
    text: string | null,
    runs: WordRun[],
    depth: number,
  ): WordBlock[] {
    if (depth > DEEPEST) return [];
    const { hidden, ...look } = this.#styles.look(paragraph, text);
    const write = (characters: string): void => {
      if (!hidden) runs.push({ text: characters, ...look });
    };
    return element.children.flatMap((child) => {
      switch (child.name) {
        case TEXT:
          write((child.text ?? '').replace(/\s+/g, ' '));
          return [];
        case 'text:s':
          write(' '.repeat(Math.min(MOST_SPACES, Number(child.attributes['text:c'] ?? 1))));
          return [];
        case 'text:tab':
          write('\t');
          return [];
        case 'text:line-break':
          write('\n');
          return [];
        case 'text:note':
          this.#notes.push(...this.#blocks(child, depth + 1));
          return [];
        case 'draw:text-box':
          return this.#blocks(child, depth + 1);
        case 'text:span':
          return this.#runs(child, paragraph, child.attributes['text:style-name'] ?? text, runs, depth + 1);
        default:
          return LEFT_OUT.has(child.name) ? [] : this.#runs(child, paragraph, text, runs, depth + 1);
      }
    });
  }

  #rows(table: XmlElement, header: boolean, depth: number): WordRow[] {
    if (depth > DEEPEST) return [];
    return table.children.flatMap((element) => {
      if (element.name === 'table:table-row') {
        const row = { cells: this.#cells(element, depth + 1), header };
        return Array.from({ length: repeated(element, 'table:number-rows-repeated') }, () => row);
      }
      return /^table:table-(?:header-rows|rows|row-group)$/.test(element.name)
        ? this.#rows(element, header || element.name === 'table:table-header-rows', depth + 1)
        : [];
    });
  }

  #cells(row: XmlElement, depth: number): WordCell[] {
    return row.children.flatMap((element) => {
      if (element.name !== 'table:table-cell') return [];
      const cell = {
        blocks: this.#blocks(element, depth),
        colSpan: Math.max(1, Number(element.attributes['table:number-columns-spanned'] ?? 1)),
        rowSpan: Math.max(1, Number(element.attributes['table:number-rows-spanned'] ?? 1)),
      };
      return Array.from({ length: repeated(element, 'table:number-columns-repeated') }, () => cell);
    });
  }
}

function repeated(element: XmlElement, attribute: string): number {
  const times = Number(element.attributes[attribute] ?? 1);
  return times >= 1 && times <= MOST_REPEATED ? times : 1;
}
