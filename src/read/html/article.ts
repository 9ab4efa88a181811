/**
 * Which blocks of a portal's page are the report: what Firefox's reader view keeps (Mozilla Readability), from the title
 * to its last paragraph, with what stands between (the date line, tables it took for ornaments) and without the menus,
 * counters and lists of other news there.
 */
import { Readability } from '@mozilla/readability';
import type { PageBlock } from './blocks.ts';
import type { PageDocument, PageElement } from './dom.ts';

const MARK = 'data-ansinh-block';
/** Parts of a page that no report stands in. */
const FURNITURE = 'nav, aside, footer, form, [role=navigation], [role=search], [role=banner], [role=contentinfo]';
/** A page with fewer links than this, or with less than this share of its letters in them, is a document. */
const [FEW_LINKS, LINKED] = [8, 0.15];
/** The reader view's time grows with the square of a page's elements, and no portal's page has more. */
const MOST_ELEMENTS = 6000;
/** A block with more of its letters in links leads elsewhere. */
const LEADS_AWAY = 0.6;

export type Article = { blocks: PageBlock[]; title: string | null; left: number };

export function articleOf(document: PageDocument, blocks: readonly PageBlock[]): Article {
  const whole = { blocks: [...blocks], title: document.title || null, left: 0 };
  if (!isPortal(document)) return whole;
  for (const [i, { element }] of blocks.entries()) element.setAttribute(MARK, String(i));
  const read = new Readability(document.cloneNode(true), { charThreshold: 0 }).parse();
  const kept = new Set(
    [...(read?.content ?? '').matchAll(new RegExp(`${MARK}="(\\d+)"`, 'g'))].map((m) => Number(m[1])),
  );
  if (kept.size === 0) return whole;
  const last = Math.max(...kept);
  const first = titleBefore(blocks, Math.min(...kept), read?.title ?? '');
  const report = blocks.filter((block, i) => i >= first && i <= last && (kept.has(i) || isBetween(block)));
  return { blocks: report, title: read?.title || whole.title, left: blocks.length - report.length };
}

const lettersIn = (element: PageElement): number => (element.textContent ?? '').replace(/\s+/g, '').length;

function linked(element: PageElement): number {
  const all = lettersIn(element);
  const links = [...element.querySelectorAll('a')].reduce((sum, link) => sum + lettersIn(link), 0);
  return all === 0 ? 0 : links / all;
}

function isPortal(document: PageDocument): boolean {
  const { body } = document;
  if (body.querySelectorAll('*').length > MOST_ELEMENTS) return false;
  return (
    body.querySelectorAll('a').length >= FEW_LINKS && (linked(body) > LINKED || body.querySelector(FURNITURE) !== null)
  );
}

/** The article's title often stands above what the reader view keeps; the nearest one before it begins the report. */
function titleBefore(blocks: readonly PageBlock[], from: number, title: string): number {
  const wanted = plain(title);
  for (let i = from - 1; i >= 0 && i > from - 40; i--) {
    const { element } = blocks[i] as PageBlock;
    const text = plain(element.textContent ?? '');
    const isTitle = wanted.length > 10 && text.length > 10 && (text.includes(wanted) || wanted.includes(text));
    if ((isTitle || /^H1$/i.test(element.tagName)) && linked(element) < LEADS_AWAY) return i;
  }
  return from;
}

const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

const isBetween = ({ element }: PageBlock): boolean => !element.closest(FURNITURE) && linked(element) < LEADS_AWAY;
