/**
 * `node scripts/renditions/table-scans.ts [OUT [NAME…]]`: scans of the annexes in fixtures/tables, ruled and unruled, into
 * OUT/FORM/NAME.pdf (fixtures/tables/scans, which is not kept): at 300 dpi and clean, and at 200 dpi, askew by 1.5°, with noise and JPEG's artefacts.
 * `TABLE_SCANS=OUT npm test -- table-scans` scores them.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pdfOf, type ScanOptions, scanPages } from './scan.ts';

const TABLES = join(import.meta.dirname, '..', '..', 'fixtures', 'tables');
export const SCANNERS = {
  clean: { dpi: 300, skew: 0, noise: 0, quality: 80, turn: 0 },
  poor: { dpi: 200, skew: 1.5, noise: 12, quality: 60, turn: 0 },
} satisfies Record<string, ScanOptions>;

export async function makeTableScans(out = join(TABLES, 'scans'), names: readonly string[] = []): Promise<void> {
  for (const form of ['pdf', 'pdf-unruled']) {
    for (const [scanner, options] of Object.entries(SCANNERS)) {
      const folder = join(out, `${form}-${scanner}`);
      mkdirSync(folder, { recursive: true });
      for (const file of readdirSync(join(TABLES, form))) {
        if (names.length > 0 && !names.includes(basename(file, '.pdf'))) continue;
        const pages = await scanPages(readFileSync(join(TABLES, form, file)), options);
        writeFileSync(join(folder, file), pdfOf(pages, options));
      }
    }
  }
}

if (import.meta.main) await makeTableScans(process.argv[2], process.argv.slice(3));
