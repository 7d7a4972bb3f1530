import type { Field } from '../../../../shared/domain/mapping.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import type { Staged } from '../stage/stage.ts';
import { REPLACEABLE } from './replace-by-key.ts';

const OF_EVENTS: ReadonlySet<Field> = new Set(REPLACEABLE);

/**
 * Refuses a key that cannot tell the events of a file from one another: each of its fields must be one that events keep
 * and that the mapping says, and events must have times. Throws MAPPING_KEY.
 */
export function requireKey(key: readonly Field[], { fields, hasTimeColumn }: Staged): void {
  if (!hasTimeColumn) throw refused(key, 'The rows have no time, so that none can be told from a later one.');
  const unkept = key.filter((field) => !OF_EVENTS.has(field));
  if (unkept.length > 0) throw refused(key, `Events do not keep ${unkept.join(' and ')}.`);
  const missing = key.filter((field) => !fields.has(field));
  if (missing.length > 0) throw refused(key, `The mapping does not say where ${missing.join(' and ')} stands.`);
}

function refused(key: readonly Field[], why: string): PortraitError {
  return new PortraitError({
    code: 'MAPPING_KEY',
    message: `Events cannot be told apart by ${key.join(', ')}. ${why}`,
    hint: 'Choose the key from the fields that the mapping names, such as order_id and item, or user, time, action and item.',
    details: { key: [...key] },
  });
}
