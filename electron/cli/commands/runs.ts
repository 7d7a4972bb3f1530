import type { Command } from 'commander';
import type { RunRow } from '../../../shared/contract/train.ts';
import { type UnknownItems, unknownShare } from '../../../shared/domain/drift.ts';
import { isoMinute } from '../../../shared/domain/time/local-time.ts';
import type { TimeZone } from '../../../shared/domain/time/time-zone.ts';
import { type Result, runInWorkspace } from '../result.ts';
import type { Session } from '../session.ts';
import { shownZone } from '../shown-zone.ts';
import { count, duration, measure, share, table } from '../text.ts';
import { addCommand } from './command.ts';
import { addManageOptions, type ManageOptions, removeRun, renameRun } from './manage-run.ts';

interface Options extends ManageOptions {
  run?: string;
  record?: boolean;
  drift?: boolean;
}

export function addRuns(program: Command): void {
  const command = addCommand(program, 'runs <workspace>', 'list models, newest first; rename, annotate or delete one');
  addManageOptions(command, '--run')
    .option('--drift', 'count the items of the last 30 days that are unknown to it')
    .option('--record', 'show its training record: data, settings, seed, versions and the command that repeats it')
    .action((workspace: string, options: Options) =>
      runInWorkspace(workspace, options, (session) => manageRuns(session, options)),
    );
}

async function manageRuns(session: Session, options: Options): Promise<Result> {
  if (options.delete) return removeRun(session, options.run, '--run');
  await renameRun(session, options.run, options, () => session.resolveRun(undefined));
  if (options.record) return showRecord(session, await session.resolveRun(options.run));
  if (options.drift) return showDrift(session, await session.resolveRun(options.run));
  const { runs } = await session.client.call('train.runs', {});
  return { json: { runs }, text: describe(runs, shownZone(await session.info())) };
}

async function showRecord(session: Session, run: string): Promise<Result> {
  const record = await session.client.call('train.record', { run });
  return { json: { ...record }, text: JSON.stringify(record, null, 2) };
}

async function showDrift(session: Session, run: string): Promise<Result> {
  const { drift } = await session.client.call('train.drift', { run });
  if (!drift) return { json: { run, drift }, text: 'No drift can be computed: events have no dates, or no items.' };
  const { days, last, earlier, drifted } = drift;
  const sentence = (part: UnknownItems, when: string) =>
    `${count(part.unknown)} of ${count(part.items)} items ${when} are unknown to ${run}` +
    `${part.items > 0 ? ` (${share(unknownShare(part))})` : ''}, in ${count(part.unknownEvents)} of ${count(part.events)} events.`;
  const lines = [sentence(last, `of the last ${days} days`), sentence(earlier, 'before')];
  return {
    json: { run, drift },
    text: [...lines, ...(drifted ? ['Train again: portrait train WORKSPACE'] : [])].join('\n'),
  };
}

function describe(runs: readonly RunRow[], zone: TimeZone): string {
  if (runs.length === 0) return 'No model has been trained yet';
  const headings = ['run', 'title', 'date', 'time', 'backend', 'epochs', 'NDCG@10', 'best baseline', 'verdict'];
  return table(
    runs.map((run) => rowOf(run, zone)),
    headings,
  );
}

const BETTER = { clearly: 'better', maybe: 'not significant', no: 'no better' } as const;

function rowOf({ id, title, created, summary, evaluation }: RunRow, zone: TimeZone): string[] {
  const { metrics = {}, baselines = {}, bestBaseline = '', verdict = null } = evaluation ?? {};
  return [
    id,
    title,
    isoMinute(zone, created),
    duration(summary.seconds),
    summary.backend,
    count(summary.epochs),
    measure(metrics['ndcg@10'] ?? Number.NaN),
    measure(baselines[bestBaseline]?.['ndcg@10'] ?? Number.NaN),
    verdict ? BETTER[verdict.better] : evaluation ? '' : 'not evaluated',
  ];
}
