import type { XmlElement } from '../xml.ts';

/** How letters set in a style look (OpenDocument 1.3 part 3, 16.29.29), what the style leaves open taken from its parent. */
export type Look = { font: string | null; bold: boolean; raised: boolean; hidden: boolean };
type Style = { parent: string | null; own: Partial<Look> };

const PLAIN: Look = { font: null, bold: false, raised: false, hidden: false };

/** The styles of both parts of a file, automatic and named. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #families = new Map<string, string>();
  readonly #defaults = new Map<string, Partial<Look>>();

  constructor(...parts: readonly (XmlElement | undefined)[]) {
    for (const part of parts) {
      for (const section of part?.children ?? []) {
        for (const element of section.children) this.#add(element);
      }
    }
  }

  /** The look of letters with the `text` style in a paragraph of the `paragraph` style; null where none is named. */
  look(paragraph: string | null, text: string | null): Look {
    return {
      ...PLAIN,
      ...this.#defaults.get('paragraph'),
      ...this.#resolve('paragraph', paragraph ?? 'Standard'),
      ...this.#resolve('text', text),
    };
  }

  #add({ name, attributes, children }: XmlElement): void {
    if (name === 'style:font-face') {
      const family = attributes['svg:font-family']?.replace(/^['"]|['"]$/g, '');
      this.#families.set(attributes['style:name'] ?? '', family ?? '');
    }
    if (name !== 'style:style' && name !== 'style:default-style') return;
    const properties = children.find((child) => child.name === 'style:text-properties')?.attributes ?? {};
    const family = attributes['style:family'] ?? '';
    const own = this.#own(properties);
    if (name === 'style:default-style') this.#defaults.set(family, own);
    else {
      const parent = attributes['style:parent-style-name'] ?? null;
      this.#styles.set(`${family} ${attributes['style:name']}`, { parent, own });
    }
  }

  #own(properties: Record<string, string>): Partial<Look> {
    const own: Partial<Look> = {};
    const face = properties['style:font-name'];
    const font = (face && (this.#families.get(face) || face)) ?? properties['fo:font-family'];
    if (font) own.font = font;
    const weight = properties['fo:font-weight'];
    if (weight) own.bold = weight === 'bold' || Number(weight) >= 600;
    const position = properties['style:text-position'];
    if (position) own.raised = /^super|^[1-9]\d*%/.test(position);
    const display = properties['text:display'];
    if (display) own.hidden = display === 'none';
    return own;
  }

  #resolve(family: string, name: string | null): Partial<Look> {
    const chain: Partial<Look>[] = [];
    const seen = new Set<string>();
    for (let id = name; id !== null && !seen.has(id); ) {
      seen.add(id);
      const style = this.#styles.get(`${family} ${id}`);
      if (!style) break;
      chain.unshift(style.own);
      id = style.parent;
    }
    return Object.assign({}, ...chain);
  }
}
