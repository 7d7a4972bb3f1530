import type { Command } from 'commander';
import type { WorkspaceSettings } from '../../../shared/contract/workspace.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { table } from '../text.ts';
import { addCommand } from './command.ts';

interface Options extends CommonOptions {
  zone?: string;
  currency?: string;
}

export function addSettings(program: Command): void {
  addCommand(program, 'settings <workspace>', 'show or change the time zone and the currency of a workspace')
    .option('--zone <zone>', 'time zone of days and hours, such as Asia/Shanghai; "none" for UTC')
    .option('--currency <code>', 'currency of all money, such as CNY (ISO 4217); "none" for no currency')
    .action((workspace: string, { zone, currency, ...options }: Options) =>
      runInWorkspace(workspace, options, async ({ client }) => {
        const settings = await client.call('workspace.changeSettings', {
          ...(zone !== undefined && { timeZone: asValue(zone) }),
          ...(currency !== undefined && { currency: asValue(currency) }),
        });
        return { json: { ...settings }, text: describe(settings) };
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
