import { expect, describe as suite, test } from '@jest/globals';
import { RefusedRequest } from '../app/index.ts';
import { READ_FAILURES, ReadError } from '../model/index.ts';
import { describe, kindOf, PROBLEM_CODES, Problem, toProblem } from './problem.ts';

const at = { instance: '/api/v1/documents', request: 'r-1' };

suite('every code has a status and two sentences in both languages', () => {
  test.each(PROBLEM_CODES)('%s', (code) => {
    const { status, title, detail } = kindOf(code);
    expect(status).toBeGreaterThanOrEqual(400);
    for (const sentence of [title.vi, title.en, detail.vi, detail.en]) expect(sentence.length).toBeGreaterThan(3);
    expect(title.vi).not.toBe(title.en);
  });
});

test('codes of files that cannot be read are all among them', () => {
  expect(PROBLEM_CODES).toEqual(expect.arrayContaining(Object.keys(READ_FAILURES)));
});

suite('any error becomes a problem', () => {
  test.each<[string, number, unknown]>([
    ['too_large', 413, new ReadError('too_large')],
    ['unsupported_type', 415, new ReadError('unsupported_type')],
    ['empty', 422, new ReadError('empty')],
    ['unknown_batch', 404, new RefusedRequest('unknown_batch')],
    ['figure_exists', 409, new RefusedRequest('figure_exists')],
    ['invalid_cursor', 400, new RefusedRequest('invalid_cursor')],
    ['body_too_large', 413, Object.assign(new Error('x'), { status: 413, type: 'entity.too.large' })],
    [
      'invalid_request',
      400,
      Object.assign(new Error('Unexpected token'), { status: 400, type: 'entity.parse.failed' }),
    ],
    ['internal', 500, new Error('connect ECONNREFUSED 10.0.0.1:5432')],
    ['internal', 500, 'a string'],
    ['internal', 500, undefined],
  ])('%s %i', (code, status, error) => {
    const problem = toProblem(error);
    expect([problem.code, kindOf(problem.code).status]).toEqual([code, status]);
  });
});

test('an error we did not foresee says nothing of its cause', () => {
  const body = JSON.stringify(describe(toProblem(new Error('secret at /srv/x.ts:1')), { ...at, language: 'en' }));
  expect(body).not.toMatch(/secret|srv|\.ts/);
});

test('the sentence is filled in, in the language asked for', () => {
  const problem = new Problem('method_not_allowed', { params: { allow: 'GET' } });
  expect(describe(problem, { ...at, language: 'vi' })).toMatchObject({ detail: 'Được phép: GET.', status: 405 });
  expect(describe(problem, { ...at, language: 'en' })).toMatchObject({ detail: 'Allowed: GET.', code: problem.code });
});

test('the two sentences of a refusal are its title and its detail', () => {
  expect(describe(new Problem('unknown_batch'), { ...at, language: 'en' })).toMatchObject({
    title: 'There is no such batch.',
    detail: 'Create one and upload again.',
  });
});
