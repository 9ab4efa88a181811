/** Something in the store that is not as it should be. */
export interface Finding {
  code: FindingCode;
  /** Of what: a document, a blob, a file, a job, a batch, by its id or name. */
  thing: string;
  sentence: string;
  /** What mends it. */
  remedy: string;
  /** Null where no program can. */
  repair: (() => Promise<unknown>) | null;
}

export const FINDINGS = {
  blob_missing: 'Upload the same file again.',
  blob_damaged: 'It is put aside; then upload the same file again.',
  blob_orphan: 'It is put aside; if it is asked for after all, it comes back.',
  part_left: 'It is removed: whoever sent it was never told that it had arrived.',
  foreign_file: 'Move it somewhere else.',
  queue_away: 'Start Redis, or set REDIS_URL to where it is, and check again.',
  not_queued: 'It is queued again.',
  job_orphan: 'The job is taken out of the queue.',
  record_missing: 'It is extracted again.',
  figures_missing: 'It is extracted again.',
  figure_outside: 'It is extracted again.',
  members_differ: 'It is unpacked again.',
  decision_lost: 'It is extracted again; what was decided is laid over it.',
  file_untrue: 'The file of the batch is brought up to date.',
  batch_sum: 'The files of the batch are counted again.',
} as const;
export type FindingCode = keyof typeof FINDINGS;

export const finding = (
  code: FindingCode,
  thing: string,
  sentence: string,
  repair: Finding['repair'] = null,
): Finding => ({ code, thing, sentence, remedy: FINDINGS[code], repair });
