import { type Command, InvalidArgumentError } from 'commander';
import type { DefinitionInput } from '../../../shared/contract/segment.ts';
import { liftTable } from '../lifts.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import type { Session } from '../session.ts';
import { count, paragraphs, share } from '../text.ts';
import { addCommand } from './command.ts';

interface Options extends CommonOptions {
  name: string;
  where?: string;
  map?: string;
  cluster?: number;
  lasso?: [number, number][];
  replace?: boolean;
}

const LIFTS_SHOWN = 12;

export function addSegment(program: Command): void {
  const command = addCommand(program, 'segment <workspace>', 'create a segment from a rule, a cluster or a lasso')
    .requiredOption('--name <name>', 'name of the segment')
    .option('--where <rule>', 'rule, such as "view >= 3 and purchase"')
    .option('--map <map>', 'map of the cluster or lasso (default: the newest)')
    .option('--cluster <id>', 'users of a cluster', clusterId)
    .option('--lasso <points>', 'users inside a polygon: "x,y x,y x,y"', polygon)
    .option('--replace', 'replace a segment with the same name');
  command.action((workspace: string, options: Options) => {
    const definitions = [options.where, options.cluster, options.lasso].filter((way) => way !== undefined);
    if (definitions.length !== 1) command.error('error: specify exactly one of --where, --cluster and --lasso');
    return runInWorkspace(workspace, options, (session) => create(session, options));
  });
}

async function create(session: Session, options: Options) {
  const { name, replace = false } = options;
  const definition = await definitionOf(session, options);
  const created = await session.client.call('segment.create', { name, definition, replace });
  const { lift } = await session.client.call('segment.get', { segment: name, limit: 0, liftRows: LIFTS_SHOWN });
  const size = `${name}: ${count(created.size)} of ${count(created.users)} users (${share(created.size / created.users)})`;
  return { json: { ...created }, text: paragraphs(size, created.rule ?? '', liftTable(lift, LIFTS_SHOWN)) };
}

async function definitionOf(session: Session, options: Options): Promise<DefinitionInput> {
  if (options.where !== undefined) return { rule: options.where };
  const map = await session.resolveMap(options.map);
  if (options.cluster !== undefined) return { cluster: { map, cluster: options.cluster } };
  return { lasso: { map, polygon: options.lasso ?? [] } };
}

function clusterId(text: string): number {
  const id = Number(text);
  if (text.trim() !== '' && Number.isInteger(id)) return id;
  throw new InvalidArgumentError('Use the number of a cluster, as printed by "portrait map".');
}

function polygon(text: string): [number, number][] {
  const points = text
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(',').map(Number));
  return points.map(([x = Number.NaN, y = Number.NaN, ...more]) => {
    const isValid = points.length >= 3 && more.length === 0 && Number.isFinite(x) && Number.isFinite(y);
    if (isValid) return [x, y];
    throw new InvalidArgumentError('Use at least three points in map coordinates: "0,0 5,0 5,5".');
  });
}
