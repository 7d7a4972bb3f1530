import type { ItemField } from '../../store/events/event-fields.ts';
import type { EventFacts } from '../../store/events/stored-events.ts';
import type { DuckDb } from '../stage/duckdb.ts';

/** The store's values of each item, indexed by item id; 0 and NaN mean “none”. */
export interface ItemValues extends Readonly<Record<ItemField, Int32Array | Float64Array>> {
  readonly category: Int32Array;
  readonly brand: Int32Array;
  readonly price: Float64Array;
}

export async function readItemValues(duck: DuckDb): Promise<ItemValues> {
  const size = 1 + (await duck.number('SELECT coalesce(max(id), 0) FROM items'));
  const values = {
    category: new Int32Array(size),
    brand: new Int32Array(size),
    price: new Float64Array(size).fill(Number.NaN),
  };
  for await (const chunk of duck.stream('SELECT id, category, brand, price FROM items')) {
    const [ids = [], categories = [], brands = [], prices = []] = chunk.getColumns();
    for (let row = 0; row < ids.length; row++) {
      const id = Number(ids[row]);
      values.category[id] = Number(categories[row] ?? 0);
      values.brand[id] = Number(brands[row] ?? 0);
      values.price[id] = Number(prices[row] ?? Number.NaN);
    }
  }
  return values;
}

/** Returns the event with missing values filled in from its item, as readers of the store see it. */
export function withItemValues({ category, brand, price }: ItemValues, event: EventFacts): EventFacts {
  const { item } = event;
  if (item === null || (event.category !== null && event.brand !== null && event.price !== null)) return event;
  const itemPrice = price[item]!;
  return {
    ...event,
    category: event.category ?? (category[item] || null),
    brand: event.brand ?? (brand[item] || null),
    price: event.price ?? (Number.isNaN(itemPrice) ? null : itemPrice),
  };
}
