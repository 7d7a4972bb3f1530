import type { EngineEvent } from '../contract/jobs.ts';
import { cancelled, errorShape } from '../errors.ts';
import { type ToClient, ToEngine } from './messages.ts';
import type { Port } from './port.ts';

/** Interface of the engine that the server needs. The engine validates method names and inputs, once. */
export interface Callable {
  call(method: string, input: unknown): Promise<unknown>;
  onEvent(listener: (event: EngineEvent) => void): () => void;
}

/** Serves an engine on a port until the port closes. Ignores anything that is not a message of the protocol. */
export function serve(engine: Callable, port: Port): void {
  const pending = new Set<number>();
  const send = (message: ToClient) => port.post(message);

  async function answer(id: number, method: string, input: unknown): Promise<void> {
    pending.add(id);
    const message: ToClient = await engine.call(method, input).then(
      (output) => ({ type: 'reply', id, output }) as const,
      (error: unknown) => ({ type: 'error', id, error: errorShape(error) }) as const,
    );
    if (pending.delete(id)) send(message);
  }

  port.onMessage((raw) => {
    const { success, data: message } = ToEngine.safeParse(raw);
    if (!success) return;
    if (message.type === 'call') void answer(message.id, message.method, message.input);
    else if (pending.delete(message.id)) send({ type: 'error', id: message.id, error: errorShape(cancelled()) });
  });
  port.onClose(engine.onEvent((event) => send({ type: 'event', event })));
}
