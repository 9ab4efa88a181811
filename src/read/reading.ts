import type { SourceDocument } from '../model/index.ts';
import type { Recognise } from './ocr/recognise.ts';

/** What a format's reader returns: the document without what only the file itself tells. */
export type Reading = Pick<
  SourceDocument,
  'mediaType' | 'reader' | 'title' | 'text' | 'pages' | 'blocks' | 'tables' | 'words' | 'messages'
> &
  Partial<Pick<SourceDocument, 'encoding' | 'ocr'>>;

export type Message = SourceDocument['messages'][number];

export const info = (code: string, message: string): Message => ({ code, severity: 'info', message, span: null });
export const warning = (code: string, message: string): Message => ({ code, severity: 'warning', message, span: null });

const NAMES: Record<string, string> = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI', viqr: 'VIQR', mixed: 'several encodings' };

/** Says that the source was not Unicode but `encoding`, where it was not. */
export const converted = (encoding: string): Message[] =>
  encoding === 'unicode'
    ? []
    : [info('encoding_converted', `the text was written in ${NAMES[encoding] ?? encoding} and is given in Unicode`)];

/** Limits a reader keeps to by itself; time and memory are its parent's to watch. */
export type ReaderLimits = {
  maxPages: number;
  /** Recognises pictures of pages; left out where no engine may be used. */
  recognise?: Recognise;
  /** Told of each page that has been read. */
  onPage?: () => void;
  /** Told which page of how many is being recognised, once there is one to recognise. */
  onProgress?: (page: number, pages: number) => void;
};
