import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDataset, trainingHistories } from '../../../electron/engine/train/dataset.ts';
import { splitHistories } from '../../../electron/engine/train/split.ts';
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

const targets = fc.integer({ min: 1, max: 4 });

/** The targets of a split, each with the index of its history. */
function casesOf({ offsets }: { offsets: Int32Array }, events: Int32Array) {
  return Array.from(events, (e) => ({ e, h: offsets.findLastIndex((start) => start <= e) }));
}

function expectNew({ item, offsets }: ReturnType<typeof historiesOf>, { e, h }: { e: number; h: number }) {
  expect(item[e]).toBeGreaterThan(0);
  expect([...item.subarray(offsets[h]!, e)]).not.toContain(item[e]);
}

describe('a leave-one-out split', () => {
  it('tests on the last new item, validates on the one before, and trains on neither', () => {
    fc.assert(
      fc.property(histories, targets, (visits, most) => {
        const data = historiesOf(visits);
        const { trainEnd, validation, test } = splitHistories(data, most);
        const [validationCases, testCases] = [casesOf(data, validation), casesOf(data, test)];
        for (const testCase of [...validationCases, ...testCases]) {
          expectNew(data, testCase);
          expect(testCase.e).toBeGreaterThanOrEqual(trainEnd[testCase.h]!);
        }
        data.users.forEach((_, h) => {
          const userItems = data.item.subarray(data.offsets[h]!, data.offsets[h + 1]!);
          const newCount = new Set(userItems.filter((item) => item > 0)).size;
          const [ofValidation, ofTest] = [validationCases, testCases].map((all) =>
            all.filter((testCase) => testCase.h === h),
          );
          expect(ofTest).toHaveLength(Math.max(0, Math.min(most, newCount - 2)));
          expect(ofValidation).toHaveLength(Math.min(1, ofTest!.length));
          if (ofTest!.length === 0) return;
          expect(ofValidation!.at(-1)!.e).toBeLessThan(ofTest![0]!.e);
          expect(trainEnd[h]).toBe(ofValidation![0]!.e);
          const before = data.item.subarray(data.offsets[h]!, ofTest!.at(-1)!.e + 1);
          expect(new Set(before.filter((item) => item > 0)).size, 'nothing new comes after the last').toBe(newCount);
        });
      }),
    );
  });
});

describe('a split by time', () => {
  it('excludes the test period from training, and predicts new items only', () => {
    fc.assert(
      fc.property(histories, fc.double({ min: 0.05, max: 0.4, noNaN: true }), targets, (visits, share, most) => {
        const data = historiesOf(visits);
        const { trainEnd, validation, test } = splitByTime(data, share, most);
        const trainingTimes: number[] = [];
        data.users.forEach((_, h) => {
          for (let e = data.offsets[h]!; e < trainEnd[h]!; e++) trainingTimes.push(data.time[e]!);
        });
        const latest = Math.max(Number.NEGATIVE_INFINITY, ...trainingTimes);
        for (const events of [validation, test]) {
          const cases = casesOf(data, events);
          for (const { e, h } of cases) {
            expect(data.time[e]!).toBeGreaterThan(latest);
            expect(e).toBeGreaterThan(data.offsets[h]!);
            expectNew(data, { e, h });
            expect(cases.filter((otherCase) => otherCase.h === h).length).toBeLessThanOrEqual(
              events === test ? most : 1,
            );
          }
        }
        const times = (events: Int32Array) => Array.from(events, (e) => data.time[e]!);
        const lastValidation = Math.max(Number.NEGATIVE_INFINITY, ...times(validation));
        for (const time of times(test)) expect(time).toBeGreaterThan(lastValidation);
      }),
    );
  });

  it('holds out about the given share of events', () => {
    const walks = Array.from({ length: 100 }, (_, u) =>
      Array.from({ length: 10 }, (_, i) => ({ time: u + 7 * i, item: i })),
    );
    const data = historiesOf(walks);
    const { trainEnd } = splitByTime(data, 0.1, 1);
    const trained = trainEnd.reduce((sum, end, h) => sum + end - data.offsets[h]!, 0);
    expect(trained / data.time.length).toBeCloseTo(0.8, 1);
  });
});

describe('a data set with a time limit', () => {
  const events = ringEvents({ users: 5 });
  const cut = events[5]!.time;
  const settings = { split: 'leaveOneOut' as const, heldOut: 1, testShare: 0.1, until: cut, fields: ['item' as const] };

  function workspaceOf(timeKind: 'clock' | 'order' = 'clock') {
    const workspace = testWorkspace();
    fillShop(workspace, { events, timeKind });
    return workspace.db;
  }

  it('excludes events at or after the limit', () => {
    const { histories } = readDataset(workspaceOf(), settings);
    expect(histories.time).toHaveLength(events.filter(({ time }) => time < cut).length);
    expect(Math.max(...histories.time)).toBeLessThan(cut);
  });

  it('excludes users who come later, and fails if none are left', () => {
    const workspace = testWorkspace();
    const late = { ...events[0]!, user: 'late', time: cut + 1, session: 'late' };
    fillShop(workspace, { events: [late, ...events] });
    const dataset = readDataset(workspace.db, settings);
    expect(dataset.histories.users).toHaveLength(5);
    expect(trainingHistories(dataset).offsets).toHaveLength(6);
    expect(codeOf(() => readDataset(workspace.db, { ...settings, until: 0 }))).toBe('NO_EVENTS');
  });

  it('is refused if there are no dates: TIMES_NEEDED', () => {
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
