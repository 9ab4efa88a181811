/** The parts of a spreadsheet that its reader needs, unpacked within the limits of archives and checked for what swells it. */
import JSZip from 'jszip';
import { ReadError } from '../../model/read-error.ts';
import type { Zip } from '../zip.ts';

const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(?:app|core)\.xml|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/theme\/[^/]+\.xml|xl\/worksheets\/[^/]+\.xml)$/;
const SHEET = /^xl\/worksheets\//;
/** Cells that merges may cover, and the last column there is (ECMA-376 part 1, 18.3.1.13; Excel has 16,384). */
const [MOST_MERGED, LAST_COLUMN] = [300_000, 16_384];

/** A spreadsheet with the parts needed alone. Throws ReadError `bomb`, `too_large`, `encrypted`, `damaged`. */
export async function readable(zip: Zip): Promise<Buffer> {
  const archive = new JSZip();
  for (const name of zip.names) {
    if (!NEEDED.test(name)) continue;
    const content = (await zip.read(name)) as Buffer;
    archive.file(name, SHEET.test(name) ? checkedSheet(content.toString('utf8')) : content);
  }
  return archive.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
}

function checkedSheet(xml: string): string {
  let merged = 0;
  for (const [, first = '', top, last = '', bottom] of xml.matchAll(
    /<(?:\w{1,20}:)?mergeCell\s[^<>]{0,200}?ref="([A-Z]{1,9})(\d{1,9}):([A-Z]{1,9})(\d{1,9})"/g,
  )) {
    merged += (Math.abs(column(last) - column(first)) + 1) * (Math.abs(Number(bottom) - Number(top)) + 1);
  }
  if (merged > MOST_MERGED) throw new ReadError('too_large', `${merged} merged cells, ${MOST_MERGED} allowed`);
  return xml.replace(/(<(?:\w{1,20}:)?col\s[^<>]{0,400}?max=")(\d{1,20})"/g, (whole, before: string, max: string) =>
    Number(max) > LAST_COLUMN ? `${before}${LAST_COLUMN}"` : whole,
  );
}

/** "A" → 1, "AA" → 27. */
const column = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
