import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BlobStore, JobQueue, Ledger, Log } from '../ports.ts';
import { enqueue } from '../submit.ts';
import type { Audit, StoredExtraction } from './audit.ts';
import { type Finding, finding } from './finding.ts';
import { everyRow, sideBySide } from './pages.ts';

export interface Checked {
  audit: Audit;
  ledger: Pick<Ledger, 'unfinished' | 'requeue'>;
  blobs: BlobStore;
  queue: JobQueue;
  log: Log;
}

export interface CheckOptions {
  /** Reads every blob and hashes it. */
  deep: boolean;
  /** What is younger may be under way, in milliseconds. */
  youngerThan: number;
}

/** How much was looked at. */
export interface Looked {
  documents: number;
  blobs: number;
  jobs: number;
}

const ROWS = 1_000;
/** Records are large. */
const RECORDS = 50;
/** Between the ledger and the queue a document is for a moment. */
const SETTLE_MS = 1_000;

type Findings = AsyncGenerator<Finding>;
type Part = (checked: Checked, options: CheckOptions, looked: Looked) => Findings;

const again = (checked: Checked, id: string) => async () => {
  const document = await checked.ledger.requeue(id);
  if (document) await enqueue(checked, document);
};

const hashOf = async (blobs: BlobStore, sha256: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of await blobs.get(sha256)) hash.update(chunk);
  return hash.digest('hex');
};

/** Documents and blobs side by side. What seems to be missing is asked for once more: both may have changed meanwhile. */
async function* bytes({ audit, blobs }: Checked, options: CheckOptions, looked: Looked): Findings {
  const documents = everyRow('', ROWS, audit.documents, ({ sha256 }) => sha256);
  for await (const [document, blob] of sideBySide(documents, blobs.list())) {
    looked.documents += document ? 1 : 0;
    looked.blobs += blob ? 1 : 0;
    if (blob === null) {
      if (await blobs.has(document.sha256)) continue;
      yield finding('blob_missing', document.id, `The bytes of "${document.filename}" (${document.sha256}) are gone.`);
    } else if (document === null) {
      const { sha256, modified } = blob;
      if (Date.now() - modified.getTime() < options.youngerThan || (await audit.hasBytes(sha256))) continue;
      yield finding('blob_orphan', sha256, 'No document has these bytes.', () => blobs.quarantine(sha256, 'unused'));
    } else if (
      blob.bytes !== document.bytes ||
      (options.deep && (await hashOf(blobs, blob.sha256)) !== document.sha256)
    ) {
      const sentence = `The bytes of "${document.filename}" (${document.sha256}) are not what was uploaded.`;
      yield finding('blob_damaged', document.id, sentence, () => blobs.quarantine(document.sha256, 'damaged'));
    }
  }
}

async function* strays({ blobs }: Checked, { youngerThan }: CheckOptions): Findings {
  for await (const { name, modified, part } of blobs.strays()) {
    if (!part) yield finding('foreign_file', name, 'It lies among the blobs and is none.');
    else if (Date.now() - modified.getTime() >= youngerThan) {
      yield finding('part_left', name, 'A part of an upload that broke off.', () => blobs.removeStray(name));
    }
  }
}

async function* unqueued(checked: Checked): Findings {
  const { ledger, queue } = checked;
  const absentOf = async (after: string) => {
    const documents = await ledger.unfinished({ after, limit: ROWS });
    const absent = await queue.absent(documents.map(({ id, run }) => ({ documentId: id, run })));
    const ids = new Set(absent.map(({ documentId }) => documentId));
    return { last: documents.at(-1)?.id, size: documents.length, absent: documents.filter(({ id }) => ids.has(id)) };
  };
  for (let after = ''; ; ) {
    const seen = await absentOf(after);
    if (seen.absent.length > 0) {
      await sleep(SETTLE_MS);
      const still = new Set((await absentOf(after)).absent.map(({ id, run }) => `${id} ${run}`));
      for (const document of seen.absent.filter(({ id, run }) => still.has(`${id} ${run}`))) {
        yield finding('not_queued', document.id, 'It is not finished, and the queue does not know it.', () =>
          enqueue(checked, document),
        );
      }
    }
    if (seen.size < ROWS || seen.last === undefined) return;
    after = seen.last;
  }
}

async function* orphanJobs({ audit, queue }: Checked, _: CheckOptions, looked: Looked): Findings {
  for await (const jobs of queue.jobs()) {
    looked.jobs += jobs.length;
    const known = await audit.known(jobs.map(({ documentId }) => documentId));
    for (const job of jobs.filter(({ documentId }) => !known.has(documentId))) {
      yield finding('job_orphan', `${job.documentId}-${job.run}`, 'The ledger has no such document.', () =>
        queue.remove(job),
      );
    }
  }
}

async function* queued(checked: Checked, options: CheckOptions, looked: Looked): Findings {
  try {
    await checked.queue.depth();
  } catch (error) {
    yield finding('queue_away', 'queue', `The queue cannot be looked at (${(error as Error).message}).`);
    return;
  }
  yield* unqueued(checked);
  yield* orphanJobs(checked, options, looked);
}

const wrong = ({ filename, text, counted, figures, spans, members }: StoredExtraction) => {
  if (text === null) return ['record_missing', `"${filename}" counts as extracted and has no record.`] as const;
  if (figures < counted) return ['figures_missing', `"${filename}" has ${figures} figures of ${counted}.`] as const;
  const outside = spans.find(([, start, end]) => !(start >= 0 && start <= end && end <= text.length));
  if (outside) return ['figure_outside', `Figure ${outside[0]} of "${filename}" does not lie in its text.`] as const;
  if (members === null || members === text.split('\n').length) return null;
  return ['members_differ', `"${filename}" lists ${text.split('\n').length} files and has ${members}.`] as const;
};

async function* extractions(checked: Checked): Findings {
  const { audit } = checked;
  for await (const document of everyRow('', RECORDS, audit.extractions, ({ id }) => id)) {
    const found = wrong(document);
    if (found) yield finding(found[0], document.id, found[1], again(checked, document.id));
  }
  for await (const { id, archive } of everyRow('', ROWS, audit.unlistedMembers, (row) => row.id)) {
    yield finding('members_differ', archive, `Its member ${id} is not listed.`, again(checked, archive));
  }
  for await (const { id } of everyRow('', ROWS, audit.lostDecisions, (row) => row.id)) {
    yield finding('decision_lost', id, 'A person decided on a figure that it no longer has.', again(checked, id));
  }
}

async function* batches({ audit }: Checked): Findings {
  for await (const { sequence, batch, path } of everyRow(0, ROWS, audit.untrueFiles, (row) => row.sequence)) {
    const sentence = `"${path}" of the batch says something else than its document.`;
    yield finding('file_untrue', `${batch}/${sequence}`, sentence, () => audit.settleFile(sequence));
  }
  for (const batch of await audit.untrueBatches()) {
    yield finding('batch_sum', batch, 'The sums of the batch are not those of its files.', () => audit.recount(batch));
  }
}

const PARTS: Part[] = [bytes, strays, queued, extractions, batches];

/** Compares ledger, blobs and queue, in flat memory, and changes nothing; each finding says how it is repaired. */
export async function* check(checked: Checked, options: CheckOptions, looked: Looked): Findings {
  for (const part of PARTS) yield* part(checked, options, looked);
}
