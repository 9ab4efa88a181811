import { parseHTML } from 'linkedom';
import { ReadError } from '../../model/read-error.ts';
import { cleanLine } from '../clean.ts';
import { compose } from '../compose.ts';
import { converted, info, type Reading } from '../reading.ts';
import { draftsOf } from '../word/drafts.ts';
import { articleOf } from './article.ts';
import { Walker } from './blocks.ts';
import { decodeHtml } from './decode.ts';
import type { PageDocument } from './dom.ts';
import { sheetLooks } from './styles.ts';

/** Old pages leave hundreds of tags open, none thousands. */
const DEEPEST = 1000;

/** Tags and entities, each of which the parser makes a node of; a report of a hundred pages saved from Word has some 100,000. */
const MOST_NODES = 250_000;

/**
 * Reads a web page: a report saved from a portal, or a document saved as HTML.
 * Throws ReadError `damaged`, `empty`, `too_large`.
 */
export function readHtml(bytes: Buffer): Reading {
  const html = decodeHtml(bytes);
  if (count(html, '<') + count(html, '&') > MOST_NODES) {
    throw new ReadError('too_large', `more than ${MOST_NODES} tags and entities`);
  }
  if (nesting(html) > DEEPEST) throw new ReadError('damaged', `elements nested more than ${DEEPEST} deep`);
  const document = documentOf(withShortClasses(html));
  const css = [...document.querySelectorAll('style')].map((style) => style.textContent ?? '').join('\n');
  const article = articleOf(document, new Walker(sheetLooks(css)).walk(document.body));
  const { drafts, encoding } = draftsOf(article.blocks.map(({ block }) => block));
  if (drafts.every((draft) => draft.text === '')) throw new ReadError('empty', 'a page without text');
  const messages = converted(encoding);
  if (article.left > 0) {
    messages.push(info('page_furniture', `left out of the text: ${article.left} blocks of menus, links and notices`));
  }
  return {
    mediaType: 'text/html',
    reader: { name: 'linkedom', version: '0.18.15' },
    title: cleanLine(article.title ?? '') || null,
    pages: [],
    encoding,
    messages,
    ...compose(drafts),
  };
}

/** linkedom hands a class list on as arguments, of which a call takes some ten thousands; nobody names so many. */
const withShortClasses = (html: string): string =>
  html.replace(/\sclass\s{0,9}=\s{0,9}(?:"([^"<>]*)"|'([^'<>]*)')/gi, (whole) => (whole.length > 10_000 ? ' ' : whole));

function count(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) found++;
  return found;
}

/** How deep elements that need an end tag are nested; the parser's time grows with its square. */
function nesting(html: string): number {
  let [depth, deepest] = [0, 0];
  for (const [, close] of html.matchAll(
    /<(\/?)(?:div|span|font|table|ul|ol|center|section|blockquote|[abiu])(?=[\s>/])/gi,
  )) {
    depth = Math.max(0, depth + (close ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** linkedom makes no body that the text leaves out, as HTML allows and many pages do. */
function documentOf(html: string): PageDocument {
  if (/<body[\s>]/i.test(html)) return parseHTML(html).document;
  const inner = html.replace(/<!doctype[^<>]*>|<\/?(?:html|head)(?:\s[^<>]*)?>/gi, '');
  return parseHTML(`<!doctype html><html><head></head><body>${inner}</body></html>`).document;
}
