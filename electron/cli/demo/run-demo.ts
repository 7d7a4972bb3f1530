import type { Output } from '../../../shared/contract/index.ts';
import { trainPreset } from '../../../shared/domain/train-presets.ts';
import type { Session } from '../session.ts';
import { bestCluster } from './best-cluster.ts';
import { freshDemoWorkspace } from './demo-folder.ts';
import { step } from './steps.ts';

/** Sized so that the whole demo stays under three minutes on two cores. */
const BUDGET = { users: 2000, trainingMinutes: 1.5 };

export interface Found {
  readonly workspace: string;
  readonly imported: Output<'sample.import'>;
  readonly training: Output<'train.start'>;
  readonly evaluation: Output<'train.evaluate'>;
  readonly map: Output<'map.compute'>;
  readonly segment: Output<'segment.get'>;
  readonly export: Output<'segment.export'>;
}

/** The whole flow on the sample shop, from nothing to a segment's CSV file. */
export async function runDemo(session: Session, folder: string, budget = BUDGET): Promise<Found> {
  const { users, trainingMinutes: minutes } = budget;
  await step('A new workspace', () => freshDemoWorkspace(session, folder));
  const imported = await step('The sample shop (synthetic)', () => session.run('sample.import', { users }));
  const training = await step('A model', () =>
    session.run('train.start', { config: { ...trainPreset('quick', imported), minutes } }),
  );
  const { run } = training;
  const evaluation = await step('Its evaluation', () => session.run('train.evaluate', { run }));
  await step('Profiles', () => session.run('profile.compute', { run }));
  const map = await step('The map', () => session.run('map.compute', { run }));
  const segment = await step('A segment', () => segmentOf(session, map));
  const exported = await step('Its export', () => session.client.call('segment.export', { segment: segment.name }));
  return { workspace: folder, imported, training, evaluation, map, segment, export: exported };
}

/** The users who spend the most together, as a segment by the name of their cluster. */
async function segmentOf(session: Session, { map, clusters }: Output<'map.compute'>) {
  const cluster = await bestCluster(session, map);
  const name = clusters.find(({ id }) => id === cluster)?.name ?? `Cluster ${cluster}`;
  await session.client.call('segment.create', { name, definition: { cluster: { map, cluster } } });
  return session.client.call('segment.get', { segment: name, limit: 0, liftRows: 8 });
}
