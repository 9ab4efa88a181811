export type * from './audit.ts';
export { type CheckOptions, type Checked, check, type Looked } from './check.ts';
export type { Finding, FindingCode } from './finding.ts';
