/** What modifiers make of characters and paragraphs ([MS-DOC] 2.6.1, 2.6.2). */
import { type Prl, SPRM } from './sprm.ts';

export type CharacterProperties = {
  bold: boolean;
  hidden: boolean;
  /** Text that a tracked change took out. */
  deleted: boolean;
  /** Control characters that mean something, not text. */
  special: boolean;
  raised: boolean;
  /** Index of the font of letters beyond ASCII. */
  font: number;
  symbol: { font: number; character: string } | null;
};

export type ParagraphProperties = {
  inTable: boolean;
  rowEnd: boolean;
  /** Depth in nested tables, null where only `inTable` tells. */
  depth: number | null;
  innerCell: boolean;
  innerRowEnd: boolean;
  /** Outline level from 0, 9 for body text, null where the style alone tells. */
  outline: number | null;
  /** Number of the list's override from 1, and the level in it; 0 for no list. */
  list: number;
  listLevel: number | null;
};

export const PLAIN: CharacterProperties = {
  bold: false,
  hidden: false,
  deleted: false,
  special: false,
  raised: false,
  font: 0,
  symbol: null,
};

export const BODY: ParagraphProperties = {
  inTable: false,
  rowEnd: false,
  depth: null,
  innerCell: false,
  innerRowEnd: false,
  outline: null,
  list: 0,
  listLevel: null,
};

/** `base`: the style's properties, which a toggle may take over or turn round (2.9.327, ToggleOperand). */
export function formatCharacters(
  from: CharacterProperties,
  prls: readonly Prl[],
  base: CharacterProperties,
): CharacterProperties {
  const to = { ...from };
  for (const { sprm, operand } of prls) {
    const value = operand.readUInt8(0);
    const toggled = (style: boolean): boolean => (value === 0x80 ? style : value === 0x81 ? !style : value !== 0);
    if (sprm === SPRM.cBold) to.bold = toggled(base.bold);
    else if (sprm === SPRM.cHidden) to.hidden = toggled(base.hidden);
    else if (sprm === SPRM.cDeleted) to.deleted = value !== 0;
    else if (sprm === SPRM.cSpecial) to.special = value !== 0;
    else if (sprm === SPRM.cRaised) to.raised = value === 1;
    else if (sprm === SPRM.cFont) to.font = operand.readUInt16LE(0);
    else if (sprm === SPRM.cSymbol) {
      to.symbol = { font: operand.readUInt16LE(0), character: String.fromCharCode(operand.readUInt16LE(2)) };
    }
  }
  return to;
}

export function formatParagraph(from: ParagraphProperties, prls: readonly Prl[]): ParagraphProperties {
  const to = { ...from };
  for (const { sprm, operand } of prls) {
    if (sprm === SPRM.pInTable) to.inTable = operand.readUInt8(0) !== 0;
    else if (sprm === SPRM.pRowEnd) to.rowEnd = operand.readUInt8(0) !== 0;
    else if (sprm === SPRM.pDepth) to.depth = operand.readInt32LE(0);
    else if (sprm === SPRM.pDeeper) to.depth = (to.depth ?? 0) + operand.readInt32LE(0);
    else if (sprm === SPRM.pInnerCell) to.innerCell = operand.readUInt8(0) !== 0;
    else if (sprm === SPRM.pInnerRowEnd) to.innerRowEnd = operand.readUInt8(0) !== 0;
    else if (sprm === SPRM.pOutline) to.outline = operand.readUInt8(0);
    else if (sprm === SPRM.pList) to.list = operand.readInt16LE(0);
    else if (sprm === SPRM.pListLevel) to.listLevel = operand.readUInt8(0);
  }
  return to;
}

/** The style a paragraph or stretch of text has after `prls` (2.6.2: sprmPIstd, sprmPIstdPermute). */
export function styleAfter(style: number, prls: readonly Prl[]): number {
  let current = style;
  for (const { sprm, operand } of prls) {
    if (sprm === SPRM.pStyle) current = operand.readUInt16LE(0);
    else if (sprm === SPRM.pStylePermute && operand.length >= 6) {
      const [first, last] = [operand.readUInt16LE(2), operand.readUInt16LE(4)];
      const at = 6 + 2 * (current - first);
      if (current >= first && current <= last && at + 2 <= operand.length) current = operand.readUInt16LE(at);
    }
  }
  return current;
}
