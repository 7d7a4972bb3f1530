import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { portraitHome } from '../../engine/home.ts';
import { demoJson, describeDemo } from '../demo/describe.ts';
import { openDesktop } from '../demo/desktop.ts';
import { runDemo } from '../demo/run-demo.ts';
import { hasDisplay } from '../open-address.ts';
import { type CommonOptions, runAndPrint } from '../result.ts';
import { addCommand } from './command.ts';
import { serveUntilStopped } from './serve.ts';

interface Options extends CommonOptions {
  open: boolean;
  folder?: string;
}

export function addDemo(program: Command): void {
  addCommand(program, 'demo', 'run the whole workflow on a synthetic sample shop')
    .option('--folder <folder>', 'folder of the workspace (default: sample.portrait in Portrait’s folder)')
    .option('--no-open', 'exit when done instead of opening the workbench')
    .action(async ({ json, open, folder }: Options) => {
      const workspace = resolve(folder ?? join(portraitHome(), 'sample.portrait'));
      await runAndPrint({ json }, async (session) => {
        const result = await runDemo(session, workspace);
        return { json: demoJson(result), text: `\n${describeDemo(result)}` };
      });
      if (open && !json && !process.env.CI) await openWorkbench(workspace);
    });
}

async function openWorkbench(workspace: string): Promise<void> {
  process.stdout.write('\nOpening the workbench (skip this with --no-open)\n');
  if (hasDisplay() && (await openDesktop(workspace))) return;
  await serveUntilStopped(workspace, { open: hasDisplay() });
}
