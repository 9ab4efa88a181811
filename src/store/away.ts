/**
 * SQLSTATE classes (PostgreSQL, appendix A) in which a statement failed for want of something: the connection (08), a
 * transaction that others crossed (40), room, memory or connections (53), a server that is stopping (57), its disk (58).
 */
const STATES = /^(?:08|40|53|57|58)/;
/** What pg and its pool say without a code. */
const SAID = /^connection terminated|^timeout (?:exceeded|expired)|^query read timeout|not queryable$/i;

/** Whether an error says only that the database could not be reached, or had no means just then. */
export const isAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code = '', severity } = error as Error & { code?: string; severity?: string };
  return severity === undefined ? SAID.test(error.message) : STATES.test(code);
};
