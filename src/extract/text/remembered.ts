/**
 * A pure function that several stages ask of the same document: its last answer is kept, so that the second to ask does
 * not pay again. Nobody may change what it gives.
 */
export const remembered = <A, T>(ask: (about: A) => T): ((about: A) => T) => {
  let last: { about: A; answer: T } | null = null;
  return (about) => {
    if (last === null || last.about !== about) last = { about, answer: ask(about) };
    return last.answer;
  };
};
