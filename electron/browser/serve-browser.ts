import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { portInUse } from '../../shared/domain/port-in-use.ts';
import { Engine } from '../engine/engine.ts';
import { GrantedPaths } from '../engine/granted-paths.ts';
import { pageFolder } from '../page/page-folder.ts';
import { acceptWires } from './accept-wires.ts';
import { ConnectionLimit } from './connection-limit.ts';
import { OriginCheck } from './origin-check.ts';
import { sendFailure } from './responses.ts';
import { RestartableEngine } from './restartable-engine.ts';
import { type RouteContext, route } from './routes.ts';
import { Sessions } from './sessions.ts';
import { deleteAbandonedUploads } from './upload-folder.ts';
import { Uploads } from './uploads.ts';

const LOOPBACK = '127.0.0.1';
/** Time limits in milliseconds. A body, such as a large upload, may take long; its reader limits the pauses. */
const TIME_LIMITS = { headersTimeout: 60_000, requestTimeout: 0, connectionsCheckingInterval: 10_000 };

export interface BrowserHost {
  /** URL that opens the workbench, once: its token is consumed by the first browser that uses it. */
  readonly url: string;
  /** Returns another such URL. */
  freshUrl(): string;
  /** Replaces the engine after an uncaught error; returns false if it was replaced too often recently. */
  restartEngine(): boolean;
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
  const engine = new RestartableEngine(() => new Engine(files));
  const page = pageFolder();
  if (options.workspace !== undefined) await engine.call('workspace.open', { path: files.grant(options.workspace) });
  await deleteAbandonedUploads();
  const server = createServer(TIME_LIMITS);
  const connections = new ConnectionLimit();
  server.on('connection', (socket) => connections.add(socket));
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
    const originCheck = new OriginCheck(port);
    const site: RouteContext = { page, originCheck, connections, sessions, uploads, files, engine };
    server.on('request', (request, response) => {
      route(site, request, response).catch((error) => sendFailure(response, error));
    });
    const webSockets = acceptWires(server, site);
    const freshUrl = () => `http://${LOOPBACK}:${port}/#token=${sessions.issue()}`;
    return {
      url: freshUrl(),
      freshUrl,
      restartEngine: () => engine.restart(),
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

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(portInUse(port, error)));
    server.listen(port, LOOPBACK, () => resolve((server.address() as AddressInfo).port));
  });
}
