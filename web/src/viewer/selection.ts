import type { Span } from '../../../src/model/index.ts';
import { trimmed, whole } from './marking.ts';

const lengthTo = (holder: Element, node: Node, offset: number): number => {
  const range = document.createRange();
  range.setStart(holder, 0);
  range.setEnd(node, offset);
  return range.toString().length;
};

/**
 * What the reader has selected inside `root`, as a span of the record's text. Every element with `data-start` holds
 * the text from there on, and nothing else.
 */
export function selectedSpan(root: Element, text: string): Span | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed || !root.contains(selection.anchorNode))
    return null;
  const range = selection.getRangeAt(0);
  const holders = [...root.querySelectorAll<HTMLElement>('[data-start]')].filter((one) => range.intersectsNode(one));
  const [first, last] = [holders[0], holders.at(-1)];
  if (!first || !last) return null;
  const from = first.contains(range.startContainer) ? lengthTo(first, range.startContainer, range.startOffset) : 0;
  const to = last.contains(range.endContainer)
    ? lengthTo(last, range.endContainer, range.endOffset)
    : (last.textContent?.length ?? 0);
  const span = trimmed(text, { start: Number(first.dataset.start) + from, end: Number(last.dataset.start) + to });
  return span && whole(text, span);
}
