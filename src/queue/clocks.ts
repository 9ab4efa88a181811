import type { Pool } from 'pg';

/** By how much the clocks of a service's machines may differ, in milliseconds. */
const TOLERANCE_MS = 60_000;
/** Longer than any lock, and than the longest wait between two tries. */
const LONGEST_MS = 15 * 60_000;

const STRAIGHTEN = `
  WITH clock AS (SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now),
  locks AS (
    UPDATE job SET locked_until_ms = now + $2 FROM clock
    WHERE queue = $1 AND state = 'active' AND locked_until_ms > now + $2 + ${TOLERANCE_MS}
  ),
  waits AS (
    UPDATE job SET process_at_ms = now FROM clock
    WHERE queue = $1 AND state = 'delayed' AND process_at_ms > now + ${LONGEST_MS + TOLERANCE_MS}
  )
  DELETE FROM meta USING clock
  WHERE queue = $1 AND field = 'stalled-check' AND value::bigint > now + ${TOLERANCE_MS}`;

/**
 * BullMQ on PostgreSQL writes down moments by the clock of whoever writes. One that ran ahead, until somebody set it right,
 * leaves the jobs of a killed worker locked, and nobody looking for them, until the others' clocks have come there too.
 * What lies further ahead than it can is brought back, by the clock of the database. (Redis counts locks down itself.)
 */
export const straighten = async (pool: Pool, queue: string, lockMs: number): Promise<void> => {
  await pool.query(STRAIGHTEN, [queue, lockMs]);
};
