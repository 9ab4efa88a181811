import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { FigureWithDocument } from '../../model/index.ts';
import { writeCsv } from './csv.ts';
import { writeJson, writeJsonLines } from './json.ts';
import { writeXlsx } from './xlsx.ts';

export const ExportFormat = z.enum(['json', 'jsonl', 'csv', 'xlsx']);
export type ExportFormat = z.infer<typeof ExportFormat>;

interface Writer {
  type: string;
  /** A stream that asks for figures only as fast as it is read. */
  write(figures: AsyncIterable<FigureWithDocument>): Readable;
}

export const FORMATS: Record<ExportFormat, Writer> = {
  json: { type: 'application/json; charset=utf-8', write: writeJson },
  jsonl: { type: 'application/jsonl; charset=utf-8', write: writeJsonLines },
  csv: { type: 'text/csv; charset=utf-8', write: writeCsv },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeXlsx },
};
