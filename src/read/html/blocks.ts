import type { WordBlock, WordCell, WordParagraph, WordRow, WordRun } from '../word/model.ts';
import { numeral } from '../word/numerals.ts';
import type { PageElement } from './dom.ts';
import { declaredLook, type Look } from './styles.ts';

/** Elements deeper than this are no page that anybody wrote. */
const DEEPEST = 200;
/** A cell this long holds prose: its table sets a page in columns. */
const LONGEST_CELL = 600;

const LEFT_OUT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME OBJECT EMBED VIDEO AUDIO CANVAS SELECT BUTTON INPUT TEXTAREA HEAD DIALOG'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  [
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM',
    'H1 H2 H3 H4 H5 H6 HEADER HR HTML LEGEND LI MAIN NAV OL P PRE SECTION SUMMARY TBODY TD TFOOT TH THEAD TR UL',
  ].flatMap((line) => line.split(' ')),
);
const [ELEMENT, TEXT] = [1, 3];

/** A block of the page and the element it came from. */
export type PageBlock = { block: WordBlock; element: PageElement };

type Style = { font: string | null; bold: boolean; raised: boolean; pre: boolean };
type List = { next: (() => string) | null };

/** The blocks of a page in reading order. */
export class Walker {
  readonly #looks: ReadonlyMap<string, Look>;
  #blocks: PageBlock[] = [];
  #runs: WordRun[] = [];
  #label: string | null = null;

  constructor(looks: ReadonlyMap<string, Look>) {
    this.#looks = looks;
  }

  walk(root: PageElement): PageBlock[] {
    this.#children(root, root, { font: null, bold: false, raised: false, pre: false }, null, 0);
    this.#end(root);
    return this.#blocks;
  }

