/** The style sheet ([MS-DOC] 2.9.271, STSH). */
import {
  BODY,
  type CharacterProperties,
  formatCharacters,
  formatParagraph,
  type ParagraphProperties,
  PLAIN,
} from './properties.ts';
import { type Prl, parsePrls, SPRM, settled } from './sprm.ts';

export type Style = {
  paragraph: ParagraphProperties;
  character: CharacterProperties;
  /** Heading level from 1, null for body text. */
  level: number | null;
};

type Definition = { invariant: number; base: number; paragraph: Prl[]; character: Prl[] };

const [PARAGRAPH, CHARACTER] = [1, 2];
const DEEPEST = 64;

export class Styles {
  readonly #definitions: readonly (Definition | null)[];
  readonly #root: CharacterProperties;
  readonly #resolved = new Map<number, Style>();
  readonly #characters = new Map<number, Prl[]>();

  constructor(sheet: Buffer) {
    const { definitions, font } = parseSheet(sheet);
    this.#definitions = definitions;
    this.#root = { ...PLAIN, font };
  }

  /** A paragraph style with all that it inherits. */
  paragraph(index: number): Style {
    const known = this.#resolved.get(index);
    if (known) return known;
    const style: Style = { paragraph: BODY, character: this.#root, level: null };
    for (const { paragraph, character, invariant } of this.#ancestry(index)) {
      style.paragraph = formatParagraph(style.paragraph, paragraph);
      style.character = formatCharacters(style.character, character, style.character);
      // The invariant identifiers 1 to 9 are "heading 1" to "heading 9" in every language of Word.
      if (invariant >= 1 && invariant <= 9) style.level = invariant;
    }
    const { outline } = style.paragraph;
    if (outline !== null) style.level = headingLevel(outline);
    this.#resolved.set(index, style);
    return style;
  }

  /** The modifiers of a character style, those it inherits first. */
  character(index: number): Prl[] {
    const prls =
      this.#characters.get(index) ?? settled(this.#ancestry(index).flatMap((definition) => definition.character));
    this.#characters.set(index, prls);
    return prls;
  }

  /** A style after those it is based on; a chain in circles is cut. */
  #ancestry(index: number): Definition[] {
    const chain: Definition[] = [];
    const seen = new Set<number>();
    for (let at = index; !seen.has(at) && chain.length < DEEPEST; ) {
      seen.add(at);
      const definition = this.#definitions[at];
      if (!definition) break;
      chain.unshift(definition);
      at = definition.base;
    }
    return chain;
  }
}

/** Outline levels 0 to 8 head a section, 9 is body text. */
export const headingLevel = (outline: number): number | null => (outline < 9 ? outline + 1 : null);

function parseSheet(sheet: Buffer): { definitions: (Definition | null)[]; font: number } {
  const info = sheet.readUInt16LE(0);
  const count = sheet.readUInt16LE(2);
  const fixed = sheet.readUInt16LE(4);
  // Fonts of ASCII, East Asian and other letters come after nine numbers (2.9.273, Stshif).
  const font = info >= 18 ? sheet.readUInt16LE(2 + 16) : 0;
  const definitions: (Definition | null)[] = [];
  for (let i = 0, at = 2 + info; i < count && at + 2 <= sheet.length; i++) {
    const size = sheet.readUInt16LE(at);
    definitions.push(size === 0 ? null : parseStyle(sheet.subarray(at + 2, at + 2 + size), fixed));
    at += 2 + size;
  }
  return { definitions, font };
}

/** A style (2.9.258, STD); `fixed` is the size of what stands before its name. */
function parseStyle(style: Buffer, fixed: number): Definition | null {
  if (style.length < fixed + 2 || fixed < 10) return null;
  const [invariant, kindAndBase, lists] = [0, 2, 4].map((at) => style.readUInt16LE(at)) as [number, number, number];
  const kind = kindAndBase & 0xf;
  const definition: Definition = { invariant: -1, base: kindAndBase >> 4, paragraph: [], character: [] };
  const parts: Buffer[] = [];
  let at = fixed + 2 + 2 * style.readUInt16LE(fixed) + 2;
  for (let i = 0; i < (lists & 0xf) && at + 2 <= style.length; i++) {
    const size = style.readUInt16LE(at);
    parts.push(style.subarray(at + 2, at + 2 + size));
    at += 2 + size + (size % 2);
  }
  const [first, second] = parts;
  if (kind === PARAGRAPH) {
    definition.invariant = invariant & 0xfff;
    definition.paragraph = parsePrls(first?.subarray(2) ?? Buffer.alloc(0));
    definition.character = parsePrls(second ?? Buffer.alloc(0));
  } else if (kind === CHARACTER) definition.character = parsePrls(first ?? Buffer.alloc(0));
  definition.character = definition.character.filter(({ sprm }) => sprm !== SPRM.cStyle);
  return definition;
}
