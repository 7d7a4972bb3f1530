import type { TimeKind } from '../../../../shared/contract/import-file.ts';
import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import type { EventBlock } from '../write/event-block.ts';
import { longTail } from './long-tail.ts';
import { SpreadOfCounts } from './spread.ts';

type Spreads = Pick<QualityReport, 'eventsPerUser' | 'eventsPerSession' | 'sessionsPerUser' | 'items'>;

interface Options {
  /** Whether events have session names. */
  readonly hasSessions: boolean;
  readonly timeKind: TimeKind;
  /** Idle milliseconds that end a session if sessions are not named. */
  readonly idleMs: number;
}

/** Counts the distribution of a file's events over users, sessions and items while they are written to the store. */
export class EventTally {
  private readonly options: Options;
  private readonly perUser = new SpreadOfCounts();
  private readonly perSession = new SpreadOfCounts();
  private readonly sessionsPerUser = new SpreadOfCounts();
  /** Number of events of each item, by its id. */
  private perItem = new Uint32Array(1024);

  constructor(options: Options) {
    this.options = options;
  }

  /** Adds a block, which must contain complete users. */
  add(block: EventBlock): void {
    const { users, rows } = block;
    for (let start = 0, end = 0; start < rows; start = end) {
      const user = users[start]!;
      while (end < rows && users[end] === user) end++;
      this.perUser.add(end - start);
      const sessions = this.options.hasSessions
        ? this.addNamedSessions(block, start, end)
        : this.addIdleSessions(block.times, start, end);
      if (sessions > 0) this.sessionsPerUser.add(sessions);
    }
    this.addItems(block);
  }

  /**
   * Returns the distributions; null where nothing was counted, such as for sessions if only the order of events is
   * known.
   */
  spreads(): Spreads {
    return {
      eventsPerUser: this.perUser.spread(),
      eventsPerSession: this.perSession.spread(),
      sessionsPerUser: this.sessionsPerUser.spread(),
      items: longTail(this.perItem),
    };
  }

  /** Adds the named sessions of one user; returns their number. */
  private addNamedSessions(block: EventBlock, start: number, end: number): number {
    const events = new Map<string, number>();
    for (let row = start; row < end; row++) {
      const name = block.text('session', row);
      if (name !== null) events.set(name, (events.get(name) ?? 0) + 1);
    }
    for (const n of events.values()) this.perSession.add(n);
    return events.size;
  }

  private addIdleSessions(times: Float64Array, start: number, end: number): number {
    const { timeKind, idleMs } = this.options;
    if (timeKind !== 'clock' && timeKind !== 'date') return 0;
    const gap = timeKind === 'clock' ? idleMs : 0;
    let sessions = 0;
    for (let first = start, row = start + 1; row <= end; row++) {
      if (row < end && times[row]! - times[row - 1]! <= gap) continue;
      this.perSession.add(row - first);
      first = row;
      sessions++;
    }
    return sessions;
  }

  private addItems(block: EventBlock): void {
    const items = block.column('item');
    if (!(items instanceof Float64Array)) return;
    const rows = Math.min(block.rows, items.length);
    for (let row = 0; row < rows; row++) {
      const item = items[row]!;
      if (Number.isNaN(item)) continue;
      if (item >= this.perItem.length) this.perItem = grow(this.perItem, item);
      this.perItem[item]!++;
    }
  }
}

function grow(counts: Uint32Array<ArrayBuffer>, index: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * index);
  larger.set(counts);
  return larger;
}
