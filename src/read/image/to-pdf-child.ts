/** The process that makes a PDF of a picture file: the file on standard input, on descriptor 3 the PDF or a failure as JSON. */
import { readFileSync } from 'node:fs';
import { ReadError } from '../../model/read-error.ts';
import { denyNetwork } from '../rights.ts';
import { sniff } from '../sniff.ts';
import { failureOf } from '../thrown.ts';
import { writeAll } from '../write-all.ts';
import { pictureAsPdf } from './as-pdf.ts';

const RESULT = 3;

function result(maxPages: number): Buffer {
  try {
    const bytes = readFileSync(0);
    const type = sniff(bytes);
    if (type !== 'jpeg' && type !== 'png' && type !== 'tiff') throw new ReadError('unsupported_type', type);
    return pictureAsPdf(bytes, type, maxPages);
  } catch (error) {
    return Buffer.from(JSON.stringify(failureOf(error)));
  }
}

denyNetwork();
writeAll(RESULT, [result(Number(process.argv[2]))]);
process.exit(0);
