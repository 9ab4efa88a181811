/** Writes the record's JSON Schema (2020-12), made from its zod type, into the package. */
import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { ReportRecord } from '../dist/src/model/index.js';

const schema = z.toJSONSchema(ReportRecord, { target: 'draft-2020-12' });
writeFileSync(new URL('../dist/record.schema.json', import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
