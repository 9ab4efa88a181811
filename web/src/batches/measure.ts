import type { Batch } from '../../../src/model/batch.ts';
import type { useBatchWords } from './words.ts';

type Words = ReturnType<typeof useBatchWords>;
const MINUTE = 60_000;
/** `perMinute` is of this many minutes, however young the batch is. */
const RECENT = 5;

/** "3 giờ 20 phút"; of days no minutes. */
export function duration(ms: number, t: Words): string {
  const minutes = ms < MINUTE ? 0 : Math.round(ms / MINUTE);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return t.minutes(minutes);
  return hours < 24 ? t.hours(hours, minutes % 60) : t.days(Math.floor(hours / 24), hours % 24);
}

export interface Measure {
  /** Files a minute: of the last minutes while it goes on, of the whole once it is finished. */
  perMinute: number | null;
  /** Milliseconds until it ends; null where nothing tells. */
  left: number | null;
  /** Milliseconds it took, once it is finished. */
  took: number | null;
}

export function measure({ state, created, settled, found, pending, perMinute }: Batch): Measure {
  if (state === 'finished' && settled) {
    const took = Math.max(0, Date.parse(settled) - Date.parse(created));
    return { perMinute: found / Math.max(took / MINUTE, 1 / 60), left: null, took };
  }
  if (state !== 'open' || perMinute === 0 || !settled) return { perMinute: null, left: null, took: null };
  const age = Math.max((Date.parse(settled) - Date.parse(created)) / MINUTE, 1 / 60);
  const pace = perMinute * Math.max(1, RECENT / age);
  return { perMinute: pace, left: pending > 0 ? (pending / pace) * MINUTE : null, took: null };
}

/** A rate as people say it: below ten with one decimal. */
export const rounded = (rate: number): number => (rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate));
