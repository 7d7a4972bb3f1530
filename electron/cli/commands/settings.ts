import type { Command } from 'commander';
import type { WorkspaceSettings } from '../../../shared/contract/workspace.ts';
import { type ActionOptions, actionRows, addActionOptions, withActionOptions } from '../action-options.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { paragraphs, table } from '../text.ts';
import { addCommand } from './command.ts';

interface Options extends CommonOptions, ActionOptions {
  zone?: string;
  currency?: string;
}

export function addSettings(program: Command): void {
  const command = addCommand(
    program,
    'settings <workspace>',
    'show or change the time zone and the currency of a workspace, and the kinds and names of its actions',
  )
    .option('--zone <zone>', 'time zone of days and hours, such as Asia/Shanghai; "none" for UTC')
    .option('--currency <code>', 'currency of all money, such as CNY (ISO 4217); "none" for no currency');
  addActionOptions(command).action((workspace: string, options: Options) =>
    runInWorkspace(workspace, options, async (session) => {
      const { zone, currency, action, nameEn, nameZh } = options;
      const settings = await session.client.call('workspace.changeSettings', {
        ...(zone !== undefined && { timeZone: asValue(zone) }),
        ...(currency !== undefined && { currency: asValue(currency) }),
      });
      const before = await session.info();
      const chosen = withActionOptions(before.actionSettings, options);
      if (action || nameEn || nameZh) await session.client.call('workspace.changeActions', { settings: chosen });
      const { actions, actionSettings } = await session.info();
      return {
        json: { ...settings, actionSettings },
        text: paragraphs(
          describe(settings),
          table(actionRows(actions.keys(), actionSettings), ['action', 'kind', 'English name', 'Chinese name']),
        ),
      };
    }),
  );
}

const asValue = (text: string) => (text === 'none' ? null : text);

function describe({ timeZone, currency }: WorkspaceSettings): string {
  return table([
    ['time zone', timeZone ?? 'none chosen, shown in UTC'],
    ['currency', currency ?? 'none chosen'],
  ]);
}
