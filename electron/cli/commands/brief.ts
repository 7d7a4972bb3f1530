import { type Command, Option } from 'commander';
import type { Brief } from '../../../shared/contract/brief.ts';
import { BriefLanguage } from '../../../shared/contract/brief.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { briefPage } from '../../../shared/texts/brief/brief-page.ts';
import { groupName } from '../../../shared/texts/brief/names.ts';
import { reasonText } from '../../../shared/texts/brief/reasons.ts';
import { sayIn } from '../../../shared/texts/brief/say.ts';
import { openOrCreate, workspaceFor } from '../brief-workspace.ts';
import { runAndPrint } from '../result.ts';
import { count, duration, paragraphs, share, table } from '../text.ts';
import { addCommand } from './command.ts';
import { addImportOptions, buildImportInput, type ImportOptions } from './import-options.ts';

interface Options extends ImportOptions {
  workspace?: string;
  out?: string;
  force?: true;
  language: BriefLanguage;
  fixes: boolean;
}

export function addBrief(program: Command): void {
  const command = addCommand(
    program,
    'brief [files...]',
    'import files, train a quick model and describe the groups of users in one page',
  );
  addImportOptions(command)
    .option('--workspace <workspace>', 'workspace to use or create (default: a new one, named after the file)')
    .option('--out <file>', 'HTML file to write (default: in the workspace’s exports folder)')
    .option('--force', 'replace an existing file')
    .option('--no-fixes', 'import the files as they are, without the recommended fixes')
    .addOption(new Option('--language <language>', 'language of the page').choices(BriefLanguage.options).default('en'))
    .action((files: string[], options: Options) => {
      const workspace = options.workspace ?? files.slice(0, 1).map(workspaceFor)[0];
      if (workspace === undefined) return command.error('error: specify files, or a workspace with --workspace');
      return runAndPrint(options, async (session) => {
        await openOrCreate(session, workspace);
        const { seconds, brief: id } = await session.run('brief.make', inputOf(files, options));
        const { brief } = await session.client.call('brief.get', { brief: id });
        const { out, force = false, language } = options;
        const place = { ...(out === undefined ? {} : { out }), replace: force };
        const { file: saved } = await session.client.call('brief.save', { brief: id, language, ...place });
        const result = { workspace, file: saved, seconds };
        return { json: briefJson(brief!, result, language), text: describeBrief(brief!, result, language) };
      });
    });
}

function inputOf(files: readonly string[], options: Options): Input<'brief.make'> {
  return { ...buildImportInput(files, options), ...(options.fixes ? {} : { fixes: [] }) };
}

interface Saved {
  readonly workspace: string;
  readonly file: string;
  readonly seconds: number;
}

function briefJson({ data, groups }: Brief, { workspace, file, seconds }: Saved, language: BriefLanguage) {
  const say = sayIn(language, data.zone, data.currency);
  return {
    workspace,
    events: data.events,
    users: data.users,
    groups: groups.map((group) => ({
      name: groupName(say, group.name),
      size: group.size,
      share: group.share,
      why: group.why.map((reason) => reasonText(say, reason, group)),
    })),
    file,
    seconds,
  };
}

function describeBrief(brief: Brief, { workspace, file, seconds }: Saved, language: BriefLanguage): string {
  const page = briefPage(brief, language);
  const say = sayIn(language, brief.data.zone, brief.data.currency);
  return paragraphs(
    page.title,
    page.start === null ? page.lead : `${page.lead} ${page.start}`,
    table(
      brief.groups.map((group) => [groupName(say, group.name), count(group.size), share(group.share)]),
      [page.columns[0] ?? '', page.columns[1] ?? '', page.columns[2] ?? ''],
    ),
    ...page.warnings,
    `${file}\n${workspace} · ${duration(seconds)}`,
  );
}
