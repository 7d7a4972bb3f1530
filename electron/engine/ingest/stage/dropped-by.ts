import { Cleaning } from '../../../../shared/domain/cleaning.ts';
import { quoteSql } from './read-sql.ts';

/** The type of the column `dropped` of staged tables: it takes one byte a row, a text sixteen. */
export const DROPPED_BY = 'dropped_by';

/** What drops rows: cleaning steps, the filter of a preset, and a later row with the same key. */
const NAMES = [...Object.keys(Cleaning.shape), 'currencyUnknown', 'filter', 'key'];

/** Creates the type. */
export const CREATE_DROPPED_BY = `CREATE TYPE ${DROPPED_BY} AS ENUM (${NAMES.map(quoteSql)})`;
