import { Cleaning } from '../../../../shared/domain/cleaning.ts';
import { quoteSql } from './read-sql.ts';

/** Type of the column `dropped` of staged tables. It takes one byte per row; a text takes sixteen. */
export const DROPPED_BY = 'dropped_by';

/** Reasons to drop a row: the cleaning steps, the filter of a preset, and a later row with the same key. */
const NAMES = [...Object.keys(Cleaning.shape), 'currencyUnknown', 'filter', 'key'];

/** SQL that creates the type. */
export const CREATE_DROPPED_BY = `CREATE TYPE ${DROPPED_BY} AS ENUM (${NAMES.map(quoteSql)})`;
