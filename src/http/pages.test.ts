import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import { pages } from './pages.ts';

let root: string;
let server: Server;
const at = (path: string, accept = 'text/html') =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers: { accept } });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ansinh-pages-'));
  server = createServer(express().use(pages(join(root, 'web')))).listen(0);
});

afterAll(async () => {
  server.close();
  await rm(root, { recursive: true });
});

test('before the page is built, a sentence says how to build it', async () => {
  const response = await at('/');
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('npm run build');
});

describe('the built page', () => {
  beforeAll(async () => {
    await mkdir(join(root, 'web', 'assets'), { recursive: true });
    await writeFile(join(root, 'web', 'index.html'), '<p>page</p>');
    await writeFile(join(root, 'web', 'assets', 'index-a1b2.js'), 'run()');
    await writeFile(join(root, 'web', 'logo.svg'), '<svg/>');
    await writeFile(join(root, 'secret.txt'), 'not for the web');
  });

  test.each([
    '/',
    '/documents/01a2072d-f2f7',
    '/documents/x/figures',
    '/batches/b1?tab=1',
  ])('answers at %s', async (path) => {
    const response = await at(path);
    expect([response.status, await response.text()]).toEqual([200, '<p>page</p>']);
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  test.each<[string, string]>([
    ['public, max-age=31536000, immutable', '/assets/index-a1b2.js'],
    ['public, max-age=3600', '/logo.svg'],
  ])('%s: %s', async (caching, path) => {
    const response = await at(path, '*/*');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, caching]);
  });

  test.each<[string, string]>([
    ['/assets/gone.js', '*/*'],
    ['/gone.png', 'text/html'],
    ['/documents/x', 'application/json'],
    ['/api/v1/nope', 'text/html'],
    ['/api', '*/*'],
    ['/health/nope', '*/*'],
    ['/docs/nope', '*/*'],
    ['/..%2fsecret.txt', '*/*'],
    ['/assets/..%2f..%2fsecret.txt', '*/*'],
  ])('does not answer at %s for %s', async (path, accept) => {
    const response = await at(path, accept);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toContain('not for the web');
  });
});
