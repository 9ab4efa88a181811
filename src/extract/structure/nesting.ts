import { STYLES, type Style } from './numbering.ts';

/** How a heading is set apart: by its number, by capitals, by bold type, or by the heading style of its format. */
export type OutlineStyle = Style | 'capitals' | 'bold' | `h${number}`;

const RANKS: Partial<Record<OutlineStyle, number>> = { ...STYLES, capitals: 3.5, bold: 8.5 };
/** Word's heading styles stand among the numbers by their depth: "Heading 1" outside "I.", "Heading 3" inside. */
const rankOf = (style: OutlineStyle): number => RANKS[style] ?? 3 + Number(style.slice(1));

/** Styles that writers nest in any order: "a)" under "(1)" as often as "(1)" under "a)". */
const INNER: ReadonlySet<OutlineStyle> = new Set<OutlineStyle>([
  'decimal)',
  '(decimal)',
  'lower',
  '(lower)',
  'roman)',
  'bullet',
  'plus',
  'star',
]);
const OUTER: ReadonlySet<OutlineStyle> = new Set<OutlineStyle>(['letter', 'roman']);

const isFree = (a: OutlineStyle, b: OutlineStyle): boolean =>
  (INNER.has(a) && INNER.has(b)) || (OUTER.has(a) && OUTER.has(b));

/**
 * The depth of each style in one document: by convention (parts, letters, roman numerals, figures, small letters),
 * and by which came first where convention leaves it open. Greater is further in.
 */
export function depths(headings: readonly { style: OutlineStyle }[]): (style: OutlineStyle) => number {
  const order: OutlineStyle[] = [];
  for (const { style } of headings) {
    if (order.includes(style)) continue;
    const after = order.findLastIndex((known) => rankOf(known) <= rankOf(style) || isFree(known, style));
    order.splice(after + 1, 0, style);
  }
  return (style) => order.indexOf(style);
}
