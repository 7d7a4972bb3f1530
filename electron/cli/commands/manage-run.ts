import type { Command } from 'commander';
import { PortraitError } from '../../../shared/errors.ts';
import type { Common, Result } from '../result.ts';
import type { Session } from '../session.ts';
import { count } from '../text.ts';

/** What can be done with a model that is kept. */
export interface KeepOptions extends Common {
  run?: string;
  title?: string;
  note?: string;
  delete?: boolean;
}

export function addKeepOptions(command: Command): Command {
  return command
    .option('--run <run>', 'the one that the following is about (the newest by default)')
    .option('--title <text>', 'call it so')
    .option('--note <text>', 'write this about it')
    .option('--delete', 'remove it, with its profiles, maps and scores; needs --run');
}

/** Gives a run the name and the note that were asked for, if any; `newest` says which run is meant where none is named. */
export async function renameRun(
  { client }: Session,
  { run, title, note }: KeepOptions,
  newest: () => Promise<string>,
): Promise<void> {
  if (title === undefined && note === undefined) return;
  const words = { ...(title === undefined ? {} : { title }), ...(note === undefined ? {} : { note }) };
  await client.call('train.rename', { run: run ?? (await newest()), ...words });
}

/** Throws NO_RUN where none was named: nothing is removed by being the newest. */
export async function removeRun({ client }: Session, run: string | undefined): Promise<Result> {
  if (run === undefined) {
    const hint = 'Add --run with its name; without options the command lists them.';
    throw new PortraitError({ code: 'NO_RUN', message: 'Which run is to be removed was not said.', hint });
  }
  const { profiles, maps } = await client.call('train.delete', { run });
  const also = [profiles > 0 ? `${count(profiles)} profiles` : '', ...maps].filter(Boolean);
  return {
    json: { run, profiles, maps },
    text: `Removed ${run}${also.length > 0 ? `, with ${also.join(', ')}` : ''}`,
  };
}
