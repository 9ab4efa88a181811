/** The ledger's tag as a strong entity tag (RFC 9110 section 8.8.3). */
export const toETag = (tag: string): string => `"${tag.replaceAll('"', '')}"`;

/** The tags a condition lists; weak ones keep their `W/`. */
const listed = (condition: string): string[] => condition.match(/(?:W\/)?"[^"]*"|\*/g) ?? [];

/** If-None-Match compares weakly (RFC 9110 section 13.1.2). */
export const unchanged = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  listed(ifNoneMatch).some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag.replace(/^W\//, ''));

/** If-Match compares strongly: a weak tag never matches (RFC 9110 section 13.1.1). */
export const matches = (ifMatch: string, etag: string): boolean =>
  listed(ifMatch).some((tag) => tag === '*' || tag === etag);
