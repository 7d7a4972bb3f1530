import { type MessageFault, readMessage } from './message.ts';
import { RecentIds } from './recent-ids.ts';
import type { Spool } from './spool.ts';

/** Number of ids by which repeated messages are recognised: eight minutes at 2,000 messages a second. */
const ID_CAPACITY = 1_000_000;

/** What became of the messages of a request. */
export interface Receipt {
  readonly accepted: number;
  /** Messages whose id was accepted before. */
  readonly duplicates: number;
  /** Messages that are not stored, by their index in the batch. */
  readonly rejected: readonly { readonly index: number; readonly code: MessageFault }[];
}

/** Totals since the listener started. */
export interface ReceiverTotals {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  /** Of the latest accepted message, in milliseconds since the epoch. */
  readonly lastAccepted: number | null;
  readonly lastFault: MessageFault | null;
}

/** Receives messages: those that are valid and new are on disk before `receive` resolves. */
export class Receiver {
  private readonly spool: Spool;
  private readonly ids = new RecentIds(ID_CAPACITY);
  private readonly now: () => number;
  private state: ReceiverTotals = { accepted: 0, duplicates: 0, rejected: 0, lastAccepted: null, lastFault: null };

  /** `knownIds` are those of messages that an earlier process accepted. */
  constructor(spool: Spool, knownIds: Iterable<string>, now: () => number = Date.now) {
    this.spool = spool;
    this.now = now;
    for (const id of knownIds) this.ids.add(id);
  }

  totals(): ReceiverTotals {
    return this.state;
  }

  /** Throws the error of the file system if the messages cannot be stored; none of them is then. */
  async receive(messages: readonly unknown[], sentAt?: unknown): Promise<Receipt> {
    const receivedAt = this.now();
    const lines: string[] = [];
    const added: string[] = [];
    const repeated: string[] = [];
    const rejected: { index: number; code: MessageFault }[] = [];
    for (const [index, value] of messages.entries()) {
      const message = readMessage(value, receivedAt, sentAt);
      if (typeof message === 'string') rejected.push({ index, code: message });
      else if (this.ids.has(message.messageId)) repeated.push(message.messageId);
      else {
        this.ids.add(message.messageId);
        added.push(message.messageId);
        lines.push(JSON.stringify(message));
      }
    }
    await this.store(lines, added);
    // The first copy of a repeated message may have been in a write that failed meanwhile.
    if (repeated.some((id) => !this.ids.has(id)))
      throw new Error('the first copy of a repeated message was not stored');
    const { accepted, duplicates } = this.state;
    this.state = {
      accepted: accepted + added.length,
      duplicates: duplicates + repeated.length,
      rejected: this.state.rejected + rejected.length,
      lastAccepted: added.length > 0 ? receivedAt : this.state.lastAccepted,
      lastFault: rejected.at(-1)?.code ?? this.state.lastFault,
    };
    return { accepted: added.length, duplicates: repeated.length, rejected };
  }

  /** Also waits for the write in progress if there is nothing to write, as it may hold the first copy of a repeated message. */
  private async store(lines: readonly string[], ids: readonly string[]): Promise<void> {
    try {
      await this.spool.append(lines);
    } catch (error) {
      for (const id of ids) this.ids.delete(id);
      throw error;
    }
  }
}
