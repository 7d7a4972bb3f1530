import type { Command } from 'commander';
import type { Output } from '../../../shared/contract/index.ts';
import type { Pooling } from '../../../shared/domain/pooling.ts';
import { clusterNameText } from '../../../shared/texts/cluster-name.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import type { Session } from '../session.ts';
import { count, duration, measure, paragraphs, table } from '../text.ts';
import { addCommand } from './command.ts';
import { poolingOption } from './pooling-option.ts';

interface Options extends CommonOptions {
  run?: string;
  user?: string;
  pooling?: Pooling;
}

export function addProfile(program: Command): void {
  addCommand(program, 'profile <workspace>', 'compute the profiles of all users, or show the profile of one')
    .option('--run <run>', 'run whose model is used (default: the newest)')
    .option('--user <id>', 'show the profile of this user')
    .addOption(poolingOption())
    .action((workspace: string, options: Options) =>
      runInWorkspace(workspace, options, (session) =>
        options.user === undefined ? compute(session, options) : show(session, options.user, options.run),
      ),
    );
}

async function compute(session: Session, { run: requestedRun, pooling }: Options) {
  const result = await session.run('profile.compute', {
    run: await session.resolveRun(requestedRun),
    ...(pooling !== undefined && { pooling }),
  });
  const { run, users, dimensions, seconds } = result;
  const text = `Computed profiles of ${count(users)} users with ${run}, ${dimensions} dimensions, in ${duration(seconds)}`;
  return { json: { ...result }, text };
}

async function show(session: Session, user: string, run: string | undefined) {
  const portrait = await session.client.call('profile.user', run === undefined ? { user } : { user, run });
  const { cluster } = portrait;
  const named = cluster && { ...cluster, name: clusterNameText(cluster.name) };
  return { json: { ...portrait, cluster: named }, text: describe(portrait) };
}

function describe(portrait: Output<'profile.user'>): string {
  const { user, attributes, measures, interests, cluster, nearest } = portrait;
  const values = Object.entries(measures).map(([name, { value, quintile }]) => [
    name,
    value === null ? '–' : measure(value),
    quintile === null ? '' : `quintile ${quintile} of 5`,
  ]);
  return paragraphs(
    `${user}${cluster ? `, in ${clusterNameText(cluster.name)}` : ''}`,
    table([...attributes]),
    table(values),
    section('categories', interests.categories),
    section('brands', interests.brands),
    section('items', interests.items),
    nearest.length === 0 ? '' : `similar users: ${nearest.map((other) => other.user).join(', ')}`,
  );
}

const SHOWN = 5;

function section(title: string, interests: Output<'profile.user'>['interests']['items']): string {
  if (interests.length === 0) return '';
  const rows = interests
    .slice(0, SHOWN)
    .map(({ name, title, events, lift }) => [title ?? name, count(events), `${lift.toFixed(1)}×`]);
  return `${title}\n${table(rows, ['', 'events', 'lift'])}`;
}
