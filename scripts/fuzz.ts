/**
 * `npm run fuzz -- --seconds 60 [--files N] [--seed N] [--formats pdf,docx] [--keep DIR]`: reads mutants of good files. Files that a reader
 * does not settle with a result or a typed error are kept in DIR (tests/read/seeds), one for each place it fails at;
 * there the suite reads them again.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { campaign, type Finding } from './fuzz/campaign.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    files: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    formats: { type: 'string' },
    keep: { type: 'string', default: fileURLToPath(new URL('../tests/read/seeds', import.meta.url)) },
  },
});

/** Where it failed: the first line of ours or of a library in the stack, without which all failures would be one. */
const placeOf = ({ verdict: { code, detail } }: Finding): string =>
  `${code} ${/(?:src|node_modules)\/[^\s)]+/.exec(detail)?.[0] ?? detail.slice(0, 100)}`;

const { files, counts, slowest, findings } = await campaign({
  seconds: Number(values.seconds),
  seed: Number(values.seed),
  ...(values.files ? { most: Number(values.files) } : {}),
  ...(values.formats ? { formats: values.formats.split(',') } : {}),
});
console.log(
  `${files} files with seed ${values.seed}; the slowest ${slowest.seconds.toFixed(1)} s (${slowest.format}, ${slowest.code})`,
);
for (const [format, codes] of Object.entries(counts)) console.log(format.padEnd(5), JSON.stringify(codes));
const byPlace = new Map(findings.map((finding) => [placeOf(finding), finding]));
if (byPlace.size > 0) mkdirSync(values.keep, { recursive: true });
for (const [place, { name, bytes, verdict }] of byPlace) {
  writeFileSync(join(values.keep, name), bytes);
  console.log(`\n${name}: ${place}\n${verdict.detail.slice(0, 600)}`);
}
process.exitCode = findings.length > 0 ? 1 : 0;
