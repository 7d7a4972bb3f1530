import type { UnknownItems } from '../../../shared/domain/drift.ts';
import { type EventColumns, TIME_KINDS } from './event-columns.ts';

/**
 * Counts the items of dated events from a time on and before it, and those that are not known. `known`: 1 for the ids of
 * known items. An item with events in both periods counts in both.
 */
export function unknownItems(
  { item, time, timeKind }: Pick<EventColumns, 'item' | 'time' | 'timeKind'>,
  known: Uint8Array,
  from: number,
): { last: UnknownItems; earlier: UnknownItems } {
  const [last, earlier] = [new Period(known), new Period(known)];
  for (let e = 0; e < item.length; e++) {
    const kind = typeof timeKind === 'number' ? timeKind : timeKind[e];
    if (item[e] === 0 || kind === TIME_KINDS.order) continue;
    (time.values[e]! * time.unit >= from ? last : earlier).add(item[e]!);
  }
  return { last: last.counts(), earlier: earlier.counts() };
}

class Period {
  private readonly known: Uint8Array;
  private readonly seen: Uint8Array;
  private items = 0;
  private unknown = 0;
  private events = 0;
  private unknownEvents = 0;

  constructor(known: Uint8Array) {
    this.known = known;
    this.seen = new Uint8Array(known.length);
  }

  add(item: number): void {
    const isUnknown = 1 - this.known[item]!;
    this.events++;
    this.unknownEvents += isUnknown;
    if (this.seen[item] === 1) return;
    this.seen[item] = 1;
    this.items++;
    this.unknown += isUnknown;
  }

  counts(): UnknownItems {
    const { items, unknown, events, unknownEvents } = this;
    return { items, unknown, events, unknownEvents };
  }
}
