/** Anything that can post messages both ways: a MessagePort, a WebSocket, a pair in memory. */
export interface Port {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when the other side is gone. */
  onClose(listener: () => void): void;
  close(): void;
}

/** Two ports in memory, each the other's far end; messages arrive in a later microtask, as on a real wire. */
export function portPair(): [Port, Port] {
  const a = new MemoryPort();
  const b = new MemoryPort();
  a.peer = b;
  b.peer = a;
  return [a, b];
}

class MemoryPort implements Port {
  peer: MemoryPort | null = null;
  private readonly messages: ((message: unknown) => void)[] = [];
  private readonly closes: (() => void)[] = [];
  private open = true;

  post(message: unknown): void {
    const peer = this.peer;
    if (!this.open || !peer) return;
    Promise.resolve().then(() => {
      if (peer.open) for (const listener of peer.messages) listener(message);
    });
  }

  onMessage(listener: (message: unknown) => void): void {
    this.messages.push(listener);
  }

  onClose(listener: () => void): void {
    this.closes.push(listener);
  }

  close(): void {
    for (const end of [this, this.peer]) {
      if (!end?.open) continue;
      end.open = false;
      for (const listener of end.closes) listener();
    }
  }
}
