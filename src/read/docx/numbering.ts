/**
 * The lists of a DOCX file's numbering part (ECMA-376 part 1, 17.9). A paragraph takes its numbering from itself or
 * from its style (17.9.18, 17.7.2).
 */
import { Counters, type Level, type Lists, type Place } from '../word/numbering.ts';
import { childOf, childrenOf, escapeXml, parseXml, type XmlElement } from '../xml.ts';
import { fontNamed } from './fonts.ts';

/** `style`: the paragraph style that brings the level with it; `font`: what the label is set in, where the level names it. */
type StyledLevel = Level & { style: string | null; font: string | null };
type StyleNumber = { number: string | null; level: number | null; basedOn: string | null };

export interface NumberingParts {
  document: string;
  numbering: string | null;
  styles: string | null;
}

/** Writes each computed number into its paragraph of document.xml as an ordinary run; how many were written. */
export function writeNumbers({ document, numbering, styles }: NumberingParts): { document: string; written: number } {
  if (!numbering) return { document, written: 0 };
  const lists = parseNumbering(numbering);
  const places = placeOf(parseStyles(styles), lists);
  const counters = new Counters(lists);
  let written = 0;
  let out = '';
  let copied = 0;
  for (const { properties, style, number, level } of paragraphs(document)) {
    const place = places(style, number, level);
    const label = place && counters.next(place);
    if (!label) continue;
    const font = fontProperty(lists.get(place.number)?.levels.get(place.level)?.font);
    out += `${document.slice(copied, properties)}<w:r>${font}<w:t xml:space="preserve">${escapeXml(label)}</w:t></w:r>`;
    copied = properties;
    written++;
  }
  return { document: out + document.slice(copied), written };
}

/** Labels of old lists are written in the old fonts of their text, and read by them. */
const fontProperty = (font: string | null | undefined): string =>
  font ? `<w:rPr><w:rFonts w:hAnsi="${escapeXml(font).replace(/"/g, '&quot;')}"/></w:rPr>` : '';

type ParagraphProperties = { properties: number; style: string | null; number: string | null; level: number | null };

/** Every paragraph with properties, and where these end; what mammoth skips (mc:Choice) or Word removed is left out. */
function* paragraphs(document: string): Generator<ParagraphProperties> {
  const tag = /<(\/?)(w:pPr|w:pPrChange|w:pStyle|w:numId|w:ilvl|w:del|mc:Choice)(?=[\s/>])([^<>]*?)(\/?)>/g;
  let current: Omit<ParagraphProperties, 'properties'> | null = null;
  let skip = 0;
  let changed = 0;
  let deleted = false;
  for (let match = tag.exec(document); match; match = tag.exec(document)) {
    const [, close, name, attributes = '', empty] = match;
    const step = close ? -1 : empty ? 0 : 1;
    if (name === 'mc:Choice') skip += step;
    else if (name === 'w:pPrChange') changed += step;
    if (skip > 0 || changed > 0 || name === 'w:pPrChange' || name === 'mc:Choice') continue;
    const value = /w:val\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? null;
    if (name === 'w:pPr' && !close) {
      current = empty ? null : { style: null, number: null, level: null };
      deleted = false;
    } else if (name === 'w:pPr' && current) {
      if (!deleted) yield { ...current, properties: match.index + match[0].length };
      current = null;
    } else if (current && !close) {
      if (name === 'w:pStyle') current.style = value;
      else if (name === 'w:numId') current.number = value;
      else if (name === 'w:ilvl') current.level = Number(value);
      else if (name === 'w:del') deleted = true;
    }
  }
}

const val = (element: XmlElement | undefined, name: string): string | null =>
  childOf(element, name)?.attributes['w:val'] ?? null;

