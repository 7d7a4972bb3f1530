import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { PrivacyResult } from '../../../../shared/contract/import-effect.ts';
import { Mapping } from '../../../../shared/domain/mapping.ts';
import { parseStored } from '../parse-json.ts';
import { RememberedMapping } from './remembered-mapping.ts';

const StoredRequest = z.object({
  recall: RememberedMapping.catch({}),
  mapping: Mapping.catch({}),
  preset: z.string().nullable().catch(null),
  privacy: PrivacyResult.array().catch([]),
  dialect: z
    .object({ separator: z.enum([',', '\t', ';', '|', ' ']), header: z.boolean() })
    .catch({ separator: ',', header: true }),
});

/**
 * The information needed to export the rejected rows of an import and to recognise them when they are imported again.
 */
export interface RejectedSource extends z.infer<typeof StoredRequest> {
  readonly import: number;
  readonly file: string;
  readonly columns: readonly string[];
  /** Number of rejected rows; only the first of them are stored. */
  readonly rejected: number;
}

const SELECT = 'SELECT id, file, columns, rejected, mapping FROM imports';

interface Row {
  readonly id: number;
  readonly file: string;
  readonly columns: string;
  readonly rejected: number;
  readonly mapping: string;
}

export function rejectedSource(db: Database, id: number): RejectedSource | null {
  return sourceOf(db.prepare<[number], Row>(`${SELECT} WHERE id = ?`).get(id));
}

/** The newest import with rejected rows and exactly these columns. */
export function rejectedSourceWith(db: Database, columns: readonly string[]): RejectedSource | null {
  const sql = `${SELECT} WHERE columns = ? AND rejected > 0 ORDER BY id DESC LIMIT 1`;
  return sourceOf(db.prepare<[string], Row>(sql).get(JSON.stringify(columns)));
}

function sourceOf(row: Row | undefined): RejectedSource | null {
  if (!row) return null;
  const { id, file, columns, rejected, mapping } = row;
  return {
    import: id,
    file,
    rejected,
    columns: parseStored(z.string().array(), columns, `the columns of import ${id}`),
    ...parseStored(StoredRequest, mapping, `the mapping of import ${id}`),
  };
}
