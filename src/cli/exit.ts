/** What the command line answers to its caller (`design/record.md`). */
export const EXIT = { done: 0, someFailed: 1, wrongUsage: 2 } as const;

/** Thrown where the command was called in a way that cannot mean anything; the sentence says how to call it. */
export class UsageError extends Error {}