function parseNumbering(xml: string): Lists<StyledLevel> {
  const root = parseXml(xml);
  const levels = new Map<string, Map<number, StyledLevel>>();
  const links = new Map<string, string>();
  for (const abstract of childrenOf(root, 'w:abstractNum')) {
    const id = abstract.attributes['w:abstractNumId'] ?? '';
    levels.set(id, parseLevels(abstract));
    const link = val(abstract, 'w:numStyleLink');
    if (link) links.set(id, link);
  }
  // 17.9.21: a list that only links to a numbering style takes the levels of the list that defines the style.
  const byStyle = new Map(
    childrenOf(root, 'w:abstractNum').flatMap((abstract) => {
      const style = val(abstract, 'w:styleLink');
      return style ? [[style, abstract.attributes['w:abstractNumId'] ?? ''] as const] : [];
    }),
  );
  const lists: Lists<StyledLevel> = new Map();
  for (const num of childrenOf(root, 'w:num')) {
    const own = val(num, 'w:abstractNumId') ?? '';
    const counter = byStyle.get(links.get(own) ?? '') ?? own;
    const starts = new Map<number, number>();
    for (const override of childrenOf(num, 'w:lvlOverride')) {
      const start = val(override, 'w:startOverride');
      if (start !== null) starts.set(Number(override.attributes['w:ilvl']), Number(start));
    }
    lists.set(num.attributes['w:numId'] ?? '', { counter, levels: levels.get(counter) ?? new Map(), starts });
  }
  return lists;
}

function parseLevels(abstract: XmlElement): Map<number, StyledLevel> {
  return new Map(
    childrenOf(abstract, 'w:lvl').map((level) => [
      Number(level.attributes['w:ilvl'] ?? 0),
      {
        start: Number(val(level, 'w:start') ?? 0),
        format: val(level, 'w:numFmt') ?? 'decimal',
        text: val(level, 'w:lvlText') ?? '',
        style: val(level, 'w:pStyle'),
        font: fontNamed(childOf(childOf(level, 'w:rPr'), 'w:rFonts')?.attributes ?? {}),
        legal: childOf(level, 'w:isLgl') !== undefined,
        gap: val(level, 'w:suff') === 'nothing' ? '' : ' ',
        restartAfter: numberOrNull(val(level, 'w:lvlRestart')),
      },
    ]),
  );
}

const numberOrNull = (text: string | null): number | null => (text === null ? null : Number(text));

function parseStyles(xml: string | null): Map<string, StyleNumber> {
  const styles = new Map<string, StyleNumber>();
  for (const style of xml ? childrenOf(parseXml(xml), 'w:style') : []) {
    const numPr = childOf(childOf(style, 'w:pPr'), 'w:numPr');
    styles.set(style.attributes['w:styleId'] ?? '', {
      number: val(numPr, 'w:numId'),
      level: numberOrNull(val(numPr, 'w:ilvl')),
      basedOn: val(style, 'w:basedOn'),
    });
  }
  return styles;
}

/** Resolves a paragraph's own numbering, else its style's; number id "0" takes a numbering away (17.9.18). */
function placeOf(styles: Map<string, StyleNumber>, lists: Lists<StyledLevel>) {
  const styleLevel = (number: string, style: string | null): number | null => {
    for (const [index, level] of lists.get(number)?.levels ?? [])
      if (style !== null && level.style === style) return index;
    return null;
  };
  return (style: string | null, number: string | null, level: number | null): Place | null => {
    const inherited = number === null ? inheritedNumber(styles, style) : null;
    const id = number ?? inherited?.number ?? null;
    if (id === null || id === '0') return null;
    return { number: id, level: level ?? styleLevel(id, style) ?? inherited?.level ?? 0 };
  };
}

function inheritedNumber(styles: Map<string, StyleNumber>, style: string | null): StyleNumber | null {
  const seen = new Set<string>();
  for (let id = style; id !== null && !seen.has(id); id = styles.get(id)?.basedOn ?? null) {
    seen.add(id);
    const found = styles.get(id);
    if (found?.number) return found;
  }
  return null;
}
