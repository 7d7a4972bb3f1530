import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDataset, trainingPart } from '../../../electron/engine/train/dataset.ts';
import { splitByTime } from '../../../electron/engine/train/temporal-split.ts';
import { errorShape } from '../../../shared/errors.ts';
import { fillShop, testWorkspace } from '../../support/shop.ts';
import { ringEvents } from './ring-shop.ts';

interface Visit {
  readonly time: number;
  readonly item: number;
}

/** Histories of visits, each sorted by time. */
function historiesOf(visits: readonly (readonly Visit[])[]) {
  const sorted = visits.map((history) => [...history].sort((a, b) => a.time - b.time));
  const offsets = new Int32Array(sorted.length + 1);
  sorted.forEach((history, h) => {
    offsets[h + 1] = offsets[h]! + history.length;
  });
  const all = sorted.flat();
  return {
    users: Int32Array.from(sorted.keys(), (h) => h + 1),
    offsets,
    time: Float64Array.from(all, ({ time }) => time),
    item: Int32Array.from(all, ({ item }) => item),
  };
}

const visit = fc.record({ time: fc.integer({ min: 0, max: 99 }), item: fc.integer({ min: 0, max: 9 }) });
const histories = fc.array(fc.array(visit, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 12 });

describe('a temporal split', () => {
  it('lets training see nothing of the time that it asks for, and asks for items that are new', () => {
    fc.assert(
      fc.property(histories, fc.double({ min: 0.05, max: 0.4, noNaN: true }), (visits, share) => {
        const data = historiesOf(visits);
        const { trainEnd, validation, test } = splitByTime(data, share);
        const seen: number[] = [];
        data.users.forEach((_, h) => {
          for (let e = data.offsets[h]!; e < trainEnd[h]!; e++) seen.push(data.time[e]!);
        });
        const latest = Math.max(Number.NEGATIVE_INFINITY, ...seen);
        const asked = (events: Int32Array) => [...events].flatMap((e, h) => (e < 0 ? [] : [{ e, h }]));
        for (const { e, h } of [...asked(validation), ...asked(test)]) {
          expect(data.time[e]!).toBeGreaterThan(latest);
          expect(e).toBeGreaterThan(data.offsets[h]!);
          expect(data.item[e]).toBeGreaterThan(0);
          expect([...data.item.subarray(data.offsets[h]!, e)]).not.toContain(data.item[e]);
        }
        const times = (events: Int32Array) => asked(events).map(({ e }) => data.time[e]!);
        const lastValidation = Math.max(Number.NEGATIVE_INFINITY, ...times(validation));
        for (const time of times(test)) expect(time).toBeGreaterThan(lastValidation);
      }),
    );
  });

  it('holds out about the share that was asked for', () => {
    const walks = Array.from({ length: 100 }, (_, u) =>
      Array.from({ length: 10 }, (_, i) => ({ time: u + 7 * i, item: i })),
    );
    const data = historiesOf(walks);
    const { trainEnd } = splitByTime(data, 0.1);
    const trained = trainEnd.reduce((sum, end, h) => sum + end - data.offsets[h]!, 0);
    expect(trained / data.time.length).toBeCloseTo(0.8, 1);
  });
});

describe('a data set that ends at a moment', () => {
  const events = ringEvents({ users: 5 });
  const cut = events[5]!.time;
  const settings = { split: 'leaveOneOut' as const, testShare: 0.1, until: cut, fields: ['item' as const] };

  function workspaceOf(timeKind: 'clock' | 'order' = 'clock') {
    const workspace = testWorkspace();
    fillShop(workspace, { events, timeKind });
    return workspace.db;
  }

  it('has nothing of that moment or later', () => {
    const { histories } = readDataset(workspaceOf(), settings);
    expect(histories.time).toHaveLength(events.filter(({ time }) => time < cut).length);
    expect(Math.max(...histories.time)).toBeLessThan(cut);
  });

  it('leaves out users who come later, and says so where nobody is left', () => {
    const workspace = testWorkspace();
    const late = { ...events[0]!, user: 'late', time: cut + 1, session: 'late' };
    fillShop(workspace, { events: [late, ...events] });
    const dataset = readDataset(workspace.db, settings);
    expect(dataset.histories.users).toHaveLength(5);
    expect(trainingPart(dataset).offsets).toHaveLength(6);
    expect(codeOf(() => readDataset(workspace.db, { ...settings, until: 0 }))).toBe('NO_EVENTS');
  });

  it('is refused where there are no dates: TIMES_NEEDED', () => {
    const db = workspaceOf('order');
    expect(codeOf(() => readDataset(db, settings))).toBe('TIMES_NEEDED');
    expect(codeOf(() => readDataset(db, { ...settings, until: null, split: 'temporal' }))).toBe('TIMES_NEEDED');
    expect(codeOf(() => readDataset(db, { ...settings, until: null }))).toBe('none');
  });
});

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    return errorShape(error).code;
  }
}
