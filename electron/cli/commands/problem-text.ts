import type { Problem, ProblemCode } from '../../../shared/contract/examine.ts';
import { count } from '../text.ts';

type TextOf = (n: string, facts: Problem['facts']) => string;

const day = (ms: string | number | undefined) => new Date(Number(ms)).toISOString().slice(0, 10);

/** Text of each problem, with the command-line option that affects it. */
const texts: Readonly<Record<ProblemCode, TextOf>> = {
  structure: (n) => `${n} rows are not built like the others; they are set aside`,
  'cut-off': () => 'the last row breaks off, as if the export had been cut short; it is set aside',
  'missing-user': (n) => `${n} rows name no user; they are set aside`,
  'missing-action': (n) => `${n} rows name no action; they are set aside`,
  'missing-item': (n) => `${n} rows name no item; they are set aside`,
  'bad-time': (n) => `${n} rows have no time that can be read; they are set aside`,
  'bad-number': (n) => `${n} rows have text where a number belongs; they are set aside`,
  'other-rejected': (n) => `${n} rows cannot be read; they are set aside`,
  repeats: (n, { now }) =>
    `${n} rows repeat another exactly; they are ${now === 'drop' ? 'left out' : 'kept'} (--repeats)`,
  'known-file': (_, { import: id }) => `this very file was imported before (import ${id})`,
  'known-events': (n) => `${n} events are in the workspace already; they are not added again`,
  'near-repeats': (n, { seconds }) => `${n} events repeat the same action on the same item within ${seconds} s`,
  bots: (n, { users, perMinute, perDay }) =>
    `${n} events are of ${users} users with more than ${perMinute ?? perDay} in a ${perMinute ? 'minute' : 'day'}: hardly people`,
  'early-times': (n, { before }) => `${n} events are before ${before}`,
  'future-times': (n, { after }) => `${n} events are in the future (after ${after})`,
  'zone-assumed': (_, { zone }) => `times carry no zone; they are read as ${zone} (--zone)`,
  'day-month': (_, { order }) => `days and months cannot be told apart by their size; they are read ${order}`,
  'low-prices': (n) => `${n} prices are nothing or less`,
  'high-prices': (n, { above }) => `${n} prices are far above the rest (more than ${above})`,
  'short-histories': (n) => `${n} users have a single event`,
  'rare-items': (n) => `${n} items have a single event`,
  personal: (_, { columns }) => `personal data: ${columns}; not kept in clear unless you say so (--privacy)`,
  'unused-columns': (_, { columns }) => `not taken: ${columns}`,
  unsure: (_, { fields }) => `look at this before you import: ${fields}`,
  encoding: (_, { encoding }) => `the text is ${encoding}, not UTF-8; it is converted`,
  gaps: (n, { from, to }) => `${n} stretches without any event, the longest from ${day(from)} to ${day(to)}`,
  'not-importable': (_, { message, hint }) => `${message} ${hint}`,
};

export const problemText = ({ code, count: n, facts }: Problem): string => texts[code](count(n), facts);
