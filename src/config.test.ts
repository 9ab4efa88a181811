import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig, workersFor } from './config.ts';

const mistakes = (environment: Record<string, string>): string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n').slice(1);
  }
};

describe('readConfig', () => {
  test('with nothing set, everything runs here', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: null,
      redisUrl: null,
      logLevel: 'info',
    });
    expect(config.blobUrl).toBe(pathToFileURL(resolve('data/blobs')).href);
    expect(config.maxUploadBytes).toBe(50 * 1024 * 1024);
    expect(config.workers).toBeGreaterThan(0);
  });

  test('a variable set to nothing is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', BLOB_URL: '' })).toEqual(readConfig({}));
  });

  test('what is set is taken', () => {
    const environment = {
      PORT: '0',
      DATA_DIR: '/srv/an sinh',
      DATABASE_URL: 'postgresql://u:p@db/x',
      REDIS_URL: 'rediss://r:6380/1',
      WORKERS: '3',
    };
    expect(readConfig(environment)).toMatchObject({
      port: 0,
      dataDir: '/srv/an sinh',
      blobUrl: 'file:///srv/an%20sinh/blobs',
      databaseUrl: 'postgresql://u:p@db/x',
      redisUrl: 'rediss://r:6380/1',
      workers: 3,
    });
  });

  test.each([
    's3://bucket',
    's3://bucket/a/prefix?region=ap-southeast-1',
    's3://bucket?endpoint=https://s3.example.vn:9000&region=vn',
  ])('blobs may lie in %s', (BLOB_URL) => {
    expect(readConfig({ BLOB_URL }).blobUrl).toBe(BLOB_URL);
  });

  const refused: [RegExp, Record<string, string>[]][] = [
    [/PORT must be/, [{ PORT: 'x' }, { PORT: '70000' }, { PORT: '-1' }, { PORT: '3000.5' }]],
    [/DATABASE_URL must be an address like postgres:/, [{ DATABASE_URL: 'mysql://x/y' }, { DATABASE_URL: 'db' }]],
    [/REDIS_URL must be an address like redis:/, [{ REDIS_URL: 'localhost:6379' }, { REDIS_URL: 'http://x' }]],
    [
      /BLOB_URL must be a folder .* or a bucket like s3:/,
      [
        { BLOB_URL: '/srv/blobs' },
        { BLOB_URL: 'file://host/blobs' },
        { BLOB_URL: 's3:///prefix' },
        { BLOB_URL: 's3://key:secret@bucket' },
        { BLOB_URL: 's3://bucket?endpoint=minio:9000' },
        { BLOB_URL: 's3://bucket?endpont=http://minio:9000' },
        { BLOB_URL: 'https://bucket.s3.amazonaws.com' },
      ],
    ],
    [/LOG_LEVEL must be one of/, [{ LOG_LEVEL: 'loud' }]],
    [/MAX_UPLOAD_MB must be/, [{ MAX_UPLOAD_MB: '0' }, { MAX_UPLOAD_MB: '50MB' }]],
    [/WORKERS must be/, [{ WORKERS: '0' }]],
  ];
  test.each(
    refused.flatMap(([sentence, table]) => table.map((environment) => [environment, sentence] as const)),
  )('%j is refused in one sentence', (environment, sentence) => {
    const said = mistakes(environment);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(sentence);
  });

  test('all mistakes are said at once, and no password with them', () => {
    const said = mistakes({ PORT: 'x', REDIS_URL: 'http://u:secret@r', LOG_LEVEL: 'loud', WORKERS: 'many' });
    expect(said).toHaveLength(4);
    expect(said.join()).not.toContain('secret');
  });
});

describe('files read at once', () => {
  test.each([
    [2, { processors: 2, memoryMb: 8_192 }, 768],
    [8, { processors: 8, memoryMb: 16_384 }, 768],
    // Memory for three beside the service, whatever the processors.
    [3, { processors: 16, memoryMb: 3_200 }, 768],
    [1, { processors: 4, memoryMb: 2_048 }, 1_024],
    [1, { processors: 1, memoryMb: 512 }, 768],
  ])('%i', (expected, machine, readMemoryMb) => {
    expect(workersFor(machine, readMemoryMb)).toBe(expected);
  });
});
