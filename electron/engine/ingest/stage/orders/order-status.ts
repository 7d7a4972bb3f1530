import type { Inspection } from '../../detect/inspect.ts';
import { quoteSql } from '../read-sql.ts';
import { placeSql, type RowSource } from '../row-source.ts';
import { isOrderStatus, plainStatusSql, statusExpression } from './status-words.ts';

/** Column names of an order's status, without accents, with `_` between words. */
const STATUS_COLUMN =
  /(?:^|_)(?:status|state|stat|zustand|bestellstatus|statut|etat|estado|situacao|situazione|stato|durum|статус)(?:_|$)|状态|ステータス|상태/u;
/** Column names of yes/no flags, and of the times of a cancellation or a return. */
const FLAG_COLUMNS = {
  cancel: /^(?:is_?|was_?|order_)?(?:cancell?ed|voided)$|^是否(?:已)?(?:取消|关闭|作废)$/u,
  return: /^(?:is_?|was_?|order_)?(?:refunded|returned)$|^是否(?:已)?(?:退款|退货)$/u,
} as const;
const TIME_COLUMNS = {
  cancel: /(?:^|_)(?:cancell?(?:ed|ation)?|voided)_?(?:at|on|date|time)$|(?:取消|作废)时间$/u,
  return: /(?:^|_)(?:refunded|returned)_?(?:at|on|date|time)$|退(?:款|货)(?:成功|完成)?时间$/u,
} as const;
const YES = ['1', 'true', 'yes', 'y', 't', '是', 'ja', 'oui', 'si', 'sim'];
const YES_OR_NO: ReadonlySet<string> = new Set([...YES, '0', 'false', 'no', 'n', 'f', '否', 'nein', 'non', 'nao']);

type Revocation = keyof typeof FLAG_COLUMNS;
type Columns = Pick<Inspection, 'columns' | 'rows'>;

/**
 * Returns SQL for `cancel` or `return` by the status of an order, NULL for other rows; null if no column holds a
 * status. A status column is recognised by its name, in several languages, and by its cells.
 */
export function orderStatusSql({ columns, rows }: Columns, source: RowSource): string | null {
  const cases = columns.flatMap((column, c) => {
    const name = plainName(column);
    const filled = rows.flatMap((row) => row[c]?.trim() || []);
    const text = placeSql({ column: c }, source);
    if (STATUS_COLUMN.test(name) && mostly(filled, isOrderStatus)) {
      const state = plainStatusSql(text);
      return REVOCATIONS.map((kind) => whenSql(`regexp_matches(${state}, ${quoteSql(statusExpression(kind))})`, kind));
    }
    return REVOCATIONS.flatMap((kind) => {
      if (FLAG_COLUMNS[kind].test(name) && filled.every((cell) => YES_OR_NO.has(cell.toLowerCase())))
        return whenSql(`lower(${text}) IN (${YES.map(quoteSql)})`, kind);
      // A missing time may be written as zeros.
      return TIME_COLUMNS[kind].test(name) ? whenSql(`regexp_matches(${text}, '[1-9]')`, kind) : [];
    });
  });
  return cases.length === 0 ? null : `CASE ${cases.join(' ')} END`;
}

const REVOCATIONS: readonly Revocation[] = ['cancel', 'return'];

const whenSql = (condition: string, state: Revocation) => `WHEN ${condition} THEN '${state}'`;

const plainName = (column: string) =>
  column
    .trim()
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s._:/()-]+/g, '_');

const mostly = (cells: readonly string[], test: (cell: string) => boolean) =>
  cells.length > 0 && cells.filter(test).length >= cells.length / 2;
