import { expect, test } from 'vitest';
import type { ExpectedSeconds } from '../../../electron/engine/brief/expected-seconds.ts';
import { Progression } from '../../../electron/engine/brief/progression.ts';
import type { JobContext } from '../../../electron/engine/jobs/context.ts';
import { testWorkspace } from '../../support/shop.ts';
import { recordingContext } from '../train/context.ts';

const EXPECTED: ExpectedSeconds = { examine: 0, import: 10, train: 70, evaluate: 0, profiles: 0, map: 20, describe: 0 };

function recording() {
  const seen: number[] = [];
  const { context } = recordingContext(testWorkspace());
  const progression = new Progression({ ...context, progress: ({ overall = -1 }) => seen.push(overall) }, EXPECTED);
  return { seen, progression };
}

const report = (
  context: JobContext,
  stage: 'import.read' | 'import.write' | 'train.steps' | 'map.layout',
  share: number,
) => context.progress({ stage, done: share, total: 1, unit: 'rows' });

test('each part counts by the seconds it is expected to take', async () => {
  const { seen, progression } = recording();
  await progression.run('import', async (part) => report(part, 'import.write', 1));
  await progression.run('train', async (part) => report(part, 'train.steps', 0.5));
  await progression.run('map', async (part) => report(part, 'map.layout', 1));
  expect(seen).toEqual([0.1, 0.45, 1]);
});

test('parts that are not needed take no time, as in a brief with a model of the same data', async () => {
  const { seen, progression } = recording();
  progression.omit('train');
  await progression.run('import', async (part) => report(part, 'import.write', 1));
  progression.expect({ ...EXPECTED, train: 970 });
  await progression.run('map', async (part) => report(part, 'map.layout', 1));
  expect(seen).toEqual([expect.closeTo(1 / 3), 1]);
});

test('a resumed brief begins with the parts that were finished before', async () => {
  const { seen, progression } = recording();
  progression.finish('import', 'train');
  await progression.run('map', async (part) => report(part, 'map.layout', 0.5));
  expect(seen).toEqual([expect.closeTo(0.8 + 0.2 * (0.3 + 0.7 * 0.5))]);
});

test('it never goes back when more becomes known or a stage starts again', async () => {
  const { seen, progression } = recording();
  await progression.run('import', async (part) => {
    report(part, 'import.write', 1);
    report(part, 'import.read', 0);
  });
  progression.expect({ ...EXPECTED, train: 970 });
  await progression.run('train', async (part) => report(part, 'train.steps', 0));
  expect(seen).toEqual([0.1, 0.1, 0.1]);
});
