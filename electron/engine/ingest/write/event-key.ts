import type { EventFacts, Fact } from '../../store/events/stored-events.ts';

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
