import type { Mapping } from '../../../../shared/domain/mapping.ts';
import { guessEventColumns, mappingFromCells } from './guess-cells.ts';
import { withoutSharedEventId } from './guess-event-id.ts';
import { mappingFromNames } from './guess-names.ts';
import type { Header } from './header.ts';

/**
 * Guesses the columns of the fields: from the column names, or from the cells if the file has no header or its names
 * are not sufficient. `presetMapping` takes precedence.
 */
export function guessMapping(header: Header, rows: readonly (readonly string[])[], presetMapping: Mapping): Mapping {
  const firstGuess = header.header ? mappingFromNames(header, rows) : mappingFromCells(header.columns.length, rows);
  const guessed = header.header
    ? { ...guessEventColumns(header.columns, rows, { ...firstGuess, ...presetMapping }), ...firstGuess }
    : firstGuess;
  const mapping = withUserAttributes(withAlias({ ...guessed, ...presetMapping }, header), header);
  return presetMapping.event_id === undefined ? withoutSharedEventId(mapping, header, rows) : mapping;
}

/**
 * Ids that several people may share, or that change with the device: they identify a user only if an identity table
 * says so.
 */
const DEVICE_ID = /device|cookie|设备/i;

/**
 * Decides what an alias column is used for: as the user if there is no user column; in an event file as a fallback
 * where the user is empty, unless it is a device id; in a table of at most three columns without time and item as an
 * identity mapping. Otherwise it is ignored.
 */
function withAlias(mapping: Mapping, { columns }: Header): Mapping {
  const { alias, user, ...rest } = mapping;
  if (alias === undefined) return mapping;
  if (user === undefined) return { ...rest, user: alias };
  const isUserTable = rest.time === undefined && rest.item === undefined;
  if (isUserTable) return columns.length <= 3 ? { user, alias } : { ...rest, user };
  return DEVICE_ID.test(alias) ? { ...rest, user } : { ...rest, user: `${user}|${alias}`, alias };
}

/** A file with a user but without time, item and alias describes users: all its other columns become attributes. */
function withUserAttributes(mapping: Mapping, { columns }: Header): Mapping {
  const isUserTable = mapping.time === undefined && mapping.item === undefined && mapping.alias === undefined;
  if (!isUserTable || mapping.user === undefined) return mapping;
  return columns.length > 1 ? { user: mapping.user, attributes: mapping.attributes ?? ['*'] } : mapping;
}
