import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** A way to a server that can be made slow, cut, and closed. */
export interface TcpProxy {
  port: number;
  /** Where it leads; a server that was started again may have another port. */
  leadTo(port: number): void;
  /** Milliseconds that each piece takes, either way. */
  delay(milliseconds: number): void;
  /** Resets every connection there is. */
  cut(): void;
  close(): Promise<void>;
}

const late = (milliseconds: () => number): Transform =>
  new Transform({
    transform(chunk, _, done) {
      const wait = milliseconds();
      if (wait === 0) done(null, chunk);
      else setTimeout(() => done(null, chunk), wait);
    },
  });

export const startProxy = async (target: number): Promise<TcpProxy> => {
  let to = target;
  let wait = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(to, '127.0.0.1');
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(late(() => wait)).pipe(upstream);
    upstream.pipe(late(() => wait)).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of open) socket.resetAndDestroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (port) => {
      to = port;
    },
    delay: (milliseconds) => {
      wait = milliseconds;
    },
    cut,
    close: async () => {
      server.close();
      cut();
      await once(server, 'close');
    },
  };
};
