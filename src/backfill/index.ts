export { httpTarget, SignInRequired } from './http.ts';
export { ManifestError, readManifest } from './manifest.ts';
export { type Plan, plan } from './plan.ts';
export { prepareReport, rowsOf, writeReport } from './report.ts';
export { rootsOf } from './roots.ts';
export { type Backfill, type Ended, type Event, type Problem, type Progress, Run } from './run.ts';
export { type LedgerBatch, type LedgerFile, Refused, type Target, Unavailable } from './target.ts';
export type { ErrorCount, Language, Totals } from './totals.ts';
export { wanted } from './wanted.ts';
