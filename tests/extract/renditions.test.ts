import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
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
const scoresOf = (...form: string[]): Promise<Evaluation> => evaluate(fixture(...form), VERSION, wholeWay);
const HALF_A_POINT = 0.005;

describe('the five reports in other forms say what their texts say', () => {
  let text: Evaluation;
  beforeAll(async () => {
    text = await scoresOf();
  });

  test.each([
    'doc',
    'rtf',
    'odt',
    'html',
    'pdf-browser',
    'tcvn3',
    'tcvn3-doc',
    'tcvn3-rtf',
    'vni',
    'vni-doc',
  ])('%s', async (form) => {
    const { failures, core, detection, attributes, sections } = await scoresOf('renditions', form);
    expect(failures).toEqual([]);
    expect(detection.F1).toBeGreaterThanOrEqual(text.detection.F1 - HALF_A_POINT);
    expect(core.F1).toBeGreaterThanOrEqual(text.core.F1 - HALF_A_POINT);
    expect(attributes.indicator).toBeGreaterThanOrEqual((text.attributes.indicator ?? 1) - 2 * HALF_A_POINT);
    expect(attributes.period).toBeGreaterThanOrEqual((text.attributes.period ?? 1) - 2 * HALF_A_POINT);
    expect(sections.F1).toBeGreaterThanOrEqual(text.sections.F1 - 2 * HALF_A_POINT);
  });
});
