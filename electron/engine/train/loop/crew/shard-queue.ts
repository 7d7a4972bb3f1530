import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { waitAndHear, waitFor } from '../../../threads/barrier.ts';
import type { Part } from './shards.ts';

/** Where a worker finds its parts of the batches, in order. */
export class Inbox {
  private readonly port: MessagePort;
  /** How many batches have been sent; one element. */
  private readonly sent: Int32Array<SharedArrayBuffer>;
  private taken = 0;

  constructor(port: MessagePort, sent: Int32Array<SharedArrayBuffer>) {
    this.port = port;
    this.sent = sent;
  }

  take(): Part {
    waitFor(this.sent, this.taken + 1);
    return this.next();
  }

  async takeAndHear(check: () => void): Promise<Part> {
    await waitAndHear(this.sent, this.taken + 1, check);
    return this.next();
  }

  private next(): Part {
    this.taken++;
    const received: { message: Part } | undefined = receiveMessageOnPort(this.port);
    if (received) return received.message;
    throw new Error('a batch was counted that was not sent');
  }
}
