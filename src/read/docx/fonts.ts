/**
 * Text that Word keeps in a legacy encoding, told by the font it is set in: the run's own, its character style's, its
 * paragraph style's or the document's default (ECMA-376 part 1, 17.3.2.26 and 17.7.2), and written again in Unicode
 * before mammoth, which knows a run's own font only, reads it.
 */
import { type DecodedRuns, decodeRuns, type Run } from '../encoding/runs.ts';
import { childOf, escapeXml, parseXml, unescapeXml, type XmlElement } from '../xml.ts';

type Style = { font: string | null; basedOn: string | null };
type Styles = { byId: Map<string, Style>; paragraph: string | null; defaults: string | null };

/** The characters of one w:t, w:softHyphen or w:noBreakHyphen in a part. */
type Stretch = Run & { part: string; start: number; end: number; element: boolean };

/** The parts with legacy text written in Unicode, and what the document's encoding was. */
export function decodeFonts(
  parts: ReadonlyMap<string, string>,
  styles: string | null,
): { parts: Map<string, string>; encoding: DecodedRuns['encoding'] } {
  const known = parseStyles(styles);
  const stretches = [...parts].flatMap(([part, xml]) => [...stretchesOf(part, xml, known)]);
  const { texts, encoding } = decodeRuns(stretches);
  const decoded = new Map(parts);
  if (encoding === 'unicode') return { parts: decoded, encoding };
  for (const [part, xml] of parts) {
    let out = '';
    let copied = 0;
    for (const [i, { part: own, text, start, end, element }] of stretches.entries()) {
      const result = texts[i] ?? text;
      if (own !== part || result === text) continue;
      const written = escapeXml(result);
      out += xml.slice(copied, start) + (element ? `<w:t>${written}</w:t>` : written);
      copied = end;
    }
    decoded.set(part, out + xml.slice(copied));
  }
  return { parts: decoded, encoding };
}

const TAG =
  /<(\/?)(w:p|w:pStyle|w:r|w:rStyle|w:rFonts|w:rPrChange|w:t|w:softHyphen)(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>/g;

/** Every stretch of text with the font that sets it. */
function* stretchesOf(part: string, xml: string, styles: Styles): Generator<Stretch> {
  let paragraph: string | null = null;
  let character: string | null = null;
  let own: string | null = null;
  let [run, changed, text] = [false, false, -1];
  for (const match of xml.matchAll(TAG)) {
    const [tag, close, name, attributes = '', empty] = match;
    const end = match.index + tag.length;
    if (name === 'w:p' && !close) paragraph = null;
    else if (name === 'w:pStyle') paragraph = attributesOf(attributes)['w:val'] ?? null;
    else if (name === 'w:r') {
      run = !close && !empty;
      [character, own] = [null, null];
    } else if (name === 'w:rPrChange') changed = !close && !empty;
    else if (run && !changed && name === 'w:rStyle') character = attributesOf(attributes)['w:val'] ?? null;
    else if (run && !changed && name === 'w:rFonts') own = fontNamed(attributesOf(attributes));
    else if (name === 'w:softHyphen' && !close) {
      const font = own ?? resolve(styles, character, paragraph);
      yield { part, text: '\u00AD', font, start: match.index, end, element: true };
    } else if (name === 'w:t' && !close && !empty) text = end;
    else if (name === 'w:t' && close && text >= 0) {
      const font = own ?? resolve(styles, character, paragraph);
      yield {
        part,
        text: unescapeXml(xml.slice(text, match.index)),
        font,
        start: text,
        end: match.index,
        element: false,
      };
      text = -1;
    }
  }
}

const ATTRIBUTE = /([\w:]+)\s*=\s*["']([^"']*)["']/g;

const attributesOf = (tag: string): Record<string, string> =>
  Object.fromEntries([...tag.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, value]));

/** The font of letters beyond ASCII; a theme's font, which overrules a named one, is never a legacy one. */
export const fontNamed = (fonts: Record<string, string>): string | null =>
  fonts['w:hAnsiTheme'] ?? fonts['w:asciiTheme'] ?? fonts['w:hAnsi'] ?? fonts['w:ascii'] ?? null;

function resolve(styles: Styles, character: string | null, paragraph: string | null): string | null {
  return inherited(styles, character) ?? inherited(styles, paragraph ?? styles.paragraph) ?? styles.defaults;
}

function inherited({ byId }: Styles, style: string | null): string | null {
  const seen = new Set<string>();
  for (let id = style; id !== null && !seen.has(id); id = byId.get(id)?.basedOn ?? null) {
    seen.add(id);
    const font = byId.get(id)?.font;
    if (font) return font;
  }
  return null;
}

const fontIn = (properties: XmlElement | undefined): string | null =>
  fontNamed(childOf(properties, 'w:rFonts')?.attributes ?? {});

function parseStyles(xml: string | null): Styles {
  const root = xml ? parseXml(xml) : undefined;
  const styles: Styles = { byId: new Map(), paragraph: null, defaults: null };
  styles.defaults = fontIn(childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'));
  for (const style of root?.children ?? []) {
    if (style.name !== 'w:style') continue;
    const { 'w:styleId': id = '', 'w:type': type, 'w:default': isDefault } = style.attributes;
    const basedOn = childOf(style, 'w:basedOn')?.attributes['w:val'] ?? null;
    styles.byId.set(id, { font: fontIn(childOf(style, 'w:rPr')), basedOn });
    if (type === 'paragraph' && /^(?:1|true|on)$/.test(isDefault ?? '')) styles.paragraph = id;
  }
  return styles;
}
