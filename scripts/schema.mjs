/** Writes the record's JSON Schema into the package, from the type it is made of. */
import { writeFileSync } from 'node:fs';
import { recordSchema } from '../dist/src/model/schema.js';

writeFileSync(new URL('../dist/record.schema.json', import.meta.url), `${JSON.stringify(recordSchema(), null, 2)}\n`);
