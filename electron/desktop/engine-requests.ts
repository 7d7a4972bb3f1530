import { errorShape } from '../../shared/errors.ts';
import { serve } from '../../shared/protocol/server.ts';
import type { Engine } from '../engine/engine.ts';
import { exportedPath } from '../engine/exported-file.ts';
import type { GrantedPaths } from '../engine/granted-paths.ts';
import { type EngineProcessReply, EngineProcessRequest, type WorkspaceNotice } from './engine-messages.ts';
import { type MainPort, mainPort } from './message-port-main.ts';

/** Handles one message from the main process; returns null for a message that is no request. */
export async function handleMainRequest(
  engine: Engine,
  files: GrantedPaths,
  raw: unknown,
  ports: readonly MainPort[],
): Promise<EngineProcessReply | null> {
  const { success, data: message } = EngineProcessRequest.safeParse(raw);
  if (!success) return null;
  try {
    return { id: message.id, answer: await performRequest(engine, files, message, ports), error: null };
  } catch (error) {
    const { code, message: text, hint } = errorShape(error);
    return { id: message.id, answer: null, error: { code, message: text, hint } };
  }
}

async function performRequest(
  engine: Engine,
  files: GrantedPaths,
  message: ReturnType<typeof EngineProcessRequest.parse>,
  [port]: readonly MainPort[],
): Promise<string | null> {
  switch (message.type) {
    case 'connect':
      if (port) serve(engine, mainPort(port));
      return null;
    case 'grant':
      return files.grant(message.path);
    case 'open':
      await engine.call('workspace.open', { path: files.grant(message.path) });
      return message.path;
    case 'export':
      return exportedPath(engine, message.name);
    case 'close':
      await engine.close();
      return null;
  }
}

/** Calls `notify` whenever another workspace is opened, so that a new engine process can reopen it. */
export function reportWorkspace(engine: Engine, notify: (notice: WorkspaceNotice) => void): void {
  let reported: string | null = null;
  engine.onEvent(() => {
    const path = engine.hasWorkspace() ? engine.workspace().path : null;
    if (path === reported) return;
    reported = path;
    notify({ type: 'workspace', path });
  });
}
