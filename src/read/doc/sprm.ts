/** Properties are stored as lists of what differs from the default: modifiers, each with its operand ([MS-DOC] 2.2.5). */
export type Prl = { sprm: number; operand: Buffer };

/** Names of the modifiers that are read (2.6). */
export const SPRM = {
  cDeleted: 0x0800,
  cHidden: 0x083c,
  cBold: 0x0835,
  cSpecial: 0x0855,
  cRaised: 0x2a48,
  cStyle: 0x4a30,
  cFont: 0x4a51,
  cSymbol: 0x6a09,
  pStyle: 0x4600,
  pStylePermute: 0xc601,
  pInTable: 0x2416,
  pRowEnd: 0x2417,
  pDepth: 0x6649,
  pDeeper: 0x664a,
  pInnerCell: 0x244b,
  pInnerRowEnd: 0x244c,
  pOutline: 0x2640,
  pListLevel: 0x260a,
  pList: 0x460b,
  pHuge: 0x6646,
  pHugeOld: 0x6645,
  pTable: 0x646b,
  tDefine: 0xd608,
  tHeader: 0x3404,
  tVerticalMerge: 0xd62b,
  tMerge: 0x5624,
  tSplit: 0x5625,
  tInsert: 0x7621,
  tDelete: 0x5622,
  tWidth: 0x7623,
} as const;

/** Sizes of operands by the modifier's highest three bits; 6 stands for those that tell their own. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3];
const TABS = 0xc615;

/** The modifiers of a list; one that is cut off ends it. */
export function parsePrls(list: Buffer): Prl[] {
  const prls: Prl[] = [];
  for (let at = 0; at + 2 < list.length; ) {
    const sprm = list.readUInt16LE(at);
    at += 2;
    const [head, size] = operandSize(list, at, sprm);
    if (at + head + size > list.length) break;
    prls.push({ sprm, operand: list.subarray(at + head, at + head + size) });
    at += head + size;
  }
  return prls;
}

/** Bytes that tell the operand's size, and the size. */
function operandSize(list: Buffer, at: number, sprm: number): [head: number, size: number] {
  const fixed = SIZES[sprm >> 13] as number;
  if (fixed > 0) return [0, fixed];
  const own = list[at] as number;
  // A row may have more cells than one byte can tell the size of; the number counts itself, short by one.
  if (sprm === SPRM.tDefine) return at + 2 > list.length ? [2, 0] : [2, Math.max(0, list.readUInt16LE(at) - 1)];
  if (sprm === TABS && own === 255) {
    const removed = list[at + 1] ?? 0;
    const added = list[at + 2 + 4 * removed] ?? 0;
    return [1, 2 + 4 * removed + 3 * added];
  }
  return [1, own];
}

const TABLE = 5;

/**
 * Of modifiers that set a value, only the last that counts; those of rows change what others made, and all stay. It makes
 * long lists short that are applied to every stretch of the text.
 */
export function settled(prls: readonly Prl[]): Prl[] {
  const last = new Map(prls.map(({ sprm }, i) => [sprm, i]));
  return prls.filter(({ sprm }, i) => READ.has(sprm) && (last.get(sprm) === i || ((sprm >> 10) & 7) === TABLE));
}

const READ: ReadonlySet<number> = new Set(Object.values(SPRM));

/** Modifiers that a piece of text may name by one byte (2.9.215, Prm0); those not read are left out. */
const SHORT: Record<number, number> = {
  12: SPRM.pListLevel,
  24: SPRM.pInTable,
  25: SPRM.pRowEnd,
  65: SPRM.cDeleted,
  85: SPRM.cBold,
  92: SPRM.cHidden,
  104: SPRM.cRaised,
  117: SPRM.cSpecial,
  120: SPRM.pOutline,
};

/** What a piece's Prm says: one modifier, or the number of a list among `lists` (2.9.214). */
export function prmPrls(prm: number, lists: readonly Prl[][]): Prl[] {
  if (prm & 1) return lists[prm >> 1] ?? [];
  const sprm = SHORT[(prm >> 1) & 0x7f];
  return sprm === undefined ? [] : [{ sprm, operand: Buffer.from([prm >> 8]) }];
}
