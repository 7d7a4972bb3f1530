import { type Command, Option } from 'commander';
import { RequestedBackend } from '../../../shared/contract/backends.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { type CommonOptions, type Result, runAndPrint } from '../result.ts';
import type { Session } from '../session.ts';
import { count, paragraphs, table } from '../text.ts';
import { addCommand } from './command.ts';

interface Options extends CommonOptions {
  measure?: boolean;
  use?: RequestedBackend;
}

type BackendList = Output<'backends.list'>;
type Backend = BackendList['backends'][number];

export function addBackends(program: Command): void {
  addCommand(program, 'backends', 'list the compute backends of this machine, their speed and the one in use')
    .option('--measure', 'test and time each backend; takes a few seconds each')
    .addOption(new Option('--use <backend>', 'compute with this backend from now on').choices(RequestedBackend.options))
    .action((options: Options) => runAndPrint(options, (session) => manageBackends(session, options)));
}

async function manageBackends({ client }: Session, { measure, use }: Options): Promise<Result> {
  if (use !== undefined) await client.call('backends.use', { backend: use });
  if (measure) await client.call('backends.measure', {});
  const list = await client.call('backends.list', {});
  return { json: list, text: describe(list) };
}

function describe({ backends, requested, inUse, threads, measured }: BackendList): string {
  const rows = backends.map((backend) => [
    backend.name === inUse ? '*' : '',
    backend.name,
    stateOf(backend),
    rateOf(backend),
    deviceOf(backend),
  ]);
  const choice = requested === 'auto' ? 'the fastest backend known to work here' : 'chosen with --use or in the window';
  return paragraphs(
    table(rows, ['', 'backend', 'state', 'events/s', 'device']),
    `* ${inUse} is in use, ${choice}. The speed of wasm is that of one thread; large models train on ${threads}.`,
    measured === null ? 'No backend has been measured yet: run "portrait backends --measure".' : '',
  );
}

function stateOf({ device, software, error }: Backend): string {
  if (error) return device === null ? 'unavailable' : 'wrong results';
  if (device === null) return 'not measured';
  return software ? 'works (software GPU)' : 'works';
}

const rateOf = ({ rate }: Backend) => (rate === null ? '–' : count(rate));

const deviceOf = ({ device, error }: Backend) =>
  [device, error && `${error.message} ${error.hint}`].filter(Boolean).join(': ');
