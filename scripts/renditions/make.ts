/**
 * `npm run renditions`: makes the five reports again in every form that legacy reports come in, from their texts and
 * their Word files, into fixtures/renditions, and the annexes' scans into fixtures/tables/scans. Needs LibreOffice (writer) and Chromium; what tests need of it is kept.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { docx, type Run } from './docx.ts';
import { encodeTcvn3, encodeVni } from './encode.ts';
import { legacyPdf } from './legacy-pdf.ts';
import { makeTableScans } from './table-scans.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures');
const OUT = join(FIXTURES, 'renditions');
const reports = readdirSync(FIXTURES)
  .filter((name) => name.endsWith('.gold.json'))
  .map((name) => basename(name, '.gold.json'));

const textOf = (report: string): string => readFileSync(join(FIXTURES, `${report}.txt`), 'utf8').normalize('NFC');
const paragraphs = (report: string): string[] =>
  textOf(report)
    .split('\n')
    .filter((line) => line.trim() !== '');

/** Capitals with tones exist only in TCVN3's fonts of capitals, where small letters are shown as capitals. */
function tcvn3Runs(paragraph: string): Run[] {
  return [...paragraph.matchAll(/\p{Lu}+|\P{Lu}+/gu)].map(([text]) => {
    const isCapital = /\p{Lu}/u.test(text) && /[^\u0000-\u007FĂÂÊÔƠƯĐ]/u.test(text);
    return isCapital
      ? { text: encodeTcvn3(text.toLowerCase()), font: '.VnTimeH' }
      : { text: encodeTcvn3(text), font: '.VnTime' };
  });
}

const vniRuns = (paragraph: string): Run[] => [{ text: encodeVni(paragraph), font: 'VNI-Times' }];

function folder(form: string): string {
  mkdirSync(join(OUT, form), { recursive: true });
  return join(OUT, form);
}

/** LibreOffice's conversion of the files `from` into `form`. */
function convert(form: string, filter: string, from: readonly string[]): void {
  const profile = mkdtempSync(join(tmpdir(), 'soffice-'));
  const options = [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', filter];
  execFileSync('soffice', [...options, '--outdir', folder(form), ...from], { stdio: ['ignore', 'ignore', 'inherit'] });
  rmSync(profile, { recursive: true, force: true });
}

async function write(form: string, runs: (paragraph: string) => Run[]): Promise<void> {
  const to = folder(form);
  for (const report of reports) writeFileSync(join(to, `${report}.docx`), await docx(paragraphs(report).map(runs)));
}

/** PDFs whose fonts are named and not embedded. */
function writePdf(form: string, runs: (paragraph: string) => Run[], isMark: (code: number) => boolean): void {
  const to = folder(form);
  for (const report of reports)
    writeFileSync(join(to, `${report}.pdf`), legacyPdf(paragraphs(report).map(runs), isMark));
}

/** The marks of VNI: Latin-1 letters that stand over the letter before them. */
const isVniMark = (code: number): boolean => code >= 0xc0 && !/[ñöôæóòîíìÑÖÔÆÓÒÎÍÌ]/.test(String.fromCharCode(code));

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A page as browsers print it: their own header and footer around it. */
function print(form: string): void {
  const to = folder(form);
  const work = mkdtempSync(join(tmpdir(), 'print-'));
  for (const report of reports) {
    const body = paragraphs(report).map((line) => `<p>${escapeXml(line)}</p>`);
    const page = join(work, `${report}.html`);
    writeFileSync(page, `<!doctype html><meta charset="utf-8"><title>Báo cáo</title><body>${body.join('\n')}</body>`);
    const options = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${work}/profile`];
    execFileSync('chromium', [...options, `--print-to-pdf=${join(to, `${report}.pdf`)}`, `file://${page}`], {
      stdio: 'ignore',
    });
  }
  rmSync(work, { recursive: true, force: true });
}

const files = (form: string, extension: string): string[] =>
  reports.map((report) => join(FIXTURES, form, `${report}.${extension}`));

await write('tcvn3', tcvn3Runs);
await write('vni', vniRuns);
for (const form of ['doc', 'rtf', 'odt', 'html']) convert(form, form, files('docx', 'docx'));
convert('tcvn3-doc', 'doc', files('renditions/tcvn3', 'docx'));
convert('tcvn3-rtf', 'rtf', files('renditions/tcvn3', 'docx'));
convert('vni-doc', 'doc', files('renditions/vni', 'docx'));
convert('vni-pdf', 'pdf', files('renditions/vni', 'docx'));
writePdf('tcvn3-pdf', tcvn3Runs, () => false);
writePdf('vni-pdf-named', vniRuns, isVniMark);
print('pdf-browser');
await makeTableScans();
