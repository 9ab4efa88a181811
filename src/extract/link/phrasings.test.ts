import { expect, test } from '@jest/globals';
import { annotated } from './annotated.ts';
import { partOf } from './index.ts';
import { PHRASINGS } from './phrasings.ts';

const pairs = (all: readonly [string, string][]): string[] => all.map(([part, whole]) => `${part} in ${whole}`);

test.each(PHRASINGS)('%s', (marked) => {
  const { text, figures, links } = annotated(marked);
  expect(pairs(partOf(text, figures).map((l) => [l.figure, l.whole]))).toEqual(pairs(links));
});
