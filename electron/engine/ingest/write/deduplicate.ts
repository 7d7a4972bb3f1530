import type { Fact, KnownEvent } from '../../store/events/stored-events.ts';
import type { EventBlock } from './event-block.ts';
import { eventKey } from './event-key.ts';
import { filledFrom, type ItemValues, isOfItem } from './item-values.ts';

export type Repeats = 'drop' | 'keep';

/**
 * Tells which events of a block add to what the store holds: of each distinct event as many as the block has more than the
 * store; with `drop`, one if the store has none.
 */
export class Novelty {
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
   * The rows from `first` to before `last`, all of one user, that add to the user's known events, and the `seq` of each. Goes
   * through the events of one time after another, as repeats share their time.
   */
  of(first: number, last: number, known: readonly KnownEvent[]): { added: number[]; seqs: number[] } {
    const { times } = this.block;
    const added: number[] = [];
    const seqs: number[] = [];
    let k = 0;
    for (let start = first, end = first; start < last; start = end) {
      const time = times[start]!;
      while (end < last && times[end] === time) end++;
      while (k < known.length && known[k]!.time < time) k++;
      const from = k;
      while (k < known.length && known[k]!.time === time) k++;
      // Much the most frequent where a file comes again, and told without a text for each.
      if (end - start === 1 && k - from === 1 && this.isSame(start, known[from]!)) continue;
      let seq = k > from ? known[k - 1]!.seq + 1 : 0;
      const isNew = end - start > 1 || k > from ? this.telling(known.slice(from, k)) : always;
      for (let row = start; row < end; row++) {
        if (!isNew(row)) continue;
        added.push(row);
        seqs.push(seq++);
      }
    }
    return { added, seqs };
  }

  /** Whether a row of the present block says just what a known event says. */
  private isSame(row: number, known: KnownEvent): boolean {
    const { block, compared, columns, values } = this;
    for (let i = 0; i < compared.length; i++) {
      const fact = compared[i]!;
      let value = orNull(columns[i]![row]);
      if (value === null && isOfItem(fact)) value = filledFrom(values, block.facts(row))[fact];
      if (value !== (known[fact] ?? null)) return false;
    }
    return true;
  }

  /** Tells of one event after another, all of one time, whether it adds to what is known. */
  private telling(known: readonly KnownEvent[]): (row: number) => boolean {
    const counts = new Map<string, number>();
    for (const event of known) {
      const key = this.key(event);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return (row) => {
      const key = this.key(filledFrom(this.values, this.block.facts(row)));
      const left = counts.get(key) ?? 0;
      if (this.repeats === 'drop') counts.set(key, 1);
      else if (left > 0) counts.set(key, left - 1);
      return left === 0;
    };
  }
}

const always = () => true;
const orNull = (value: number | string | null | undefined) =>
  value === undefined || Number.isNaN(value) ? null : value;
