import type { FileKind } from '../../../../shared/contract/ingest.ts';
import type { Mapping } from '../../../../shared/domain/mapping.ts';
import type { Layout } from './inspect.ts';

/** What a table holds, by what its mapping finds in it; of users and items without times, its name tells. */
export function kindOf(mapping: Mapping, layout: Layout, name: string): FileKind {
  if (layout === 'sequences' || mapping.time !== undefined) return 'events';
  const isOfNames = mapping.alias !== undefined && mapping.attributes === undefined;
  if (mapping.user !== undefined && mapping.item === undefined) return isOfNames ? 'identities' : 'users';
  if (mapping.item !== undefined && mapping.user === undefined) return 'items';
  return /\.(user|users)\b/i.test(name) ? 'users' : 'events';
}
