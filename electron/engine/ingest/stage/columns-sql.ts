import type { Field } from '../../../../shared/domain/mapping.ts';
import type { Inspection } from '../detect/inspect.ts';
import type { Places } from '../detect/mapping-places.ts';
import { badSql } from './bad-sql.ts';
import { numberSql } from './number-sql.ts';
import { placeSql, placesSql, type RowSource } from './row-source.ts';
import { categorySql, isPurchaseSql, passesSql, renamedSql, returnSql } from './rules-sql.ts';

const NUMBERS: readonly Field[] = ['price', 'amount', 'quantity', 'rating', 'discount'];
const TEXTS: readonly Field[] = [
  ...(['user', 'action', 'item', 'category', 'brand', 'text', 'session', 'title', 'title_en'] as const),
  ...(['order_id', 'currency', 'channel', 'campaign', 'alias'] as const),
];

/** The typed columns of a staged table. */
export interface TypedColumns {
  readonly fields: ReadonlySet<Field>;
  /** A query that gives them, with `bad` and `dropped`, in the order of the file. */
  readonly sql: string;
}

/**
 * The columns of a file's fields, typed. `time` is SQL that reads the text `t` as milliseconds, null where there is no
 * time. Rows that its preset's filter leaves out are `dropped` by “filter”. A purchase of a negative quantity or amount is
 * a return; both keep their sign, so that sums come out right. An amount that a file does not say, but a discount, is the
 * price of all pieces less the discount.
 */
export function typedColumns(
  inspection: Inspection,
  places: Places,
  source: RowSource,
  time: string | null,
): TypedColumns {
  const { rules, kind } = inspection;
  const columns = [...inspection.columns, ...inspection.joined];
  const has = (field: Field) => places.fields.has(field);
  const numbers = NUMBERS.filter(has);
  const texts = TEXTS.filter(has);
  const passes = passesSql(rules?.where ?? [], columns, source);
  const taken = returnSql(rules, columns, source);
  const order = source.order === null ? [] : [`${source.order} AS ord`];
  const attributes = places.attributes.map((place, i) => `${placeSql(place, source)} AS a${i + 1}`);
  const text = (field: Field) => {
    const plain = placesSql(places.fields.get(field) ?? [], source);
    if (field === 'action') return renamedSql(plain, rules?.actions);
    return field === 'category' ? categorySql(plain, rules, columns, source) : plain;
  };
  const raw = [
    ...texts.map((field) => `${text(field)} AS "${field}"`),
    ...numbers.map((field) => `${text(field)} AS "${field}_text"`),
    ...(time === null ? [] : [`${text('time')} AS t`]),
    `${passes ?? 'true'} AS passes`,
    `${taken ?? 'NULL::VARCHAR'} AS taken`,
    ...order,
    ...attributes,
  ];
  const typed = [
    '*',
    ...numbers.map((field) => `${numberSql(`"${field}_text"`)} AS "${field}"`),
    ...(time === null ? [] : [`${time} AS read_time`]),
  ];
  const isComputed = !has('amount') && has('discount') && has('price');
  const kept = [
    ...texts.map((field) => (field === 'action' ? `${actionSql(has, taken !== null)} AS "action"` : `"${field}"`)),
    ...numbers.map((field) => `"${field}"`),
    ...(isComputed ? [`price * ${has('quantity') ? 'coalesce(quantity, 1)' : '1'} - discount AS amount`] : []),
    ...(time === null ? [] : ['read_time AS ms']),
    ...places.attributes.map((_, i) => `a${i + 1}`),
  ];
  const bad = badSql(numbers, texts, time !== null && kind === 'events');
  const [wrong, left] =
    passes === null ? [bad, 'NULL'] : [`CASE WHEN passes THEN ${bad} END`, `CASE WHEN NOT passes THEN 'filter' END`];
  const sql = `SELECT ${[...kept, `${wrong} AS bad`, `${left}::VARCHAR AS dropped`]}
    FROM (SELECT ${typed} FROM (SELECT ${raw} FROM ${source.from})) ${order.length > 0 ? 'ORDER BY ord' : ''}`;
  return { fields: new Set([...places.fields.keys(), ...(isComputed ? (['amount'] as const) : [])]), sql };
}

/** An action, or what takes it back. */
function actionSql(has: (field: Field) => boolean, ruled: boolean): string {
  const signs = (['quantity', 'amount'] as const).filter(has).map((field) => `"${field}" < 0`);
  const negative =
    signs.length === 0 ? [] : [`CASE WHEN (${signs.join(' OR ')}) AND ${isPurchaseSql('"action"')} THEN 'return' END`];
  const all = [...(ruled ? ['taken'] : []), ...negative, '"action"'];
  return all.length === 1 ? all[0]! : `coalesce(${all})`;
}
