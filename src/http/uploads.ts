import type { Readable } from 'node:stream';
import { cleanFilename } from '../app/filename.ts';
import type { Language, Service } from '../app/index.ts';
import type { RefusedFile, SubmittedDocument, Upload } from '../model/index.ts';
import { type FilePart, readForm } from './multipart.ts';
import { Problem, sentences, toProblem } from './problem.ts';

interface Incoming {
  content: Readable;
  contentType: string | undefined;
  language: Language;
}

const refuse = (filename: string, problem: Problem, language: Language): RefusedFile => ({
  filename,
  code: problem.code,
  ...sentences(problem.code, language, problem.details.params),
});

/**
 * Streams every file of a form into the service. A refused file does not stop the others: the answer names both.
 * Where none was taken, or the form itself is wrong, throws a Problem that carries `documents` and `refused`.
 */
export const receive = async (service: Service, { content, contentType, language }: Incoming): Promise<Upload> => {
  const documents: SubmittedDocument[] = [];
  const refused: RefusedFile[] = [];
  let first: Problem | null = null;

  const take = async (part: FilePart): Promise<void> => {
    try {
      if (part.field !== 'file') throw new Problem('unexpected_field');
      const batch = part.fields.get('batch') || null;
      documents.push(await service.submit({ filename: part.filename, content: part.content, batch }));
    } catch (error) {
      const problem = toProblem(error);
      if (problem.code === 'internal') throw error;
      first ??= problem;
      refused.push(refuse(cleanFilename(part.filename), problem, language));
    }
  };

  const withFiles = (problem: Problem): Problem =>
    new Problem(problem.code, { ...problem.details, extra: { ...problem.details.extra, documents, refused } });

  try {
    const form = await readForm(content, contentType, take);
    if (form.files === 0) throw new Problem('no_file');
    if (form.late.has('batch')) throw new Problem('batch_after_file');
  } catch (error) {
    throw error instanceof Problem ? withFiles(error) : error;
  }
  if (documents.length === 0 && first !== null) throw withFiles(first);
  return { documents, refused };
};
