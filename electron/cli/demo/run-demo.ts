import type { Output } from '../../../shared/contract/index.ts';
import { trainPreset } from '../../../shared/domain/train-presets.ts';
import { clusterNameText } from '../../../shared/texts/cluster-name.ts';
import type { Session } from '../session.ts';
import { bestCluster } from './best-cluster.ts';
import { createDemoWorkspace } from './demo-folder.ts';
import { runStep } from './steps.ts';

/** Sized so that the whole demo takes less than three minutes on two cores. */
const BUDGET = { users: 2000, trainingMinutes: 1.5 };

export interface DemoResult {
  readonly workspace: string;
  readonly imported: Output<'sample.import'>;
  readonly training: Output<'train.start'>;
  readonly evaluation: Output<'train.evaluate'>;
  readonly map: Output<'map.compute'>;
  readonly segment: Output<'segment.get'>;
  readonly export: Output<'segment.export'>;
}

/** Runs the whole workflow on the sample shop, from an empty workspace to a segment's CSV file. */
export async function runDemo(session: Session, folder: string, budget = BUDGET): Promise<DemoResult> {
  const { users, trainingMinutes: minutes } = budget;
  await runStep('Workspace', () => createDemoWorkspace(session, folder));
  const imported = await runStep('Sample shop (synthetic)', () => session.run('sample.import', { users }));
  const training = await runStep('Training', () =>
    session.run('train.start', { config: { ...trainPreset('quick', imported), minutes } }),
  );
  const { run } = training;
  const evaluation = await runStep('Evaluation', () => session.run('train.evaluate', { run }));
  await runStep('Profiles', () => session.run('profile.compute', { run }));
  const map = await runStep('Map', () => session.run('map.compute', { run }));
  const segment = await runStep('Segment', () => createSegment(session, map));
  const exported = await runStep('Export', () => session.client.call('segment.export', { segment: segment.name }));
  return { workspace: folder, imported, training, evaluation, map, segment, export: exported };
}

/** Creates a segment of the cluster with the highest mean spending, named after the cluster. */
async function createSegment(session: Session, { map, clusters }: Output<'map.compute'>) {
  const cluster = await bestCluster(session, map);
  const info = clusters.find(({ id }) => id === cluster);
  const name = info ? clusterNameText(info.name) : `Cluster ${cluster}`;
  await session.client.call('segment.create', { name, definition: { cluster: { map, cluster } } });
  return session.client.call('segment.get', { segment: name, limit: 0, liftRows: 8 });
}
