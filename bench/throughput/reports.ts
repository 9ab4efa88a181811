/** Generated reports: paragraphs of the five recombined, their numbers others; text, DOCX and PDF, of 1 to 20 pages. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docx } from '../../scripts/renditions/docx.ts';
import { pdfOf } from './pdf.ts';
import { randomOf } from './random.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
/** Letters of a page. */
const PAGE = 2_400;
const MOST_PAGES = 20;

const reports = readdirSync(FIXTURES)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => paragraphsOf(readFileSync(join(FIXTURES, name), 'utf8').normalize('NFC')));

function paragraphsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What stands above the first paragraph of a report's body. */
const OPENING = 8;

/** Numbers of as many digits; years, dates and numbers of acts stay what they are. */
const varied = (paragraph: string, random: () => number): string =>
  paragraph.replace(/(?<![\d/.,-])[1-9]\d{0,2}(?:\.\d{3})*(?:,\d+)?(?![\d/-]|\.\d)/g, (number) =>
    /^(?:19|20)\d\d$/.test(number)
      ? number
      : number.replace(/\d/g, (digit, at) =>
          String(at === 0 ? 1 + Math.floor(random() * 9) : digit === '0' ? 0 : Math.floor(random() * 10)),
        ),
  );

function paragraphsOfReport(serial: number, random: () => number): string[] {
  const length = PAGE * (1 + Math.floor(random() * MOST_PAGES));
  const own = reports[serial % reports.length] as string[];
  const paragraphs = [...own.slice(0, OPENING), `Báo cáo số ${serial + 1} của đợt.`];
  for (let letters = paragraphs.join().length; letters < length; ) {
    const report = reports[Math.floor(random() * reports.length)] as string[];
    const paragraph = varied(report[OPENING + Math.floor(random() * (report.length - OPENING))] as string, random);
    paragraphs.push(paragraph);
    letters += paragraph.length + 1;
  }
  return paragraphs;
}

const FORMS: ((paragraphs: string[]) => Promise<{ extension: string; bytes: Buffer }>)[] = [
  async (paragraphs) => ({ extension: 'txt', bytes: Buffer.from(paragraphs.join('\n')) }),
  async (paragraphs) => ({
    extension: 'docx',
    bytes: await docx(paragraphs.map((text) => [{ text, font: 'Times New Roman' }])),
  }),
  async (paragraphs) => ({ extension: 'pdf', bytes: pdfOf(paragraphs) }),
];

/** Writes reports number `from` to `to` (not included) into `folder`; each is the same in every run. */
export async function writeReports(folder: string, from: number, to: number): Promise<string[]> {
  const paths: string[] = [];
  for (let serial = from; serial < to; serial++) {
    const form = FORMS[serial % FORMS.length] as (typeof FORMS)[number];
    const { extension, bytes } = await form(paragraphsOfReport(serial, randomOf(serial)));
    const path = join(folder, `bao-cao-${serial}.${extension}`);
    writeFileSync(path, bytes);
    paths.push(path);
  }
  return paths;
}
