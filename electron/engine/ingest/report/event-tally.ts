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

/** Number of repeats of an action within a quarter of an hour, the smallest step by which time zones differ. */
export interface RepeatedEvents {
  readonly action: number;
  /** Start of the quarter of an hour, in milliseconds. */
  readonly time: number;
  readonly events: number;
}

const QUARTER_HOUR = 15 * 60_000;

/**
 * Counts the distribution of a file's events over users, sessions and items while they are written to the store. An
 * event that the file repeats counts once, unless repeats are kept; one that the store has already counts too. A session
 * belongs to one user, as in the store.
 */
export class EventTally {
  private readonly options: Options;
  private readonly perUser = new SpreadOfCounts();
  private readonly perSession = new SpreadOfCounts();
  private readonly sessionsPerUser = new SpreadOfCounts();
  /** Number of events of each item, by its id. */
  private perItem = new Uint32Array(1024);
  /** Number of repeats of each action, by quarter of an hour. */
  private readonly repeats = new Map<number, Map<number, number>>();

  constructor(options: Options) {
    this.options = options;
  }

  /**
   * Adds one user's events, the rows of a block from `start` to before `end`; those not in `distinct`, which is
   * ascending, are repeats.
   */
  addUser(block: EventBlock, start: number, end: number, distinct: readonly number[]): void {
    this.perUser.add(distinct.length);
    const sessions = this.options.hasSessions
      ? this.addNamedSessions(block, distinct)
      : this.addIdleSessions(block.times, distinct);
    if (sessions > 0) this.sessionsPerUser.add(sessions);
    this.addItems(block, distinct);
    if (distinct.length < end - start) this.addRepeats(block, start, end, distinct);
  }

  /** Returns the repeated events, which are not part of the distributions. */
  repeatedEvents(): RepeatedEvents[] {
    return [...this.repeats].flatMap(([action, quarters]) =>
      [...quarters].map(([quarter, events]) => ({ action, time: quarter * QUARTER_HOUR, events })),
    );
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
  private addNamedSessions(block: EventBlock, rows: readonly number[]): number {
    const events = new Map<string, number>();
    for (const row of rows) {
      const name = block.text('session', row);
      if (name !== null) events.set(name, (events.get(name) ?? 0) + 1);
    }
    for (const n of events.values()) this.perSession.add(n);
    return events.size;
  }

  private addIdleSessions(times: Float64Array, rows: readonly number[]): number {
    const { timeKind, idleMs } = this.options;
    if (timeKind !== 'clock' && timeKind !== 'date') return 0;
    const gap = timeKind === 'clock' ? idleMs : 0;
    let sessions = 0;
    for (let first = 0, i = 1; i <= rows.length; i++) {
      if (i < rows.length && times[rows[i]!]! - times[rows[i - 1]!]! <= gap) continue;
      this.perSession.add(i - first);
      first = i;
      sessions++;
    }
    return sessions;
  }

  private addItems(block: EventBlock, rows: readonly number[]): void {
    const items = block.column('item');
    if (!(items instanceof Float64Array)) return;
    for (const row of rows) {
      const item = items[row];
      if (item === undefined || Number.isNaN(item)) continue;
      if (item >= this.perItem.length) this.perItem = grow(this.perItem, item);
      this.perItem[item]!++;
    }
  }

  private addRepeats(block: EventBlock, start: number, end: number, distinct: readonly number[]): void {
    for (let row = start, i = 0; row < end; row++) {
      if (distinct[i] === row) {
        i++;
        continue;
      }
      const action = block.number('action', row) ?? 0;
      const quarter = Math.floor(block.times[row]! / QUARTER_HOUR);
      const quarters = this.repeats.get(action) ?? new Map<number, number>();
      this.repeats.set(action, quarters.set(quarter, (quarters.get(quarter) ?? 0) + 1));
    }
  }
}

function grow(counts: Uint32Array<ArrayBuffer>, index: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * index);
  larger.set(counts);
  return larger;
}
