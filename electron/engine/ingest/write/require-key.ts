import type { Field } from '../../../../shared/domain/mapping.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { eventFields } from '../../store/events/event-fields.ts';
import type { Staged } from '../stage/stage.ts';

/**
 * Checks that a key can identify the events of a file: each of its fields must be stored with events and mapped, and
 * events must have times. Throws MAPPING_KEY.
 */
export function requireKey(key: readonly Field[], { fields, hasTimeColumn }: Staged): void {
  if (!hasTimeColumn) throw keyError(key, 'The rows have no time, so that none can be told from a later one.');
  const stored: readonly Field[] = eventFields;
  const notStored = key.filter((field) => !stored.includes(field));
  if (notStored.length > 0) throw keyError(key, `Events do not keep ${notStored.join(' and ')}.`);
  const missing = key.filter((field) => !fields.has(field));
  if (missing.length > 0) throw keyError(key, `The mapping does not say where ${missing.join(' and ')} stands.`);
}

function keyError(key: readonly Field[], why: string): PortraitError {
  return new PortraitError({
    code: 'MAPPING_KEY',
    message: `Events cannot be told apart by ${key.join(', ')}. ${why}`,
    hint: 'Choose the key from the fields that the mapping names, such as order_id and item, or user, time, action and item.',
    details: { key: [...key] },
  });
}
