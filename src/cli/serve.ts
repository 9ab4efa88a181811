import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { type RunningServer, startServer } from '../http/server.ts';
import { VERSION } from '../model/version.ts';
import { compose } from './compose.ts';

/** A back-fill of small files goes faster than any reads them. */
const UPLOADS_PER_MINUTE = 3000;

/** Vite's output lies in the package, wherever this file was built to. */
const builtPages = (): string => join(dirname(findPackageJSON(import.meta.url) ?? process.cwd()), 'dist', 'web');

const addressTaken = ({ host, port }: Config, cause: unknown): Error =>
  new Error(`Port ${port} on ${host} is in use. Stop what uses it, or set PORT to another one and start again.`, {
    cause,
  });

export interface Served {
  /** The folder of the pages. */
  webRoot?: string;
  /** Of each client address but this machine's own. */
  uploadsPerMinute?: number;
  /** false: this process only takes documents in. */
  works?: boolean;
}

/**
 * The whole service in this process: API, pages and workers (each file is still read in a child of its own).
 * `close` stops all of them at once, since who stops a service waits ten seconds for it, and lets every answer and job under
 * way finish in that time.
 */
export const serve = async (
  config: Config,
  { webRoot = builtPages(), uploadsPerMinute = UPLOADS_PER_MINUTE, works = true }: Served = {},
): Promise<RunningServer> => {
  const { service, accounts, log, startWorkers, openUploads, close } = await compose(config);
  try {
    const { host, port } = config;
    const server = await startServer({
      service,
      accounts,
      log,
      host,
      port,
      version: VERSION,
      webRoot,
      uploadsPerMinute,
      resumable: await openUploads(),
    }).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EADDRINUSE' ? addressTaken(config, error) : error;
    });
    const stopWorkers = works ? await startWorkers() : async () => {};
    log.info({ url: server.url, version: VERSION, workers: config.workers }, 'serving');
    let closing: Promise<void> | null = null;
    return {
      url: server.url,
      close: () => {
        closing ??= Promise.all([server.close(), stopWorkers()])
          .then(() => undefined)
          .finally(close);
        return closing;
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
};

/** Resolves at the first SIGINT, SIGTERM or SIGHUP, or when the process that started us is gone. */
const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    if (process.connected) process.once('disconnect', () => resolve());
  });

/** Serves until asked to stop, calling `started` with the address once it answers. */
export const serveUntilStopped = async (
  config: Config,
  started: (url: string) => void | Promise<void>,
  served: Served = {},
): Promise<void> => {
  // Before anything is started, so that Ctrl-C in the first second leaves nothing behind either.
  const stop = askedToStop();
  const running = await serve(config, served);
  try {
    await Promise.race([Promise.resolve(started(running.url)).then(() => stop), stop]);
  } finally {
    await running.close();
  }
};
