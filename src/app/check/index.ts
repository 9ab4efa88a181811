export type * from './audit.ts';
export { type Checked, type CheckOptions, check, type Looked } from './check.ts';
export type { Finding, FindingCode } from './finding.ts';
export { everyRow, sideBySide } from './pages.ts';
