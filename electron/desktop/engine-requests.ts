import { errorShape } from '../../shared/errors.ts';
import { serve } from '../../shared/protocol/server.ts';
import type { Engine } from '../engine/engine.ts';
import { exportedPlace } from '../engine/exported-file.ts';
import type { GrantedPaths } from '../engine/file-access.ts';
import { type FromEngineProcess, ToEngineProcess } from './engine-messages.ts';
import { type MainPort, mainPort } from './message-port-main.ts';

/** Answers one message of the main process; null for what is not one. */
export async function answerMain(
  engine: Engine,
  files: GrantedPaths,
  raw: unknown,
  ports: readonly MainPort[],
): Promise<FromEngineProcess | null> {
  const { success, data: message } = ToEngineProcess.safeParse(raw);
  if (!success) return null;
  try {
    return { id: message.id, answer: await obey(engine, files, message, ports), error: null };
  } catch (error) {
    const { code, message: text, hint } = errorShape(error);
    return { id: message.id, answer: null, error: { code, message: text, hint } };
  }
}

async function obey(
  engine: Engine,
  files: GrantedPaths,
  message: ReturnType<typeof ToEngineProcess.parse>,
  [port]: readonly MainPort[],
): Promise<string | null> {
  switch (message.ask) {
    case 'connect':
      if (port) serve(engine, mainPort(port));
      return null;
    case 'grant':
      return files.grant(message.path);
    case 'open':
      await engine.call('workspace.open', { path: files.grant(message.path) });
      return message.path;
    case 'export':
      return exportedPlace(engine, message.name);
    case 'close':
      await engine.close();
      return null;
  }
}
