import type { SourceDocument } from '../model/index.ts';

/** What a format's reader returns: the document without what only the file itself tells. */
export type Reading = Pick<
  SourceDocument,
  'mediaType' | 'reader' | 'title' | 'text' | 'pages' | 'blocks' | 'tables' | 'words' | 'messages'
>;

export type Message = SourceDocument['messages'][number];

export const info = (code: string, message: string): Message => ({ code, severity: 'info', message, span: null });
export const warning = (code: string, message: string): Message => ({ code, severity: 'warning', message, span: null });

/** Limits a reader keeps to by itself; time and memory are its parent's to watch. */
export type ReaderLimits = { maxPages: number };
