import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { PrivacyResult, StepResult } from '../../../../shared/contract/import-effect.ts';
import { type FileKind, SourceFacts, type TimeKind } from '../../../../shared/contract/import-file.ts';
import type { ImportRecord } from '../../../../shared/contract/import-records.ts';
import { Mapping } from '../../../../shared/domain/mapping.ts';
import { parseStored } from '../parse-json.ts';
import type { RememberedMapping } from './remembered-mapping.ts';

/** The request of an import, stored as JSON in the column `mapping`. */
interface StoredRequest {
  readonly mapping: Mapping;
  readonly preset: string | null;
  readonly zone: string;
  readonly repeats: 'drop' | 'keep';
  readonly privacy: readonly PrivacyResult[];
  readonly recall: RememberedMapping;
  /** How the text was split into cells. */
  readonly dialect: { readonly separator: string; readonly header: boolean };
}

export interface NewImport extends StoredRequest {
  readonly file: string;
  readonly sha256: string;
  readonly kind: FileKind;
  readonly timeKind: TimeKind;
  readonly synthetic: boolean;
  readonly source: SourceFacts;
  readonly steps: readonly StepResult[];
  readonly columns: readonly string[];
  /** The fields of its rows. */
  readonly fields: readonly string[];
}

export interface ImportCounts {
  readonly rows: number;
  readonly events: number;
  readonly rejected: number;
  readonly duplicates: number;
  readonly metadataRows: number;
  readonly dropped: number;
  readonly replaced: number;
  readonly seconds: number;
}

/** Inserts the record of an import, so that its events can refer to it; `finishImport` fills in the counts. */
export function addImport(db: Database, newImport: NewImport): number {
  const { mapping, preset, zone, repeats, privacy, recall } = newImport;
  const { separator, header } = newImport.dialect;
  const sql = `INSERT INTO imports (file, sha256, kind, time_kind, mapping, synthetic, imported, source, steps, columns, fields,
      rows, events, rejected, duplicates, seconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0)`;
  const request = JSON.stringify({
    mapping,
    preset,
    zone,
    repeats,
    privacy,
    recall,
    dialect: { separator, header },
  } satisfies StoredRequest);
  const { lastInsertRowid } = db
    .prepare(sql)
    .run(
      ...[
        newImport.file,
        newImport.sha256,
        newImport.kind,
        newImport.timeKind,
        request,
        newImport.synthetic ? 1 : 0,
        Date.now(),
      ],
      ...[newImport.source, newImport.steps, newImport.columns, newImport.fields].map((value) => JSON.stringify(value)),
    );
  return Number(lastInsertRowid);
}

export function finishImport(db: Database, id: number, counts: ImportCounts): void {
  const { rows, events, rejected, duplicates, metadataRows, dropped, replaced, seconds } = counts;
  const sql = `UPDATE imports SET rows = ?, events = ?, rejected = ?, duplicates = ?, metadata_rows = ?, dropped = ?, replaced = ?,
    seconds = ? WHERE id = ?`;
  db.prepare(sql).run(rows, events, rejected, duplicates, metadataRows, dropped, replaced, seconds, id);
}

/** Source of a file of which nothing else is known, such as one imported before sources were recorded. */
export const DEFAULT_SOURCE: SourceFacts = { format: 'text', encoding: 'utf-8', compression: 'none', inner: null };

/** Returns the kind of an import's times; null if there is no such import. */
export function importTimeKind(db: Database, id: number): TimeKind | null {
  return db.prepare<[number], TimeKind>('SELECT time_kind FROM imports WHERE id = ?').pluck().get(id) ?? null;
}

/** Lists all imports, newest first. */
export function listImports(db: Database): ImportRecord[] {
  const sql = `SELECT id, file, sha256, kind, time_kind, mapping, synthetic, imported, rows, events, rejected, duplicates, metadata_rows AS metadataRows,
    dropped, replaced, seconds, source, steps FROM imports ORDER BY id DESC`;
  const rows = db.prepare<[], Row>(sql).all();
  return rows.map(({ id, time_kind, mapping, synthetic, source, steps, ...row }) => {
    const request = readRequest(mapping, id);
    return {
      ...row,
      import: id,
      timeKind: time_kind,
      mapping: request.mapping,
      preset: request.preset,
      privacy: [...request.privacy],
      synthetic: synthetic > 0,
      source: parseStored(SourceFacts.catch(DEFAULT_SOURCE), source, `the source of import ${id}`),
      steps: parseStored(StepResult.array(), steps, `the steps of import ${id}`),
    };
  });
}

export function hasImport(db: Database, id: number): boolean {
  return db.prepare('SELECT 1 FROM imports WHERE id = ?').get(id) !== undefined;
}

/** Returns the latest import of a file with this content; null if there is none. */
export function importOfContent(db: Database, sha256: string): { id: number; file: string } | null {
  const sql = 'SELECT id, file FROM imports WHERE sha256 = ? ORDER BY id DESC';
  return db.prepare<[string], { id: number; file: string }>(sql).get(sha256) ?? null;
}

/** Returns the files of all imports, the oldest first. */
export function importedFiles(db: Database): { file: string; sha256: string }[] {
  return db.prepare<[], { file: string; sha256: string }>('SELECT file, sha256 FROM imports ORDER BY id').all();
}

/** The union of the fields mapped by all imports of events. */
export function mappedEventFields(db: Database): Set<string> {
  const sql = "SELECT id, mapping FROM imports WHERE kind = 'events'";
  const rows = db.prepare<[], { id: number; mapping: string }>(sql).all();
  return new Set(rows.flatMap(({ id, mapping }) => Object.keys(readRequest(mapping, id).mapping)));
}

/** What is known of the rows of an import. */
export interface ImportShape {
  readonly columns: readonly string[];
  readonly fields: ReadonlySet<string>;
  readonly mapping: Mapping;
}

/** Returns the shape of an import of events. Older imports have the fields that their mapping names. */
export function importShape(db: Database, id: number): ImportShape {
  const sql = 'SELECT mapping, columns, fields FROM imports WHERE id = ?';
  const row = db.prepare<[number], { mapping: string; columns: string; fields: string | null }>(sql).get(id)!;
  const { mapping } = readRequest(row.mapping, id);
  const names = z.array(z.string());
  const columns = parseStored(names, row.columns, `the columns of import ${id}`);
  const fields = row.fields === null ? null : parseStored(names, row.fields, `the fields of import ${id}`);
  return { columns, mapping, fields: new Set(fields ?? fieldsOfMapping(mapping)) };
}

/** An amount was computed from a price and a discount. */
function fieldsOfMapping(mapping: Mapping): string[] {
  const isComputed = mapping.price !== undefined && mapping.discount !== undefined;
  return [...Object.keys(mapping), ...(isComputed ? ['amount'] : [])];
}

interface Row extends ImportCounts {
  readonly id: number;
  readonly file: string;
  readonly sha256: string;
  readonly kind: FileKind;
  readonly time_kind: TimeKind;
  readonly mapping: string;
  readonly synthetic: number;
  readonly imported: number;
  readonly source: string;
  readonly steps: string;
}

/** A request as it is stored; early versions stored an empty one. */
const ReadRequest = z.object({
  mapping: Mapping.default({}),
  preset: z.string().nullable().catch(null),
  privacy: PrivacyResult.array().default([]),
});

function readRequest(text: string, id: number): z.infer<typeof ReadRequest> {
  return parseStored(ReadRequest, text, `the mapping of import ${id}`);
}
