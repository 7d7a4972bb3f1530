import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { PortraitError } from '../../shared/errors.ts';
import { serve } from '../../shared/protocol/server.ts';
import { Engine } from '../engine/engine.ts';
import { GrantedPaths } from '../engine/granted-paths.ts';
import { pageFolder } from '../page/page-folder.ts';
import { OriginCheck } from './origin-check.ts';
import { type RouteContext, route } from './routes.ts';
import { Sessions } from './sessions.ts';
import { Uploads } from './uploads.ts';
import { webSocketPort } from './web-socket-port.ts';

const LOOPBACK = '127.0.0.1';
/** Maximum size in bytes of a message to the engine; a lasso of ten thousand points is far smaller. */
const MAX_PAYLOAD = 8 * 1024 * 1024;

export interface BrowserHost {
  /** URL that opens the workbench, once: its token is consumed by the first browser that uses it. */
  readonly url: string;
  /** Returns another such URL. */
  freshUrl(): string;
  /** Stops serving, stops the jobs and closes the workspace. */
  close(): Promise<void>;
}

/**
 * Serves the workbench to browsers on this machine. `port` 0 selects a free port. Throws PAGE_NOT_BUILT, PORT_IN_USE
 * and the errors of opening the workspace.
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
    const webSockets = handleConnections(server, {
      page,
      originCheck: new OriginCheck(port),
      sessions,
      uploads,
      files,
      engine,
    });
    const freshUrl = () => `http://${LOOPBACK}:${port}/#token=${sessions.issue()}`;
    return {
      url: freshUrl(),
      freshUrl,
      async close() {
        for (const socket of webSockets.clients) socket.terminate();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function handleConnections(server: Server, site: RouteContext): WebSocketServer {
  const webSockets = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD, perMessageDeflate: false });
  server.on('request', (request, response) => {
    route(site, request, response).catch(() => response.destroy());
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const allowed =
      request.url === '/wire' && site.originCheck.mayAct(request.headers) && site.sessions.has(request.headers);
    if (!allowed) return socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    webSockets.handleUpgrade(request, socket, head, (webSocket) => serve(site.engine, webSocketPort(webSocket)));
  });
  return webSockets;
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
      hint: 'Another program uses it. Choose another port with --port, or omit the option to use a free one.',
    },
    { cause },
  );
}
