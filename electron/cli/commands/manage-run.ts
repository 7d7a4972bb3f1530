import type { Command } from 'commander';
import { PortraitError } from '../../../shared/errors.ts';
import type { CommonOptions, Result } from '../result.ts';
import type { Session } from '../session.ts';
import { count } from '../text.ts';

/** Options that manage a saved model. */
export interface ManageOptions extends CommonOptions {
  run?: string;
  title?: string;
  note?: string;
  delete?: boolean;
}

export function addManageOptions(command: Command): Command {
  return command
    .option('--run <run>', 'run to change (default: the newest)')
    .option('--title <text>', 'set its title')
    .option('--note <text>', 'set its note')
    .option('--delete', 'delete it with its profiles, maps and scores; needs --run');
}

/** Sets the requested title and note, if any; `newest` returns the run to use if none is given. */
export async function renameRun(
  { client }: Session,
  { run, title, note }: ManageOptions,
  newest: () => Promise<string>,
): Promise<void> {
  if (title === undefined && note === undefined) return;
  const changes = { ...(title === undefined ? {} : { title }), ...(note === undefined ? {} : { note }) };
  await client.call('train.rename', { run: run ?? (await newest()), ...changes });
}

/** Deletes a run. Throws NO_RUN if none is given; the newest is never deleted by default. */
export async function removeRun({ client }: Session, run: string | undefined): Promise<Result> {
  if (run === undefined) {
    const hint = 'Add --run; without options the command lists all runs.';
    throw new PortraitError({ code: 'NO_RUN', message: 'No run to delete was specified.', hint });
  }
  const { profiles, maps } = await client.call('train.delete', { run });
  const alsoRemoved = [profiles > 0 ? `${count(profiles)} profiles` : '', ...maps].filter(Boolean);
  return {
    json: { run, profiles, maps },
    text: `Deleted ${run}${alsoRemoved.length > 0 ? `, with ${alsoRemoved.join(', ')}` : ''}`,
  };
}
