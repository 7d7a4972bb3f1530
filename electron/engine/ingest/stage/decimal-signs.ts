import type { DecimalSign } from '../../../../shared/contract/import-file.ts';
import { fieldsWith } from '../../../../shared/domain/event-fields.ts';
import type { Field } from '../../../../shared/domain/mapping.ts';
import type { Inspection } from '../detect/inspect.ts';
import { type Places, textAt } from '../detect/mapping-places.ts';
import { PLACEHOLDERS } from '../detect/placeholders.ts';
import { readNumber, signOf } from '../detect/read-number.ts';
import type { DuckDb } from './duckdb.ts';
import { signSql } from './number-sql.ts';
import { isPlaceholderSql } from './placeholder-sql.ts';
import { placesSql, type RowSource } from './row-source.ts';

const NUMBERS: readonly Field[] = fieldsWith({ stored: 'number' });
const EXAMPLES = 5;

/** Decimal sign of each numeric field of a file. */
export type DecimalSigns = ReadonlyMap<Field, DecimalSign>;

/** Numbers such as 1.249 in a column that does not determine whether the separator is that of thousands or decimals. */
export interface AmbiguousNumbers {
  readonly field: Field;
  /** How they are read. */
  readonly sign: DecimalSign;
  readonly rows: number;
  /** The first distinct ones, at most five, with both interpretations. */
  readonly examples: readonly { readonly text: string; readonly read: number; readonly other: number }[];
}

export interface ResolvedDecimals {
  readonly signs: DecimalSigns;
  readonly ambiguous: readonly AmbiguousNumbers[];
}

/** Whether the start of a file contains numbers with an irregular notation, or only ambiguous ones such as 1.249. */
export function hasIrregularNumbers({ rows }: Inspection, places: Places): boolean {
  return NUMBERS.some((field) => {
    const at = places.fields.get(field) ?? [];
    const texts = rows.map((row) => textAt(at, row)).filter((text) => text !== '');
    const signs = texts.map(signOf);
    return texts.some((text) => !PLAIN.test(text)) || (signs.includes('either') && !signs.includes('point'));
  });
}

const PLAIN = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/**
 * Returns SQL that tests whether any number of a row has an irregular notation. It refers to the texts of the fields as
 * `price_text`, and to their conversions to numbers as `price_cast`. Most files have no such numbers, and planning the
 * SQL for all notations takes as long as importing a small file.
 */
export function isIrregularSql(fields: readonly Field[]): string {
  const isOdd = (field: Field) => {
    const [text, number] = [`"${field}_text"`, `"${field}_cast"`];
    return `(${text} IS NOT NULL AND (${number} IS NULL OR isinf(${number})) AND NOT ${isPlaceholderSql(text, PLACEHOLDERS)})`;
  };
  return fields.map(isOdd).join(' OR ') || 'false';
}

/**
 * Determines the decimal sign of each numeric column from all of its cells. An ambiguous column takes the sign of the
 * other columns of its file; if all are ambiguous, it is the point, and a comma separates thousands.
 */
export async function resolveDecimals(
  duck: DuckDb,
  places: Places,
  source: RowSource,
  given: DecimalSign | undefined,
): Promise<ResolvedDecimals> {
  const fields = NUMBERS.filter((field) => places.fields.has(field));
  if (given !== undefined) return { signs: new Map(fields.map((field) => [field, given])), ambiguous: [] };
  const counts = await countSigns(duck, fields, places, source);
  const decided = counts.flatMap(({ field, point, comma }) =>
    point === comma ? [] : [[field, majority(point, comma)] as const],
  );
  const ofOthers = decided.some(([, sign]) => sign === 'comma') && !decided.some(([, sign]) => sign === 'point');
  const signs = new Map(fields.map((field): [Field, DecimalSign] => [field, ofOthers ? 'comma' : 'point']));
  for (const [field, sign] of decided) signs.set(field, sign);
  const ambiguous: AmbiguousNumbers[] = [];
  for (const { field, point, comma, either } of counts) {
    const isDecided = point !== comma && (point === 0 || comma === 0);
    if (either === 0 || isDecided) continue;
    const sign = signs.get(field) ?? 'point';
    ambiguous.push({ field, sign, rows: either, examples: await examplesOf(duck, field, places, source, sign) });
  }
  return { signs, ambiguous };
}

const majority = (point: number, comma: number): DecimalSign => (comma > point ? 'comma' : 'point');

interface SignCounts {
  readonly field: Field;
  readonly point: number;
  readonly comma: number;
  readonly either: number;
}

async function countSigns(
  duck: DuckDb,
  fields: readonly Field[],
  places: Places,
  source: RowSource,
): Promise<SignCounts[]> {
  const signs = fields.map((field) => `${signSql(placesSql(places.fields.get(field) ?? [], source))} AS "${field}"`);
  const kinds = ['point', 'comma', 'either'];
  const selected = fields.flatMap((field) => kinds.map((kind) => `count(*) FILTER ("${field}" = '${kind}')`));
  const [row = []] = await duck.numberRows(`SELECT ${selected} FROM (SELECT ${signs} FROM ${source.from})`);
  return fields.map((field, i) => {
    const [point = 0, comma = 0, either = 0] = row.slice(3 * i, 3 * i + 3);
    return { field, point, comma, either };
  });
}

async function examplesOf(
  duck: DuckDb,
  field: Field,
  places: Places,
  source: RowSource,
  sign: DecimalSign,
): Promise<AmbiguousNumbers['examples']> {
  const text = placesSql(places.fields.get(field) ?? [], source);
  const first = `SELECT t FROM (SELECT ${text} AS t FROM ${source.from}) WHERE ${signSql('t')} = 'either' LIMIT 5000`;
  const rows = await duck.rows(`SELECT DISTINCT t FROM (${first}) ORDER BY t LIMIT ${EXAMPLES}`);
  const other = sign === 'point' ? 'comma' : 'point';
  return rows.map(({ t }) => {
    const cell = String(t);
    return { text: cell, read: readNumber(cell, sign) ?? 0, other: readNumber(cell, other) ?? 0 };
  });
}
