/** A bidirectional message channel: a MessagePort, a WebSocket or an in-memory pair. */
export interface Port {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Registers a listener that is called once, when the channel closes. */
  onClose(listener: () => void): void;
  close(): void;
}

/**
 * Returns two connected in-memory ports. Messages arrive in a later microtask, as they would over a real connection.
 */
export function portPair(): [Port, Port] {
  const a = new MemoryPort();
  const b = new MemoryPort();
  a.peer = b;
  b.peer = a;
  return [a, b];
}

class MemoryPort implements Port {
  peer: MemoryPort | null = null;
  private readonly messageListeners: ((message: unknown) => void)[] = [];
  private readonly closeListeners: (() => void)[] = [];
  private open = true;

  post(message: unknown): void {
    const peer = this.peer;
    if (!this.open || !peer) return;
    Promise.resolve().then(() => {
      if (peer.open) for (const listener of peer.messageListeners) listener(message);
    });
  }

  onMessage(listener: (message: unknown) => void): void {
    this.messageListeners.push(listener);
  }

  onClose(listener: () => void): void {
    this.closeListeners.push(listener);
  }

  close(): void {
    for (const end of [this, this.peer]) {
      if (!end?.open) continue;
      end.open = false;
      for (const listener of end.closeListeners) listener();
    }
  }
}
