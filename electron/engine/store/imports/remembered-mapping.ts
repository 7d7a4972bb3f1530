import type { Database } from 'better-sqlite3';
import { ImportFile } from '../../../../shared/contract/import-file.ts';
import { parseStored } from '../parse-json.ts';

/** Options of an import that are remembered for the next file with the same columns. */
export const RememberedMapping = ImportFile.pick({
  mapping: true,
  preset: true,
  zone: true,
  repeats: true,
  sessionsAsUsers: true,
  key: true,
  privacy: true,
});
export type RememberedMapping = ReturnType<typeof RememberedMapping.parse>;

/** The newest import of a file with exactly these columns, and its remembered options; null if there is none. */
export function rememberedMappingFor(
  db: Database,
  columns: readonly string[],
): { import: number; options: RememberedMapping } | null {
  const sql = `SELECT id, json_extract(mapping, '$.recall') recall FROM imports
    WHERE columns = ? AND recall IS NOT NULL ORDER BY id DESC LIMIT 1`;
  const row = db.prepare<[string], { id: number; recall: string }>(sql).get(JSON.stringify(columns));
  if (!row) return null;
  const options = parseStored(RememberedMapping.nullable().catch(null), row.recall, `the mapping of import ${row.id}`);
  return options === null ? null : { import: row.id, options };
}
