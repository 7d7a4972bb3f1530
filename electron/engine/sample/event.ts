import type { Item } from './catalogue.ts';
import { chinaTime } from './seasons.ts';

export interface SampleEvent {
  /** Milliseconds since the epoch, whole seconds. */
  readonly time: number;
  readonly action: 'search' | 'view' | 'cart' | 'purchase' | 'review';
  readonly item: Item | null;
  /** Unit price in yuan, after discounts. */
  readonly price: number | null;
  readonly quantity: number | null;
  readonly rating: number | null;
  readonly session: number;
  readonly text: string | null;
}

export const EVENT_COLUMNS = 'user,time,action,item,category,brand,price,quantity,amount,rating,session,text'.split(
  ',',
);

/** The cells of one event, in the order of EVENT_COLUMNS. Only purchases have an amount. */
export function eventCells(user: string, event: SampleEvent): (string | number | null)[] {
  const { item, price, quantity } = event;
  const amount = event.action === 'purchase' && price !== null ? money(price * (quantity ?? 1)) : null;
  return [
    user,
    chinaTime(event.time),
    event.action,
    item?.id ?? null,
    item?.category.name ?? null,
    item ? item.category.brands[item.brand]!.zh : null,
    price === null ? null : money(price),
    quantity,
    amount,
    event.rating,
    `${user}-${event.session}`,
    event.text,
  ];
}

function money(yuan: number): string {
  return yuan.toFixed(2);
}
