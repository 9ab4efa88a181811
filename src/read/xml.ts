import { SaxesParser } from 'saxes';
import { ReadError } from '../model/read-error.ts';

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

/** The children of an element that have this name, and the first of them. */
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((node) => node.name === name) ?? [];
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((node) => node.name === name);

export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Text as it stands in XML without its references: the five named ones, and characters by their number (XML 1.0, 4.1). */
export const unescapeXml = (text: string): string =>
  text.replace(
    /&(?:(lt|gt|quot|apos|amp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name?: string, decimal?: string, hex?: string) => {
      if (name) return ENTITIES[name] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
