import type { EventFacts } from '../../store/events/stored-events.ts';
import type { Duck } from '../stage/duckdb.ts';

/** What the store knows of each item, by its id; 0 and NaN stand for "nothing". */
export interface ItemValues {
  readonly category: Int32Array;
  readonly brand: Int32Array;
  readonly price: Float64Array;
}

export async function readItemValues(duck: Duck): Promise<ItemValues> {
  const size = 1 + (await duck.number('SELECT coalesce(max(id), 0) FROM known_items'));
  const values = {
    category: new Int32Array(size),
    brand: new Int32Array(size),
    price: new Float64Array(size).fill(Number.NaN),
  };
  for await (const chunk of duck.stream('SELECT id, category, brand, price FROM known_items')) {
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

/** The event with what it does not say taken from its item, as readers of the store see it. */
export function filledFrom({ category, brand, price }: ItemValues, event: EventFacts): EventFacts {
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

/** Whether a field is one that items say too. */
export const isOfItem = (field: string): field is keyof ItemValues =>
  field === 'category' || field === 'brand' || field === 'price';
