import { ReadError } from '../model/read-error.ts';
import { unpacked } from './archive.ts';
import { onDisk } from './content.ts';
import { failureOf, type LocalCode, LocalFailure } from './failures.ts';
import type { DiskFile, Found, Skipped, Step } from './found.ts';
import { isSettled, settle } from './settle.ts';
import type { Wanted } from './wanted.ts';

export type Finding =
  | { kind: 'file'; found: Found }
  | { kind: 'failed'; path: string; failure: LocalFailure }
  | { kind: 'skipped'; path: string; why: Skipped }
  /** Nothing more is at hand for a moment: what was found so far need not wait. */
  | { kind: 'moment' };

export interface Looking {
  wanted: Wanted;
  /** It has been looked at already and is still the same. */
  isKnown(file: DiskFile): boolean;
  signal: AbortSignal;
}

/** The files to send of what the walk finds: archives opened, young files waited for at the end. */
export async function* look(steps: AsyncIterable<Step>, how: Looking): AsyncGenerator<Finding> {
  const young: DiskFile[] = [];
  for await (const step of steps) {
    how.signal.throwIfAborted();
    if (step.kind === 'failed') yield failed(step.path, step.error);
    else if (step.kind === 'skipped') yield step;
    else if (how.isKnown(step.file)) continue;
    else if (isSettled(step.file, Date.now())) yield* filesOf(step.file, how);
    else young.push(step.file);
  }
  yield { kind: 'moment' };
  for await (const one of settle(young, how.signal)) {
    if (one.state === 'settled') yield* filesOf(one.file, how);
    else yield failed(one.file.path, one.state === 'failed' ? one.error : new LocalFailure('changing'));
  }
}

const failed = (path: string, error: unknown): Finding => ({ kind: 'failed', path, failure: asFailure(error) });

/** What a person is told of an error in a file, or in an archive. */
export const asFailure = (error: unknown): LocalFailure =>
  error instanceof ReadError ? new LocalFailure(error.code satisfies LocalCode) : failureOf(error);

async function* filesOf(file: DiskFile, { wanted, signal }: Looking): AsyncGenerator<Finding> {
  const asked = wanted.asksFor(file.path);
  const give = (found: Found): Finding =>
    wanted.allows(found.path) && (asked || wanted.asksFor(found.path))
      ? { kind: 'file', found }
      : { kind: 'skipped', path: found.path, why: 'excluded' };
  if (!/\.zip$/iu.test(file.path)) return yield give(onDisk(file));
  try {
    for await (const one of unpacked(file)) {
      signal.throwIfAborted();
      if (one.kind === 'file') yield give(one.found);
      else if (one.kind === 'failed') yield failed(one.path, one.error);
      else yield { kind: 'skipped', path: one.path, why: 'system' };
    }
  } catch (error) {
    signal.throwIfAborted();
    yield failed(file.path, error);
  }
}
