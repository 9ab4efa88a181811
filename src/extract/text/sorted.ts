/** The first index of a sorted list whose item passes a test that none before it passes and all after it do. */
export const firstIndex = <T>(items: readonly T[], passes: (item: T) => boolean): number => {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
};
