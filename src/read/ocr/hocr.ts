import { parseXml, TEXT, type XmlElement } from '../xml.ts';

/** A recognised word in pixels; `y` is its baseline, `size` the height of its line's letters with their strokes up and down. */
export type OcrWord = {
  text: string;
  x: number;
  y: number;
  width: number;
  top: number;
  bottom: number;
  size: number;
  /** 0 to 1. */
  confidence: number;
  /** Read by itself as a table's cell, with the size of the cells' letters. */
  inCell?: boolean;
};

/** The words of an hOCR page in the engine's order. Throws where it is not well-formed. */
export function wordsOfHocr(hocr: string): OcrWord[] {
  const words: OcrWord[] = [];
  const root = parseXml(hocr, { text: true });
  const open: { element: XmlElement; line: XmlElement | null }[] = root ? [{ element: root, line: null }] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    const { element, line } = next;
    if (element.attributes.class === 'ocrx_word') {
      const word = line && wordOf(element, line);
      if (word) words.push(word);
      continue;
    }
    const within = element.attributes.title?.includes('baseline') ? element : line;
    for (const child of [...element.children].reverse()) open.push({ element: child, line: within });
  }
  return words;
}

function wordOf(element: XmlElement, line: XmlElement): OcrWord | null {
  const [text, box, lineBox] = [textOf(element).trim(), numbers(element, 'bbox'), numbers(line, 'bbox')];
  const [left, top, right, bottom] = box;
  const [lineLeft, , , lineBottom] = lineBox;
  if (text === '' || left === undefined || top === undefined || right === undefined || bottom === undefined)
    return null;
  const [slope = 0, offset = 0] = numbers(line, 'baseline');
  const [size = bottom - top] = numbers(line, 'x_size');
  const [percent = 0] = numbers(element, 'x_wconf');
  const y = (lineBottom ?? bottom) + offset + slope * ((left + right) / 2 - (lineLeft ?? left));
  return { text, x: left, y, width: right - left, top, bottom, size, confidence: percent / 100 };
}

/** The numbers of a property in an element's title ("bbox 10 20 30 40; x_wconf 93"). */
function numbers(element: XmlElement, property: string): number[] {
  const found = new RegExp(`(?:^|;)\\s*${property}\\s+([^;]*)`).exec(element.attributes.title ?? '');
  return found?.[1]?.trim().split(/\s+/).map(Number).filter(Number.isFinite) ?? [];
}

function textOf(element: XmlElement): string {
  const parts: string[] = [];
  const open = [element];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.name === TEXT) parts.push(next.text ?? '');
    open.push(...[...next.children].reverse());
  }
  return parts.join('');
}
