import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Evaluation, evaluate } from '../../src/evaluate/evaluate.ts';
import { extract } from '../../src/extract/index.ts';
import type { ReportRecord } from '../../src/model/index.ts';
import { VERSION } from '../../src/model/version.ts';
import { readBytes } from '../../src/read/bytes.ts';
import { fixture } from '../read/fixtures.ts';

/** The whole way but the reading process: what that adds is tested once, not for each of a hundred files. */
const wholeWay = async (path: string): Promise<ReportRecord> => {
  const bytes = await readFile(path);
  const reading = await readBytes(bytes, { maxPages: 100 });
  const file = { sha256: '0'.repeat(64), filename: basename(path), bytes: bytes.length };
  return extract({ encoding: 'unicode', ocr: null, ...file, ...reading });
};
const scoresOf = (directory: string): Promise<Evaluation> => evaluate(directory, VERSION, wholeWay);
const HALF_A_POINT = 0.005;

describe('the five reports in other forms say what their texts say', () => {
  let folder: string;
  let text: Evaluation;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ansinh-renditions-'));
    text = await scoresOf(fixture());
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** The files of a form beside the annotations that all forms share. */
  async function annotated(form: string): Promise<string> {
    const directory = await mkdtemp(join(folder, form));
    for (const file of await readdir(fixture('renditions', form))) {
      await copyFile(fixture('renditions', form, file), join(directory, file));
      const name = file.replace(/\.[^.]+$/, '');
      const gold = JSON.parse(await readFile(fixture(`${name}.gold.json`), 'utf8'));
      gold.text_file = relative(directory, fixture(gold.text_file));
      await writeFile(join(directory, `${name}.gold.json`), JSON.stringify(gold));
    }
    return directory;
  }

  test.each([
    'doc',
    'rtf',
    'odt',
    'html',
    'pdf-browser',
    'tcvn3',
    'tcvn3-doc',
    'tcvn3-rtf',
    'tcvn3-pdf',
    'vni',
    'vni-doc',
    'vni-pdf',
    'vni-pdf-named',
  ])('%s', async (form) => {
    const { failures, core, detection, attributes, sections } = await scoresOf(await annotated(form));
    expect(failures).toEqual([]);
    expect(detection.F1).toBeGreaterThanOrEqual(text.detection.F1 - HALF_A_POINT);
    expect(core.F1).toBeGreaterThanOrEqual(text.core.F1 - HALF_A_POINT);
    expect(attributes.indicator).toBeGreaterThanOrEqual((text.attributes.indicator ?? 1) - 2 * HALF_A_POINT);
    expect(attributes.period).toBeGreaterThanOrEqual((text.attributes.period ?? 1) - 2 * HALF_A_POINT);
    expect(sections.F1).toBeGreaterThanOrEqual(text.sections.F1 - 2 * HALF_A_POINT);
  });
});
