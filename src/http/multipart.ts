import { PassThrough, type Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import { Problem } from './problem.ts';

export interface FilePart {
  field: string;
  /** As the client gave it, folders and all; "" where it gave none. */
  filename: string;
  content: Readable;
  /** The text fields that came before this file. */
  fields: ReadonlyMap<string, string>;
}

export interface Form {
  fields: ReadonlyMap<string, string>;
  /** How many files came. */
  files: number;
  /** Text fields that came only after a file. */
  late: ReadonlySet<string>;
}

/** No field of ours is longer or comes oftener. */
const LIMITS = { fieldNameSize: 100, fieldSize: 1024, fields: 20, headerPairs: 50 };

const storableText = (text: string): string => text.toWellFormed().replaceAll('\0', '');

/**
 * Reads a multipart body as it comes, one file after the other, never holding more than a stream's buffer.
 * `take` gets each file; what it leaves unread is drained, so that one refused file does not stop the next.
 * Throws Problem `bad_multipart` when the body ends early, `unsupported_media_type` when it is no form.
 */
export const readForm = async (
  body: Readable,
  contentType: string | undefined,
  take: (part: FilePart) => Promise<void>,
): Promise<Form> => {
  if (!contentType || !/^multipart\/form-data\s*;.*boundary=/i.test(contentType)) {
    throw new Problem('unsupported_media_type', { params: { types: 'multipart/form-data' } });
  }
  const fields = new Map<string, string>();
  const late = new Set<string>();
  const open = new Set<Readable>();
  let files = 0;
  let broken = false;
  let failure: unknown = null;
  let taking = Promise.resolve();

  const hand = async (source: BusboyFileStream, part: Omit<FilePart, 'content'>): Promise<void> => {
    // The reader of a refused file destroys its stream; Busboy would then wait for ever for the source to end.
    const content = new PassThrough();
    content.on('error', () => undefined);
    open.add(content);
    if (broken) content.destroy(new Problem('bad_multipart'));
    source.pipe(content);
    try {
      await take({ ...part, content });
    } catch (error) {
      failure ??= error;
    } finally {
      open.delete(content);
      source.unpipe(content);
      source.resume();
    }
  };

  const parser = new Busboy({ headers: { 'content-type': contentType }, limits: LIMITS, preservePath: true });
  parser.on('field', (name, value) => {
    fields.set(storableText(name), storableText(value));
    if (files > 0) late.add(name);
  });
  parser.on('file', (field, source, filename: string | undefined) => {
    files += 1;
    const part = { field, filename: storableText(filename ?? ''), fields: new Map(fields) };
    source.on('error', () => undefined);
    taking = taking.then(() => hand(source, part));
  });

  try {
    // Not pipeline(): it would destroy the request, and with it the connection the answer needs.
    body.pipe(parser);
    await Promise.race([finished(parser), finished(body).then(() => finished(parser))]);
  } catch {
    broken = true;
    for (const content of open) content.destroy(new Problem('bad_multipart'));
    body.unpipe(parser);
    body.resume();
  }
  await taking;
  if (failure) throw failure;
  if (broken) throw new Problem('bad_multipart');
  return { fields, files, late };
};
