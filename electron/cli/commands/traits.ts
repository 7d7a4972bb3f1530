import type { Command } from 'commander';
import type { TraitDistribution, TraitPreview, TraitSummary } from '../../../shared/contract/traits.ts';
import { type CommonOptions, type Result, runInWorkspace } from '../result.ts';
import type { Session } from '../session.ts';
import { count, measure, paragraphs, share, table } from '../text.ts';
import { addCommand } from './command.ts';

interface Options extends CommonOptions {
  name?: string;
  formula?: string;
  unit?: string;
  description?: string;
  replace?: boolean;
  rename?: string[];
  delete?: string;
}

export function addTraits(program: Command): void {
  const command = addCommand(program, 'traits <workspace>', 'list computed traits; define, rename or delete one')
    .option('--formula <formula>', 'show the values of a formula, such as "sum(purchase) / count(purchase)"')
    .option('--name <name>', 'save the formula as a trait')
    .option('--unit <unit>', 'unit of its values')
    .option('--description <text>', 'what it is for')
    .option('--replace', 'replace a trait with the same name')
    .option('--rename <names...>', 'rename a trait: --rename OLD NEW')
    .option('--delete <name>', 'delete a trait');
  command.action((workspace: string, options: Options) => {
    const ways = [options.formula, options.rename, options.delete].filter((way) => way !== undefined);
    if (ways.length > 1) command.error('error: specify only one of --formula, --rename and --delete');
    if (options.formula === undefined && options.name !== undefined) command.error('error: --name needs --formula');
    if (options.rename && options.rename.length !== 2) command.error('error: --rename needs the old and the new name');
    return runInWorkspace(workspace, options, (session) => manageTraits(session, options));
  });
}

async function manageTraits(session: Session, options: Options): Promise<Result> {
  const { client } = session;
  const { formula, rename: [name, to] = [] } = options;
  if (formula !== undefined) return define(session, { ...options, formula });
  if (name !== undefined && to !== undefined) await client.call('traits.rename', { name, to });
  if (options.delete !== undefined) await client.call('traits.delete', { name: options.delete });
  const { traits } = await client.call('traits.list', {});
  return { json: { traits }, text: describeAll(traits) };
}

async function define({ client }: Session, options: Options & { formula: string }): Promise<Result> {
  const { formula, name, unit = '', description = '', replace = false } = options;
  const preview = await client.call('traits.preview', { formula, ...(name !== undefined && { name }) });
  if (name !== undefined) await client.call('traits.save', { name, formula, unit, description, replace });
  return { json: { ...(name !== undefined && { name }), ...preview }, text: describe(preview, name, unit) };
}

function describe(preview: TraitPreview, name: string | undefined, unit: string): string {
  const { formula, known, users, distribution, examples } = preview;
  return paragraphs(
    `${name ?? 'Not saved'}: ${formula}${unit === '' ? '' : ` (${unit})`}`,
    `${count(known)} of ${count(users)} users have a value (${share(known / Math.max(1, users))})`,
    distribution ? distributionTable(distribution) : '',
    table(
      examples.map(({ user, value }) => [user, valueText(value)]),
      ['example', 'value'],
    ),
  );
}

function distributionTable(distribution: TraitDistribution): string {
  if (distribution.kind === 'text')
    return table(
      distribution.texts.map((text, i) => [text, count(distribution.counts[i] ?? 0)]),
      ['value', 'users'],
    );
  const { min, lowerQuartile, median, upperQuartile, max, mean } = distribution;
  const cells = [min, lowerQuartile, median, upperQuartile, max, mean].map(measure);
  return table([cells], ['minimum', '25 %', 'median', '75 %', 'maximum', 'mean']);
}

const valueText = (value: number | string): string => (typeof value === 'number' ? measure(value) : value);

function describeAll(traits: readonly TraitSummary[]): string {
  if (traits.length === 0) return 'There are no traits yet';
  const rows = traits.map(({ name, formula, unit, kind, error, segments, traits: others }) => [
    name,
    formula,
    unit,
    kind ?? error?.message ?? '',
    [...segments, ...others].join(', '),
  ]);
  return table(rows, ['trait', 'formula', 'unit', 'values', 'used by']);
}
