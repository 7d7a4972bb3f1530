import type { Database } from 'better-sqlite3';
import { attributeRows } from '../store/columns/user-rows.ts';
import type { UserRows } from './user-rows.ts';

/** Declared values of an attribute: code 0 for users without a value, otherwise 1 + an index into `values`. */
export interface AttributeColumn {
  readonly codes: Int32Array;
  readonly values: readonly string[];
  /** The values as numbers; NaN for values that are not numbers. */
  readonly numbers: Float64Array;
}

/** Returns the attributes by id. */
export function readAttributes(db: Database, users: UserRows): Map<number, AttributeColumn> {
  const columns = new Map<number, { codes: Int32Array; codeOf: Map<string, number> }>();
  for (const [attribute, user, value] of attributeRows(db)) {
    const row = users.rowOf(user);
    if (row === -1) continue;
    const column = columns.get(attribute) ?? { codes: new Int32Array(users.count), codeOf: new Map<string, number>() };
    columns.set(attribute, column);
    const code = column.codeOf.get(value) ?? column.codeOf.size + 1;
    column.codeOf.set(value, code);
    column.codes[row] = code;
  }
  return new Map(
    [...columns].map(([attribute, { codes, codeOf }]) => [attribute, finished(codes, [...codeOf.keys()])]),
  );
}

function finished(codes: Int32Array, values: readonly string[]): AttributeColumn {
  return { codes, values, numbers: Float64Array.from(values, numberOf) };
}

/** A JSON number, optionally surrounded by white space. */
const JSON_NUMBER = /^[ \t\n\r]*-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?[ \t\n\r]*$/;

const numberOf = (text: string): number => (JSON_NUMBER.test(text) ? Number(text) : Number.NaN);
