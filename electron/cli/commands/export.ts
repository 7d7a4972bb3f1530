import type { Command } from 'commander';
import type { Input } from '../../../shared/contract/index.ts';
import { answerIn, type Common } from '../result.ts';
import type { Session } from '../session.ts';
import { count } from '../text.ts';
import { addCommand } from './command.ts';

interface Options extends Common {
  segment?: string;
  profiles?: string | true;
  map?: string | true;
  out?: string;
}

export function addExport(program: Command): void {
  const command = addCommand(program, 'export <workspace>', 'write a CSV file that a spreadsheet opens safely')
    .option('--segment <name>', 'the members of a segment')
    .option('--profiles [run]', 'the profiles of a run (the newest by default)')
    .option('--map [map]', 'the points of a map (the newest by default)')
    .option('--out <file>', 'where to (the workspace’s exports folder by default)');
  command.action((workspace: string, options: Options) => {
    const things = [options.segment, options.profiles, options.map].filter((thing) => thing !== undefined);
    if (things.length !== 1) command.error('error: say what to export by one of --segment, --profiles and --map');
    return answerIn(workspace, options, async (session) => {
      const done = await session.client.call('segment.export', await inputOf(session, options));
      return { json: { ...done }, text: `Wrote ${count(done.rows)} rows to ${done.file}\nsha256 ${done.sha256}` };
    });
  });
}

async function inputOf(session: Session, { segment, profiles, map, out }: Options): Promise<Input<'segment.export'>> {
  const where = out === undefined ? {} : { out };
  if (segment !== undefined) return { segment, ...where };
  if (profiles === undefined) return { map: await session.mapOr(map === true ? undefined : map), ...where };
  const run = await session.runOr(profiles === true ? undefined : profiles);
  await session.needProfiles(run);
  return { profiles: run, ...where };
}
