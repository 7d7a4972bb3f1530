import { closeSync, openSync, writeSync } from 'node:fs';
import { Random } from '../../shared/domain/random.ts';

const ACTIONS = ['view', 'view', 'view', 'view', 'view', 'view', 'cart', 'cart', 'purchase'];
const START = Date.UTC(2025, 0, 1);
const SPAN_S = 90 * 86_400;
/** Number of users in the shop at the same time; after an event, one in six leaves. */
const PRESENT = 50;
const LEAVES = 1 / 6;

interface Options {
  readonly seed?: number;
  readonly users?: number;
  /** Whether items have one of 500 brands. */
  readonly brands?: boolean;
}

/**
 * Writes a CSV of `rows` events (user, action, item, category, price, time) in order of time: by default one user per 25
 * events, in visits of about six events; popular items are far more frequent than others, and each item has a category
 * and a price. The same seed produces the same bytes.
 */
export function generateEvents(file: string, rows: number, options: Options = {}): void {
  const { seed = 1, users = Math.max(1, Math.round(rows / 25)), brands = false } = options;
  const random = new Random(seed, 0);
  const items = Math.max(100, Math.min(50_000, Math.round(rows / 50)));
  const someUser = () => 500_000_000 + random.integer(users);
  const present = Array.from({ length: PRESENT }, someUser);
  const handle = openSync(file, 'w');
  let text = `user,action,item,category,price,time${brands ? ',brand' : ''}\n`;
  for (let row = 0; row < rows; row++) {
    const visitor = random.integer(PRESENT);
    const user = present[visitor];
    if (random.chance(LEAVES)) present[visitor] = someUser();
    const item = Math.floor(items * random.float() ** 3);
    const action = ACTIONS[random.integer(ACTIONS.length)];
    const time = new Date(START + Math.floor((row / rows) * SPAN_S) * 1000).toISOString().slice(0, 19);
    const price = ((((item * 7919) % 20_000) + 99) / 100).toFixed(2);
    const brand = brands ? `,brand ${(item * 31) % 500}` : '';
    text += `${user},${action},${1_000_000 + item},category.${item % 200},${price},${time.replace('T', ' ')}${brand}\n`;
    if (text.length > 1 << 20) {
      writeSync(handle, text);
      text = '';
    }
  }
  writeSync(handle, text);
  closeSync(handle);
}
