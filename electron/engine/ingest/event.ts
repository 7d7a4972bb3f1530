import type { Field } from '../../../shared/domain/mapping.ts';
import type { EventFacts } from '../store/known-events.ts';

/** What tells one event of a user and a time from another. */
const DISTINCTIVE = [
  ...(['action', 'item', 'category', 'brand', 'price', 'amount', 'quantity', 'rating', 'text'] as const),
  ...(['order_id', 'discount', 'currency', 'channel', 'campaign'] as const),
] as const;

/** A text that two events of the same user and time share exactly if all mapped fields are equal. */
export function eventKey(fields: ReadonlySet<Field>): (event: EventFacts) => string {
  const compared: (keyof EventFacts)[] = DISTINCTIVE.filter((field) => fields.has(field));
  if (fields.has('session')) compared.push('sessionName');
  return (event) => {
    let key = '';
    for (const field of compared) {
      const value = event[field];
      key += value === null ? '|' : typeof value === 'string' ? `|${value.length}:${value}` : `|${value}`;
    }
    return key;
  };
}
