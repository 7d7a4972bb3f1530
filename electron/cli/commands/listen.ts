import type { Command } from 'commander';
import { isActive } from '../../../shared/contract/jobs.ts';
import type { LiveState } from '../../../shared/contract/live.ts';
import { onInterrupt } from '../interrupt.ts';
import { type CommonOptions, print, type Result, runInWorkspace } from '../result.ts';
import type { Session } from '../session.ts';
import { count } from '../text.ts';
import { addCommand } from './command.ts';
import { portNumber } from './port-option.ts';

interface ListenOptions extends CommonOptions {
  readonly port?: number;
  readonly hashUsers?: boolean;
}

export function addListen(program: Command): void {
  addCommand(program, 'listen <workspace>', 'receive events over HTTP from programs on this machine, and import them')
    .option('--port <n>', 'port on the loopback address; by default that of the last time, or a free one', portNumber)
    .option('--hash-users', 'store keyed hashes of user ids instead of the ids')
    .action((workspace: string, options: ListenOptions) =>
      runInWorkspace(workspace, options, (session) => listenUntilStopped(session, options)),
    );
}

/**
 * Prints the address and the key, and the totals after each import (with `--json` one object per line), until Ctrl-C.
 * Then it imports what has been received, and returns the totals.
 */
async function listenUntilStopped(session: Session, options: ListenOptions): Promise<Result> {
  const { client } = session;
  const stopped = new Promise<void>((done) => onInterrupt(done));
  const { port, hashUsers } = options;
  const started = await client.call('live.start', {
    ...(port === undefined ? {} : { port }),
    ...(hashUsers ? { users: 'hash' as const } : {}),
    keep: false,
  });
  print(
    {
      json: { url: started.url, key: started.key },
      text: `Listening on ${started.url}\nKey: ${started.key}\nPress Ctrl-C to stop.`,
    },
    options,
  );
  const end = waitForImports(session, (state) => print({ json: { ...state }, text: describe(state) }, options));
  await stopped;
  await client.call('live.stop', {});
  const state = await end();
  return { json: { ...state }, text: describe(state) };
}

/** Calls `onImport` after each import. The returned function resolves when everything received is imported, or an import fails. */
function waitForImports({ client }: Session, onImport: (state: LiveState) => void): () => Promise<LiveState> {
  let resolveEnd: ((state: LiveState) => void) | null = null;
  const isSettled = ({ pendingBytes, importError }: LiveState) => pendingBytes === 0 || importError !== null;
  const check = async () => {
    const state = await client.call('live.state', {});
    if (resolveEnd && isSettled(state)) resolveEnd(state);
    return state;
  };
  client.onEvent((event) => {
    if (event.type === 'job' && event.job.kind === 'live.import' && !isActive(event.job))
      void check().then((state) => onImport(state));
  });
  return () =>
    new Promise((resolve) => {
      resolveEnd = resolve;
      void check();
    });
}

function describe({ accepted, duplicates, rejected, pendingBytes, importError }: LiveState): string {
  const more = [
    duplicates > 0 ? `${count(duplicates)} repeated` : '',
    rejected > 0 ? `${count(rejected)} rejected` : '',
    pendingBytes > 0 ? `${count(pendingBytes)} bytes not imported yet` : '',
    importError === null ? '' : `import failed: ${importError}`,
  ].filter((part) => part !== '');
  return [`${count(accepted)} messages accepted`, ...more].join(', ');
}
