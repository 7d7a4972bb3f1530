import type { Field } from '../../../../shared/domain/mapping.ts';
import type { EventFacts, Fact } from '../../store/events/stored-events.ts';

/** Fields that distinguish two events of the same user and time. */
const DISTINCTIVE = [
  ...(['action', 'item', 'category', 'brand', 'price', 'amount', 'quantity', 'rating', 'text'] as const),
  ...(['order_id', 'discount', 'currency', 'channel', 'campaign'] as const),
] as const;

/** Returns the facts by which events are compared, given the mapped fields. */
export function comparedFacts(fields: ReadonlySet<Field>): readonly Fact[] {
  const compared = DISTINCTIVE.filter((field) => fields.has(field));
  return fields.has('session') ? [...compared, 'sessionName'] : compared;
}

/**
 * Returns a function that builds a comparison key: two events of the same user and time have equal keys exactly if all
 * compared facts are equal.
 */
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
