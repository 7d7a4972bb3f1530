import type { Problem, ProblemCode } from '../../../shared/contract/examine.ts';
import { isoDay } from '../../../shared/domain/time/local-time.ts';
import { timeZone } from '../../../shared/domain/time/time-zone.ts';
import { count } from '../text.ts';

type TextOf = (n: string, facts: Problem['facts'], error: Problem['error']) => string;

const day = (ms: string | number | undefined, zone: string | number | undefined) =>
  isoDay(timeZone(String(zone)), Number(ms));

const inWords = (order: string | number | undefined) => String(order).replace('-', ' ');

function actionReason(why: string | number | undefined): string {
  if (why === 'columns') return 'because the columns are those of orders';
  return why === 'filename' ? 'from the file name' : 'by default';
}

/** Text of each problem, with the command-line option that affects it. */
const texts: Readonly<Record<ProblemCode, TextOf>> = {
  structure: (n) => `${n} rows are malformed: wrong number of columns or an unclosed quote; they are rejected`,
  'cut-off': () => 'the last row is incomplete, as if the export had been truncated; it is rejected',
  'missing-user': (n) => `${n} rows have no user; they are rejected`,
  'missing-action': (n) => `${n} rows have no action; they are rejected`,
  'missing-item': (n) => `${n} rows have no item; they are rejected`,
  'bad-time': (n) => `${n} rows have no valid time; they are rejected`,
  'bad-number': (n) => `${n} rows have text in a numeric column; they are rejected`,
  'other-rejected': (n) => `${n} rows cannot be read; they are rejected`,
  repeats: (n, { now }) =>
    `${n} rows are exact duplicates; they are ${now === 'drop' ? 'dropped' : 'kept'} (--repeats)`,
  'known-file': (_, { import: id }) => `this file was imported before (import ${id})`,
  'known-events': (n) => `${n} events are already in the workspace; they are not added again`,
  'near-repeats': (n, { seconds }) =>
    `${n} events repeat the same action on the same item within ${seconds} s (--near-repeats)`,
  bots: (n, { users, perMinute, perDay }) =>
    `${n} events come from ${users} users with more than ${perMinute ?? perDay} in a ${perMinute ? 'minute' : 'day'}, probably bots`,
  'early-times': (n, { before }) => `${n} events are dated before ${before}`,
  'future-times': (n, { after }) => `${n} events are dated in the future (after ${after})`,
  'zone-assumed': (_, { zone }) => `times have no time zone; they are read as ${zone} (--zone)`,
  'day-month': (n, { order, other }) =>
    `${n} dates are ambiguous: they are read ${inWords(order)}, and could be ${inWords(other)} (--dates)`,
  'decimal-sign': (n, { field, sign }) =>
    `${n} numbers of ${field} are ambiguous: the ${sign} separates decimals, but could separate thousands (--decimal)`,
  'discount-kind': (n, { kind }) =>
    kind === 'open'
      ? `${n} discounts may be money, a share or the share to pay; no amount is computed from them (--discount)`
      : `${n} discounts are read as ${kind === 'share' ? 'shares of the price' : kind} (--discount)`,
  'placeholder-missing': (n, { field, words }) =>
    `${n} rows have a placeholder as ${field} (${words}); it counts as missing (--nothing ${field}=keep)`,
  'placeholder-kept': (n, { field, words }) =>
    `${n} rows have a placeholder as ${field} (${words}); it is kept as a name (--nothing ${field}=missing)`,
  'repeated-users': (n) => `${n} users have several rows with different values; the last row counts (--map)`,
  'action-guessed': (_, { action, why }) =>
    `the action of all rows is ${action}, ${actionReason(why)} (--map action=…)`,
  'column-overruled': (_, { field, source, other }) =>
    `${field} is read from ${source}, because the cells of ${other} do not fit (--map)`,
  'title-as-item': (_, { column }) =>
    `items are identified by the title in ${column}, because no column has their ids (--map item=…)`,
  'date-and-clock': (_, { columns }) => `the date and the time of day are in two columns: ${columns} (--map time=…)`,
  'low-prices': (n) => `${n} prices are zero or negative`,
  'high-prices': (n, { above }) => `${n} prices are outliers (above ${above})`,
  'short-histories': (n) => `${n} users have only one event`,
  'rare-items': (n) => `${n} items have only one event`,
  personal: (_, { columns }) => `personal data: ${columns}; not kept in plain text unless you choose so (--privacy)`,
  'personal-cells': (n) =>
    `${n} e-mail addresses or telephone numbers in other columns; they are hashed or removed (--privacy)`,
  'masked-texts': (n) => `${n} texts contain personal data, which is masked (--privacy)`,
  'order-states': (n) => `${n} purchases were cancelled or returned according to the order status`,
  'order-amounts': (n) => `${n} amounts are adjusted for the discount, refund or total of the order`,
  'unused-columns': (_, { columns }) => `columns not imported: ${columns}`,
  unsure: (_, { fields }) => `uncertain column mapping, check before you import: ${fields}`,
  encoding: (_, { encoding }) => `the text encoding is ${encoding}, not UTF-8; it is converted`,
  gaps: (n, { from, to, zone }) => `${n} gaps without events, the longest from ${day(from, zone)} to ${day(to, zone)}`,
  'not-importable': (_, _facts, error) => (error ? `${error.message} ${error.hint}` : 'the file cannot be imported'),
};

export const problemText = ({ code, count: n, facts, error }: Problem): string => texts[code](count(n), facts, error);
