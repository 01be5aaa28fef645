import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What the server was asked for, in order. */
export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** When it was asked and when it was done, by the clock that never runs back. */
  readonly at: number;
}

export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this computer that does what a test wants of it. */
export interface TestServer {
  readonly origin: string;
  readonly port: number;
  readonly asked: Asked[];
  /** Paths without `/robots.txt`. */
  readonly paths: () => string[];
  close(): Promise<void>;
}

/** Serves each path as the table says; 404 for the others. */
export async function serve(behaviours: Readonly<Record<string, Behaviour>>): Promise<TestServer> {
  const asked: Asked[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers, at: performance.now() });
    const behaviour = behaviours[path];
    if (behaviour === undefined) response.writeHead(404, { 'Content-Type': 'text/html' }).end('<p>no</p>');
    else behaviour(request, response);
  });
  return listen(server, sockets, asked);
}

/** Answers every connection with raw bytes, however wrong they are; `null` says nothing at all. */
export async function serveRaw(answer: (socket: Socket, head: string) => void): Promise<TestServer> {
  const asked: Asked[] = [];
  const server = createTcpServer((socket) => {
    socket.once('data', (bytes: Buffer) => {
      const head = bytes.toString('latin1');
      asked.push({ path: head.split(' ')[1] ?? '', headers: {}, at: performance.now() });
      answer(socket, head);
    });
  });
  return listen(server, new Set(), asked);
}

async function listen(server: Server, sockets: Set<Socket>, asked: Asked[]): Promise<TestServer> {
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    // Whoever stops reading breaks the connection: that is what most tests are about.
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    asked,
    paths: () => asked.map(({ path }) => path).filter((path) => path !== '/robots.txt'),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** Sends a whole answer. */
export function send(
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Behaviour {
  return (_request, response) =>
    void response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(body);
}

/** Leads on to another address. */
export function redirect(location: string, status = 302): Behaviour {
  return (_request, response) => void response.writeHead(status, { Location: location }).end();
}
