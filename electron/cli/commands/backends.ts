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
  addCommand(program, 'backends', 'what can compute on this machine, how fast, and which of it is used')
    .option('--measure', 'test and time all of them, some seconds each')
    .addOption(new Option('--use <backend>', 'compute on this one from now on').choices(RequestedBackend.options))
    .action((options: Options) => runAndPrint(options, (session) => manageBackends(session, options)));
}

async function manageBackends({ client }: Session, { measure, use }: Options): Promise<Result> {
  if (use !== undefined) await client.call('backends.use', { backend: use });
  if (measure) await client.call('backends.measure', {});
  const list = await client.call('backends.list', {});
  return { json: list, text: describe(list) };
}

function describe({ backends, requested: wish, inUse, threads, measured }: BackendList): string {
  const rows = backends.map((backend) => [
    backend.name === inUse ? '*' : '',
    backend.name,
    stateOf(backend),
    rateOf(backend),
    deviceOf(backend),
  ]);
  const choice = wish === 'auto' ? `${inUse} is used, the fastest known here` : `${inUse} is used, as was chosen`;
  return paragraphs(
    table(rows, ['', 'backend', 'state', 'behaviours/s', 'computes on']),
    `* ${choice}. Rates of wasm are of one thread; large trainings have ${threads}.`,
    measured === null ? 'Nothing has been measured yet: "portrait backends --measure" does.' : '',
  );
}

function stateOf({ device, software, error }: Backend): string {
  if (error) return device === null ? 'cannot be used' : 'numbers are wrong';
  if (device === null) return 'not measured';
  return software ? 'right, but software' : 'right';
}

const rateOf = ({ rate }: Backend) => (rate === null ? '–' : count(rate));

const deviceOf = ({ device, error }: Backend) =>
  [device, error && `${error.message} ${error.hint}`].filter(Boolean).join(': ');
