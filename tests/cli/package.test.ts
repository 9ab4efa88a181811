import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { VERSION } from '../../src/model/index.ts';
import { ansinh, fixtures, root, runNode } from './run.ts';

const REPORT = join(fixtures, 'docx/001_401ea66197704b5d.docx');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What a user's own script does, with the package as it is built. */
const SCRIPT = `
  import { extract, read } from 'ansinh';
  import schema from 'ansinh/record.schema.json' with { type: 'json' };
  const record = extract(await read({ path: ${JSON.stringify(REPORT)}, filename: 'report.docx' }));
  process.stdout.write(JSON.stringify({ record, schema }));`;

describe('the package', () => {
  test('is of one version throughout', async () => {
    expect(VERSION).toBe(manifest.version);
    expect((await ansinh('--version')).stdout.trim()).toBe(manifest.version);
  });

  test('lets a script read and extract, and ships the schema that its records keep to', async () => {
    const { code, stdout, stderr } = await runNode(['--input-type=module', '--eval', SCRIPT]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { record, schema } = JSON.parse(stdout);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    expect(validate(record) ? [] : validate.errors).toEqual([]);
    expect(validate({ ...record, figures: [{ ...record.figures[0], kind: 'length' }] })).toBe(false);
  });

  test('has a launcher that brings the command line to any checkout', async () => {
    const launched = await runNode([join(root, manifest.bin.ansinh), 'extract', REPORT], fixtures);
    const direct = await ansinh('extract', REPORT);
    expect({ code: launched.code, stderr: launched.stderr }).toEqual({ code: 0, stderr: '' });
    expect(launched.stdout).toBe(direct.stdout);
  });
});
