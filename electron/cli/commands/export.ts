import type { Command } from 'commander';
import type { Input } from '../../../shared/contract/index.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import type { Session } from '../session.ts';
import { count } from '../text.ts';
import { addCommand } from './command.ts';

interface Options extends CommonOptions {
  segment?: string;
  profiles?: string | true;
  map?: string | true;
  out?: string;
  force?: true;
}

export function addExport(program: Command): void {
  const command = addCommand(
    program,
    'export <workspace>',
    'export a segment, profiles or a map as a CSV file that is safe to open in a spreadsheet',
  )
    .option('--segment <name>', 'members of a segment')
    .option('--profiles [run]', 'profiles of a run (default: the newest)')
    .option('--map [map]', 'points of a map (default: the newest)')
    .option('--out <file>', 'output file (default: in the workspace’s exports folder)')
    .option('--force', 'replace a file that is not an earlier export of the same thing');
  command.action((workspace: string, options: Options) => {
    const selections = [options.segment, options.profiles, options.map].filter((thing) => thing !== undefined);
    if (selections.length !== 1) command.error('error: specify exactly one of --segment, --profiles and --map');
    return runInWorkspace(workspace, options, async (session) => {
      const exported = await session.client.call('segment.export', await inputOf(session, options));
      return {
        json: { ...exported },
        text: `Wrote ${count(exported.rows)} rows to ${exported.file}\nsha256 ${exported.sha256}`,
      };
    });
  });
}

async function inputOf(session: Session, options: Options): Promise<Input<'segment.export'>> {
  const { segment, profiles, map, out, force = false } = options;
  const destination = { ...(out === undefined ? {} : { out }), replace: force };
  if (segment !== undefined) return { segment, ...destination };
  if (profiles === undefined) return { map: await session.resolveMap(map === true ? undefined : map), ...destination };
  const run = await session.resolveRun(profiles === true ? undefined : profiles);
  await session.ensureProfiles(run);
  return { profiles: run, ...destination };
}
