/** A job that is to be tried again later, and nothing counts against its document. */
export class HandedBack extends Error {
  constructor(cause: unknown) {
    super('handed back', { cause });
    this.name = 'HandedBack';
  }
}
