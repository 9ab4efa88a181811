import { z } from 'zod';
import { ReportRecord } from './record.ts';

/** The record's JSON Schema (draft 2020-12), made from its zod type; open to fields that later versions add. */
export const recordSchema = (): object => ({
  ...z.toJSONSchema(ReportRecord, { target: 'draft-2020-12', io: 'input' }),
  $id: 'urn:ansinh:schema:record:1.0',
});
