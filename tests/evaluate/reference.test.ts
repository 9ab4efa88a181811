import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { scoreDocument, total } from '../../src/evaluate/score.ts';
import { type SectionScore, scoreSections, totalSections } from '../../src/evaluate/sections.ts';
import expected from './expected.json' with { type: 'json' };
import { type Case, spoiledCases, writeCases } from './perturb.ts';

/** The reference scorers lie beside a checkout of the project, not in it (`design/record.md`). */
const tools = resolve(import.meta.dirname, '../../../shared/tools');
const hasReference = existsSync(join(tools, 'score.py')) && spawnSync('python3', ['--version']).status === 0;
const directory = mkdtempSync(join(tmpdir(), 'ansinh-evaluate-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function ours(cases: readonly Case[]) {
  const documents = cases.map(({ name, gold, goldText, record }) => scoreDocument(name, gold, goldText, record));
  const { support, ...scores } = total(
    documents,
    cases.filter(({ record }) => !record).map(({ name }) => name),
  );
  const outlines = cases
    .map(({ name, gold, record }) => scoreSections(name, gold, record?.sections ?? []))
    .filter((score): score is SectionScore => score !== null);
  const { per_doc_F1, ...sections } = totalSections(outlines);
  return { ...scores, sections };
}

function reference(cases: readonly Case[], seed: number) {
  const { gold, records } = writeCases(join(directory, String(seed)), cases);
  const python = (script: string, ...args: string[]) =>
    spawnSync('python3', [join(tools, script), gold, records, ...args], { encoding: 'utf8' }).stdout;
  const [, f1, level, goldCount, found] =
    /sections F1 ([\d.]+) {2}level right ([\d.]+) {2}\(gold (\d+), found (\d+)\)/.exec(python('sections.py')) ?? [];
  const sections = { F1: Number(f1), level: Number(level), gold: Number(goldCount), found: Number(found) };
  return { ...JSON.parse(python('score.py', '--json')), sections };
}

/** To the four decimals that are printed. */
const rounded = (scores: unknown): unknown =>
  JSON.parse(JSON.stringify(scores), (_, value) => (typeof value === 'number' ? Number(value.toFixed(4)) : value));

describe('the scores of spoiled records', () => {
  test.each(Object.entries(expected))('are those that the reference scorer gave (seed %s)', (seed, scores) => {
    expect(rounded(ours(spoiledCases(Number(seed))))).toEqual(scores);
  });

  const seeds = [101, 102, 103, 104, 105, 106];
  if (!hasReference) console.warn(`python3 or ${tools}/score.py is missing: only the committed scores are compared.`);
  (hasReference ? test : test.skip).each(seeds)('are those that the reference scorer gives now (seed %i)', (seed) => {
    const cases = spoiledCases(seed);
    expect(rounded(ours(cases))).toEqual(rounded(reference(cases, seed)));
  });
});
