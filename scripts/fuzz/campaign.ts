/** A run of fuzzing, bounded in time: mutants of every format in turn, each judged. */
import { createHash } from 'node:crypto';
import { mutate, randomOf } from './mutate.ts';
import { seeds } from './seeds.ts';
import { isFinding, type Verdict, WarmReader } from './warm.ts';

export type Finding = { name: string; format: string; bytes: Buffer; verdict: Verdict };
export type Report = {
  files: number;
  /** How many files of each format came to what. */
  counts: Record<string, Record<string, number>>;
  slowest: { seconds: number; format: string; code: string };
  findings: Finding[];
};

export type Campaign = { seconds: number; seed: number; formats?: readonly string[]; most?: number };

/** The same seed makes the same mutants in the same order; how many of them there are time tells. */
export async function campaign({ seconds, seed, formats, most = Number.POSITIVE_INFINITY }: Campaign): Promise<Report> {
  const all = await seeds();
  const chosen = formats ?? Object.keys(all);
  const end = performance.now() + seconds * 1000;
  const report: Report = { files: 0, counts: {}, slowest: { seconds: 0, format: '', code: '' }, findings: [] };
  const reader = new WarmReader();
  try {
    for (let n = 0; n < most && performance.now() < end; n++) {
      const format = chosen[n % chosen.length] as string;
      const random = randomOf(seed * 1_000_003 + n);
      const good = all[format] as Buffer[];
      const [one, other] = [good[random(good.length)] as Buffer, good[random(good.length)] as Buffer];
      const bytes = await mutate(one, random, other);
      note(report, format, bytes, await reader.judge(bytes));
    }
  } finally {
    reader.close();
  }
  return report;
}

function note(report: Report, format: string, bytes: Buffer, verdict: Verdict): void {
  report.files++;
  const counts = report.counts[format] ?? {};
  report.counts[format] = counts;
  counts[verdict.code] = (counts[verdict.code] ?? 0) + 1;
  if (verdict.seconds > report.slowest.seconds) {
    report.slowest = { seconds: verdict.seconds, format, code: verdict.code };
  }
  if (!isFinding(verdict)) return;
  const name = `${verdict.code}-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.${format}`;
  report.findings.push({ name, format, bytes, verdict });
}
