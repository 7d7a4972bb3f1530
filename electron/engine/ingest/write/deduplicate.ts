import { isItemField } from '../../store/events/event-fields.ts';
import type { Fact, StoredEvent } from '../../store/events/stored-events.ts';
import type { EventBlock } from './event-block.ts';
import { eventKey } from './event-key.ts';
import { type ItemValues, itemValue, withItemValues } from './item-values.ts';

export type Repeats = 'drop' | 'keep';

/**
 * Determines which events of a block are new to the store: of each distinct event, as many as the block has more than
 * the store; with `drop`, one if the store has none.
 */
export class Deduplicator {
  private readonly compared: readonly Fact[];
  private readonly values: ItemValues;
  private readonly repeats: Repeats;
  private readonly key: ReturnType<typeof eventKey>;
  private readonly block: EventBlock;
  private readonly columns: readonly ReturnType<EventBlock['column']>[];

  constructor(block: EventBlock, compared: readonly Fact[], values: ItemValues, repeats: Repeats) {
    this.compared = compared;
    this.values = values;
    this.repeats = repeats;
    this.key = eventKey(compared);
    this.block = block;
    this.columns = compared.map((fact) => block.column(fact === 'sessionName' ? 'session' : fact));
  }

  /**
   * Returns the rows from `first` to before `last`, all of one user, that are not among the user's stored events, and
   * the `seq` of each. Processes the events time by time, since repeats share their time.
   */
  newRows(first: number, last: number, storedEvents: readonly StoredEvent[]): { added: number[]; seqs: number[] } {
    const { times } = this.block;
    const added: number[] = [];
    const seqs: number[] = [];
    let k = 0;
    for (let start = first, end = first; start < last; start = end) {
      const time = times[start]!;
      while (end < last && times[end] === time) end++;
      while (k < storedEvents.length && storedEvents[k]!.time < time) k++;
      const from = k;
      while (k < storedEvents.length && storedEvents[k]!.time === time) k++;
      // By far the most frequent case when a file is imported again; compared without building keys.
      if (end - start === 1 && k - from === 1 && this.isSame(start, storedEvents[from]!)) continue;
      let seq = k > from ? storedEvents[k - 1]!.seq + 1 : 0;
      const isNew = end - start > 1 || k > from ? this.createNewEventTest(storedEvents.slice(from, k)) : always;
      for (let row = start; row < end; row++) {
        if (!isNew(row)) continue;
        added.push(row);
        seqs.push(seq++);
      }
    }
    return { added, seqs };
  }

  /** Whether a row of the block equals a stored event. */
  private isSame(row: number, storedEvent: StoredEvent): boolean {
    const { block, compared, columns, values } = this;
    for (let i = 0; i < compared.length; i++) {
      const fact = compared[i]!;
      let value = orNull(columns[i]![row]);
      if (value === null && isItemField(fact)) value = itemValue(values, block.number('item', row), fact);
      if (value !== (storedEvent[fact] ?? null)) return false;
    }
    return true;
  }

  /** Returns a function that is called with each row of one time and returns whether it is new. */
  private createNewEventTest(storedEvents: readonly StoredEvent[]): (row: number) => boolean {
    const counts = new Map<string, number>();
    for (const event of storedEvents) {
      const key = this.key(event);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return (row) => {
      const key = this.key(withItemValues(this.values, this.block.facts(row)));
      const remaining = counts.get(key) ?? 0;
      if (this.repeats === 'drop') counts.set(key, 1);
      else if (remaining > 0) counts.set(key, remaining - 1);
      return remaining === 0;
    };
  }
}

const always = () => true;
const orNull = (value: number | string | null | undefined) =>
  value === undefined || Number.isNaN(value) ? null : value;
