import { ReadError } from '../../model/read-error.ts';
import { cleanLine } from '../clean.ts';
import { compose } from '../compose.ts';
import { converted, type Reading } from '../reading.ts';
import { draftsOf } from '../word/drafts.ts';
import { childOf, parseXml, type XmlElement } from '../xml.ts';
import type { Zip } from '../zip.ts';
import { Body } from './body.ts';
import { Lists } from './lists.ts';
import { Styles } from './styles.ts';

/** Reads an OpenDocument text. Throws ReadError `encrypted`, `damaged`, `empty`, `no_text`. */
export async function readOdt(zip: Zip): Promise<Reading> {
  const manifest = (await zip.read('META-INF/manifest.xml'))?.toString('utf8') ?? '';
  if (manifest.includes('encryption-data')) throw new ReadError('encrypted', 'OpenDocument encryption');
  const content = await part(zip, 'content.xml');
  const styles = await part(zip, 'styles.xml');
  const text = childOf(childOf(content, 'office:body'), 'office:text');
  if (!text) throw new ReadError('damaged', 'no office:text in content.xml');
  // Fonts are declared before the styles that use them; names of automatic styles are the content's own.
  const body = new Body(new Styles(styles, content), new Lists(styles, content));
  const { drafts, encoding } = draftsOf(body.read(text));
  if (drafts.every((draft) => draft.text === '')) {
    throw new ReadError([...zip.names].some((name) => name.startsWith('Pictures/')) ? 'no_text' : 'empty');
  }
  return {
    mediaType: 'application/vnd.oasis.opendocument.text',
    reader: { name: 'odt', version: '1' },
    title: await title(zip),
    pages: [],
    encoding,
    messages: converted(encoding),
    ...compose(drafts),
  };
}

async function part(zip: Zip, name: string): Promise<XmlElement | undefined> {
  const bytes = await zip.read(name);
  if (bytes === null) return undefined;
  try {
    return parseXml(bytes.toString('utf8'), { text: true });
  } catch (error) {
    throw error instanceof ReadError ? new ReadError('damaged', `${name}: ${error.detail}`) : error;
  }
}

async function title(zip: Zip): Promise<string | null> {
  const meta = childOf(await part(zip, 'meta.xml').catch(() => undefined), 'office:meta');
  const text = childOf(meta, 'dc:title')?.children.map((node) => node.text ?? '');
  return cleanLine(text?.join('') ?? '') || null;
}
