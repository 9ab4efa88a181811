/** Every row of a table that is asked for page by page: `ask` gets the key behind which to go on. */
export async function* everyRow<T, K extends string | number>(
  first: K,
  limit: number,
  ask: (page: { after: K; limit: number }) => Promise<T[]>,
  keyOf: (row: T) => K,
): AsyncGenerator<T> {
  let page: T[];
  let after = first;
  do {
    page = await ask({ after, limit });
    yield* page;
    const last = page.at(-1);
    if (last !== undefined) after = keyOf(last);
  } while (page.length === limit);
}

/** Two lists in the same order of their keys, side by side: what is in one only comes with null. */
export async function* sideBySide<L extends { sha256: string }, R extends { sha256: string }>(
  lefts: AsyncIterable<L>,
  rights: AsyncIterable<R>,
): AsyncGenerator<[L, null] | [null, R] | [L, R]> {
  const [left, right] = [lefts[Symbol.asyncIterator](), rights[Symbol.asyncIterator]()];
  let [l, r] = [await left.next(), await right.next()];
  while (!l.done || !r.done) {
    if (r.done || (!l.done && l.value.sha256 < r.value.sha256)) {
      yield [l.value as L, null];
      l = await left.next();
    } else if (l.done || r.value.sha256 < l.value.sha256) {
      yield [null, r.value];
      r = await right.next();
    } else {
      yield [l.value, r.value];
      [l, r] = [await left.next(), await right.next()];
    }
  }
}
