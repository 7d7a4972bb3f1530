import type { Database } from 'better-sqlite3';
import type { PersonalKind } from '../../../../shared/domain/cleaning.ts';
import { userFinder } from '../../store/names/dictionaries.ts';
import { workspaceSecret } from '../../store/secret.ts';
import type { Inspection } from '../detect/inspect.ts';
import { type ColumnPlace, findPlaces, type Place } from '../detect/mapping-places.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { quoteSql } from '../stage/read-sql.ts';
import type { Staged } from '../stage/stage.ts';
import { hashSql } from './keyed-hash.ts';
import { maskCells } from './mask-cells.ts';
import { MAX_VALUES, personalKind } from './personal-kind.ts';
import { choiceAt, type Privacy, withoutDropped } from './privacy.ts';
import { IDENTIFYING_FIELDS, type PrivateColumn } from './private-columns.ts';

const HASHED = 'h:%';
/** Maximum number of personal names that are looked up in the workspace. */
const MAX_NAMES = 10_000;

export interface ProtectedRows {
  /**
   * All columns with a privacy choice, including those in which personal data occurs only after the start of the file.
   */
  readonly columns: readonly PrivateColumn[];
  /** Number of personal cells in columns that are otherwise not personal; each was hashed or removed. */
  readonly cells: number;
  /** Number of texts with masked parts. */
  readonly texts: number;
}

/**
 * Protects personal data that does not occur at the start of a file: columns that are personal further down, single
 * cells with an e-mail address or a telephone number among ids, and both within texts. Columns with a privacy choice
 * are unchanged.
 */
export async function protectRows(
  duck: DuckDb,
  staged: Staged,
  inspection: Inspection,
  privacy: Privacy,
  db: Database,
): Promise<ProtectedRows> {
  const places = withoutDropped(findPlaces(inspection), privacy.columns);
  const names = [...inspection.columns, ...inspection.joined];
  const isOpen = (place: Place): place is ColumnPlace => 'column' in place && choiceAt(place, privacy.columns) === null;
  const columns = [...privacy.columns];
  let cells = 0;
  const protect = async (cell: string, place: ColumnPlace, protectedSql: () => string) => {
    const column = place.path === undefined ? names[place.column]! : `${names[place.column]}.${place.path}`;
    const kind = await kindBelow(duck, staged, cell, place.path ?? column);
    if (kind === null && (await duck.number(mayBePersonalSql(cell, staged.table))) === 0) return;
    const isPersonal = kind === null ? personalSql(cell) : `${cell} IS NOT NULL AND ${cell} NOT LIKE '${HASHED}'`;
    const clear = cell === '"user"' ? await usersInClear(duck, staged, isPersonal, db) : [];
    const condition = clear.length === 0 ? isPersonal : `${isPersonal} AND ${cell} NOT IN (${clear.map(quoteSql)})`;
    const rows = await duck.number(`SELECT count(*) FROM ${staged.table} WHERE ${condition}`);
    if (rows > 0) await duck.run(`UPDATE ${staged.table} SET ${cell} = ${protectedSql()} WHERE ${condition}`);
    if (kind === null) cells += rows;
    else columns.push({ column, kind, choice: protectedSql() === 'NULL' ? 'drop' : 'hash', place });
  };
  for (const field of IDENTIFYING_FIELDS) {
    const place = places.fields.get(field)?.find(isOpen);
    if (place && staged.fields.has(field))
      await protect(`"${field}"`, place, () => hashSql(`"${field}"`, workspaceSecret(db)));
  }
  const texts: string[] = places.fields.get('text')?.some(isOpen) ? ['"text"'] : [];
  if (inspection.layout === 'rows') {
    for (const [i, place] of places.attributes.entries()) {
      if (!isOpen(place)) continue;
      await protect(`a${i + 1}`, place, () => 'NULL');
      texts.push(`a${i + 1}`);
    }
  }
  return { columns, cells, texts: await maskCells(duck, staged.table, texts) };
}

/** Returns the personal names that the workspace already stores in clear text; hashed, they would be other users. */
async function usersInClear(duck: DuckDb, { table }: Staged, isPersonal: string, db: Database): Promise<string[]> {
  const names = await duck.rows(`SELECT DISTINCT "user" AS name FROM ${table} WHERE ${isPersonal} LIMIT ${MAX_NAMES}`);
  const idOf = userFinder(db);
  return names.flatMap(({ name }) => (typeof name === 'string' && idOf(name) !== null ? name : []));
}

/**
 * Detects the kind of personal data in a column from cells sampled across a file with more rows than were examined at
 * its start; null if there is none.
 */
async function kindBelow(
  duck: DuckDb,
  { table, rows }: Staged,
  cell: string,
  name: string,
): Promise<PersonalKind | null> {
  if (rows <= MAX_VALUES) return null;
  const step = Math.ceil(rows / MAX_VALUES);
  const values = await duck.rows(
    `SELECT ${cell} AS value FROM ${table} WHERE rowid % ${step} = 0 AND ${cell} NOT LIKE '${HASHED}'`,
  );
  return personalKind(
    name,
    values.map(({ value }) => String(value)),
  );
}

/** Returns a query for the number of cells to which `personalSql`, which is slow, would have to be applied. */
const mayBePersonalSql = (cell: string, table: string): string =>
  `SELECT count(*) FROM ${table} WHERE contains(${cell}, '@') OR starts_with(${cell}, '+')`;

/** Returns SQL for whether a cell is an e-mail address or a telephone number with a country code. */
function personalSql(cell: string): string {
  const email = `contains(${cell}, '@') AND regexp_full_match(${cell}, '(?:mailto:)?[^\\s@,;:"<>]+@[^\\s@,;:"<>.]+(?:\\.[^\\s@,;:"<>.]+)+')`;
  const digits = `regexp_replace(${cell}, '[\\s()./-]', '', 'g')`;
  return `((${email}) OR (starts_with(${cell}, '+') AND regexp_full_match(${digits}, '\\+[1-9]\\d{7,14}')))`;
}
