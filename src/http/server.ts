import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AppOptions, createApp } from './app.ts';

export interface Timeouts {
  /** For a request's headers, in milliseconds. */
  headers: number;
  /** For a whole request with its body: a 50 MB report at 100 kB/s takes eight minutes. */
  request: number;
  /** Without a byte either way: a client that does not read its answer is let go. */
  idle: number;
  /** For answers under way when the server stops. */
  stop: number;
}

export const TIMEOUTS: Timeouts = { headers: 15_000, request: 900_000, idle: 60_000, stop: 7_000 };

export interface ServerOptions extends Omit<AppOptions, 'stop'> {
  host: string;
  /** 0 takes a free one. */
  port: number;
  timeouts?: Partial<Timeouts>;
}

export interface RunningServer {
  /** Where it answers: http://127.0.0.1:3000 */
  url: string;
  /** Takes no more connections, lets answers under way finish, then cuts what is left. */
  close(): Promise<void>;
}

const urlOf = (host: string, server: Server): string => {
  const { port, family } = server.address() as AddressInfo;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${family === 'IPv6' && shown.includes(':') ? `[${shown}]` : shown}:${port}`;
};

const closeGracefully = async (server: Server, grace: number): Promise<void> => {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearTimeout(cut);
};

/** Starts to answer; rejects where the address is taken. */
export const startServer = async ({ host, port, timeouts, ...options }: ServerOptions): Promise<RunningServer> => {
  const limits = { ...TIMEOUTS, ...timeouts };
  const stop = new AbortController();
  const server = createServer(
    {
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      connectionsCheckingInterval: Math.min(limits.headers, limits.request, 5_000),
      // Longer than one extraction may hold this process up: a request must not meet a connection that was just given up.
      keepAliveTimeout: 65_000,
    },
    createApp({ ...options, stop: stop.signal }),
  );
  server.timeout = limits.idle;
  server.listen(port, host);
  await once(server, 'listening');
  let closing: Promise<void> | null = null;
  return {
    url: urlOf(host, server),
    close: () => {
      stop.abort();
      closing ??= closeGracefully(server, limits.stop);
      return closing;
    },
  };
};
