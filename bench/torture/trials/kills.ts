import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf, type RowCounts, rowCounts } from '../check-workspace.ts';
import { type CommandResult, command, errorCode } from '../command.ts';
import { writeEvents } from '../events-csv.ts';
import type { Trial, TrialContext } from '../trial.ts';

/** Number of processes that run and are killed concurrently. */
const LANES = 2;
/** One of this many killed commands is run again to its end. */
const REPEAT_ONE_OF = 8;

interface Subject {
  name: string;
  args: readonly string[];
  /** Duration of the command in milliseconds if it is not killed. */
  duration: number;
  after: RowCounts;
}

/**
 * Sends SIGKILL at a random moment to every command that writes; the workspace must be as before or as after the
 * command.
 */
export const kills: Trial = {
  name: 'SIGKILL of a command at a random moment',
  unit: 'kills',
  weight: 15,
  most: 1000,
  async run(context) {
    const events = join(context.folder, 'events.csv');
    writeEvents(events, context.random, 30_000);
    const before = rowCounts(context.shop);
    const subjects: Subject[] = [];
    for (const [name, args] of Object.entries(commands(events))) subjects.push(await calibrate(context, name, args));
    const lane = async (number: number) => {
      for (let round = 0; !context.isOver() && context.tally.tried < kills.most; round++) {
        const subject = context.random.pick(subjects);
        await killOnce(context, subject, before, join(context.folder, `lane-${number}.portrait`), round);
      }
    };
    await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)));
  },
};

function commands(events: string): Record<string, readonly string[]> {
  const small = ['width=16', 'layers=1', 'length=16', 'epochs=3', 'checkpointSteps=2'];
  return {
    import: ['import', '', events],
    undo: ['undo', ''],
    train: ['train', '', ...small.flatMap((setting) => ['--set', setting])],
    evaluate: ['evaluate', ''],
    finetune: ['finetune', '', '--returns', '--days', '30', '--set', 'epochs=1'],
    profile: ['profile', ''],
    map: ['map', '', '--epochs', '40'],
    segment: ['segment', '', '--name', 'Buyers', '--where', 'count(purchase) >= 1'],
    export: ['export', '', '--profiles'],
  };
}

const on = (workspace: string, [name = '', , ...rest]: readonly string[]) => [name, workspace, ...rest];

async function calibrate(context: TrialContext, name: string, args: readonly string[]): Promise<Subject> {
  const workspace = join(context.folder, `${name}.portrait`);
  cpSync(context.shop, workspace, { recursive: true });
  const start = performance.now();
  const result = await command(on(workspace, args), { home: context.folder });
  if (result.code !== 0) throw new Error(`${name} fails without a kill: ${result.stdout}${result.stderr}`);
  const [fault] = faultsOf(workspace);
  if (fault !== undefined) throw new Error(`${name} leaves a fault without a kill: ${fault}`);
  const subject = { name, args, duration: performance.now() - start, after: rowCounts(workspace) };
  rmSync(workspace, { recursive: true });
  return subject;
}

async function killOnce(
  context: TrialContext,
  subject: Subject,
  before: RowCounts,
  workspace: string,
  round: number,
): Promise<void> {
  const { random, tally, folder: home } = context;
  rmSync(workspace, { recursive: true, force: true });
  cpSync(context.shop, workspace, { recursive: true });
  const killAfter = Math.round(random.float() * subject.duration * 1.05);
  const killed = await command(on(workspace, subject.args), { home, killAfter });
  const info = await command(['info', workspace], { home });
  const problems = [
    ...(info.code === 0 ? [] : [`info answers ${errorCode(info)}`]),
    ...faultsOf(workspace),
    ...countFaults(subject, before, rowCounts(workspace)),
    ...remains(workspace),
  ];
  if (problems.length === 0 && round % REPEAT_ONE_OF === 0)
    problems.push(...repeatFaults(subject, workspace, await runAgain(subject, workspace, home)));
  if (problems.length > 0)
    return tally.fail(`${subject.name} killed after ${killAfter} ms: ${problems.slice(0, 3).join('; ')}`);
  tally.pass(killed.code === null ? 'killed in time' : 'done before the kill');
}

/**
 * After a job is killed, every table must be as before or as after the job. Rows of a run in training and of a run's
 * evaluation may exist earlier.
 */
function countFaults({ name, after }: Subject, before: RowCounts, actual: RowCounts): string[] {
  return Object.keys(after).flatMap((table) => {
    const allowed = [before[table], after[table]];
    return allowed.includes(actual[table])
      ? []
      : [`${name}: ${table} has ${actual[table]} rows, not ${allowed.join(' or ')}`];
  });
}

/** Returns what a killed process has left although the workspace has been opened since. */
function remains(workspace: string): string[] {
  const temporary = join(workspace, 'temporary');
  return existsSync(temporary) && readdirSync(temporary).length > 0 ? ['temporary/ is not empty'] : [];
}

function runAgain({ name, args }: Subject, workspace: string, home: string): Promise<CommandResult> {
  const again = name === 'segment' ? [...args, '--replace'] : args;
  return command(on(workspace, again), { home });
}

/** A repeated command must succeed, or report that there is nothing left to do. */
function repeatFaults({ name }: Subject, workspace: string, result: CommandResult): string[] {
  const nothingLeft = name === 'undo' && errorCode(result) === 'NOTHING_TO_UNDO';
  const ended = result.code === 0 || nothingLeft ? [] : [`again: ${errorCode(result) || result.stderr.slice(0, 200)}`];
  return [...ended, ...faultsOf(workspace)];
}
