import type { Database } from 'better-sqlite3';
import { ImportFile } from '../../../../shared/contract/ingest.ts';

/** What an import was asked for that holds for the next file of its source. */
export const Recall = ImportFile.pick({
  mapping: true,
  preset: true,
  zone: true,
  repeats: true,
  key: true,
  privacy: true,
});
export type Recall = ReturnType<typeof Recall.parse>;

/** The newest import of a file with just these columns, and what it was asked for; null where there is none. */
export function recallFor(db: Database, columns: readonly string[]): { import: number; recall: Recall } | null {
  const sql = `SELECT id, json_extract(mapping, '$.recall') recall FROM imports
    WHERE columns = ? AND recall IS NOT NULL ORDER BY id DESC LIMIT 1`;
  const row = db.prepare<[string], { id: number; recall: string }>(sql).get(JSON.stringify(columns));
  if (!row) return null;
  const { success, data } = Recall.safeParse(JSON.parse(row.recall));
  return success ? { import: row.id, recall: data } : null;
}
