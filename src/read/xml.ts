import { SaxesParser } from 'saxes';

/** An element with its prefixed name as written ("w:num"); text is left out. */
export type XmlElement = { name: string; attributes: Record<string, string>; children: XmlElement[] };

/** Parses a small XML part into a tree. Entities of a document type stay unresolved; throws on what is not well-formed. */
export function parseXml(xml: string): XmlElement | undefined {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return root.children[0];
}
