import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readConfig } from '../../src/config.ts';

const root = resolve(import.meta.dirname, '../..');
const text = (file: string) => readFileSync(join(root, file), 'utf8');

interface ComposeService {
  build?: string;
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
}

const compose = parse(text('compose.yaml'), { merge: true }) as {
  services: Record<'api' | 'worker' | 'postgres' | 'redis', ComposeService>;
  volumes: Record<string, null>;
};
const { api, worker, postgres, redis } = compose.services;

/** The variables that src/config.ts reads, as its schema names them. */
const known = [...text('src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);

/** `${NAME:-default}` as compose fills it in where NAME is not set. */
const filledIn = (environment: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value.replace(/\$\{\w+:-([^}]*)\}/g, '$1')]),
  );

describe('compose.yaml', () => {
  test.each([
    ['api', api],
    ['worker', worker],
  ])('gives the %s only variables that the configuration reads, with values it takes', (_, service) => {
    const environment = filledIn(service.environment ?? {});
    expect(known).toEqual(expect.arrayContaining(Object.keys(environment)));
    expect(readConfig(environment)).toMatchObject({
      databaseUrl: 'postgres://ansinh:ansinh@postgres:5432/ansinh',
      redisUrl: 'redis://redis:6379',
      blobUrl: 'file:///data/blobs',
    });
  });

  test('lets the api be reached from outside its container', () => {
    expect(readConfig(filledIn(api.environment ?? {}))).toMatchObject({ host: '0.0.0.0', port: 3000 });
  });

  test('runs one image in two roles, and both see the same blobs', () => {
    expect([api.command, worker.command]).toEqual([['serve'], ['worker']]);
    expect(worker.image).toBe(api.image);
    expect(worker.volumes).toEqual(api.volumes);
    expect(api.image).toBe(`ansinh:${JSON.parse(text('package.json')).version}`);
  });

  test('keeps the queue over a restart of Redis and never drops a job for want of memory', () => {
    expect(redis.command?.join(' ')).toMatch(/--appendonly yes .*--maxmemory-policy noeviction/);
  });

  test('starts the service when its servers answer', () => {
    for (const service of [api, postgres, redis]) expect(service.healthcheck?.test.length).toBeGreaterThan(1);
    expect(api.depends_on).toEqual({
      postgres: { condition: 'service_healthy' },
      redis: { condition: 'service_healthy' },
    });
  });

  test('declares every volume that it mounts', () => {
    const mounted = Object.values(compose.services).flatMap(({ volumes = [] }) => volumes.map((v) => v.split(':')[0]));
    expect(Object.keys(compose.volumes).sort()).toEqual([...new Set(mounted)].sort());
  });
});

test('compose.s3.yaml puts the blobs of both roles into the bucket that it makes, under one pair of keys', () => {
  const { services, volumes } = parse(text('compose.s3.yaml'), { merge: true });
  const { api: overApi, worker: overWorker, objects } = services as Record<string, Required<ComposeService>>;
  for (const over of [overApi, overWorker]) {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, ...environment } = over?.environment ?? {};
    expect(readConfig(environment).blobUrl).toBe('s3://ansinh/blobs?endpoint=http://objects:7070');
    expect(objects?.environment).toEqual({
      ROOT_ACCESS_KEY: AWS_ACCESS_KEY_ID,
      ROOT_SECRET_KEY: AWS_SECRET_ACCESS_KEY,
    });
  }
  expect((objects as unknown as { entrypoint: string[] }).entrypoint.at(-1)).toContain('mkdir -p /data/ansinh');
  expect(Object.keys(volumes)).toEqual(['objects']);
});

describe('the Dockerfile', () => {
  const dockerfile = text('Dockerfile');

  test('copies only what exists and .dockerignore lets through', () => {
    const allowed = [...text('.dockerignore').matchAll(/^!(.+)$/gm)].map(([, name]) => name);
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, args]) =>
      (args ?? '').split(' ').slice(0, -1),
    );
    expect(allowed).toEqual(expect.arrayContaining(copied));
    expect(globSync(copied, { cwd: root }).sort()).toEqual([...new Set(copied)].sort());
  });

  test('runs the command line, not as root', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^ENTRYPOINT \["node", "dist\/src\/cli\/main\.js"\]$/m);
  });
});
