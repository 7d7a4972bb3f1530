import { onTestFinished } from 'vitest';
import { Engine } from '../../electron/engine/engine.ts';
import { unrestrictedPaths } from '../../electron/engine/unrestricted-paths.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import { portPair } from '../../shared/protocol/port.ts';
import { serve } from '../../shared/protocol/server.ts';
import { testFolder } from './folder.ts';

/** Creates a real engine and a client connected over in-memory ports; both are closed after the test. */
export function testEngine(home = testFolder()): { engine: Engine; client: EngineClient; home: string } {
  const { engine, client, close } = startEngine(home);
  onTestFinished(close);
  return { engine, client, home };
}

/** Creates a real engine and a client connected over in-memory ports; `close` closes both. */
export function startEngine(home: string): { engine: Engine; client: EngineClient; close(): Promise<void> } {
  const engine = new Engine(unrestrictedPaths(home));
  const [near, far] = portPair();
  serve(engine, far);
  const client = new EngineClient(near);
  const close = async () => {
    client.close();
    await engine.close();
  };
  return { engine, client, close };
}
