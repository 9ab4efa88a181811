/**
 * The warm processes that read and extract: the same bytes give the same record whatever they have read before, and a
 * document that ends its process costs no other one anything.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { HOSTILE } from '../../scripts/hostile/index.ts';
import { extract } from '../../src/extract/index.ts';
import { ArchiveError, Interrupted, ReportRecord } from '../../src/model/index.ts';
import { openPipeline, type Pipeline } from '../../src/pipeline/index.ts';
import { read } from '../../src/read/index.ts';
import { fixture } from '../read/fixtures.ts';
import { zipOf } from '../read/zips.ts';

const folder = mkdtempSync(join(tmpdir(), 'ansinh-pipeline-'));
afterAll(() => rmSync(folder, { recursive: true }));

const NONE = '0'.repeat(64);
const LIMITS = { ocr: 'off' } as const;

/** Reports in every format, with letters of several fonts, legacy encodings, tables and notes among them. */
const REPORTS = [
  '000_a452df1cee3d57cd.txt',
  'docx/001_401ea66197704b5d.docx',
  'pdf/002_85d3af9a86ee4359.pdf',
  'renditions/doc/003_774af14b02d92f93.doc',
  'renditions/rtf/004_0fa445c9fb98d59f.rtf',
  'renditions/odt/000_a452df1cee3d57cd.odt',
  'renditions/html/001_401ea66197704b5d.html',
  'renditions/tcvn3-pdf/002_85d3af9a86ee4359.pdf',
  'renditions/vni/004_0fa445c9fb98d59f.docx',
  'pages/footnotes.pdf',
  'struct/formal.pdf',
].map((name) => fixture(...name.split('/')));

/** Files that leave much behind, or end their process: names in scripts/hostile. */
const UPSETTING = ['form that shows itself.pdf', 'billion laughs.docx', 'rows and cells repeated without end.odt'];

const made = async (name: string): Promise<string> => {
  const file = Object.values(HOSTILE)
    .flat()
    .find((hostile) => hostile.name === name);
  if (!file) throw new Error(`no hostile file is called ${name}`);
  const path = join(folder, name);
  writeFileSync(path, await file.make({ url: 'http://127.0.0.1:9', secret: '/etc/passwd' }));
  return path;
};

const hashed = (record: ReportRecord): string =>
  createHash('sha256')
    .update(JSON.stringify(ReportRecord.parse(record)))
    .digest('hex');
const recordIn = async (pipeline: Pipeline, path: string): Promise<string> =>
  hashed((await pipeline.extract({ path, filename: basename(path), sha256: NONE, given: null })).record);
const outcomeIn = (pipeline: Pipeline, path: string): Promise<string> =>
  recordIn(pipeline, path).then(
    () => 'read',
    (error) => error.code ?? String(error),
  );

const shuffled = <T>(list: readonly T[], step: number): T[] =>
  list.map((_, i) => list[(i * step + step) % list.length] as T);

test('the same bytes give the same record, byte for byte, whatever was read before', async () => {
  const pipeline = openPipeline(1, LIMITS);
  try {
    const alone = new Map<string, string>();
    for (const path of REPORTS) {
      const document = await read({ path, filename: basename(path), sha256: NONE }, LIMITS);
      alone.set(path, hashed(extract(document)));
    }
    const upsetting = await Promise.all(UPSETTING.map(made));
    for (const step of [1, 4, REPORTS.length - 1]) {
      for (const [i, path] of shuffled(REPORTS, step).entries()) {
        if (step > 1 && i % 4 === 0) await outcomeIn(pipeline, upsetting[(i / 4) % upsetting.length] as string);
        expect([path, await recordIn(pipeline, path)]).toEqual([path, alone.get(path)]);
      }
    }
  } finally {
    await pipeline.close();
  }
});

describe('beside documents that break', () => {
  test('a spinning, a swelling, a damaged one and an archive come to their ends, and reports to their records', async () => {
    const pipeline = openPipeline(2, LIMITS);
    const archive = join(folder, 'files.zip');
    writeFileSync(archive, zipOf([{ name: 'a.txt', content: '1.855 hộ nghèo' }]));
    const cut = join(folder, 'cut.pdf');
    const report = fixture('pdf', '002_85d3af9a86ee4359.pdf');
    writeFileSync(cut, readFileSync(report).subarray(0, 20_000));
    const ends: [string, string][] = [
      [await made('forms that fan out a milliard times.pdf'), 'timed_out'],
      [await made('texts of four milliard characters.doc'), 'damaged'],
      [cut, 'damaged'],
    ];
    try {
      const outcomes = ends.flatMap(([path]) => [outcomeIn(pipeline, path), outcomeIn(pipeline, report)]);
      const ofArchive = pipeline.extract({ path: archive, filename: 'files.zip', sha256: NONE, given: null });
      await expect(ofArchive).rejects.toBeInstanceOf(ArchiveError);
      expect(await Promise.all(outcomes)).toEqual(ends.flatMap(([, code]) => [code, 'read']));
    } finally {
      await pipeline.close();
    }
  });

  test('what is in hand when it closes is nobody’s failure', async () => {
    const pipeline = openPipeline(1, LIMITS);
    const path = fixture('pdf', '001_401ea66197704b5d.pdf');
    const inHand = [pipeline, pipeline].map((one) => recordIn(one, path));
    const ends = Promise.allSettled(inHand);
    await pipeline.close();
    for (const end of await ends) expect(end).toMatchObject({ status: 'rejected', reason: expect.any(Interrupted) });
  });
});
