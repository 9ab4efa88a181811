export { type Evaluation, evaluate, NoGold } from './evaluate.ts';
export { markdownTable, report } from './report.ts';
