import type { Command } from 'commander';
import type { RunRow } from '../../../shared/contract/train.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { answerIn, type Common, type Result } from '../result.ts';
import type { Session } from '../session.ts';
import { count, duration, measure, table } from '../text.ts';
import { addCommand } from './command.ts';

interface Options extends Common {
  run?: string;
  title?: string;
  note?: string;
  record?: boolean;
  delete?: boolean;
}

export function addRuns(program: Command): void {
  addCommand(program, 'runs <workspace>', 'the models there are, the newest first; or one of them')
    .option('--run <run>', 'the run that the following is about (the newest by default)')
    .option('--title <text>', 'call it so')
    .option('--note <text>', 'write this about it')
    .option('--record', 'what repeats it: data, settings, seed, versions, and a command')
    .option('--delete', 'remove it, with its profiles and maps; needs --run')
    .action((workspace: string, options: Options) => answerIn(workspace, options, (session) => act(session, options)));
}

async function act(session: Session, { run, title, note, record, delete: remove }: Options): Promise<Result> {
  if (remove) return removed(session, run);
  if (title !== undefined || note !== undefined) {
    const named = await session.runOr(run);
    const words = { ...(title === undefined ? {} : { title }), ...(note === undefined ? {} : { note }) };
    await session.client.call('train.rename', { run: named, ...words });
  }
  if (record) return recorded(session, await session.runOr(run));
  const { runs } = await session.client.call('train.runs', {});
  return { json: { runs }, text: describe(runs) };
}

async function removed(session: Session, run: string | undefined): Promise<Result> {
  if (run === undefined) {
    const hint = 'Add --run with its name; "portrait runs" lists them.';
    throw new PortraitError({ code: 'NO_RUN', message: 'Which run is to be removed was not said.', hint });
  }
  const { profiles, maps } = await session.client.call('train.delete', { run });
  const also = [profiles > 0 ? `${count(profiles)} profiles` : '', ...maps].filter(Boolean);
  return {
    json: { run, profiles, maps },
    text: `Removed ${run}${also.length > 0 ? `, with ${also.join(', ')}` : ''}`,
  };
}

async function recorded(session: Session, run: string): Promise<Result> {
  const record = await session.client.call('train.record', { run });
  return { json: { ...record }, text: JSON.stringify(record, null, 2) };
}

function describe(runs: readonly RunRow[]): string {
  if (runs.length === 0) return 'No model has been trained yet';
  const heads = ['run', 'title', 'when', 'time', 'epochs', 'NDCG@10', 'best baseline', 'verdict'];
  return table(runs.map(rowOf), heads);
}

const BETTER = { clearly: 'better', maybe: 'maybe better', no: 'no better' } as const;

function rowOf({ id, title, created, summary, evaluation }: RunRow): string[] {
  const { metrics = {}, baselines = {}, bestBaseline = '', verdict = null } = evaluation ?? {};
  return [
    id,
    title,
    new Date(created).toISOString().slice(0, 16).replace('T', ' '),
    duration(summary.seconds),
    count(summary.epochs),
    measure(metrics['ndcg@10'] ?? Number.NaN),
    measure(baselines[bestBaseline]?.['ndcg@10'] ?? Number.NaN),
    verdict ? BETTER[verdict.better] : evaluation ? '' : 'not evaluated',
  ];
}
