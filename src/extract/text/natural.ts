import { createRequire } from 'node:module';
import type { JaroWinklerDistance } from 'natural/lib/natural/distance/index.js';
import type { AggressiveTokenizerVi } from 'natural/lib/natural/tokenizers/index.js';

/**
 * What is taken from `natural`, by sub-path (its root takes a second and loads database drivers) and when it is first
 * needed.
 */
const require = createRequire(import.meta.url);

interface Distances {
  JaroWinklerDistance: typeof JaroWinklerDistance;
}

let loadedDistances: Distances | undefined;
const distances = (): Distances => {
  loadedDistances ??= require('natural/lib/natural/distance/index.js') as Distances;
  return loadedDistances;
};

let loadedTokenizer: AggressiveTokenizerVi | undefined;
const tokenizer = (): AggressiveTokenizerVi => {
  if (!loadedTokenizer) {
    const Tokenizer = require('natural/lib/natural/tokenizers/aggressive_tokenizer_vi.js') as {
      new (): AggressiveTokenizerVi;
    };
    loadedTokenizer = new Tokenizer();
  }
  return loadedTokenizer;
};

/** The syllables of folded text, numbers left out: natural's tokenizer would cut "1.855" in two. */
export const syllables = (folded: string): string[] =>
  tokenizer()
    .tokenize(folded)
    .filter((token) => !/\d/.test(token));

/** Likeness of two words, 0 to 1, that trusts their beginnings more (Winkler 1990). */
export const likeness = (a: string, b: string): number => distances().JaroWinklerDistance(a, b);
