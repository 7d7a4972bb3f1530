import { cpSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { evaluateJob } from '../../../electron/engine/evaluate/evaluate-job.ts';
import { profileJob } from '../../../electron/engine/profile/profile-job.ts';
import { readCurve } from '../../../electron/engine/runs/curve.ts';
import { readRunConfig } from '../../../electron/engine/runs/run-files.ts';
import type { OpenWorkspace } from '../../../electron/engine/store/workspace.ts';
import { modelFolder } from '../../../electron/engine/store/workspace.ts';
import type { Dataset } from '../../../electron/engine/train/dataset.ts';
import { configure } from '../../../electron/engine/train/new-run.ts';
import { splitHistories } from '../../../electron/engine/train/split.ts';
import { trainJob } from '../../../electron/engine/train/train-job.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import { errorShape } from '../../../shared/errors.ts';
import { fillShop, type ShopEvent, testWorkspace } from '../../support/shop.ts';
import { recordingContext } from './context.ts';
import { ringEvents } from './ring-shop.ts';

const small = { width: 16, layers: 1, heads: 2, length: 16, dropout: 0, batchSize: 16, learningRate: 5e-3, epochs: 2 };

function shopOf(events: readonly ShopEvent[]): OpenWorkspace {
  const workspace = testWorkspace();
  fillShop(workspace, { events });
  return workspace;
}

/** Trains on events, with finite losses or a coded error. */
async function outcome(events: readonly ShopEvent[], settings: Partial<TrainConfig> = {}): Promise<string> {
  const workspace = shopOf(events);
  try {
    const summary = await trainJob({ config: { ...small, ...settings } }, recordingContext(workspace).context);
    const losses = readCurve(workspace.path, summary.run).map(({ loss }) => loss);
    return losses.length > 0 && losses.every(Number.isFinite)
      ? readRunConfig(workspace.path, summary.run).target
      : 'NaN';
  } catch (error) {
    return errorShape(error).code;
  }
}

describe('data with little information', () => {
  it.each<[string, readonly ShopEvent[], string]>([
    ['no events', [], 'NO_EVENTS'],
    ['one user', ringEvents({ users: 1 }), 'item'],
    ['one item, in several actions', ringEvents({ items: 1 }), 'action'],
    ['histories of one event', ringEvents({ walk: 1 }), 'NOTHING_TO_LEARN'],
    ['identical events', Array.from({ length: 40 }, (_, i) => same(i)), 'NOTHING_TO_LEARN'],
  ])('%s', async (_what, events, expected) => {
    expect(await outcome(events)).toBe(expected);
    expect(await outcome(events, { objective: 'causal' })).toBe(expected);
    expect(await outcome(events, { nextSession: 1, maskSpan: 3 })).toBe(expected);
  });

  it('trains with prices that are missing, negative or infinite', async () => {
    const odd = [undefined, Number.NaN, Number.POSITIVE_INFINITY, -5, 0, 1e300];
    const events = ringEvents({ users: 12 }).map((event, i) => ({ ...event, price: odd[i % odd.length] }));
    expect(await outcome(events)).toBe('item');
    expect(await outcome(events.map(({ item: _item, category: _category, ...event }) => event))).toBe('action');
  });

  it('trains with values so rare that minCount leaves none', async () => {
    const events = ringEvents({ users: 12 }).map((event, i) => ({ ...event, item: `item ${i}` }));
    expect(await outcome(events, { minCount: 2 })).toBe('category');
  });

  it('trains with batches of unknown values', async () => {
    const known = ringEvents({ users: 3 });
    const unknown = ringEvents({ users: 30, walk: 4 }).map((event, i) => ({
      ...event,
      user: `new ${event.user}`,
      item: `one-off ${i}`,
      session: `n${i}`,
    }));
    expect(await outcome([...known, ...unknown], { minCount: 2, batchSize: 1 })).toBe('item');
  });
});

/** Events that differ only in user and session: no gap, hour or price distinguishes them. */
function same(i: number): ShopEvent {
  return { user: `user ${i % 4}`, time: Date.UTC(2026, 0, 5), action: 'view', item: 'the item', session: `s${i % 4}` };
}

describe('invalid settings are refused:', () => {
  it('heads that do not divide the width: BAD_INPUT', async () => {
    expect(await outcome(ringEvents(), { width: 20, heads: 3 })).toBe('BAD_INPUT');
  });

  it('a million items at a great width: MODEL_TOO_LARGE, with the size, before memory is allocated', () => {
    const dataset = oneEach(1_000_000);
    const before = tf.memory().numBytes;
    let shape = errorShape(null);
    try {
      configure(TrainConfig.parse({ width: 512, heads: 8 }), dataset);
    } catch (error) {
      shape = errorShape(error);
    }
    expect(shape).toMatchObject({ code: 'MODEL_TOO_LARGE', message: expect.stringContaining('1000005 values') });
    expect(shape.hint).toContain('minCount');
    expect(tf.memory().numBytes).toBe(before);
  });
});

/** A data set of users with ten items each, none twice. */
function oneEach(items: number): Dataset {
  const zeros = new Int32Array(items);
  const histories = {
    users: Int32Array.from({ length: items / 10 }, (_, u) => u + 1),
    offsets: Int32Array.from({ length: items / 10 + 1 }, (_, u) => u * 10),
    time: new Float64Array(items),
    action: zeros.map(() => 1),
    item: zeros.map((_, e) => e + 1),
    category: zeros,
    brand: zeros,
    price: new Float32Array(items).fill(Number.NaN),
    amount: new Float32Array(items).fill(Number.NaN),
    session: zeros,
    text: zeros,
    texts: [],
  };
  const split = { ...splitHistories(histories, 1), trainEnd: histories.offsets.slice(1) };
  return { histories, split, time: { clock: false, dates: false, timeZone: 'UTC' } };
}

describe('a run of another workspace', () => {
  it('is refused wherever its ids would be used: RUN_OF_OTHER_DATA', async () => {
    const home = shopOf(ringEvents({ users: 12 }));
    await trainJob({ config: small }, recordingContext(home).context);
    const elsewhere = shopOf(ringEvents({ users: 12 }).map((event) => ({ ...event, item: `other ${event.item}` })));
    const { context } = recordingContext(elsewhere);
    await trainJob({ config: small }, context);
    cpSync(modelFolder(home.path, 'run-1'), modelFolder(elsewhere.path, 'run-1'), { recursive: true });
    const codes = [
      evaluateJob({ run: 'run-1', ranked: 'new', users: 100, baselineSeconds: 1 }, context),
      profileJob({ run: 'run-1', pooling: 'full' }, context),
    ];
    for (const refused of codes) {
      expect(errorShape(await refused.catch((error: unknown) => error)).code).toBe('RUN_OF_OTHER_DATA');
    }
  });

  it('is distinguished from one whose workspace has gained or lost data', async () => {
    const workspace = shopOf(ringEvents({ users: 12 }));
    const { context } = recordingContext(workspace);
    await trainJob({ config: small }, context);
    const last = workspace.db.prepare('SELECT max(id) FROM items').pluck().get();
    workspace.db.prepare("INSERT INTO items (name) VALUES ('another')").run();
    workspace.db.prepare('DELETE FROM events WHERE item = ?').run(last);
    workspace.db.prepare('DELETE FROM items WHERE id = ?').run(last);
    expect((await profileJob({ run: 'run-1', pooling: 'full' }, context)).users).toBe(12);
  });
});
