/**
 * `npm run evaluate [-- --write]`: what the README shows, measured now: the evaluation table and one figure of a
 * record. `--write` puts both there.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { recordOf } from '../dist/src/cli/record-of.js';
import { evaluate, markdownTable } from '../dist/src/evaluate/index.js';
import { VERSION } from '../dist/src/model/index.js';

const DATA = [
  ['five reports, text', 'fixtures'],
  ['the same, DOCX', 'fixtures/docx'],
  ['the same, PDF', 'fixtures/pdf'],
  ['24 own passages, read while rules were written', 'fixtures/corpus/dev'],
  ['22 own passages, held out', 'fixtures/corpus/held-out'],
  ['sixteen news texts, not in the repository', '../shared/corpus'],
];
const EXAMPLE = { report: 'fixtures/pdf/001_401ea66197704b5d.pdf', number: '3.331' };

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

async function evaluation() {
  const rows = [];
  for (const [name, directory] of DATA) {
    if (existsSync(at(directory))) rows.push({ name, evaluation: await evaluate(at(directory), VERSION, recordOf) });
  }
  const sets = rows.map(({ name, evaluation }) => `${name}: \`${evaluation.dataset.sha256.slice(0, 12)}\``).join('; ');
  return `${markdownTable(rows)}\n\nansinh ${VERSION}. Data sets: ${sets}. Written by \`npm run evaluate -- --write\`.`;
}

/** One figure, a line for each field. */
async function example() {
  const { text, figures } = await recordOf(at(EXAMPLE.report));
  const figure = figures.find(({ span }) => text.slice(span.start, span.end) === EXAMPLE.number);
  const lines = Object.entries(figure).map(([field, value]) => `  "${field}": ${JSON.stringify(value)}`);
  return `\`\`\`json\n{\n${lines.join(',\n')}\n}\n\`\`\``;
}

const sections = { evaluation: await evaluation(), record: await example() };
process.stdout.write(`${sections.evaluation}\n\n${sections.record}\n`);
if (process.argv.includes('--write')) {
  let readme = readFileSync(at('README.md'), 'utf8');
  for (const [name, content] of Object.entries(sections)) {
    const [start, end] = [`<!-- ${name}:start -->\n`, `<!-- ${name}:end -->`];
    const [before, after] = [readme.indexOf(start) + start.length, readme.indexOf(end)];
    if (before < start.length || after < before) throw new Error(`README.md has no section "${name}".`);
    readme = `${readme.slice(0, before)}${content}\n${readme.slice(after)}`;
  }
  writeFileSync(at('README.md'), readme);
}
