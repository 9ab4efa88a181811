/** Text boxes: their texts ([MS-DOC] 2.8.32, PlcftxbxTxt) and where their shapes are anchored (2.8.37, PlcfSpa). */
import type { Boxes, Range } from './body.ts';

const [SHAPE, BOX] = [26, 22];
/** Where an entry of each table says which shape it is of. */
const [SHAPE_ID, BOX_SHAPE_ID] = [0, 14];

/** `from`: where the texts of the boxes begin. A box in a group has no anchor of its own. */
export function parseBoxes(shapes: Buffer, texts: Buffer, from: number): Boxes {
  const anchors = new Map(entries(shapes, SHAPE).map(({ start, data }) => [data.readInt32LE(SHAPE_ID), start]));
  const boxes: Boxes = new Map();
  let last = 0;
  for (const { start, end, data } of entries(texts, BOX)) {
    // Texts follow each other; a table that goes back would have some read again and again.
    if (start < last || end < start) continue;
    last = end;
    const anchor = anchors.get(data.readInt32LE(BOX_SHAPE_ID)) ?? null;
    const anchored = boxes.get(anchor) ?? [];
    boxes.set(anchor, anchored);
    anchored.push({ start: from + start, end: from + end });
  }
  return boxes;
}

/** The entries of a table of positions and data of `size` bytes (2.2.2, PLC). */
function entries(table: Buffer, size: number): (Range & { data: Buffer })[] {
  const count = Math.max(0, Math.floor((table.length - 4) / (4 + size)));
  return Array.from({ length: count }, (_, i) => {
    const at = 4 * (count + 1) + size * i;
    return {
      start: table.readUInt32LE(4 * i),
      end: table.readUInt32LE(4 * i + 4),
      data: table.subarray(at, at + size),
    };
  });
}
