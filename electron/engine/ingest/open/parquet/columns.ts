/** Whether a column holds objects or lists, which must be taken apart. */
export function isNested(type: string): boolean {
  return /^(STRUCT|MAP|UNION)\b|\]$|^(JSON|VARIANT)$/.test(type);
}

/** Whole numbers that a DOUBLE holds exactly. */
const MAX_EXACT_INTEGER = 9007199254740992;

/**
 * SQL for the text of a column. A number that is kept as a float only because some are missing has no `.0`, so that ids
 * stay what they are in other files; instants are in UTC, with their offset.
 */
export function textSql(column: string, type: string): string {
  if (type === 'DOUBLE' || type === 'FLOAT') {
    const isWhole = `${column} = trunc(${column}) AND abs(${column}) < ${MAX_EXACT_INTEGER}`;
    return `CASE WHEN isnan(${column}) THEN NULL WHEN ${isWhole} THEN ${column}::BIGINT::VARCHAR ELSE ${column}::VARCHAR END`;
  }
  return isNested(type) ? column : `${column}::VARCHAR`;
}
