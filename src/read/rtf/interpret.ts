/**
 * RTF's control words as blocks of text (Rich Text Format Specification 1.9.1). A word that is not known changes
 * nothing; a group that begins with "\*" and a word that is not known is left out, as the specification asks.
 */
import { ReadError } from '../../model/read-error.ts';
import { LONGEST, MOST_PARTS } from '../compose.ts';
import type { WordBlock } from '../word/model.ts';
import { Flow, type ParagraphMarks } from './flow.ts';
import { decodeBytes, type RtfFont } from './fonts.ts';
import { type Token, tokens } from './tokens.ts';

export type RtfDocument = { blocks: WordBlock[]; title: string | null };

/** What becomes of the text of a group. */
type Destination = 'text' | 'skip' | 'fonts' | 'styles' | 'title' | 'label';

/** What a group inherits from the one around it and loses at its end. */
type State = {
  to: Destination;
  flow: Flow;
  font: number | null;
  bold: boolean;
  raised: boolean;
  hidden: boolean;
  /** Characters to leave out after "\uN", for readers that do not know it. */
  fallback: number;
};

const DESTINATIONS: Record<string, Destination> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  title: 'title',
  listtext: 'label',
  pntext: 'label',
  shptxt: 'text',
  fldrslt: 'text',
  result: 'text',
  ud: 'text',
};
const SKIPPED = new Set(
  [
    'colortbl info pict object header headerl headerr headerf footer footerl footerr footerf fldinst listtable upr',
    'listoverridetable revtbl rsidtbl generator xmlnstbl annotation atnid atnauthor atnref template datastore filetbl',
    'nonshppict shprslt nonesttables ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn bkmkstart bkmkend themedata do',
    'colorschememapping latentstyles mmathPr pgptbl ffdeftext xe tc tcn background shpinst nesttableprops',
  ].flatMap((line) => line.split(' ')),
);

/** Words that end or define a part of the text. */
const PARTS = new Set(['par', 'sect', 'cell', 'nestcell', 'row', 'cellx']);

const CHARACTERS: Record<string, string> = {
  tab: '\t',
  line: '\n',
  softline: '\n',
  page: '\n',
  column: '\n',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  '~': '\u00A0',
  _: '\u2011',
  '-': '\u00AD',
  '\\': '\\',
  '{': '{',
  '}': '}',
  '\n': '\n',
  '\r': '\n',
};

/** Programs nest some tens of groups. */
const DEEPEST = 10_000;
/** Documents pasted together over years name some hundreds of fonts. */
const MOST_FONTS = 20_000;
/** Twice as many as a text of the greatest length takes with every letter coded. */
const MOST_TOKENS = 12_000_000;

/** Reads the whole file. Throws ReadError `damaged` where its end is missing. */
export function interpret(bytes: Buffer): RtfDocument {
  const reader = new Interpreter();
  let count = 0;
  for (const token of tokens(bytes)) {
    if (++count > MOST_TOKENS) throw new ReadError('too_large', `more than ${MOST_TOKENS} words and groups`);
    reader.take(token);
    if (reader.done) break;
  }
  if (!reader.done) throw new ReadError('damaged', 'the end of the file is missing');
  return reader.document();
}

