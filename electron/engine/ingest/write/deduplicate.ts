import { isItemField } from '../../store/events/event-fields.ts';
import type { Fact, StoredEvent } from '../../store/events/stored-events.ts';
import type { ComparedFacts } from './compared-facts.ts';
import type { EventBlock } from './event-block.ts';
import { eventKey } from './event-key.ts';
import { type ItemValues, itemValue, withItemValues } from './item-values.ts';

export type Repeats = 'drop' | 'keep';

/**
 * Determines which events of a block are new to the store: of each distinct event, as many as the file has more than
 * the store. With `drop`, rows of the file that are equal in all columns count once.
 */
export class Deduplicator {
  private readonly compared: ComparedFacts;
  private readonly values: ItemValues;
  private readonly repeats: Repeats;
  private readonly block: EventBlock;
  private readonly columns: Readonly<Partial<Record<Fact, ReturnType<EventBlock['column']>>>>;
  private readonly keys = new Map<readonly Fact[], ReturnType<typeof eventKey>>();

  constructor(block: EventBlock, compared: ComparedFacts, values: ItemValues, repeats: Repeats) {
    this.compared = compared;
    this.values = values;
    this.repeats = repeats;
    this.block = block;
    this.columns = Object.fromEntries(
      compared.all.map((fact) => [fact, block.column(fact === 'sessionName' ? 'session' : fact)]),
    );
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
      if (end - start === 1 && k === from) {
        added.push(start);
        seqs.push(seq);
        continue;
      }
      for (const row of this.newRowsOfTime(start, end, storedEvents.slice(from, k))) {
        added.push(row);
        seqs.push(seq++);
      }
    }
    return { added, seqs };
  }

  /** Whether a row of the block equals a stored event. */
  private isSame(row: number, storedEvent: StoredEvent): boolean {
    const { block, columns, values } = this;
    const facts = this.compared.with(storedEvent.import);
    for (let i = 0; i < facts.length; i++) {
      const fact = facts[i]!;
      let value = orNull(columns[fact]![row]);
      if (value === null && isItemField(fact)) value = itemValue(values, block.number('item', row), fact);
      if (value !== (storedEvent[fact] ?? null)) return false;
    }
    return true;
  }

  /**
   * Returns the rows of one time that equal no stored event of that time. Stored events that are compared by more
   * fields are matched first.
   */
  private newRowsOfTime(start: number, end: number, storedEvents: readonly StoredEvent[]): number[] {
    let rows: number[] = [];
    for (let row = start; row < end; row++) rows.push(row);
    if (this.repeats === 'drop' && rows.length > 1) rows = this.withoutRepeats(rows);
    const shapes = [...new Set(storedEvents.map((event) => this.compared.with(event.import)))];
    for (const facts of shapes.sort((a, b) => b.length - a.length)) {
      const key = this.keyOf(facts);
      const counts = new Map<string, number>();
      for (const event of storedEvents) {
        if (this.compared.with(event.import) === facts) counts.set(key(event), (counts.get(key(event)) ?? 0) + 1);
      }
      rows = rows.filter((row) => {
        const rowKey = key(withItemValues(this.values, this.block.facts(row)));
        const remaining = counts.get(rowKey) ?? 0;
        if (remaining > 0) counts.set(rowKey, remaining - 1);
        return remaining === 0;
      });
    }
    return rows;
  }

  /** Returns the first row of each group that is equal in all columns. */
  private withoutRepeats(rows: readonly number[]): number[] {
    const key = this.keyOf(this.compared.all);
    const { otherColumns } = this.block;
    const distinct = new Set<string>();
    return rows.filter((row) => {
      const rowKey = `${key(withItemValues(this.values, this.block.facts(row)))}|${otherColumns?.[row] ?? ''}`;
      const isFirst = !distinct.has(rowKey);
      distinct.add(rowKey);
      return isFirst;
    });
  }

  private keyOf(facts: readonly Fact[]): ReturnType<typeof eventKey> {
    const key = this.keys.get(facts) ?? eventKey(facts);
    this.keys.set(facts, key);
    return key;
  }
}

const orNull = (value: number | string | null | undefined) =>
  value === undefined || Number.isNaN(value) ? null : value;
