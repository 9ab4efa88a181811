import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { READ_FAILURES, type ReadErrorCode, ReportRecord } from '../../src/model/index.ts';
import { zipOf } from '../read/zips.ts';
import { ansinh, fixtures } from './run.ts';

const TEXT = join(fixtures, '004_0fa445c9fb98d59f.txt');
const bad = (name: string) => join(fixtures, 'bad', name);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ansinh-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('ansinh extract', () => {
  test.each([
    TEXT,
    join(fixtures, 'docx/004_0fa445c9fb98d59f.docx'),
    join(fixtures, 'pdf/004_0fa445c9fb98d59f.pdf'),
  ])('prints one record and nothing else: %s', async (file) => {
    const { code, stdout, stderr } = await ansinh('extract', file);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const record = ReportRecord.parse(JSON.parse(stdout));
    expect(record.document.filename).toBe(file.slice(file.lastIndexOf('/') + 1));
    expect(record.figures.length).toBeGreaterThan(0);
  });

  test('writes NAME.json for each of several, names those that fail, and answers 1', async () => {
    const out = join(folder, 'new', 'records');
    const { code, stdout, stderr } = await ansinh('extract', TEXT, bad('empty.pdf'), bad('xxe.docx'), '--out', out);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.split('\n').filter(Boolean)).toEqual([
      expect.stringMatching(/empty\.pdf: empty: The file has no content\./),
    ]);
    expect(readdirSync(out).sort()).toEqual(['004_0fa445c9fb98d59f.json', 'xxe.json']);
    for (const name of readdirSync(out)) ReportRecord.parse(JSON.parse(readFileSync(join(out, name), 'utf8')));
  });

  test.each<[string, Record<string, ReadErrorCode>]>([
    [
      'PDF and Word 97',
      {
        'random.pdf': 'unsupported_type',
        'truncated.doc': 'damaged',
        'encrypted_user.pdf': 'encrypted',
        'empty.pdf': 'empty',
      },
    ],
    [
      'DOCX',
      {
        'truncated.docx': 'damaged',
        'empty.docx': 'empty',
        'bomb_60MB_paragraphs.docx': 'bomb',
        'bomb_300MB_whitespace.docx': 'bomb',
      },
    ],
  ])('names the code and the remedy of each bad file: %s', async (_, expected) => {
    const { code, stderr } = await ansinh('extract', ...Object.keys(expected).map(bad), '--out', folder);
    expect(code).toBe(1);
    const lines = Object.entries(expected).map(([name, reason]) => {
      const { message, remedy } = READ_FAILURES[reason];
      return `${bad(name)}: ${reason}: ${message.en} ${remedy.en}\n`;
    });
    expect(stderr).toBe(lines.join(''));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('refuses a file of 60 MB', async () => {
    const large = join(folder, 'large.txt');
    writeFileSync(large, Buffer.alloc(60 * 1024 * 1024, 'a'));
    expect(await ansinh('extract', large)).toMatchObject({ code: 1, stderr: expect.stringContaining(': too_large: ') });
  });

  test('takes any name that the file system takes', async () => {
    const names = [`${'ô'.repeat(120)}.txt`, ' báo cáo; rm -rf $(x) "1".txt', '--help.txt', '😀.txt'];
    for (const name of names) copyFileSync(TEXT, join(folder, name));
    const out = join(folder, 'out');
    const { code, stderr } = await ansinh('extract', '--out', out, ...names.map((name) => join(folder, name)));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(readdirSync(out)).toHaveLength(names.length);
  });

  test('tells what is no file', async () => {
    const { code, stderr } = await ansinh('extract', 'no-such-file.pdf', fixtures, '--out', folder);
    expect({ code, codes: stderr.match(/: not_\w+: /g) }).toEqual({
      code: 1,
      codes: [': not_found: ', ': not_a_file: '],
    });
  });
});

describe('wrong usage answers 2, says how to call it and writes nothing', () => {
  test.each([
    ['no command', [], 'Usage: ansinh'],
    ['an unknown command', ['extrakt', TEXT], "unknown command 'extrakt'"],
    ['no file', ['extract'], "missing required argument 'file'"],
    ['an unknown option', ['extract', TEXT, '--pretty'], "unknown option '--pretty'"],
    ['several files without --out', ['extract', TEXT, bad('empty.pdf')], '--out DIR'],
    ['an explanation into files', ['extract', '--explain', TEXT, '--out', 'x'], 'leave --out away'],
    ['a count that is none', ['evaluate', fixtures, '--errors', 'many'], 'It must be a whole number.'],
    ['a folder without gold', ['evaluate', join(fixtures, 'bad')], 'there is nothing to compare with'],
    ['a folder that is none', ['evaluate', TEXT], 'is not a folder'],
  ])('%s', async (_, args, sentence) => {
    expect(await ansinh(...args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(sentence) });
  });
});

test('two files of one name give two records, and the second is told', async () => {
  const [text, word] = [join(folder, 'báo cáo.txt'), join(folder, 'báo cáo.docx')];
  copyFileSync(TEXT, text);
  copyFileSync(join(fixtures, 'docx/004_0fa445c9fb98d59f.docx'), word);
  const out = join(folder, 'out');
  expect(await ansinh('extract', text, word, '--out', out)).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('written as báo cáo.docx.json'),
  });
  expect(readdirSync(out).sort()).toEqual(['báo cáo.docx.json', 'báo cáo.json']);
});

