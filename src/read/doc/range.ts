/** Whether buffers threw it for a place outside of them. By name: a test's own realm has a class of its own. */
export const isRangeError = (error: unknown): error is RangeError =>
  typeof error === 'object' && error !== null && 'name' in error && error.name === 'RangeError';
