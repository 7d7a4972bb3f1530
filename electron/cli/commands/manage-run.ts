import type { Command } from 'commander';
import { PortraitError } from '../../../shared/errors.ts';
import type { CommonOptions, Result } from '../result.ts';
import type { Session } from '../session.ts';
import { count } from '../text.ts';

/** Options that manage a saved run. */
export interface ManageOptions extends CommonOptions {
  title?: string;
  note?: string;
  delete?: boolean;
}

/** Adds the options that manage a saved run; `flag` is the option that names the run. */
export function addManageOptions(command: Command, flag: '--run' | '--prediction'): Command {
  return command
    .option(`${flag} <run>`, 'run to change (default: the newest)')
    .option('--title <text>', 'set its title')
    .option('--note <text>', 'set its note')
    .option('--delete', `delete it with its profiles, maps and scores; needs ${flag}`);
}

/** Sets the requested title and note of a run, if any; `newest` returns the run to use if none is given. */
export async function renameRun(
  { client }: Session,
  run: string | undefined,
  { title, note }: ManageOptions,
  newest: () => Promise<string>,
): Promise<void> {
  if (title === undefined && note === undefined) return;
  const changes = { ...(title === undefined ? {} : { title }), ...(note === undefined ? {} : { note }) };
  await client.call('train.rename', { run: run ?? (await newest()), ...changes });
}

/** Deletes a run. Throws NO_RUN if none is given; the newest is never deleted by default. */
export async function removeRun(
  { client }: Session,
  run: string | undefined,
  flag: '--run' | '--prediction',
): Promise<Result> {
  if (run === undefined) {
    throw new PortraitError({
      code: 'NO_RUN',
      message: 'No run to delete was specified.',
      hint: `Add ${flag}; without options the command lists all of them.`,
      details: { flag, variant: 'delete' },
    });
  }
  const { profiles, maps, children } = await client.call('train.delete', { run });
  const alsoRemoved = [profiles > 0 ? `${count(profiles)} profiles` : '', ...maps].filter(Boolean);
  return {
    json: { run, profiles, maps, children },
    text: `Deleted ${run}${alsoRemoved.length > 0 ? `, with ${alsoRemoved.join(', ')}` : ''}${children.length > 0 ? `\nFine-tuned from it, and kept: ${children.join(', ')}` : ''}`,
  };
}
