/**
 * `node scripts/renditions/table-scans.ts OUT [NAME…]`: scans of the annexes in fixtures/tables, ruled and unruled, into
 * OUT/FORM/NAME.pdf: at 300 dpi and clean, and at 200 dpi, askew by 1.5°, with noise and JPEG's artefacts.
 * `TABLE_SCANS=OUT npm test -- table-scans` scores them.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pdfOf, type ScanOptions, scanPages } from './scan.ts';

const TABLES = join(import.meta.dirname, '..', '..', 'fixtures', 'tables');
const SCANNERS: Record<string, ScanOptions> = {
  clean: { dpi: 300, skew: 0, noise: 0, quality: 80, turn: 0 },
  poor: { dpi: 200, skew: 1.5, noise: 12, quality: 60, turn: 0 },
};

const [out, ...names] = process.argv.slice(2);
if (!out) throw new Error('usage: table-scans.ts OUT [NAME…]');
for (const form of ['pdf', 'pdf-unruled']) {
  for (const [scanner, options] of Object.entries(SCANNERS)) {
    const folder = join(out, `${form}-${scanner}`);
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(join(TABLES, form))) {
      if (names.length > 0 && !names.includes(basename(file, '.pdf'))) continue;
      writeFileSync(join(folder, file), pdfOf(await scanPages(readFileSync(join(TABLES, form, file)), options), options));
    }
  }
}
