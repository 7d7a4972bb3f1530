import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import { isPurchase } from '../../../../shared/domain/actions.ts';
import { fieldsWith } from '../../../../shared/domain/event-fields.ts';
import { type Field, fields } from '../../../../shared/domain/mapping.ts';
import type { Inspection } from '../detect/inspect.ts';
import type { ColumnPlace, Places } from '../detect/mapping-places.ts';
import { countsAsMissing } from '../detect/placeholders.ts';
import { anyReasonSql, badSql, reasonSql } from './bad-sql.ts';
import { type DecimalSigns, isIrregularSql } from './decimal-signs.ts';
import { DROPPED_BY } from './dropped-by.ts';
import { finiteSql, numberSql } from './number-sql.ts';
import type { OrderTraits } from './orders/normalise-orders.ts';
import { type OrderFigure, orderColumn, orderColumnsSql, orderFigures } from './orders/order-columns.ts';
import { orderStatusSql } from './orders/order-status.ts';
import { withoutPlaceholdersSql } from './placeholder-sql.ts';
import { OTHER_COLUMNS, otherColumnsSql } from './row-hash.ts';
import { placeSql, placesSql, type RowSource } from './row-source.ts';
import { categorySql, isPurchaseSql, passesSql, renamedSql, returnSql } from './rules-sql.ts';

/** Column of a staged table: whether a number of the row has an irregular notation. */
export const IS_IRREGULAR = 'is_irregular';

const NUMBERS: readonly Field[] = fieldsWith({ stored: 'number' });
/** Fields that are text in the file, including those stored as ids. */
const TEXTS: readonly Field[] = fields.filter((field) => field !== 'time' && !NUMBERS.includes(field));

/** The typed columns of a staged table. */
export interface TypedColumns {
  readonly fields: ReadonlySet<Field>;
  /** Whether it has the column `OTHER_COLUMNS`. */
  readonly hasOtherColumns: boolean;
  readonly orders: OrderTraits;
  /** A query for the columns, `bad` and `dropped`, in file order. */
  readonly sql: string;
  /** Query of the reasons why rows are invalid, in row order. */
  readonly reasons: string;
}

/**
 * Returns the typed columns of a file's fields. `time`: SQL that converts the text `t` to milliseconds since the epoch,
 * null if the file has no time. `signs`: decimal signs of the numeric columns, null if all numbers have the regular
 * notation. `nothing`: whether placeholders such as “None” are missing values, by field. Rows excluded by the preset's
 * filter are `dropped` by “filter”. A purchase with a negative quantity or amount is a return; both keep their sign, so
 * that sums are correct. A missing amount column is computed from price, quantity and discount: the total price minus
 * the discount. `normaliseOrders` then applies the amounts of whole orders.
 */
