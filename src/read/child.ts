/** The program of a reading process: a document's bytes → its reading, or the error of it. */
import { readBytes } from './bytes.ts';
import { outcomeOf } from './outcome-of.ts';
import { answerTasks } from './tasks.ts';

await answerTasks((bytes, _, limits) => outcomeOf(async () => ({ reading: await readBytes(bytes, limits) })));
