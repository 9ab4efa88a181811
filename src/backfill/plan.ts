import type { Given } from '../model/batch.ts';
import { ahead } from './ahead.ts';
import { hashOf } from './content.ts';
import { LocalFailure } from './failures.ts';
import type { Skipped } from './found.ts';
import { asFailure, look } from './look.ts';
import { type Backfill, givenTo, type Problem } from './run.ts';
import type { Target } from './target.ts';
import { problemOf } from './totals.ts';
import { walk } from './walk.ts';

/** What a back-fill would do. */
export interface Plan {
  files: {
    path: string;
    sha256: string;
    bytes: number;
    given: Given;
    batch: string;
    state: 'new' | 'known' | 'copy';
  }[];
  failed: ({ path: string } & Problem)[];
  skipped: { path: string; why: Skipped }[];
}

/** Looks at everything and sends nothing; `target`: null where there is no ledger yet. */
export const plan = async (target: Target | null, how: Backfill): Promise<Plan> => {
  const { roots, manifest, missing, language, wanted, signal } = how;
  const out: Plan = { files: [], failed: [], skipped: [] };
  const fail = (path: string, error: unknown) =>
    void out.failed.push({ path, ...problemOf(asFailure(error), language) });
  for (const { path, error } of missing) fail(path, error);
  const findings = look(walk(roots, how), { wanted, signal, isKnown: () => false });
  const copies = new Set<string>();
  const looked = ahead(findings, 4, async (finding) => {
    const hashed =
      finding.kind === 'file' ? await hashOf(finding.found.open()).catch((error: unknown) => ({ error })) : null;
    return { finding, hashed };
  });
  for await (const { finding, hashed } of looked) {
    if (finding.kind === 'skipped') out.skipped.push(finding);
    else if (finding.kind === 'failed') fail(finding.path, finding.failure);
    if (finding.kind !== 'file' || !hashed) continue;
    const { path } = finding.found;
    const { given, batch } = givenTo(path, how);
    if ('error' in hashed) fail(path, hashed.error);
    else out.files.push({ path, ...hashed, given, batch, state: copies.has(hashed.sha256) ? 'copy' : 'new' });
    if ('sha256' in hashed) copies.add(hashed.sha256);
  }
  for (const { file } of manifest?.unfound() ?? []) fail(file, new LocalFailure('missing'));
  const known = target && copies.size > 0 ? await target.known(copies) : new Set<string>();
  for (const file of out.files) if (known.has(file.sha256)) file.state = 'known';
  return out;
};
