import type { CustomerFigures } from '../portrait/customer-figures.ts';

/** Calls `visit` for each day with purchases or returns of a customer, with the rows of the customer and of the day. */
export function eachPurchaseDay(
  { data, users, until }: CustomerFigures,
  visit: (row: number, at: number) => void,
): void {
  let row = 0;
  for (let at = 0; at < data.users.length; at++) {
    while (row < users.length && users[row]! < data.users[at]!) row++;
    if (users[row] === data.users[at] && data.days[at]! <= until) visit(row, at);
  }
}
