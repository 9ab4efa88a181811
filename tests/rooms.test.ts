import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';

const root = resolve(import.meta.dirname, '..');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** Names of the broken rules with the arrow that breaks each. */
function violations(directory: string): string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [cruiser, 'src', 'workers', 'web', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    { cwd: directory, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (!stdout) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();
}

interface Violation {
  rule: { name: string };
  from: string;
  to: string;
}

test('every import goes along an arrow of docs/architecture.md', () => {
  expect(violations(root)).toEqual([]);
});

test('extracting depends on neither the clock nor chance', () => {
  const impure = globSync('src/{extract,catalogue,model}/**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .filter((file) =>
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\./.test(readFileSync(join(root, file), 'utf8')),
    );
  expect(impure).toEqual([]);
});

describe('a tree that breaks the rules', () => {
  const tree = mkdtempSync(join(tmpdir(), 'ansinh-rooms-'));
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  const WRONG: Record<string, string> = {
    'model-imports-only-itself': 'src/model/a.ts → src/extract/a.ts',
    'catalogue-imports-only-model': 'src/catalogue/a.ts → src/read/a.ts',
    'extract-imports-only-model-and-catalogue': 'src/extract/b.ts → src/read/a.ts',
    'read-imports-only-model': 'src/read/b.ts → src/catalogue/b.ts',
    'pipeline-imports-only-model-and-read-and-extract': 'src/pipeline/a.ts → src/app/b.ts',
    'app-imports-only-model-and-catalogue': 'src/app/a.ts → src/store/a.ts',
    'backfill-imports-only-model-and-catalogue-and-read': 'src/backfill/a.ts → src/http/a.ts',
    'evaluate-imports-only-model': 'src/evaluate/a.ts → src/extract/c.ts',
    'store-imports-only-app-and-model': 'src/store/b.ts → src/http/a.ts',
    'queue-imports-only-app-and-model': 'src/queue/a.ts → src/store/a.ts',
    'accounts-imports-only-app-and-model': 'src/accounts/a.ts → src/store/c.ts',
    'http-imports-only-app-and-model-and-catalogue': 'src/http/b.ts → src/queue/b.ts',
    'pages-import-only-the-model': 'web/src/a.ts → src/http/a.ts',
    'nothing-imports-the-command-line': 'web/src/b.ts → src/cli/a.ts',
    'pure-rooms-do-no-io': 'src/extract/d.ts → fs',
  };

  test('is told about each of them', () => {
    cpSync(join(root, '.dependency-cruiser.cjs'), join(tree, '.dependency-cruiser.cjs'));
    cpSync(join(root, 'tsconfig.json'), join(tree, 'tsconfig.json'));
    writeFileSync(join(tree, 'package.json'), '{"type":"module"}');
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    const write = (file: string, line: string) => {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      writeFileSync(join(tree, file), line, { flag: 'a' });
    };
    mkdirSync(join(tree, 'workers'));
    for (const arrow of Object.values(WRONG)) {
      const [from, to] = arrow.split(' → ') as [string, string];
      const isFile = to.startsWith('src/');
      write(from, `import '${isFile ? relative(dirname(from), to) : `node:${to}`}';\n`);
      if (isFile) write(to, 'export {};\n');
    }
    expect(violations(tree)).toEqual(
      expect.arrayContaining(Object.entries(WRONG).map(([rule, arrow]) => `${rule}: ${arrow}`)),
    );
  });
});
