import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { PortraitError } from '../../shared/errors.ts';
import { serve } from '../../shared/protocol/server.ts';
import { Engine } from '../engine/engine.ts';
import { GrantedPaths } from '../engine/file-access.ts';
import { pageFolder } from '../page/page-folder.ts';
import { Gate } from './origin-check.ts';
import { route, type Site } from './routes.ts';
import { Sessions } from './sessions.ts';
import { Uploads } from './uploads.ts';
import { webSocketPort } from './web-socket-port.ts';

const LOOPBACK = '127.0.0.1';
/** Bytes of one message to the engine: a lasso of ten thousand corners is far below. */
const MOST_PAYLOAD = 8 * 1024 * 1024;

export interface BrowserHost {
  /** An address that opens the workbench, once: its token is spent by the first browser that uses it. */
  readonly url: string;
  /** Another such address. */
  freshUrl(): string;
  /** Stops serving, ends jobs cleanly and lets go of the workspace. */
  close(): Promise<void>;
}

/**
 * Serves the workbench to browsers on this machine. `port` 0 takes a free one. Throws PAGE_NOT_BUILT, PORT_IN_USE and what
 * opening the workspace throws.
 */
export async function serveBrowser(options: {
  home: string;
  workspace?: string | undefined;
  port?: number | undefined;
}): Promise<BrowserHost> {
  const files = new GrantedPaths(options.home);
  const engine = new Engine(files);
  const page = pageFolder();
  if (options.workspace !== undefined) await engine.call('workspace.open', { path: files.grant(options.workspace) });
  const server = createServer({ requestTimeout: 0 });
  const uploads = new Uploads();
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await engine.close();
    await uploads.close();
  };
  try {
    const port = await listen(server, options.port ?? 0);
    const sessions = new Sessions(port);
    const wires = answer(server, { page, gate: new Gate(port), sessions, uploads, files, engine });
    const freshUrl = () => `http://${LOOPBACK}:${port}/#token=${sessions.issue()}`;
    return {
      url: freshUrl(),
      freshUrl,
      async close() {
        for (const wire of wires.clients) wire.terminate();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function answer(server: Server, site: Site): WebSocketServer {
  const wires = new WebSocketServer({ noServer: true, maxPayload: MOST_PAYLOAD, perMessageDeflate: false });
  server.on('request', (request, response) => {
    route(site, request, response).catch(() => response.destroy());
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const allowed = request.url === '/wire' && site.gate.mayAct(request.headers) && site.sessions.has(request.headers);
    if (!allowed) return socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    wires.handleUpgrade(request, socket, head, (wire) => serve(site.engine, webSocketPort(wire)));
  });
  return wires;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(port, error)));
    server.listen(port, LOOPBACK, () => resolve((server.address() as AddressInfo).port));
  });
}

function cannotListen(port: number, cause: Error): PortraitError {
  return new PortraitError(
    {
      code: 'PORT_IN_USE',
      message: `Portrait cannot listen on port ${port}.`,
      hint: 'Another program uses it: choose another with --port, or leave it out for a free one.',
    },
    { cause },
  );
}
