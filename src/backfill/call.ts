/** One request to the server, by a path below its address. Throws Unavailable or Refused for what is no success. */
export type Call = (
  method: string,
  path: string,
  body?: { type: string; content: Uint8Array<ArrayBuffer> },
  headers?: Record<string, string>,
) => Promise<Response>;
