import type { Mapping } from '../../../../shared/domain/mapping.ts';
import { behaviourIn, fromCells } from './guess-cells.ts';
import { fromNames } from './guess-names.ts';
import type { Header } from './header.ts';

/**
 * Guesses where the fields are: from the columns' names, or from their cells where the file has no header or its names tell too little. `known` is
 * what a preset says already.
 */
export function guessMapping(header: Header, rows: readonly (readonly string[])[], known: Mapping): Mapping {
  const named = header.header ? fromNames(header, rows) : fromCells(header.columns.length, rows);
  const guessed = header.header ? { ...behaviourIn(header.columns, rows, { ...named, ...known }), ...named } : named;
  return complete(withAlias({ ...guessed, ...known }, header), header);
}

/** Ids that many people may share, or that change with the device: they name a user only where a table says so. */
const DEVICE = /device|cookie|设备/i;

/**
 * What to do with another name of the user: it is the user where there is no other; in a file of events it stands in where
 * the user is not known yet; a table of little else says which names are of one user.
 */
function withAlias(mapping: Mapping, { columns }: Header): Mapping {
  const { alias, user, ...rest } = mapping;
  if (alias === undefined) return mapping;
  if (user === undefined) return { ...rest, user: alias };
  const isTable = rest.time === undefined && rest.item === undefined;
  if (isTable) return columns.length <= 3 ? { user, alias } : { ...rest, user };
  return DEVICE.test(alias) ? { ...rest, user } : { ...rest, user: `${user}|${alias}`, alias };
}

/** A file without times holds users, with all their columns, or items. */
function complete(mapping: Mapping, { columns }: Header): Mapping {
  const isOfUsers = mapping.time === undefined && mapping.item === undefined && mapping.alias === undefined;
  if (!isOfUsers || mapping.user === undefined) return mapping;
  return columns.length > 1 ? { user: mapping.user, attributes: mapping.attributes ?? ['*'] } : mapping;
}
