import type { DuckDb } from '../stage/duckdb.ts';
import { MASK, quoteSql } from '../stage/read-sql.ts';
import { MASK_CANDIDATE, maskText } from './mask-text.ts';

/**
 * Masks personal data within text cells of a table; a cell that contains nothing else becomes NULL. Returns the number
 * of masked cells.
 */
export async function maskCells(duck: DuckDb, table: string, cells: readonly string[]): Promise<number> {
  let masked = 0;
  for (const cell of cells) masked += await maskColumn(duck, table, cell);
  return masked;
}

async function maskColumn(duck: DuckDb, table: string, cell: string): Promise<number> {
  const isCandidate = `regexp_matches(${cell}, ${quoteSql(MASK_CANDIDATE)})`;
  if ((await duck.number(`SELECT count(*) FROM ${table} WHERE ${isCandidate}`)) === 0) return 0;
  await duck.run('CREATE OR REPLACE TABLE masked_texts (id BIGINT, masked VARCHAR)');
  const appender = await duck.appender('masked_texts');
  let masked = 0;
  for await (const chunk of duck.stream(`SELECT rowid, ${cell} FROM ${table} WHERE ${isCandidate}`)) {
    const [ids = [], texts = []] = chunk.getColumns();
    for (const [i, text] of texts.entries()) {
      const result = maskText(String(text));
      if (result === text) continue;
      appender.appendBigInt(BigInt(String(ids[i])));
      result === MASK ? appender.appendNull() : appender.appendVarchar(result);
      appender.endRow();
      masked++;
    }
  }
  appender.closeSync();
  if (masked > 0)
    await duck.run(`UPDATE ${table} SET ${cell} = masked FROM masked_texts WHERE masked_texts.id = ${table}.rowid`);
  await duck.run('DROP TABLE masked_texts');
  return masked;
}
