import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** `port`, or one that the system gives where `port` is in use on `host`. */
export async function freePort(host: string, port: number): Promise<number> {
  return (await listens(host, port)) ?? (await listens(host, 0)) ?? port;
}

async function listens(host: string, port: number): Promise<number | null> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return null;
    throw error;
  } finally {
    server.close();
  }
}
