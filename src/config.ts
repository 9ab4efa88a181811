import { availableParallelism, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const MB = 1024 * 1024;

const whole = (name: string, min: number, max: number, fallback: number) =>
  z
    .string()
    .regex(/^\d+$/, `${name} must be a whole number.`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `${name} must be from ${min} to ${max}.`)
    .default(fallback);

const url = (name: string, schemes: string[], example: string) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && schemes.includes(new URL(text).protocol),
      `${name} must be an address like ${example}.`,
    )
    .nullable()
    .default(null);

const isFolder = (text: string): boolean =>
  URL.canParse(text) && new URL(text).protocol === 'file:' && new URL(text).host === '';

/** `s3://bucket/prefix?endpoint=http://minio:9000&region=us-east-1`, both parameters optional. */
const isBucket = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, host, username, searchParams } = new URL(text);
  const endpoint = searchParams.get('endpoint');
  return (
    protocol === 's3:' &&
    host !== '' &&
    username === '' &&
    [...searchParams.keys()].every((name) => name === 'endpoint' || name === 'region') &&
    (endpoint === null || (URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol)))
  );
};

/** The environment the service reads, each variable with its meaning, unit and default. */
const Environment = z.object({
  /** Address to listen on. */
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: whole('PORT', 0, 65_535, 3000),
  /** Embedded database and blobs. */
  DATA_DIR: z.string().min(1).default('./data'),
  /** PostgreSQL 15 or later; without it an embedded one runs in DATA_DIR. */
  DATABASE_URL: url('DATABASE_URL', ['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/ansinh'),
  /** Redis 7 or later for the queue; without it the queue lives in PostgreSQL. */
  REDIS_URL: url('REDIS_URL', ['redis:', 'rediss:'], 'redis://host:6379'),
  /** Where uploaded bytes are kept; without it DATA_DIR/blobs. */
  BLOB_URL: z
    .string()
    .refine(
      (text) => isFolder(text) || isBucket(text),
      'BLOB_URL must be a folder like file:///var/lib/ansinh/blobs, or a bucket like s3://bucket/prefix?endpoint=http://minio:9000&region=us-east-1 (endpoint and region as needed; the keys are in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY).',
    )
    .nullable()
    .default(null),
  /** Signs the cookies of sessions; without it a secret that the database keeps. */
  AUTH_SECRET: z.string().min(32, 'AUTH_SECRET must have at least 32 characters.').nullable().default(null),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
    })
    .default('info'),
  /** Largest file taken, in megabytes. */
  MAX_UPLOAD_MB: whole('MAX_UPLOAD_MB', 1, 2_048, 50),
  /** How long one file may be read, in milliseconds. */
  READ_TIMEOUT_MS: whole('READ_TIMEOUT_MS', 100, 3_600_000, 60_000),
  /** What recognises pages that are pictures: the machine's tesseract, that in WebAssembly, the first there is, none. */
  OCR: z
    .enum(['auto', 'native', 'wasm', 'off'], { error: 'OCR must be one of auto, native, wasm, off.' })
    .default('auto'),
  /** How long the recognition of one page may take, in milliseconds. */
  OCR_PAGE_TIMEOUT_MS: whole('OCR_PAGE_TIMEOUT_MS', 1_000, 3_600_000, 120_000),
  /** How long that of one document may take beside its reading, in milliseconds. */
  OCR_TIMEOUT_MS: whole('OCR_TIMEOUT_MS', 1_000, 86_400_000, 3_600_000),
  /** How much memory reading one file may take, in megabytes. */
  READ_MEMORY_MB: whole('READ_MEMORY_MB', 256, 65_536, 1_024),
  /** Files read at once by one process; without it as many as there are processors, and memory for READ_MEMORY_MB each. */
  WORKERS: whole('WORKERS', 1, 256, 0),
});

export interface Config {
  host: string;
  port: number;
  dataDir: string;
  /** null: embedded. */
  databaseUrl: string | null;
  /** null: the queue is in PostgreSQL. */
  redisUrl: string | null;
  blobUrl: string;
  /** null: the database keeps one. */
  authSecret: string | null;
  logLevel: string;
  maxUploadBytes: number;
  readTimeoutMs: number;
  readMemoryMb: number;
  ocr: 'auto' | 'native' | 'wasm' | 'off';
  ocrPageMs: number;
  ocrDocumentMs: number;
  workers: number;
}

/** What the service itself takes beside its readers, with an embedded database, in megabytes. */
const OWN_MB = 768;

/** How many files a machine, or what a container has of one, can read at once. */
export const workersFor = ({ processors, memoryMb }: Machine, readMemoryMb: number): number =>
  Math.max(1, Math.min(processors, Math.floor((memoryMb - OWN_MB) / readMemoryMb)));

export type Machine = { processors: number; memoryMb: number };

/** Both as control groups limit them. Where memory is not limited Node tells more than there is, or nothing. */
const machine = (): Machine => ({
  processors: availableParallelism(),
  memoryMb: Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, totalmem()) / MB,
});

/** Every mistake at once, a sentence each. */
export class ConfigError extends Error {
  constructor(sentences: string[]) {
    super(`The configuration cannot be used:\n${sentences.map((sentence) => `- ${sentence}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Reads the environment; a variable that is set to nothing is as if not set. Throws ConfigError. */
export const readConfig = (environment: NodeJS.ProcessEnv = process.env): Config => {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(({ message }) => message));
  const env = parsed.data;
  const dataDir = resolve(env.DATA_DIR);
  return {
    host: env.HOST,
    port: env.PORT,
    dataDir,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    blobUrl: env.BLOB_URL ?? pathToFileURL(resolve(dataDir, 'blobs')).href,
    authSecret: env.AUTH_SECRET,
    logLevel: env.LOG_LEVEL,
    maxUploadBytes: env.MAX_UPLOAD_MB * MB,
    readTimeoutMs: env.READ_TIMEOUT_MS,
    readMemoryMb: env.READ_MEMORY_MB,
    ocr: env.OCR,
    ocrPageMs: env.OCR_PAGE_TIMEOUT_MS,
    ocrDocumentMs: env.OCR_TIMEOUT_MS,
    workers: env.WORKERS || workersFor(machine(), env.READ_MEMORY_MB),
  };
};
