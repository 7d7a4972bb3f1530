import type { MessagePort } from 'node:worker_threads';
import { startWasm } from '../../../model/kernels/register.ts';
import type { RunConfig } from '../../../runs/run-files.ts';
import { learnerOf, type Packed, Seat, type Table } from './replica.ts';
import { Inbox } from './shard-queue.ts';

export interface MemberInput {
  readonly config: RunConfig;
  readonly table: Table;
  readonly packed: Packed;
  /** Which of the workers it is, from 1 on: the first leads. */
  readonly worker: number;
  /** The first step. */
  readonly step: number;
  readonly port: MessagePort;
  readonly sent: Int32Array<SharedArrayBuffer>;
}

/** Takes part in a training, step by step, until the thread is ended. */
export async function takePart({ config, table, packed, worker, step, port, sent }: MemberInput): Promise<never> {
  await startWasm();
  const seat = new Seat(table, worker, learnerOf(config, table.layout, packed));
  const inbox = new Inbox(port, sent);
  for (let now = step; ; now++) {
    const part = inbox.take();
    if (!part.asks) continue;
    seat.contribute(part, now);
    seat.meeting.wait();
    seat.finish(now);
  }
}
