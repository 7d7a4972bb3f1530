import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { waitFor, waitPolling } from '../../../threads/barrier.ts';
import type { Shard } from '../train-task.ts';

/** Receives a worker's shards in order. */
export class ShardQueue<Inputs> {
  private readonly port: MessagePort;
  /** Number of batches sent; one element. */
  private readonly sentCount: Int32Array<SharedArrayBuffer>;
  private takenCount = 0;

  constructor(port: MessagePort, sentCount: Int32Array<SharedArrayBuffer>) {
    this.port = port;
    this.sentCount = sentCount;
  }

  dequeue(): Shard<Inputs> {
    waitFor(this.sentCount, this.takenCount + 1);
    return this.receive();
  }

  async dequeuePolling(check: () => void): Promise<Shard<Inputs>> {
    await waitPolling(this.sentCount, this.takenCount + 1, check);
    return this.receive();
  }

  private receive(): Shard<Inputs> {
    this.takenCount++;
    const received: { message: Shard<Inputs> } | undefined = receiveMessageOnPort(this.port);
    if (received) return received.message;
    throw new Error('a batch was announced but has not arrived');
  }
}
