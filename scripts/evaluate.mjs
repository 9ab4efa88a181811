/**
 * `npm run evaluate -- [--write] [--unread REGEX] [FOLDER…]`: how good the extractor is, measured now: the sets of
 * `evaluation-sets.json` that are here, and further folders of gold files (documents whose name REGEX matches are
 * scored apart, and only their totals are shown). Prints the README's table and example; `--write` puts both there and
 * writes docs/evaluation.md with its plot.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { recordOf } from '../src/cli/record-of.ts';
import { evaluate, evaluationPage, markdownTable, reliabilityDiagram } from '../src/evaluate/index.ts';
import { VERSION } from '../src/model/index.ts';
import { at, belongs, commandLine } from './evaluation-sets.mjs';

const EXAMPLE = { report: 'fixtures/pdf/001_401ea66197704b5d.pdf', number: '3.331' };
const DIAGRAM = 'confidence.svg';

const { write, sets } = commandLine();

/** One figure, a line for each field. */
async function example() {
  const { text, figures } = await recordOf(at(EXAMPLE.report));
  const figure = figures.find(({ span }) => text.slice(span.start, span.end) === EXAMPLE.number);
  const lines = Object.entries(figure).map(([field, value]) => `  "${field}": ${JSON.stringify(value)}`);
  return `\`\`\`json\n{\n${lines.join(',\n')}\n}\n\`\`\``;
}

function fill(path, sections) {
  let page = readFileSync(at(path), 'utf8');
  for (const [name, content] of Object.entries(sections)) {
    const [start, end] = [`<!-- ${name}:start -->\n`, `<!-- ${name}:end -->`];
    const [before, after] = [page.indexOf(start) + start.length, page.indexOf(end)];
    if (before < start.length || after < before) throw new Error(`${path} has no section "${name}".`);
    page = `${page.slice(0, before)}${content}\n${page.slice(after)}`;
  }
  writeFileSync(at(path), page);
}

function writePage(measured) {
  const { fitted } = JSON.parse(readFileSync(at('src/extract/confidence/weights.json'), 'utf8'));
  const diagram = reliabilityDiagram(fitted.reliability, {
    title: 'Confidence against what was right',
    description: `${fitted.scored} figures of ${fitted.scoredDocuments} documents, each judged by a model that never saw its document.`,
  });
  writeFileSync(at(`docs/${DIAGRAM}`), diagram);
  writeFileSync(at('docs/evaluation.md'), evaluationPage(VERSION, measured, fitted, DIAGRAM));
}

const measured = [];
for (const set of sets)
  measured.push({ ...set, evaluation: await evaluate(set.directory, VERSION, recordOf, belongs(set)) });

const table = `${markdownTable(measured)}\n\nansinh ${VERSION}. Written by \`npm run evaluate -- --write\`, which also writes [docs/evaluation.md](docs/evaluation.md): every field's precision, recall and support, every document, the calibration plot.`;
const record = await example();
process.stdout.write(`${table}\n\n${record}\n`);
if (write) {
  fill('README.md', { evaluation: table, record });
  writePage(measured);
}
