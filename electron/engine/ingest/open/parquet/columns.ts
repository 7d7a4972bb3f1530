/** Whether a column holds objects or lists, which must be flattened. */
export function isNested(type: string): boolean {
  return /^(STRUCT|MAP|UNION)\b|\]$|^(JSON|VARIANT)$/.test(type);
}

/** The largest integer up to which a DOUBLE represents every integer exactly. */
const MAX_EXACT_INTEGER = 9007199254740992;

/**
 * SQL that converts a column to text. Integers stored as floats only because some values are missing get no `.0`, so
 * that ids equal those of other files; timestamps are in UTC with their offset.
 */
export function textSql(column: string, type: string): string {
  if (type === 'DOUBLE' || type === 'FLOAT') {
    const isWhole = `${column} = trunc(${column}) AND abs(${column}) < ${MAX_EXACT_INTEGER}`;
    return `CASE WHEN isnan(${column}) THEN NULL WHEN ${isWhole} THEN ${column}::BIGINT::VARCHAR ELSE ${column}::VARCHAR END`;
  }
  return isNested(type) ? column : `${column}::VARCHAR`;
}
