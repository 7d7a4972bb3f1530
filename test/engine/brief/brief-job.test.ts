import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { briefJob } from '../../../electron/engine/brief/brief-job.ts';
import type { JobContext } from '../../../electron/engine/jobs/context.ts';
import { readBrief } from '../../../electron/engine/store/briefs/briefs.ts';
import { listImports } from '../../../electron/engine/store/imports/imports.ts';
import { listMaps } from '../../../electron/engine/store/map/maps.ts';
import { listRuns } from '../../../electron/engine/store/models/runs.ts';
import type { Brief } from '../../../shared/contract/brief.ts';
import { BriefInput } from '../../../shared/contract/brief.ts';
import { shopCounts, writeShop } from '../../cli/shop-csv.ts';
import { testFolder } from '../../support/folder.ts';
import { testWorkspace } from '../../support/shop.ts';
import { recordingContext } from '../train/context.ts';

const SMALL = { width: 16, layers: 1, length: 16, epochs: 4, batchSize: 16, checkpointSteps: 1 };

function shopInput() {
  return BriefInput.parse({ files: [{ file: writeShop(testFolder()) }], config: SMALL });
}

async function makeBrief(input = shopInput(), workspace = testWorkspace()) {
  const { context, stages, state } = recordingContext(workspace);
  const shares: number[] = [];
  const progress: JobContext['progress'] = (report) => {
    shares.push(report.overall ?? Number.NaN);
    context.progress(report);
  };
  const { brief: id } = await briefJob(input, { ...context, progress });
  const brief = readBrief(workspace.db, id);
  if (!brief) throw new Error('no brief was stored');
  return { brief, workspace, stages, state, shares };
}

/** What a brief says, without when it was made and how long that took. */
function content({ created: _created, seconds: _seconds, model, dataState: _state, ...brief }: Brief) {
  return { ...brief, model: model && { ...model, seconds: 0 } };
}

describe('a brief of a small shop', () => {
  it('is made of an import, a run, an evaluation, profiles and a map that are like any other', async () => {
    const { brief, workspace, stages } = await makeBrief();
    const { db } = workspace;
    // The repeated row is dropped as a repeat within a second, which is a recommended fix.
    expect(listImports(db)).toMatchObject([{ events: shopCounts().events, rejected: 1, duplicates: 0 }]);
    expect(listRuns(db)).toMatchObject([{ id: 'run-1', profiles: 60, evaluation: { run: 'run-1' } }]);
    expect(listMaps(db)).toMatchObject([{ id: 'map-1', run: 'run-1', points: 60 }]);
    expect(brief).toMatchObject({
      brief: 'brief-1',
      map: 'map-1',
      model: { run: 'run-1', reused: false },
      omissions: [],
    });
    expect([...stages]).toEqual(expect.arrayContaining(['import.write', 'train.steps', 'map.layout', 'brief.groups']));
  });

  it('describes the data with what was set aside, and groups that hold every user once', async () => {
    const { brief } = await makeBrief();
    const { events, purchases } = shopCounts();
    expect(brief.data).toMatchObject({ events, users: 60, items: 14, clock: true, zone: 'UTC' });
    expect(brief.data.files).toMatchObject([
      { name: 'events.csv', rejected: 1, reasons: [{ code: 'not-a-time', rows: 1 }] },
    ]);
    expect(brief.data.purchases).toMatchObject({ number: purchases });
    const { groups } = brief;
    expect(groups.reduce((sum, { size }) => sum + size, 0)).toBe(60);
    expect(groups.reduce((sum, { money }) => sum + (money?.share ?? 0), 0)).toBeCloseTo(1);
    for (const { evidence, share, size } of groups) {
      expect(share).toBeCloseTo(size / 60);
      for (const { q, lift } of evidence) {
        expect(q).toBeLessThanOrEqual(0.05);
        expect(lift.low).toBeGreaterThan(1);
        expect(lift.high).toBeGreaterThan(lift.low);
      }
    }
  });

  it('names the tastes that were planted, and the items that come next for many members', async () => {
    const { brief } = await makeBrief();
    const topics = brief.groups.flatMap(({ name }) =>
      name.code === 'topic' ? name.topics.map(({ name: of }) => of) : [],
    );
    expect(new Set(topics)).toEqual(new Set(['taste.a', 'taste.b']));
    for (const { next } of brief.groups) {
      expect(next.length).toBeGreaterThan(0);
      for (const { item, share, overall } of next) {
        expect(item).toMatch(/^[ab]\d$/);
        expect(share).toBeGreaterThanOrEqual(0.1);
        expect(overall).toBeLessThanOrEqual(1);
      }
    }
  });

  it('says how the model did beside the best plain rule', async () => {
    const { brief } = await makeBrief();
    const { evaluation } = brief.model!;
    expect(evaluation).toMatchObject({ users: expect.any(Number), baseline: expect.any(String) });
    const isWorse = evaluation?.difference !== null && evaluation!.difference!.high < 0;
    expect(brief.next?.by).toBe(isWorse ? evaluation!.baseline : 'model');
  });

  it('is made of the workspace as it is without files, with the model of the same data', async () => {
    const { workspace } = await makeBrief();
    const { brief, shares, state } = await makeBrief(BriefInput.parse({}), workspace);
    expect(Object.values(state)).toContain('run-1');
    expect(brief).toMatchObject({ brief: 'brief-2', model: { run: 'run-1', reused: true }, map: 'map-1' });
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBeGreaterThan(0.5);
    expect(listRuns(workspace.db)).toHaveLength(1);
    expect(listImports(workspace.db)).toHaveLength(1);
  });
});

