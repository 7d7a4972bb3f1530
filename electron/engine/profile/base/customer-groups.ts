import type { Groups } from '../../../../shared/contract/base.ts';
import type { CustomerFigures } from '../portrait/customer-figures.ts';

/** Adds up customers by group. `groupOf` returns the group of a row, 0 to `count` − 1; −1 for none. */
export function customerGroups(
  { users, spent, returned }: CustomerFigures,
  count: number,
  groupOf: (row: number) => number,
): Groups {
  const groups = {
    customers: new Int32Array(count),
    net: new Float64Array(count),
    gross: new Float64Array(count),
  };
  for (let row = 0; row < users.length; row++) {
    const group = groupOf(row);
    if (group < 0) continue;
    groups.customers[group]!++;
    const money = spent[row]!;
    if (Number.isNaN(money)) continue;
    groups.net[group]! += money;
    groups.gross[group]! += money + returned[row]!;
  }
  return groups;
}
