import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { loadJob } from '../../../../electron/engine/job-registry.ts';
import { parseInput } from '../../../../electron/engine/parse-input.ts';
import { storeError } from '../../../../electron/engine/store/store-error.ts';
import type { Input, JobName, QueryName } from '../../../../shared/contract/index.ts';
import { errorShape } from '../../../../shared/errors.ts';
import { testEngine } from '../../../support/engine.ts';
import { testFolder } from '../../../support/folder.ts';
import { recordingContext } from '../../train/context.ts';
import { INTERRUPTED, PREDICTION, REVIEW, REVIEWS, RUN, TEXT_RUN, USER } from './prepare.ts';

type Query = { [M in QueryName]: readonly [M, Input<M>] }[QueryName];

const QUERIES: readonly Query[] = [
  ['workspace.info', {}],
  ['workspace.activity', {}],
  ['jobs.list', {}],
  ['jobs.log', { job: 'job-1' }],
  ['jobs.result', { job: 'job-1' }],
  ['ingest.imports', {}],
  ['ingest.identities', {}],
  ['ingest.rejected', { import: REVIEWS }],
  ['ingest.rejectedCsv', { import: REVIEWS }],
  ['ingest.report', { import: REVIEWS }],
  ['ingest.watched', {}],
  ['train.runs', {}],
  ['train.run', { run: RUN }],
  ['train.run', { run: TEXT_RUN }],
  ['train.record', { run: RUN }],
  ['train.exportRecord', { run: RUN }],
  ['train.searches', {}],
  ['prediction.targets', {}],
  ['prediction.list', {}],
  ['prediction.get', { run: PREDICTION }],
  ['prediction.scores', { run: PREDICTION }],
  ['prediction.export', { run: PREDICTION }],
  ['profile.user', { user: USER }],
  ['profile.users', {}],
  ['profile.timeline', { user: USER }],
  ['profile.vector', { run: RUN, user: USER }],
  ['map.list', {}],
  ['map.points', { map: 'map-1' }],
  ['map.clusters', { map: 'map-1' }],
  ['map.colour', { map: 'map-1', by: { kind: 'measure', name: 'events' } }],
  ['names.suggest', { of: { kind: 'item' } }],
  ['segment.list', {}],
  ['segment.get', { segment: 'Keen lookers' }],
  ['segment.preview', { definition: { rule: 'events > 3' } }],
  ['segment.export', { segment: 'Keen lookers' }],
  ['segment.export', { profiles: RUN }],
  ['segment.export', { map: 'map-1' }],
];

/** Jobs that read the files of a run. */
export const TASKS = {
  'explain.attention': { run: RUN, user: USER },
  'profile.compute': { run: RUN },
  'train.compare': { runs: [RUN, 'run-4'] },
  'text.classify': { run: TEXT_RUN, texts: [REVIEW] },
  'prediction.score': { run: PREDICTION },
  'train.start': { resume: INTERRUPTED },
} satisfies { [M in JobName]?: Input<M> };
export type Task = keyof typeof TASKS;

/**
 * Opens a damaged copy of a workspace, calls every query that reads it, and runs some jobs. Returns the codes of all
 * errors, by call.
 */
export async function errorsOf(
  prepared: string,
  damage: (path: string) => void,
  tasks: readonly Task[],
): Promise<Record<string, string>> {
  const path = join(testFolder(), 'shop.portrait');
  cpSync(prepared, path, { recursive: true });
  damage(path);
  const { engine } = testEngine();
  const codes: Record<string, string> = {};
  const ask = async (call: string, work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      codes[call] = errorShape(storeError(error, path)).code;
    }
  };
  await ask('workspace.open', () => engine.call('workspace.open', { path }));
  if (!engine.hasWorkspace()) return codes;
  for (const [method, input] of QUERIES)
    await ask(`${method} ${JSON.stringify(input)}`, () => engine.call(method, input));
  for (const task of tasks) await ask(task, () => run(task, TASKS[task]));
  return codes;

  async function run<M extends JobName>(name: M, input: unknown): Promise<void> {
    const job = await loadJob(name);
    await job(parseInput(name, input), recordingContext(engine.workspace()).context);
  }
}
