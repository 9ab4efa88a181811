/** What of a page's style sheets bears on its letters: fonts of old encodings, bold type, raised figures, what is hidden. */
export type Look = { font?: string; bold?: boolean; raised?: boolean; hidden?: boolean };

/** A selector that names one element type, one class, or both: what word processors write. */
const SIMPLE = /^([a-z][a-z0-9]*)?(?:\.([\w-]+))?$/i;

/** The looks of a page's own style sheets by "tag", ".class" and "tag.class"; other selectors are left alone. */
export function sheetLooks(css: string): Map<string, Look> {
  const looks = new Map<string, Look>();
  for (const { selectors, declarations } of rules(css)) {
    const look = declaredLook(declarations);
    if (Object.keys(look).length === 0) continue;
    for (const selector of selectors.split(',').map((part) => part.trim())) {
      const [, tag = '', name] = SIMPLE.exec(selector) ?? [];
      if (tag === '' && name === undefined) continue;
      const key = tag.toLowerCase() + (name === undefined ? '' : `.${name}`);
      looks.set(key, { ...looks.get(key), ...look });
    }
  }
  return looks;
}

/** The innermost rules of a sheet, cut at its braces: a pattern would go over a hostile one again and again. */
function* rules(css: string): Generator<{ selectors: string; declarations: string }> {
  for (const part of withoutComments(css).split('}')) {
    const [declarations, selectors] = part.split('{').slice(-2).reverse();
    if (declarations !== undefined && selectors !== undefined) yield { selectors, declarations };
  }
}

function withoutComments(css: string): string {
  let [out, from] = ['', 0];
  for (let start = css.indexOf('/*'); start !== -1; start = css.indexOf('/*', from)) {
    const end = css.indexOf('*/', start + 2);
    out += css.slice(from, start);
    from = end === -1 ? css.length : end + 2;
  }
  return (out + css.slice(from)).replace(/<!--|-->/g, '');
}

/** The look that a list of CSS declarations gives. */
export function declaredLook(declarations: string): Look {
  const look: Look = {};
  for (const [, property = '', value = ''] of declarations.matchAll(/(?<![\w-])([\w-]+)\s{0,20}:\s{0,20}([^;]+)/g)) {
    const name = property.toLowerCase();
    const first =
      value
        .split(',')[0]
        ?.replace(/["']|!important/g, '')
        .trim() ?? '';
    if (name === 'font-family' && first !== '') look.font = first;
    else if (name === 'font-weight') look.bold = /bold/i.test(value) || Number.parseInt(value, 10) >= 600;
    else if (name === 'vertical-align') look.raised = /super/i.test(value);
    else if (name === 'display' && /none/i.test(value)) look.hidden = true;
    else if (name === 'visibility' && /hidden/i.test(value)) look.hidden = true;
    else if (name === 'mso-hide' && /all/i.test(value)) look.hidden = true;
  }
  return look;
}
