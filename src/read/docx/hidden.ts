/**
 * Text that Word does not show (w:vanish, ECMA-376 part 1, 17.3.2.41), by its run's own property or by styles, whose
 * "hidden" is a toggle: set by a paragraph's style and a run's, it is off (17.7.3).
 */
import { childOf, parseXml, type XmlElement } from '../xml.ts';

type Style = { hides: boolean | null; basedOn: string | null };
type Styles = { byId: Map<string, Style>; paragraph: string | null; defaults: boolean };
type Paragraph = { style: string | null; mark: boolean | null; inProperties: boolean; end: number; seen: boolean };
type Run = { style: string | null; own: boolean | null };
type Edit = { start: number; end: number; by: string };

/** The parts without what Word hides; a paragraph of which nothing shows has no number either. */
export function withoutHidden(parts: ReadonlyMap<string, string>, styles: string | null): Map<string, string> {
  if (![styles ?? '', ...parts.values()].some((xml) => xml.includes('<w:vanish'))) return new Map(parts);
  const known = parseStyles(styles);
  return new Map([...parts].map(([name, xml]) => [name, edited(xml, edits(xml, known))]));
}

const TAG =
  /<(\/?)(w:p|w:pPr|w:pStyle|w:r|w:rStyle|w:vanish|w:[pr]PrChange|w:t|w:tab|w:br|w:cr|w:sym|w:softHyphen|w:noBreakHyphen|w:footnoteReference|w:endnoteReference)(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>/g;

function edits(xml: string, styles: Styles): Edit[] {
  const found: Edit[] = [];
  const paragraphs: Paragraph[] = [];
  const runs: Run[] = [];
  let [changed, text] = [0, -1];
  for (const match of xml.matchAll(TAG)) {
    const [tag, close, name, attributes = '', empty] = match;
    const end = match.index + tag.length;
    const [paragraph, run] = [paragraphs.at(-1), runs.at(-1)];
    if (name === 'w:pPrChange' || name === 'w:rPrChange') changed += close ? -1 : empty ? 0 : 1;
    if (changed > 0) continue;
    if (name === 'w:p' && !close && !empty) {
      paragraphs.push({ style: null, mark: null, inProperties: false, end: -1, seen: false });
    } else if (name === 'w:p' && close) {
      paragraphs.pop();
      if (paragraph && !paragraph.seen && paragraph.end >= 0 && markHidden(paragraph, styles))
        found.push({ start: paragraph.end, end: paragraph.end, by: UNNUMBERED });
    } else if (name === 'w:pPr' && paragraph && !empty) {
      paragraph.inProperties = !close;
      if (close) paragraph.end = match.index;
    } else if (name === 'w:pStyle' && paragraph) paragraph.style = valIn(attributes);
    else if (name === 'w:vanish' && paragraph?.inProperties) paragraph.mark = isOn(valIn(attributes));
    else if (name === 'w:vanish' && run) run.own = isOn(valIn(attributes));
    else if (name === 'w:rStyle' && run && !paragraph?.inProperties) run.style = valIn(attributes);
    else if (name === 'w:r' && !empty) {
      if (close) runs.pop();
      else runs.push({ style: null, own: null });
    } else if (run && paragraph) {
      if (name === 'w:t' && !close && !empty) {
        text = end;
        continue;
      }
      const start = name === 'w:t' ? text : match.index;
      if (start < 0) continue;
      if (!runHidden(run, paragraph, styles)) paragraph.seen = true;
      else if (name === 'w:t') found.push({ start, end: match.index, by: '' });
      else found.push({ start, end, by: '' });
      if (name === 'w:t') text = -1;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Number 0 takes a numbering away, a style's too (17.9.18). */
const UNNUMBERED = '<w:numPr><w:numId w:val="0"/></w:numPr>';

function edited(xml: string, found: readonly Edit[]): string {
  let out = '';
  let copied = 0;
  for (const { start, end, by } of found) {
    out += xml.slice(copied, start) + by;
    copied = end;
  }
  return out + xml.slice(copied);
}

const valIn = (attributes: string): string | null => /w:val\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? null;
const isOn = (value: string | null | undefined): boolean => !/^(?:0|false|off)$/.test(value ?? '');

const markHidden = ({ mark, style }: Paragraph, styles: Styles): boolean =>
  mark ?? (styles.defaults || hiddenBy(styles, style ?? styles.paragraph));

const runHidden = (run: Run, paragraph: Paragraph, styles: Styles): boolean =>
  run.own ?? (styles.defaults || hiddenBy(styles, run.style) !== hiddenBy(styles, paragraph.style ?? styles.paragraph));

function hiddenBy({ byId }: Styles, style: string | null): boolean {
  const seen = new Set<string>();
  for (let id = style; id !== null && !seen.has(id); id = byId.get(id)?.basedOn ?? null) {
    seen.add(id);
    const hides = byId.get(id)?.hides ?? null;
    if (hides !== null) return hides;
  }
  return false;
}

function vanishIn(properties: XmlElement | undefined): boolean | null {
  const vanish = childOf(properties, 'w:vanish');
  return vanish ? isOn(vanish.attributes['w:val']) : null;
}

function parseStyles(xml: string | null): Styles {
  const root = xml ? parseXml(xml) : undefined;
  const defaults = childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  const styles: Styles = { byId: new Map(), paragraph: null, defaults: vanishIn(defaults) ?? false };
  for (const style of root?.children ?? []) {
    if (style.name !== 'w:style') continue;
    const { 'w:styleId': id = '', 'w:type': type, 'w:default': isDefault } = style.attributes;
    const basedOn = childOf(style, 'w:basedOn')?.attributes['w:val'] ?? null;
    styles.byId.set(id, { hides: vanishIn(childOf(style, 'w:rPr')), basedOn });
    if (type === 'paragraph' && /^(?:1|true|on)$/.test(isDefault ?? '')) styles.paragraph = id;
  }
  return styles;
}