  #children(node: PageElement, block: PageElement, style: Style, list: List | null, depth: number): void {
    if (depth > DEEPEST) return;
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT) this.#write(child.nodeValue ?? '', style);
      else if (child.nodeType === ELEMENT) this.#element(child as PageElement, block, style, list, depth + 1);
    }
  }

  #element(element: PageElement, block: PageElement, inherited: Style, list: List | null, depth: number): void {
    const name = element.tagName.toUpperCase();
    const { hidden, ...style } = this.#style(element, name, inherited);
    if (hidden || LEFT_OUT.has(name)) return;
    if (name === 'BR') this.#runs.push({ text: '\n', ...look(style) });
    else if (name === 'TABLE') {
      this.#end(block);
      this.#table(element, style, depth);
    } else if (BLOCKS.has(name)) {
      this.#end(block);
      if (name === 'LI') this.#label = list?.next?.() ?? '•';
      const inner = name === 'OL' ? { next: numbers(element) } : name === 'UL' ? { next: null } : list;
      this.#children(element, element, style, inner, depth);
      this.#end(element);
    } else this.#children(element, block, style, list, depth);
  }

  #style(element: PageElement, name: string, inherited: Style): Style & { hidden: boolean } {
    const own: Look = { ...this.#looks.get(name.toLowerCase()) };
    for (const className of (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean)) {
      Object.assign(own, this.#looks.get(`.${className}`), this.#looks.get(`${name.toLowerCase()}.${className}`));
    }
    if (/^(?:B|STRONG|TH|H[1-6])$/.test(name)) own.bold ??= true;
    if (name === 'SUP') own.raised ??= true;
    if (name === 'FONT' && element.getAttribute('face')) own.font = element.getAttribute('face')?.split(',')[0]?.trim();
    Object.assign(own, declaredLook(element.getAttribute('style') ?? ''));
    return {
      font: own.font ?? inherited.font,
      bold: own.bold ?? inherited.bold,
      raised: own.raised ?? inherited.raised,
      pre: inherited.pre || name === 'PRE',
      hidden: own.hidden === true || element.hasAttribute('hidden'),
    };
  }

  #write(text: string, style: Style): void {
    const written = style.pre ? text : text.replace(/[ \t\r\n\f]+/g, ' ');
    const last = this.#runs.at(-1);
    if (last && last.font === style.font && last.bold === style.bold && last.raised === style.raised) {
      last.text += written;
    } else if (written !== '') this.#runs.push({ text: written, ...look(style) });
  }

  /** Ends the paragraph that is being written. */
  #end(element: PageElement): void {
    const runs = this.#runs;
    this.#runs = [];
    if (runs.every((run) => run.text.trim() === '')) return;
    const label = this.#label;
    this.#label = null;
    if (label !== null) runs.unshift({ text: `${label} `, font: null, bold: false, raised: false });
    const level = /^H([1-6])$/.exec(element.tagName.toUpperCase())?.[1];
    const block: WordParagraph = {
      kind: 'paragraph',
      runs,
      level: level === undefined ? null : Number(level),
      listed: label !== null,
    };
    this.#blocks.push({ block, element });
  }

  /** A table of data stays one; a table that sets a page in columns gives its cells' blocks, one after the other. */
  #table(table: PageElement, style: Style, depth: number): void {
    if (depth > DEEPEST) return;
    const outer = this.#blocks;
    const rows: WordRow[] = [];
    const inside: PageBlock[] = [];
    for (const row of rowsOf(table)) {
      const cells: WordCell[] = [];
      for (const cell of row.children) {
        if (!/^T[DH]$/i.test(cell.tagName)) continue;
        this.#blocks = [];
        this.#element(cell, cell, style, null, depth + 1);
        inside.push(...this.#blocks);
        cells.push({
          blocks: this.#blocks.map(({ block }) => block),
          colSpan: spanOf(cell, 'colspan'),
          rowSpan: spanOf(cell, 'rowspan'),
        });
      }
      if (cells.length > 0) rows.push({ cells, header: /^thead$/i.test(row.parentElement?.tagName ?? '') });
    }
    this.#blocks = outer;
    const caption = [...table.children].find((child) => /^caption$/i.test(child.tagName));
    if (caption) this.#element(caption, table, style, null, depth + 1);
    if (isData(rows)) this.#blocks.push({ block: { kind: 'table', rows }, element: table });
    else for (const item of inside) this.#blocks.push(item);
  }
}

const look = ({ font, bold, raised }: Style): Omit<WordRun, 'text'> => ({ font, bold, raised });

/** The rows of a table, not of those inside it. */
function rowsOf(table: PageElement): PageElement[] {
  return [...table.children].flatMap((child) => {
    if (/^tr$/i.test(child.tagName)) return [child];
    return /^t(?:head|body|foot)$/i.test(child.tagName)
      ? [...child.children].filter((row) => /^tr$/i.test(row.tagName))
      : [];
  });
}

function isData(rows: readonly WordRow[]): boolean {
  const cells = rows.flatMap((row) => row.cells);
  return (
    rows.some((row) => row.cells.length > 1) &&
    cells.every(({ blocks }) => blocks.every((block) => block.kind === 'paragraph') && lengthOf(blocks) < LONGEST_CELL)
  );
}

const lengthOf = (blocks: readonly WordBlock[]): number =>
  blocks.reduce(
    (sum, block) => sum + (block.kind === 'paragraph' ? block.runs.reduce((n, r) => n + r.text.length, 0) : 0),
    0,
  );

const spanOf = (cell: PageElement, attribute: string): number =>
  Math.min(1000, Math.max(1, Number.parseInt(cell.getAttribute(attribute) ?? '1', 10) || 1));

/** Counts the items of an ordered list (HTML standard, 4.4.5). */
function numbers(list: PageElement): () => string {
  let next = Number.parseInt(list.getAttribute('start') ?? '1', 10) || 1;
  const type = list.getAttribute('type') ?? '1';
  return () => `${numeral(next++, type)}.`;
}
