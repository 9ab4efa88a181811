/** Jest's globals stand here unimported, since only tests load this file and development packages are theirs alone. */
import { annotated } from '../annotated.ts';
import { partOf } from '../index.ts';

/** Runs a rule's table: each example gives exactly the links it is marked with, by this rule (or those named in it). */
export function table(rule: string, examples: readonly string[], refusals: readonly string[]): void {
  test.each(examples)(`${rule}: %s`, (example) => {
    const { text, figures, links } = annotated(example);
    const found = partOf(text, figures);
    expect(found.map((l) => [l.figure, l.whole])).toEqual(links);
    expect(found.map((l) => l.rule)).toContain(rule);
  });
  test.each(refusals)(`${rule} refuses: %s`, (refusal) => {
    const { text, figures, links } = annotated(refusal);
    const found = partOf(text, figures);
    expect(found.map((l) => [l.figure, l.whole])).toEqual(links);
    expect(found.map((l) => l.rule)).not.toContain(rule);
  });
}
