import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PurchaseDays } from '../electron/engine/store/events/purchase-days.ts';
import { forecast } from '../electron/engine/value/forecast.ts';
import { bgNbd, mbgNbd } from '../electron/engine/value/models/beta-geometric.ts';
import { fitPurchases } from '../electron/engine/value/models/fit-purchases.ts';
import { paretoNbd } from '../electron/engine/value/models/pareto-nbd.ts';
import { groupHistories } from '../electron/engine/value/purchase-groups.ts';
import { expectedSpends, fitSpend } from '../electron/engine/value/spend.ts';
import { summarise } from '../electron/engine/value/summarise.ts';
import type { Bench, Row } from './row.ts';

const DAY = 86_400_000;
const AIM = 2;

/** Fits and scores the 23,570 customers of CDNOW over their 78 weeks, on one core. */
const bench: Bench = async () => {
  const customers = summarise(cdnow(), Date.UTC(1998, 5, 30) / DAY);
  const groups = groupHistories(customers);
  let start = performance.now();
  const fit = fitPurchases(bgNbd, groups);
  const spend = fitSpend(customers);
  if (!spend) throw new Error('CDNOW has repeat customers');
  expectedSpends(spend, customers);
  bgNbd.expectedPurchases(fit.parameters, groups, 39);
  bgNbd.aliveProbabilities(fit.parameters, groups);
  const rows = [row('BG/NBD and Gamma-Gamma fitted, 23,570 customers scored', start, AIM)];
  start = performance.now();
  forecast(fit, groups, 39, () => {});
  rows.push(row('interval of the forecast, 100 simulations', start));
  for (const [name, model] of [
    ['MBG/NBD', mbgNbd],
    ['Pareto/NBD', paretoNbd],
  ] as const) {
    start = performance.now();
    fitPurchases(model, groups);
    rows.push(row(`${name} fitted`, start));
  }
  return rows;
};
export default bench;

function row(name: string, start: number, aim: number | null = null): Row {
  const figure = (performance.now() - start) / 1000;
  return {
    case: name,
    figure,
    unit: 's',
    peer: aim === null ? '' : 'aim',
    peerFigure: aim,
    ratio: aim === null ? null : aim / figure,
  };
}

function cdnow(): PurchaseDays {
  const file = fileURLToPath(new URL('../../shared/data/cdnow/CDNOW_master.txt', import.meta.url));
  const values = new Map<string, [user: number, day: number, purchases: number, value: number]>();
  for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
    const [user, date = '', , value] = line.trim().split(/\s+/);
    if (!user) continue;
    const day = Date.parse(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`) / DAY;
    const [, , purchases, sum] = values.get(`${user} ${day}`) ?? [0, 0, 0, 0];
    values.set(`${user} ${day}`, [Number(user), day, purchases + 1, sum + Number(value)]);
  }
  const rows = [...values.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return {
    users: Int32Array.from(rows, ([user]) => user),
    days: Int32Array.from(rows, ([, day]) => day),
    purchases: Int32Array.from(rows, ([, , purchases]) => purchases),
    values: Float64Array.from(rows, ([, , , value]) => value),
    returned: new Float64Array(rows.length),
  };
}
