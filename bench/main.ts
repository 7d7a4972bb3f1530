import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { table } from '../electron/cli/text.ts';
import { machine } from './machine.ts';
import type { Bench, Row } from './row.ts';

/** `npm run bench -- NAME [--json]`: runs `bench/NAME.ts` and prints its rows. */
const NOT_BENCHES = ['main.ts', 'machine.ts', 'row.ts'];
const folder = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !NOT_BENCHES.includes(file))
  .map((file) => file.replace(/\.ts$/, ''));

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const [name = ''] = positionals;
if (!names.includes(name) || !existsSync(`${folder}${name}.ts`)) {
  process.stderr.write(`Usage: npm run bench -- NAME [--json], with NAME one of ${names.join(', ')}\n`);
  process.exit(2);
}

const { default: bench }: { default: Bench } = await import(`./${name}.ts`);
const rows = await bench();
process.stdout.write(
  values.json ? `${JSON.stringify({ bench: name, machine: machine(), rows })}\n` : `${asTable(rows)}\n`,
);

function asTable(all: readonly Row[]): string {
  const { processor, cores, memoryGiB, system, node } = machine();
  const cells = all.map((row) => [
    row.case,
    digits(row.figure),
    row.unit,
    row.peer,
    row.peerFigure === null ? '–' : digits(row.peerFigure),
    row.ratio === null ? '–' : row.ratio.toFixed(2),
  ]);
  const where = `${name}: ${cores} cores (${processor}), ${memoryGiB} GiB, ${system}, Node ${node}`;
  return `${where}\n\n${table(cells, ['case', 'figure', 'unit', 'peer', 'its figure', 'ratio'])}`;
}

function digits(value: number): string {
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
