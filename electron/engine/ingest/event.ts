import type { Field } from '../../../shared/domain/mapping.ts';

/** An event on its way into the store; ids are those of the tables, null stands for "not said". */
export interface NewEvent {
  readonly time: number;
  readonly action: number;
  readonly item: number | null;
  readonly category: number | null;
  readonly brand: number | null;
  readonly price: number | null;
  readonly amount: number | null;
  readonly quantity: number | null;
  readonly rating: number | null;
  readonly text: string | null;
  readonly sessionName: string | null;
}

/** What tells one event of a user and a time from another. */
const DISTINCTIVE = ['action', 'item', 'category', 'brand', 'price', 'amount', 'quantity', 'rating', 'text'] as const;

/** A text that two events of the same user and time share exactly if all mapped fields are equal. */
export function eventKey(fields: ReadonlySet<Field>): (event: NewEvent) => string {
  const compared: (keyof NewEvent)[] = DISTINCTIVE.filter((field) => fields.has(field));
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
