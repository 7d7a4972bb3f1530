import { type Command, Option } from 'commander';
import { BackendWish } from '../../../shared/contract/backends.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { answer, type Common, type Result } from '../result.ts';
import type { Session } from '../session.ts';
import { count, paragraphs, table } from '../text.ts';
import { addCommand } from './command.ts';

interface Options extends Common {
  measure?: boolean;
  use?: BackendWish;
}

type List = Output<'backends.list'>;
type Finding = List['backends'][number];

export function addBackends(program: Command): void {
  addCommand(program, 'backends', 'what can compute on this machine, how fast, and which of it is used')
    .option('--measure', 'test and time all of them, some seconds each')
    .addOption(new Option('--use <backend>', 'compute on this one from now on').choices(BackendWish.options))
    .action((options: Options) => answer(options, (session) => act(session, options)));
}

async function act({ client }: Session, { measure, use }: Options): Promise<Result> {
  if (use !== undefined) await client.call('backends.use', { backend: use });
  if (measure) await client.call('backends.measure', {});
  const list = await client.call('backends.list', {});
  return { json: list, text: describe(list) };
}

function describe({ backends, wish, inUse, threads, measured }: List): string {
  const rows = backends.map((one) => [
    one.name === inUse ? '*' : '',
    one.name,
    stateOf(one),
    rateOf(one),
    deviceOf(one),
  ]);
  const chosen = wish === 'auto' ? `${inUse} is used, the fastest known here` : `${inUse} is used, as was chosen`;
  return paragraphs(
    table(rows, ['', 'backend', 'state', 'behaviours/s', 'computes on']),
    `* ${chosen}. Rates of wasm are of one thread; large trainings have ${threads}.`,
    measured === null ? 'Nothing has been measured yet: "portrait backends --measure" does.' : '',
  );
}

function stateOf({ device, software, error }: Finding): string {
  if (error) return device === null ? 'cannot be used' : 'numbers are wrong';
  if (device === null) return 'not measured';
  return software ? 'right, but software' : 'right';
}

const rateOf = ({ rate }: Finding) => (rate === null ? '–' : count(rate));

const deviceOf = ({ device, error }: Finding) =>
  [device, error && `${error.message} ${error.hint}`].filter(Boolean).join(': ');