class Interpreter {
  readonly #body = new Flow();
  readonly #notes: Flow[] = [];
  readonly #fonts = new Map<number, RtfFont>();
  readonly #levels = new Map<number, number>();
  readonly #stack: State[] = [];
  #state: State = {
    to: 'text',
    flow: this.#body,
    font: null,
    bold: false,
    raised: false,
    hidden: false,
    fallback: 1,
  };
  #paragraph: ParagraphMarks = { level: null, listed: false, inTable: false };
  #ansi: number | null = null;
  #defaultFont: number | null = null;
  #ignorable = false;
  #left = 0;
  #name = '';
  #style = 0;
  #title = '';
  #label = '';
  #length = 0;
  #parts = 0;
  done = false;

  take(token: Token): void {
    switch (token.type) {
      case 'open':
        if (this.#stack.length === DEEPEST) throw new ReadError('damaged', `groups nested more than ${DEEPEST} deep`);
        this.#stack.push({ ...this.#state });
        this.#left = 0;
        break;
      case 'close':
        this.#close();
        break;
      case 'bytes':
        this.#write(decodeBytes(token.bytes, this.#font(), this.#ansi), token.bytes.length);
        break;
      case 'text':
        this.#write(token.text, token.text.length);
        break;
      case 'word':
        this.#word(token.name, token.value);
    }
    if (this.#length > LONGEST) throw new ReadError('too_large', `more than ${LONGEST} characters`);
    if (this.#parts > MOST_PARTS) throw new ReadError('too_large', `more than ${MOST_PARTS} paragraphs and cells`);
  }

  document(): RtfDocument {
    const blocks = [this.#body, ...this.#notes].flatMap((flow) => flow.end());
    return { blocks, title: this.#title.trim() || null };
  }

  #close(): void {
    if (this.#state.to === 'fonts') this.#nameFont();
    if (this.#state.to === 'styles') this.#nameStyle();
    const before = this.#state;
    const state = this.#stack.pop();
    if (!state) return;
    this.#state = state;
    this.#left = 0;
    if (before.to === 'label' && state.to !== 'label') this.#writeLabel();
    if (this.#stack.length === 0) this.done = true;
  }

  /** Writes text of `units` characters, less what a "\u" before it made superfluous. */
  #write(text: string, units: number): void {
    const skipped = Math.min(this.#left, units);
    this.#left -= skipped;
    const rest = text.slice(skipped);
    const { to, flow, bold, raised, hidden } = this.#state;
    if (rest === '' || hidden || to === 'skip') return;
    this.#length += rest.length;
    if (to === 'text') flow.write(rest, { font: this.#font()?.name ?? null, bold, raised });
    else if (to === 'label') this.#label += rest;
    else if (to === 'title') this.#title += rest;
    else if (to === 'fonts' || to === 'styles') this.#name += rest;
  }

  /** The number or bullet that the writing program computed for this paragraph. */
  #writeLabel(): void {
    const label = this.#label.trim();
    this.#label = '';
    this.#paragraph.listed = true;
    if (label === '') return;
    this.#state.flow.write(`${label} `, { font: null, bold: false, raised: false });
  }

  #font(): RtfFont | undefined {
    return this.#fonts.get(this.#state.font ?? this.#defaultFont ?? -1);
  }

  /** The font table ends each name with ";". */
  #nameFont(): void {
    const font = this.#state.font === null ? undefined : this.#fonts.get(this.#state.font);
    const name = this.#name.replace(/;.*$/s, '').trim();
    if (font && name !== '') font.name = name;
    this.#name = '';
  }

  /** Built-in heading styles have one name in every language; not every program gives them an outline level. */
  #nameStyle(): void {
    const level = /^heading ([1-9]);/i.exec(this.#name.trim())?.[1];
    if (level !== undefined && !this.#levels.has(this.#style)) this.#levels.set(this.#style, Number(level));
    this.#name = '';
  }

  #word(name: string, value: number | null): void {
    if (name === '*') {
      this.#ignorable = true;
      return;
    }
    const ignorable = this.#ignorable;
    this.#ignorable = false;
    if (this.#enter(name, ignorable) || this.#describe(name, value) || this.#state.to === 'skip') return;
    const character = CHARACTERS[name];
    if (character !== undefined) this.#write(character, 1);
    else if (name === 'u') this.#unicode(value ?? 0);
    else if (!this.#format(name, value)) this.#structure(name, value);
  }

  /** Whether the word says where its group's text goes. */
  #enter(name: string, ignorable: boolean): boolean {
    const to = DESTINATIONS[name];
    if (name === 'footnote' && this.#state.to === 'text') {
      this.#state.flow = new Flow();
      this.#notes.push(this.#state.flow);
      this.#parts++;
    } else if (to !== undefined) this.#state.to = to;
    else if (ignorable || SKIPPED.has(name)) this.#state.to = 'skip';
    else return false;
    return true;
  }

  /** Whether the word describes fonts, styles or the file. */
  #describe(name: string, value: number | null): boolean {
    const { to } = this.#state;
    if (name === 'ansicpg') this.#ansi = value;
    else if (name === 'deff') this.#defaultFont = value;
    else if (to === 'fonts' && name === 'f') {
      this.#nameFont();
      this.#state.font = value ?? 0;
      if (this.#fonts.size === MOST_FONTS) throw new ReadError('bomb', `more than ${MOST_FONTS} fonts`);
      this.#fonts.set(value ?? 0, { name: '', charset: null });
    } else if (to === 'fonts' && name === 'fcharset') {
      const font = this.#fonts.get(this.#state.font ?? -1);
      if (font) font.charset = value;
    } else if (to === 'styles' && name === 's') this.#style = value ?? 0;
    else if (to === 'styles' && name === 'outlinelevel') this.#levels.set(this.#style, (value ?? 9) + 1);
    else return to === 'styles';
    return true;
  }

  #unicode(value: number): void {
    this.#write(String.fromCharCode(value < 0 ? value + 0x10000 : value), 1);
    this.#left = this.#state.fallback;
  }

  /** Whether the word says how letters look. */
  #format(name: string, value: number | null): boolean {
    const state = this.#state;
    const on = value !== 0;
    if (name === 'f') state.font = value;
    else if (name === 'b') state.bold = on;
    else if (name === 'super') state.raised = on;
    else if (name === 'sub' || name === 'nosupersub') state.raised = false;
    else if (name === 'v' || name === 'deleted') state.hidden = on;
    else if (name === 'uc') state.fallback = Math.max(0, value ?? 1);
    else if (name === 'plain') Object.assign(state, { font: null, bold: false, raised: false, hidden: false });
    else return false;
    return true;
  }

  #structure(name: string, value: number | null): void {
    const { flow } = this.#state;
    if (PARTS.has(name)) this.#parts++;
    const paragraph = this.#paragraph;
    switch (name) {
      case 'par':
      case 'sect':
        flow.endParagraph(paragraph);
        break;
      case 'nestcell':
        flow.endParagraph({ ...paragraph, inTable: true });
        break;
      case 'pard':
        this.#paragraph = { level: null, listed: false, inTable: false };
        break;
      case 's':
        paragraph.level = headingLevel(this.#levels.get(value ?? 0));
        break;
      case 'outlinelevel':
        paragraph.level = headingLevel((value ?? 9) + 1);
        break;
      case 'intbl':
        paragraph.inTable = true;
        break;
      case 'cell':
        flow.endCell(paragraph);
        break;
      case 'row':
        flow.endRow();
        break;
      case 'trowd':
        flow.startRow();
        break;
      case 'trhdr':
        flow.headRow();
        break;
      case 'clmrg':
        flow.merge('left');
        break;
      case 'clvmrg':
        flow.merge('up');
        break;
      case 'cellx':
        flow.defineCell(value ?? 0);
    }
  }
}

/** Levels 1 to 9 head a section; "\outlinelevel9" is body text. */
const headingLevel = (level: number | undefined): number | null =>
  level !== undefined && level >= 1 && level <= 9 ? level : null;
