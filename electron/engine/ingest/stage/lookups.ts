import { PortraitError } from '../../../../shared/errors.ts';
import type { Inspection } from '../detect/inspect.ts';
import { type ColumnPlace, placeOf } from '../detect/mapping-places.ts';
import type { Join } from '../detect/preset.ts';
import type { DuckDb } from './duckdb.ts';
import { type CheckedText, quoteSql } from './read-sql.ts';
import { placeSql, plainSource, type RowSource } from './row-source.ts';

/** The lookup files of an import, by preset and name; several of the same name count as one. */
export class Lookups {
  private readonly tableNames: string[] = [];
  private readonly tables = new Map<string, { source: RowSource; columns: readonly string[] }[]>();

  /** Registers a file's table, which is kept until `drop`. */
  add({ preset, rules, columns, joined }: Inspection, source: RowSource, table: string): void {
    this.tableNames.push(table);
    const name = `${preset}/${rules?.name}`;
    this.tables.set(name, [...(this.tables.get(name) ?? []), { source, columns: [...columns, ...joined] }]);
  }

  async drop(duck: DuckDb): Promise<void> {
    for (const table of this.tableNames.splice(0)) await duck.run(`DROP TABLE ${table}`);
  }

  /**
   * Returns a subquery for a FROM clause, with one row per key `k` and the joined columns as `v1`, `v2`, …; null if
   * there is no such file.
   */
  sql(preset: string | null, { file, on, key = on, columns }: Join): string | null {
    const tables = this.tables.get(`${preset}/${file}`);
    if (!tables) return null;
    const parts = tables.map(({ source, columns: lookupColumns }, part) => {
      const cells = [key, ...columns].map((name) => {
        const place = placeOf(name, lookupColumns);
        return place ? placeSql(place, source) : 'NULL::VARCHAR';
      });
      const selected = cells.map((cell, i) => `${cell} AS ${i === 0 ? 'k' : `v${i}`}`);
      return `SELECT ${selected}, ${part} * 1e12 + ${source.order} AS place FROM ${source.from}`;
    });
    const values = columns.map((_, i) => `arg_min(v${i + 1}, place) AS v${i + 1}`);
    return `(SELECT k, ${values} FROM (${parts.join(' UNION ALL ')}) WHERE k IS NOT NULL GROUP BY k)`;
  }
}

/**
 * Returns the rows of a file, with gaps filled and columns of other files joined as its preset says. They are based on
 * a table `raw_${table}`, which the caller drops. Throws LOOKUP_MISSING.
 */
export async function sourceWithRules(
  duck: DuckDb,
  table: string,
  inspection: Inspection,
  text: CheckedText,
  lookups: Lookups,
): Promise<RowSource> {
  const { dialect, columns, joined, rules, preset } = inspection;
  const plain = plainSource(text, dialect);
  const cells = columns.map((_, c) => `${plain.cell(c)} AS c${c + 1}`);
  await duck.run(`CREATE OR REPLACE TABLE raw_${table} AS SELECT ${cells} FROM ${plain.from}`);
  const source = { order: 'ord', cell: (column: number) => `c${column + 1}` };
  let from = `(SELECT ${filledColumns(inspection)}, rowid AS ord FROM raw_${table})`;
  let width = columns.length;
  for (const join of rules?.join ?? []) {
    const on = placeOf(join.on, [...columns, ...joined].slice(0, width));
    const lookup = on ? lookups.sql(preset, join) : null;
    if (!lookup && !join.optional) throw lookupMissing(inspection, join);
    const joinedColumns = join.columns.map(
      (_, i) => `${lookup ? `j.v${i + 1}` : 'NULL::VARCHAR'} AS c${width + i + 1}`,
    );
    const joinClause = lookup && on ? `LEFT JOIN ${lookup} j ON j.k = ${onSql(on)}` : '';
    from = `(SELECT s.*, ${joinedColumns} FROM ${from} s ${joinClause})`;
    width += join.columns.length;
  }
  return { ...source, from };
}

const onSql = ({ column }: ColumnPlace) => `s.c${column + 1}`;

/**
 * Returns SQL for the columns of a file; values that are only on the first row of a group are carried forward to its
 * other rows.
 */
function filledColumns({ columns, rules }: Inspection): string[] {
  const by = rules?.fill ? placeOf(rules.fill.by, columns) : null;
  const filled = new Set(rules?.fill?.columns);
  return columns.map((name, c) => {
    if (!by || !filled.has(name)) return `c${c + 1}`;
    return `last_value(c${c + 1} IGNORE NULLS) OVER (PARTITION BY c${by.column + 1} ORDER BY rowid) AS c${c + 1}`;
  });
}

function lookupMissing({ file, preset }: Inspection, { file: lookupFile, columns, on, key = on }: Join): PortraitError {
  const listed = [key, ...columns].map(quoteSql).join(', ');
  return new PortraitError({
    code: 'LOOKUP_MISSING',
    message: `This file must be imported together with the file “${lookupFile}”.`,
    hint: `Select both files. The file ${lookupFile} has the columns ${listed}.`,
    details: { file, preset, lookup: lookupFile, columns: [key, ...columns] },
  });
}
