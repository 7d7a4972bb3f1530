import type { EngineEvent } from '../contract/jobs.ts';
import { cancelled, errorShape } from '../errors.ts';
import { type AbortSignalLike, Cancellation } from './cancellation.ts';
import { type ToClient, ToEngine } from './messages.ts';
import type { Port } from './port.ts';

/** Interface of the engine that the server needs. The engine validates method names and inputs, once. */
export interface Callable {
  /** `signal`: whether the client has cancelled the call, whose result is then of no use. */
  call(method: string, input: unknown, signal?: AbortSignalLike): Promise<unknown>;
  onEvent(listener: (event: EngineEvent) => void): () => void;
}

/** Serves an engine on a port until the port closes. Ignores anything that is not a message of the protocol. */
export function serve(engine: Callable, port: Port): void {
  const pending = new Map<number, Cancellation>();
  const send = (message: ToClient) => port.post(message);

  async function answer(id: number, method: string, input: unknown): Promise<void> {
    const cancellation = new Cancellation();
    pending.set(id, cancellation);
    const message: ToClient = await engine.call(method, input, cancellation).then(
      (output) => ({ type: 'reply', id, output }) as const,
      (error: unknown) => ({ type: 'error', id, error: errorShape(error) }) as const,
    );
    if (pending.delete(id)) send(message);
  }

  port.onMessage((raw) => {
    const { success, data: message } = ToEngine.safeParse(raw);
    if (!success) return;
    if (message.type === 'call') void answer(message.id, message.method, message.input);
    else {
      const cancellation = pending.get(message.id);
      if (!pending.delete(message.id)) return;
      send({ type: 'error', id: message.id, error: errorShape(cancelled()) });
      cancellation?.abort();
    }
  });
  port.onClose(engine.onEvent((event) => send({ type: 'event', event })));
}
