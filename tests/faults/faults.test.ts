/** The fault suite in its short form; `npm run faults` is the whole of it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { allFiles, FAULTS } from './faults.ts';
import { batchOf } from './files.ts';
import { type Fault, type Result, runFault, undisturbedRun } from './run.ts';
import { type SizeName, type Stack, startStack } from './stack.ts';

const FILES = 6;
const SIZES: SizeName[] = ['embedded', 'servers'];
/** A file system of its own is root's to make. */
const MAY_MOUNT = process.getuid?.() === 0 && process.platform === 'linux';

const cases = SIZES.flatMap((size) =>
  FAULTS.filter(({ name, short }) => short?.includes(size) && (MAY_MOUNT || !name.startsWith('disk'))).map(
    (fault): [SizeName, string, Fault] => [size, fault.name, fault],
  ),
);

/** Both sizes wait more than they work: they go side by side, the faults of each one after the other. */
const results = new Map<string, Promise<Result>>();
const stacks: Promise<Stack>[] = [];
beforeAll(async () => {
  const files = await batchOf(FILES);
  const everything = await allFiles(FILES);
  for (const size of SIZES) {
    const stack = startStack(size);
    stacks.push(stack);
    const undisturbed = stack.then((started) => undisturbedRun(started, everything));
    let before: Promise<unknown> = undisturbed;
    for (const [, name, fault] of cases.filter(([of]) => of === size)) {
      const result = before.then(async () => runFault(await stack, fault, files, await undisturbed, false));
      result.catch(() => undefined);
      before = result;
      results.set(`${size}: ${name}`, result);
    }
  }
}, 120_000);
afterAll(async () => {
  await Promise.all(stacks.map(async (stack) => (await stack).stop()));
}, 120_000);

test.each(cases)(
  '%s: %s',
  async (size, name) => {
    const { wrong, batch, equal, of } = (await results.get(`${size}: ${name}`)) as Result;
    expect(wrong).toEqual([]);
    expect(batch.found).toBe(batch.done + batch.duplicate + batch.failed);
    expect(equal).toBe(of);
  },
  600_000,
);
