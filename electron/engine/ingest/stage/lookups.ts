import { PortraitError } from '../../../../shared/errors.ts';
import type { Inspection } from '../detect/inspect.ts';
import { type ColumnPlace, placeOf } from '../detect/mapping-places.ts';
import type { Join } from '../detect/preset.ts';
import type { Duck } from './duckdb.ts';
import { quoteSql } from './read-sql.ts';
import { type CheckedText, placeSql, plainSource, type RowSource } from './row-source.ts';

/** The files of an import that others look up in, by preset and name; several of one name count as one. */
export class Lookups {
  private readonly kept: string[] = [];
  private readonly tables = new Map<string, { source: RowSource; columns: readonly string[] }[]>();

  /** Keeps a file's table until `drop`. */
  add({ preset, rules, columns, joined }: Inspection, source: RowSource, table: string): void {
    this.kept.push(table);
    const name = `${preset}/${rules?.name}`;
    this.tables.set(name, [...(this.tables.get(name) ?? []), { source, columns: [...columns, ...joined] }]);
  }

  async drop(duck: Duck): Promise<void> {
    for (const table of this.kept.splice(0)) await duck.run(`DROP TABLE ${table}`);
  }

  /** A FROM clause with a row for each key `k`, and the wanted columns as `v1`, `v2`, …; null where there is no such file. */
  sql(preset: string | null, { file, on, key = on, columns }: Join): string | null {
    const tables = this.tables.get(`${preset}/${file}`);
    if (!tables) return null;
    const parts = tables.map(({ source, columns: there }, part) => {
      const cells = [key, ...columns].map((name) => {
        const place = placeOf(name, there);
        return place ? placeSql(place, source) : 'NULL::VARCHAR';
      });
      const named = cells.map((cell, i) => `${cell} AS ${i === 0 ? 'k' : `v${i}`}`);
      return `SELECT ${named}, ${part} * 1e12 + ${source.order} AS place FROM ${source.from}`;
    });
    const values = columns.map((_, i) => `arg_min(v${i + 1}, place) AS v${i + 1}`);
    return `(SELECT k, ${values} FROM (${parts.join(' UNION ALL ')}) WHERE k IS NOT NULL GROUP BY k)`;
  }
}

/**
 * The rows of a file as a table, with gaps filled and columns of other files joined as its preset says. The table is
 * `raw_` and the name; whoever asks for it drops it. Throws LOOKUP_MISSING.
 */
export async function ruledSource(
  duck: Duck,
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
    if (!lookup && !join.optional) throw missing(inspection, join);
    const taken = join.columns.map((_, i) => `${lookup ? `j.v${i + 1}` : 'NULL::VARCHAR'} AS c${width + i + 1}`);
    const joining = lookup && on ? `LEFT JOIN ${lookup} j ON j.k = ${onSql(on)}` : '';
    from = `(SELECT s.*, ${taken} FROM ${from} s ${joining})`;
    width += join.columns.length;
  }
  return { ...source, from };
}

const onSql = ({ column }: ColumnPlace) => `s.c${column + 1}`;

/** The columns of a file, those that stand only on the first row of several carried on to the others. */
function filledColumns({ columns, rules }: Inspection): string[] {
  const by = rules?.fill ? placeOf(rules.fill.by, columns) : null;
  const filled = new Set(rules?.fill?.columns);
  return columns.map((name, c) => {
    if (!by || !filled.has(name)) return `c${c + 1}`;
    return `last_value(c${c + 1} IGNORE NULLS) OVER (PARTITION BY c${by.column + 1} ORDER BY rowid) AS c${c + 1}`;
  });
}

function missing({ file, preset }: Inspection, { file: wanted, columns, on, key = on }: Join): PortraitError {
  const listed = [key, ...columns].map(quoteSql).join(', ');
  return new PortraitError({
    code: 'LOOKUP_MISSING',
    message: `This file needs the file of “${wanted}” beside it.`,
    hint: `Import both together: the one of ${wanted} has the columns ${listed}.`,
    details: { file, preset, wanted, columns: [key, ...columns] },
  });
}
