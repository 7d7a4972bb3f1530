import type { Field } from '../../../../shared/domain/mapping.ts';
import type { EventFacts, Fact } from '../../store/events/stored-events.ts';

/** What tells one event of a user and a time from another. */
const DISTINCTIVE = [
  ...(['action', 'item', 'category', 'brand', 'price', 'amount', 'quantity', 'rating', 'text'] as const),
  ...(['order_id', 'discount', 'currency', 'channel', 'campaign'] as const),
] as const;

/** What of events is compared where these fields are mapped. */
export function comparedFacts(fields: ReadonlySet<Field>): readonly Fact[] {
  const compared = DISTINCTIVE.filter((field) => fields.has(field));
  return fields.has('session') ? [...compared, 'sessionName'] : compared;
}

/** A text that two events of the same user and time share exactly if all that is compared is equal. */
export function eventKey(compared: readonly Fact[]): (event: Partial<EventFacts>) => string {
  return (event) => {
    let key = '';
    for (const fact of compared) {
      const value = event[fact] ?? null;
      key += value === null ? '|' : typeof value === 'string' ? `|${value.length}:${value}` : `|${value}`;
    }
    return key;
  };
}
