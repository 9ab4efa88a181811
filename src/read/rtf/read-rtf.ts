import { ReadError } from '../../model/read-error.ts';
import { cleanLine } from '../clean.ts';
import { compose } from '../compose.ts';
import { converted, type Reading } from '../reading.ts';
import { draftsOf } from '../word/drafts.ts';
import { interpret } from './interpret.ts';

/** Reads Rich Text Format. Throws ReadError `damaged`, `empty`. */
export function readRtf(bytes: Buffer): Reading {
  const { blocks, title } = interpret(bytes);
  const { drafts, encoding } = draftsOf(blocks);
  if (drafts.every((draft) => draft.text === '')) throw new ReadError('empty', 'no characters but spaces');
  return {
    mediaType: 'application/rtf',
    reader: { name: 'rtf', version: '1' },
    title: title === null ? null : cleanLine(title) || null,
    pages: [],
    encoding,
    messages: converted(encoding),
    ...compose(drafts),
  };
}