export function typedColumns(
  inspection: Inspection,
  places: Places,
  source: RowSource,
  time: string | null,
  signs: DecimalSigns | null = null,
  nothing: ImportFile['nothing'] = {},
): TypedColumns {
  const { rules, kind } = inspection;
  const names = [...inspection.columns, ...inspection.joined];
  const has = (field: Field) => places.fields.has(field);
  const numbers = NUMBERS.filter(has);
  const texts = TEXTS.filter(has);
  const passes = passesSql(rules?.where ?? [], names, source);
  const returnAction = returnSql(rules, names, source);
  const state = kind === 'events' && mayHaveStatus(places) ? orderStatusSql(inspection, source) : null;
  const figures = kind === 'events' ? orderFigures(inspection, places) : new Map<OrderFigure, ColumnPlace>();
  const order = source.order === null ? [] : [`${source.order} AS ord`];
  const attributes = places.attributes.map((place, i) => `${placeSql(place, source)} AS a${i + 1}`);
  const rowHash = kind === 'events' ? otherColumnsSql(inspection, places, source) : null;
  const text = (field: Field) => {
    const plain = placesSql(places.fields.get(field) ?? [], source);
    const named = field === 'category' ? categorySql(plain, rules, names, source) : plain;
    const isRead = NUMBERS.includes(field) || field === 'time';
    const bare = !isRead && countsAsMissing(field, nothing) ? withoutPlaceholdersSql(named, field) : named;
    return field === 'action' ? renamedSql(bare, rules?.actions) : bare;
  };
  const raw = [
    ...texts.map((field) => `${text(field)} AS "${field}"`),
    ...numbers.map((field) => `${text(field)} AS "${field}_text"`),
    ...(time === null ? [] : [`${text('time')} AS t`]),
    `${passes ?? 'true'} AS passes`,
    `${returnAction ?? 'NULL::VARCHAR'} AS return_action`,
    `${state ?? 'NULL::VARCHAR'} AS order_status`,
    ...orderColumnsSql(figures, source, [...(signs?.values() ?? [])].includes('comma') ? 'comma' : 'point'),
    ...order,
    ...attributes,
    ...(rowHash === null ? [] : [`${rowHash} AS ${OTHER_COLUMNS}`]),
  ];
  // Each text is converted once, in a subquery: DuckDB evaluates an expression again in each branch of a CASE.
  const casts = signs === null ? numbers.map((field) => `try_cast("${field}_text" AS DOUBLE) AS "${field}_cast"`) : [];
  const numberOf = (field: Field) =>
    signs === null ? finiteSql(`"${field}_cast"`) : numberSql(`"${field}_text"`, signs.get(field));
  const typed = [
    '*',
    ...numbers.map((field) => `${numberOf(field)} AS "${field}"`),
    `${signs === null ? isIrregularSql(numbers) : 'false'} AS ${IS_IRREGULAR}`,
    ...(time === null ? [] : [`${time} AS read_time`]),
  ];
  const isComputed = !has('amount') && has('price') && (has('discount') || figures.size > 0);
  const pieces = has('quantity') ? 'coalesce(quantity, 1)' : '1';
  const hasStatus = returnAction !== null || state !== null;
  const revoked = stateSql(returnAction !== null, state !== null);
  const selected = [
    ...texts.map((field) =>
      field === 'action' ? `${actionSql(has, hasStatus ? revoked : null)} AS "action"` : `"${field}"`,
    ),
    ...numbers.map((field) => `"${field}"`),
    ...(isComputed ? [`price * ${pieces} - ${has('discount') ? 'coalesce(discount, 0)' : '0'} AS amount`] : []),
    ...[...figures.keys()].map(orderColumn),
    ...(hasStatus ? [`${revoked} IS NOT NULL AS by_status`] : []),
    ...(time === null ? [] : ['read_time AS ms']),
    ...places.attributes.map((_, i) => `a${i + 1}`),
    ...(rowHash === null ? [] : [OTHER_COLUMNS]),
    IS_IRREGULAR,
  ];
  const bad = (reason: typeof reasonSql) => {
    const sql = badSql(signs === null ? [] : numbers, texts, time !== null && kind === 'events', reason);
    return passes === null ? sql : `CASE WHEN passes THEN ${sql} END`;
  };
  const droppedBy = passes === null ? 'NULL' : `CASE WHEN NOT passes THEN 'filter' END`;
  const rows = `(SELECT ${typed} FROM (SELECT ${['*', ...casts]} FROM (SELECT ${raw} FROM ${source.from})))`;
  const inOrder = order.length > 0 ? 'ORDER BY ord' : '';
  const columns = [...selected, `(${bad(anyReasonSql)})::BOOLEAN AS bad`, `${droppedBy}::${DROPPED_BY} AS dropped`];
  const reason = [`${bad(reasonSql)} AS reason`, ...(order.length > 0 ? ['ord'] : [])];
  const sql = `SELECT ${columns} FROM ${rows} ${inOrder}`;
  const reasons = `SELECT reason.code, reason.field, reason.value FROM (SELECT ${reason} FROM ${rows}) WHERE reason IS NOT NULL ${inOrder}`;
  const fields = new Set([...places.fields.keys(), ...(isComputed ? (['amount'] as const) : [])]);
  const orders: OrderTraits = { figures: new Set(figures.keys()), hasStatus };
  return { fields, hasOtherColumns: rowHash !== null, orders, sql, reasons };
}

/** Whether rows may be purchases that the status of their order revokes. */
function mayHaveStatus({ fields }: Places): boolean {
  const [action] = fields.get('action') ?? [];
  return action !== undefined && (!('literal' in action) || isPurchase(action.literal) || fields.has('order_id'));
}

/**
 * Returns SQL for the action that revokes a row: by a rule of the preset, else by the status of the order if the row is
 * a purchase.
 */
function stateSql(hasRules: boolean, hasState: boolean): string {
  const state = `CASE WHEN ${isPurchaseSql('"action"')} THEN order_status END`;
  return hasRules && hasState ? `coalesce(return_action, ${state})` : hasRules ? 'return_action' : state;
}

/** Returns SQL for the action of a row, or for the return or cancellation that replaces it. */
function actionSql(has: (field: Field) => boolean, revoked: string | null): string {
  const signs = (['quantity', 'amount'] as const).filter(has).map((field) => `"${field}" < 0`);
  const negative =
    signs.length === 0 ? [] : [`CASE WHEN (${signs.join(' OR ')}) AND ${isPurchaseSql('"action"')} THEN 'return' END`];
  const all = [...(revoked === null ? [] : [revoked]), ...negative, '"action"'];
  return all.length === 1 ? all[0]! : `coalesce(${all})`;
}
