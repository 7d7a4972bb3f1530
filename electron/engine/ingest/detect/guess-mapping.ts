import type { Mapping } from '../../../../shared/domain/mapping.ts';
import { type ColumnCells, cellsOfColumns } from './column-cells.ts';
import { guessEventColumns, mappingFromCells } from './guess-cells.ts';
import { withoutSharedEventId } from './guess-event-id.ts';
import { mappingFromNames, withClock } from './guess-names.ts';
import type { Header } from './header.ts';
import { repeatsUsers } from './repeated-users.ts';

/**
 * Guesses the columns of the fields: from the column names, or from the cells if the file has no header or its names
 * are not sufficient. `presetMapping` takes precedence.
 */
export function guessMapping(header: Header, rows: readonly (readonly string[])[], presetMapping: Mapping): Mapping {
  const columns = cellsOfColumns(header.columns, rows);
  const guessed = header.header
    ? guessFromHeader(columns, header, rows, presetMapping)
    : { ...mappingFromCells(columns), ...presetMapping };
  const mapping = withUserAttributes(withAlias(guessed, header), header);
  return presetMapping.event_id === undefined ? withoutSharedEventId(mapping, header, rows) : mapping;
}

function guessFromHeader(
  columns: readonly ColumnCells[],
  header: Header,
  rows: readonly (readonly string[])[],
  presetMapping: Mapping,
): Mapping {
  const byNames = { ...mappingFromNames(columns), ...presetMapping };
  const isRepeated = byNames.time === undefined && repeatsUsers(header.columns, rows, byNames);
  const events = { ...guessEventColumns(columns, byNames, isRepeated), ...byNames };
  return withTitleAsItem(presetMapping.time === undefined ? withClock(columns, events) : events);
}

/** Names of titles that may also be those of people or pages. */
const BARE_NAME = /^(?:name|description|text|名称|nom|nombre)$/i;

/** Uses the title as the item's id in a file of events without any other id of the item. */
function withTitleAsItem(mapping: Mapping): Mapping {
  const { user, time, item, title } = mapping;
  const isOfTitles = item === undefined && title !== undefined && user !== undefined && time !== undefined;
  return isOfTitles && !BARE_NAME.test(title) ? { ...mapping, item: title } : mapping;
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
