/** `npm run evaluate [-- --write]`: the evaluation table of the README, measured now; `--write` puts it there. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { recordOf } from '../dist/src/cli/record-of.js';
import { evaluate, markdownTable } from '../dist/src/evaluate/index.js';
import { VERSION } from '../dist/src/model/index.js';

const DATA = [
  ['five reports, text', 'fixtures'],
  ['the same, DOCX', 'fixtures/docx'],
  ['the same, PDF', 'fixtures/pdf'],
  ['sixteen other texts (not in the repository)', '../shared/corpus'],
];
const SECTION = /(<!-- evaluation:start -->\n)[\s\S]*(<!-- evaluation:end -->)/;

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const rows = [];
for (const [name, directory] of DATA) {
  if (!existsSync(at(directory))) continue;
  rows.push({ name, evaluation: await evaluate(at(directory), VERSION, recordOf) });
}

const sets = rows.map(({ name, evaluation }) => `${name}: \`${evaluation.dataset.sha256.slice(0, 12)}\``).join(', ');
const measured = `${markdownTable(rows)}\n\nansinh ${VERSION}; data sets ${sets}. Made by \`npm run evaluate -- --write\`.\n`;
process.stdout.write(measured);
if (process.argv.includes('--write')) {
  const readme = readFileSync(at('README.md'), 'utf8');
  if (!SECTION.test(readme)) throw new Error('README.md has no evaluation section.');
  writeFileSync(
    at('README.md'),
    readme.replace(SECTION, (_, start, end) => start + measured + end),
  );
}