describe('a brief that is stopped', () => {
  it('says the same when it is resumed, at whatever part it was stopped, and repeats none that had ended', async () => {
    const input = shopInput();
    const counted = recordingContext(testWorkspace());
    let checks = 0;
    const whole = await briefJob(input, { ...counted.context, checkCancelled: () => checks++ });
    const expected = content(readBrief(counted.context.workspace.db, whole.brief)!);
    for (const share of [0.1, 0.4, 0.7, 0.95]) {
      const workspace = testWorkspace();
      const first = recordingContext(workspace, { cancelAt: Math.ceil(share * checks) });
      await expect(briefJob(input, first.context)).rejects.toThrow('stopped here');
      const { brief } = await briefJob(input, recordingContext(workspace, { resumeState: first.state }).context);
      expect(content(readBrief(workspace.db, brief)!), `stopped at ${share}`).toEqual(expected);
      expect(listImports(workspace.db), `stopped at ${share}`).toHaveLength(1);
      expect(listRuns(workspace.db), `stopped at ${share}`).toHaveLength(1);
    }
  });

  it('does not import again what had been imported when the process died', async () => {
    const { workspace } = await makeBrief();
    const input = BriefInput.parse({ ...shopInput(), files: [{ file: writeShop(testFolder()), repeats: 'keep' }] });
    const resumeState = { fixes: '[]', importsBefore: '0' };
    await briefJob(input, recordingContext(workspace, { resumeState }).context);
    expect(listImports(workspace.db)).toHaveLength(1);
  });
});

describe('a brief of data that does not allow every part', () => {
  const fileOf = (rows: readonly string[]) => {
    const file = join(testFolder(), 'orders.csv');
    writeFileSync(file, `${rows.join('\n')}\n`);
    return file;
  };
  const orders = (users: number) => [
    'user_id,event_time,event_type,amount',
    ...Array.from({ length: users }, (_, u) =>
      Array.from(
        { length: 1 + (u % 4) },
        (_, n) => `u${u},2024-${String(1 + 3 * n).padStart(2, '0')}-01,purchase,${10 + u}`,
      ),
    ).flat(),
  ];

  it('divides buyers by rule if events have no items, and says that there is no model', async () => {
    const { brief, workspace } = await makeBrief(BriefInput.parse({ files: [{ file: fileOf(orders(80)) }] }));
    expect(brief).toMatchObject({
      model: null,
      map: null,
      next: null,
      omissions: [{ part: 'model', reason: 'no-items' }],
    });
    expect(listRuns(workspace.db)).toEqual([]);
    const sizes = new Map(brief.groups.map(({ key, size }) => [key, size]));
    expect([...sizes.keys()].every((key) => /^(loyal|repeat|single)/.test(key))).toBe(true);
    expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBe(80);
    for (const { rule } of brief.groups) expect(rule).toMatch(/frequency/);
  });

  it('is made of a tiny file', async () => {
    const { brief } = await makeBrief(BriefInput.parse({ files: [{ file: fileOf(orders(5)) }] }));
    expect(brief.data).toMatchObject({ users: 5, purchases: { number: 11 } });
    expect(brief.groups.reduce((sum, { size }) => sum + size, 0)).toBe(5);
    expect(brief.groups.flatMap(({ why }) => why)).toEqual([]);
  });

  it('fails with the error of the import if nothing can be imported', async () => {
    const file = fileOf(['a,b', '1,2']);
    await expect(makeBrief(BriefInput.parse({ files: [{ file }] }))).rejects.toMatchObject({
      code: expect.stringMatching(/^(MAPPING|NO_ROW|FILE)_/),
    });
  });

  it('fails if the workspace has no events', async () => {
    await expect(makeBrief(BriefInput.parse({}))).rejects.toMatchObject({ code: 'NO_EVENTS' });
  });
});
