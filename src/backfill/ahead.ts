/** Works on up to `count` items at once and gives the results in the order of the items. */
export async function* ahead<T, R>(
  items: AsyncIterable<T>,
  count: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  for await (const item of items) {
    const result = work(item);
    // It is awaited in its turn; until then its failure is nobody's yet.
    result.catch(() => undefined);
    underWay.push(result);
    if (underWay.length >= count) yield await (underWay.shift() as Promise<R>);
  }
  for (const result of underWay) yield await result;
}
