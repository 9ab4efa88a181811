import { SaxesParser } from 'saxes';
import { ReadError } from '../model/failure.ts';

/** An element with its prefixed name as written ("w:num"). */
export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlElement[]; text?: string };

/** The name of the elements that stand for text, where it is asked for. */
export const TEXT = '#text';

/**
 * Parses an XML part into a tree, without its text or with it. Entities of a document type stay unresolved. Throws
 * ReadError `damaged` on what is not well-formed.
 */
export function parseXml(xml: string, { text }: { text: boolean } = { text: false }): XmlElement | undefined {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  if (text) {
    parser.on('text', (value) => {
      open.at(-1)?.children.push({ name: TEXT, attributes: {}, children: [], text: value });
    });
  }
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw new ReadError('damaged', error.message);
  });
  parser.write(xml).close();
  return root.children.find((child) => child.name !== TEXT);
}
