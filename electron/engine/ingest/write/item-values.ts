import { recordOf } from '../../../../shared/domain/record-of.ts';
import { type ItemField, itemFields } from '../../store/events/event-fields.ts';
import type { EventFacts } from '../../store/events/stored-events.ts';
import type { DuckDb } from '../stage/duckdb.ts';

/** The store's values of each item, indexed by item id; NaN if an item has none. */
export type ItemValues = Readonly<Record<ItemField, Float64Array>>;

export async function readItemValues(duck: DuckDb): Promise<ItemValues> {
  const size = 1 + (await duck.number('SELECT coalesce(max(id), 0) FROM items'));
  const values = recordOf(itemFields, () => new Float64Array(size).fill(Number.NaN));
  for await (const chunk of duck.stream(`SELECT ${['id', ...itemFields]} FROM items`)) {
    const [ids = [], ...columns] = chunk.getColumns();
    for (const [i, field] of itemFields.entries()) {
      const column = columns[i]!;
      for (let row = 0; row < ids.length; row++) values[field][Number(ids[row])] = Number(column[row] ?? Number.NaN);
    }
  }
  return values;
}

/** Returns the value that an event without its own takes from its item; null if there is none. */
export function itemValue(values: ItemValues, item: number | null, field: ItemField): number | null {
  const value = item === null ? Number.NaN : values[field][item]!;
  return Number.isNaN(value) ? null : value;
}

/** Returns the event with missing values filled in from its item, as readers of the store see it. */
export function withItemValues(values: ItemValues, event: EventFacts): EventFacts {
  return { ...event, ...recordOf(itemFields, (field) => event[field] ?? itemValue(values, event.item, field)) };
}