test('an archive gives a record for each file in it, and names those that fail', async () => {
  const archive = join(folder, 'hồ sơ.zip');
  const files = [
    { name: 'xã A/báo cáo.txt', content: readFileSync(TEXT) },
    { name: '../xã B/báo cáo.txt', content: 'Xã có 15 hộ nghèo, năm 2021.' },
    { name: 'trống.txt' },
  ];
  writeFileSync(archive, zipOf(files));
  const out = join(folder, 'out');
  const { code, stdout, stderr } = await ansinh('extract', archive, '--out', out);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('hồ sơ.zip/trống.txt: empty: ');
  expect(readdirSync(out).sort()).toEqual(['báo cáo.json', 'báo cáo.txt.json']);
  for (const name of readdirSync(out)) ReportRecord.parse(JSON.parse(readFileSync(join(out, name), 'utf8')));
  expect(await ansinh('extract', archive)).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('--out DIR'),
  });
});

test('--explain tells people how each figure came about', async () => {
  const { code, stdout } = await ansinh('extract', '--explain', TEXT);
  expect(code).toBe(0);
  expect(stdout).toContain('[24.639] hộ');
  expect(stdout).toMatch(/^ {2}value {7}24639 household \(eq, actual\) — 24 639, count$/m);
  expect(stdout).toMatch(/^ {2}number {6}“24\.639”: “\.” groups the thousands$/m);
  expect(stdout).toMatch(/^ {2}unit {8}counted_noun: the counted noun stands behind it “hộ”$/m);
  expect(stdout).toMatch(/^ {2}measures {4}pov\.poor_households — poverty\w* \d+; its words are “.*24\.639 hộ/m);
  expect(stdout).toMatch(/^ {2}of {10}poor_household — poor_household by “hộ nghèo”/m);
  expect(stdout).toMatch(/^ {2}when {8}\d{4}-\d\d-\d\d.* — .+/m);
  expect(stdout).toMatch(/^ {2}confidence {2}0\.\d+ — .+/m);
  expect(stdout).toMatch(/^ {2}no figure {3}….*\[.+\].*… (?:year|date): it says when/m);
  expect(stdout).toMatch(/^\d+ numbers are no figures: .*(?:year|date) \d+/m);
});

describe('ansinh evaluate', () => {
  test('counts a document that cannot be read as one without a figure, and answers 1', async () => {
    const gold = JSON.parse(readFileSync(join(fixtures, '004_0fa445c9fb98d59f.gold.json'), 'utf8'));
    mkdirSync(join(folder, 'gold'));
    const place = (name: string, text: string) => join(folder, 'gold', `${name}${text}`);
    for (const name of ['bad', 'good'])
      writeFileSync(place(name, '.gold.json'), JSON.stringify({ ...gold, text_file: 'good.txt' }));
    copyFileSync(TEXT, place('good', '.txt'));
    copyFileSync(bad('truncated.docx'), place('bad', '.docx'));

    const { code, stdout, stderr } = await ansinh('evaluate', join(folder, 'gold'), '--json');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const scores = JSON.parse(stdout);
    expect(scores).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      dataset: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      docs: 2,
      without_record: ['bad'],
      failures: [{ file: place('bad', '.docx'), code: 'damaged' }],
      gold: 2 * gold.figures.length,
      per_doc_core_F1: { bad: 0 },
    });
    expect(scores.detection.R).toBeLessThanOrEqual(0.5);
    expect(scores.support.value).toBeLessThanOrEqual(gold.figures.length);
  });

  test('prints the version, the data set, every field with its support, and as many errors as asked for', async () => {
    const { code, stdout } = await ansinh('evaluate', fixtures, '--errors', '2');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ansinh \d+\.\d+\.\d+ on .*fixtures \(data set [0-9a-f]{12}\)\ndocuments 5, failed 0;/);
    for (const field of ['value', 'indicator', 'period', 'place'])
      expect(stdout).toMatch(new RegExp(`^${field} +[01]\\.\\d{4} +\\d+$`, 'm'));
    expect(stdout.match(/“/g)?.length ?? 0).toBeLessThanOrEqual(2);
  });
});
