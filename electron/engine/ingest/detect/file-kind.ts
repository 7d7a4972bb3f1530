import type { FileKind } from '../../../../shared/contract/import-file.ts';
import type { Mapping } from '../../../../shared/domain/mapping.ts';
import type { TableLayout } from './dialect.ts';

/**
 * Returns what a table holds, determined from its mapped fields; if they are not conclusive (no time, and both or
 * neither of user and item), from its file name.
 */
export function kindOf(mapping: Mapping, layout: TableLayout, name: string): FileKind {
  if (layout === 'sequences' || mapping.time !== undefined) return 'events';
  const isIdentityTable = mapping.alias !== undefined && mapping.attributes === undefined;
  if (mapping.user !== undefined && mapping.item === undefined) return isIdentityTable ? 'identities' : 'users';
  if (mapping.item !== undefined && mapping.user === undefined) return 'items';
  return /\.(user|users)\b/i.test(name) ? 'users' : 'events';
}
