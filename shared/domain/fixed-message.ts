/**
 * Messages whose text is part of a program and cannot contain data: those of the JavaScript engine that quote source
 * code, SQLite's about its schema, and the kind of a DuckDB error. Only the part that matches is used.
 */
const FIXED: readonly RegExp[] = [
  /^Cannot (?:read|set) properties of (?:undefined|null)/,
  /^Cannot convert undefined or null to object$/,
  /^[\w$.[\]()]{1,80} is not (?:a function|a constructor|iterable|defined)$/,
  /^Maximum call stack size exceeded$/,
  /^Invalid (?:array|typed array|string|array buffer) length/,
  /^Array buffer allocation failed$/,
  /^Invalid time value$/,
  /^(?:UNIQUE|NOT NULL|FOREIGN KEY) constraint failed(?:: [a-z_.]+(?:, [a-z_.]+)*)?$/,
  /^no such (?:table|column): [a-z_.]{1,60}$/,
  /^The database connection is not open$/,
  /^(?:Binder|Catalog|Constraint|Conversion|Invalid Input|IO|Not implemented|Out of Memory|Out of Range|Parser) Error(?=:|$)/,
];

/** Returns the part of a message that is known to be free of data, or null if nothing is known about it. */
export function fixedMessage(message: string): string | null {
  for (const pattern of FIXED) {
    const match = pattern.exec(message);
    if (match) return match[0];
  }
  return null;
}
