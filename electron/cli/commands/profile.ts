import type { Command } from 'commander';
import type { Output } from '../../../shared/contract/index.ts';
import type { Interest } from '../../../shared/contract/portrait.ts';
import type { Pooling } from '../../../shared/domain/pooling.ts';
import { clusterNameText } from '../../../shared/texts/cluster-name.ts';
import { formatFor } from '../../../shared/texts/format.ts';
import { portraitSummary } from '../../../shared/texts/portrait/summary.ts';
import { NO_REGION } from '../../../shared/texts/regional.ts';
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
  const { workspace } = await session.client.call('workspace.info', {});
  const format = formatFor('en', { ...NO_REGION, currency: workspace?.currency ?? null });
  const summary = portraitSummary(portrait, 'en', format);
  const { cluster } = portrait;
  const named = cluster && withoutSketch({ ...cluster, name: clusterNameText(cluster.name) });
  const next = portrait.run === null ? null : await session.run('profile.next', { user, run: portrait.run });
  return {
    json: { ...portrait, cluster: named, summary, nextItems: next?.expected ?? null },
    text: describe(portrait, summary),
  };
}

/** Omits the thumbnail of the map, which only the window uses. */
function withoutSketch<C extends { sketch: unknown; mark: unknown }>(cluster: C): Omit<C, 'sketch' | 'mark'> {
  const { sketch: _sketch, mark: _mark, ...rest } = cluster;
  return rest;
}

function describe(portrait: Output<'profile.user'>, summary: string): string {
  const { user, attributes, measures, interests, cluster, nearest, segments } = portrait;
  const values = Object.entries(measures).map(([name, { value, quintile }]) => [
    name,
    value === null ? '–' : measure(value),
    quintile === null ? '' : `quintile ${quintile} of 5`,
  ]);
  return paragraphs(
    `${user}${cluster ? `, in ${clusterNameText(cluster.name)}` : ''}`,
    summary,
    table([...attributes]),
    table(values),
    section('categories', interests.categories),
    section('brands', interests.brands),
    section('items', interests.items),
    segments.length === 0 ? '' : `segments: ${segments.map(({ name }) => name).join(', ')}`,
    nearest.length === 0 ? '' : `similar users: ${nearest.map((other) => other.user).join(', ')}`,
    portrait.customer && portrait.value.fit !== 'current'
      ? `Expected purchases ${portrait.value.fit === 'none' ? 'have not been computed' : 'are out of date'}. Run “portrait value” to compute them.`
      : '',
  );
}

const SHOWN = 5;

function section(title: string, interests: readonly Interest[]): string {
  if (interests.length === 0) return '';
  const rows = interests
    .slice(0, SHOWN)
    .map(({ name, title, events, low, trend }) => [title ?? name, count(events), `${low.toFixed(1)}×`, trend ?? '']);
  return `${title}\n${table(rows, ['', 'events', 'at least', 'trend'])}`;
}
