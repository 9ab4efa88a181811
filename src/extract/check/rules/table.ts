/** Jest's globals stand here unimported, since only tests load this file and development packages are theirs alone. */
import { annotated } from '../../link/annotated.ts';
import { partOf } from '../../link/index.ts';
import { checks } from '../index.ts';

/** Expected `status expected/actual` first, the phrasings under it; "silence" where a rule must say nothing. */
export function table(rule: string, rows: Readonly<Record<string, readonly string[]>>): void {
  for (const [expected, phrasings] of Object.entries(rows))
    test.each(phrasings)(`${rule} ${expected}: %s`, (marked) => {
      const { text, figures } = annotated(marked);
      const found = checks(text, figures, partOf(text, figures)).filter((c) => c.rule === rule);
      const said = found.map((c) => `${c.status} ${c.expected}/${c.actual}`).join(', ');
      expect(said || 'silence').toBe(expected);
    });
}

/** The messages of the checks on a marked text, for tables that look at the words. */
export function messages(marked: string): string[] {
  const { text, figures } = annotated(marked);
  return checks(text, figures, partOf(text, figures)).map((c) => c.message);
}
