export { type Evaluation, evaluate, NoGold } from './evaluate.ts';
export { evaluationPage } from './page.ts';
export { calibrationError, rankingQuality, reliability } from './reliability.ts';
export { reliabilityDiagram } from './reliability-diagram.ts';
export { markdownTable, report } from './report.ts';
