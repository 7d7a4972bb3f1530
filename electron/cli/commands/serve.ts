import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { serveBrowser } from '../../browser/serve-browser.ts';
import { portraitHome } from '../../engine/home.ts';
import { onInterrupt } from '../interrupt.ts';
import { openAddress } from '../open-address.ts';
import { type CommonOptions, print } from '../result.ts';
import { setUncaughtErrorHandler } from '../uncaught-errors.ts';
import { addCommand } from './command.ts';
import { portNumber } from './port-option.ts';

interface Options extends CommonOptions {
  port?: number;
  open?: boolean;
}

export function addServe(program: Command): void {
  addCommand(program, 'serve [workspace]', 'open the workbench in a browser on this machine')
    .option('--port <number>', 'port to listen on (default: a free one)', portNumber)
    .option('--open', 'open the address in the default browser')
    .action((workspace: string | undefined, options: Options) => serveUntilStopped(workspace, options));
}

/**
 * Serves until Ctrl-C. Replaces the engine after an uncaught error; throws the error if that happens
 * too often.
 */
export async function serveUntilStopped(workspace: string | undefined, options: Options): Promise<void> {
  const home = portraitHome();
  const host = await serveBrowser({ home, workspace, port: options.port });
  const stopped = new Promise<void>((resolve, reject) => {
    onInterrupt(resolve);
    setUncaughtErrorHandler((error) => {
      if (!host.restartEngine()) reject(error);
    });
  });
  const note =
    'The address works once, in the first browser that opens it. Press Enter for a new address, Ctrl-C to stop.';
  print({ json: { url: host.url }, text: `Portrait is at ${host.url}\n${note}` }, options);
  if (options.open) openAddress(host.freshUrl());
  const lines = process.stdin.isTTY ? createInterface({ input: process.stdin }) : null;
  lines?.on('line', () => process.stderr.write(`${host.freshUrl()}\n`));
  try {
    await stopped;
  } finally {
    lines?.close();
    await host.close();
  }
}
