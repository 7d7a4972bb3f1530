import type { Field } from '../../../../shared/domain/mapping.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { eventFields } from '../../store/events/event-fields.ts';
import type { Staged } from '../stage/stage.ts';

/**
 * Checks that a key can identify the events of a file: each of its fields must be stored with events and mapped, and
 * events must have times. Throws MAPPING_KEY.
 */
export function requireKey(key: readonly Field[], { fields, hasTimeColumn }: Staged): void {
  if (!hasTimeColumn) throw keyError(key, 'no-time', []);
  const stored: readonly Field[] = eventFields;
  const notStored = key.filter((field) => !stored.includes(field));
  if (notStored.length > 0) throw keyError(key, 'not-stored', notStored);
  const missing = key.filter((field) => !fields.has(field));
  if (missing.length > 0) throw keyError(key, 'not-mapped', missing);
}

const reasons = {
  'no-time': () => 'The rows have no time.',
  'not-stored': (fields: readonly Field[]) => `Events do not store ${fields.join(' and ')}.`,
  'not-mapped': (fields: readonly Field[]) => `The column mapping lacks ${fields.join(' and ')}.`,
};

function keyError(key: readonly Field[], variant: keyof typeof reasons, fields: readonly Field[]): PortraitError {
  return new PortraitError({
    code: 'MAPPING_KEY',
    message: `${key.join(', ')} cannot be used as update key. ${reasons[variant](fields)}`,
    hint: 'Choose mapped fields that identify an event, such as order_id and item, or user, time, action and item.',
    details: { key: [...key], variant, fields },
  });
}
